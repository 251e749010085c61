/// A scalar of a text under normalisation, with the bytes of the original that it came from.
struct SourceScalar: Equatable {
    /// What comes after the last scalar.
    static let end = SourceScalar(value: .max, start: 0, end: 0)

    var value: UInt32
    /// UTF-8 offsets into the original text, end-exclusive.
    var start: Int
    var end: Int

    var isEnd: Bool { value == .max }
}

/// The first stage: UTF-8 bytes to scalars, in lower case where that is asked for.
///
/// The case mapping is Unicode's for single scalars (`Unicode.Scalar.Properties.lowercaseMapping`), without the
/// rules that depend on context or language: a final capital sigma becomes σ.
struct SourceScalars {
    private let utf8: UnsafeBufferPointer<UInt8>
    private let lowercase: Bool
    private var position = 0
    /// Scalars that a mapping to several left over.
    private var waiting: [SourceScalar] = []

    /// `utf8` is a native string's: valid. It must outlive this value.
    init(_ utf8: UnsafeBufferPointer<UInt8>, lowercase: Bool) {
        self.utf8 = utf8
        self.lowercase = lowercase
    }

    mutating func next() -> SourceScalar {
        guard waiting.isEmpty else { return waiting.removeFirst() }
        let start = position
        guard start < utf8.count else { return .end }
        let lead = UInt32(utf8[start])
        if lead < 0x80 {
            position = start + 1
            let isCapital = lowercase && lead &- 0x41 < 26
            return SourceScalar(value: isCapital ? lead + 0x20 : lead, start: start, end: start + 1)
        }
        var value: UInt32
        if lead >= 0xf0 {
            value = (lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3)
            position = start + 4
        } else if lead >= 0xe0 {
            value = (lead & 0x0f) << 12 | continuation(1) << 6 | continuation(2)
            position = start + 3
        } else {
            value = (lead & 0x1f) << 6 | continuation(1)
            position = start + 2
        }
        if lowercase, Self.mayHaveCase(value) { value = lowercased(value, start: start) }
        return SourceScalar(value: value, start: start, end: position)
    }

    @inline(__always)
    private func continuation(_ index: Int) -> UInt32 {
        position + index < utf8.count ? UInt32(utf8[position + index] & 0x3f) : 0
    }

    /// False for the large scripts without case, which then need no look-up.
    @inline(__always)
    private static func mayHaveCase(_ value: UInt32) -> Bool {
        value < 0x2e80 || (value >= 0xa640 && value < 0xac00) || (value >= 0xff21 && value < 0x1f000)
    }

    /// The first scalar of the mapping; any others wait.
    private mutating func lowercased(_ value: UInt32, start: Int) -> UInt32 {
        guard let properties = Unicode.Scalar(value)?.properties, properties.changesWhenLowercased else { return value }
        let mapped = properties.lowercaseMapping.unicodeScalars
        for scalar in mapped.dropFirst() {
            waiting.append(SourceScalar(value: scalar.value, start: start, end: position))
        }
        return mapped.first?.value ?? value
    }
}
