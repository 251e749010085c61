/// The last stages: white space folded, scalars gathered into characters (extended grapheme clusters, UAX #29, as
/// the standard library breaks them), repeated characters cut. One character a call.
///
/// The order of all stages: lower case, NFC, white space, characters, repeats. Lower case comes before NFC because
/// the mapping of İ leaves a combining dot that must be put in order.
struct NormalizedCharacters {
    private var scalars: ComposedScalars
    private let foldWhiteSpace: Bool
    private let dropWhiteSpace: Bool
    private let foldRepeats: Int
    /// The scalar after the current character.
    private var ahead: SourceScalar
    /// With `foldWhiteSpace`, a scalar that was read to see where a run of white space ends.
    private var held: SourceScalar?
    private var repeats = 0

    /// The current character: its first scalar, and the bytes of the original that it came from.
    private(set) var first = SourceScalar.end
    /// All its scalars where there are several, else empty.
    private(set) var cluster: [UInt32] = []

    /// `utf8` is valid and outlives this value.
    init(_ utf8: UnsafeBufferPointer<UInt8>, options: NormalizationOptions) {
        scalars = ComposedScalars(SourceScalars(utf8, lowercase: options.lowercase), nfc: options.nfc)
        foldWhiteSpace = options.foldWhiteSpace
        dropWhiteSpace = options.dropWhiteSpace
        foldRepeats = options.foldRepeats ?? .max
        ahead = scalars.next()
        if foldWhiteSpace || dropWhiteSpace {
            while !ahead.isEnd, Self.isWhiteSpace(ahead.value) { ahead = scalars.next() }
        }
    }

    /// Moves to the next character; false at the end.
    mutating func next() -> Bool {
        while true {
            guard !ahead.isEnd else { return false }
            let previous = first.value
            if cluster.isEmpty {
                gather()
                repeats = cluster.isEmpty && first.value == previous ? repeats + 1 : 1
            } else {
                let previousCluster = cluster
                gather()
                repeats = cluster == previousCluster ? repeats + 1 : 1
            }
            if repeats <= foldRepeats { return true }
        }
    }

    /// Takes one character from `ahead` on.
    @inline(__always)
    private mutating func gather() {
        first = ahead
        ahead = nextFolded()
        if !cluster.isEmpty { cluster.removeAll(keepingCapacity: true) }
        if Self.isPlain(first.value) && (ahead.isEnd || Self.isPlain(ahead.value)) { return }
        gatherCluster()
    }

    private mutating func gatherCluster() {
        // Underscored, but public and what `Character` is made with: no other way breaks characters where it does
        // without making a string of the whole text first.
        var recognizer = Unicode._CharacterRecognizer()
        if let scalar = Unicode.Scalar(first.value) { _ = recognizer.hasBreak(before: scalar) }
        while let scalar = Unicode.Scalar(ahead.value), !recognizer.hasBreak(before: scalar) {
            if cluster.isEmpty { cluster.append(first.value) }
            cluster.append(ahead.value)
            first.start = min(first.start, ahead.start)
            first.end = max(first.end, ahead.end)
            ahead = nextFolded()
        }
    }

    @inline(__always)
    private mutating func nextFolded() -> SourceScalar {
        if let scalar = held {
            held = nil
            return scalar
        }
        var scalar = scalars.next()
        if dropWhiteSpace {
            while !scalar.isEnd, Self.isWhiteSpace(scalar.value) { scalar = scalars.next() }
            return scalar
        }
        return foldWhiteSpace && Self.isWhiteSpace(scalar.value) ? fold(from: scalar) : scalar
    }

    /// One space for a run of white space, nothing for a run at the end of the text.
    private mutating func fold(from first: SourceScalar) -> SourceScalar {
        var space = SourceScalar(value: 0x20, start: first.start, end: first.end)
        var next = scalars.next()
        while Self.isWhiteSpace(next.value) {
            space.end = next.end
            next = scalars.next()
        }
        guard !next.isEnd else { return .end }
        held = next
        return space
    }

    /// The property White_Space.
    @inline(__always)
    static func isWhiteSpace(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0d) }
        if scalar >= 0x3001 { return false }
        switch scalar {
        case 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: return true
        default: return false
        }
    }

    /// True for scalars that have a character boundary between any two of them, whatever is around: no part of
    /// CR LF, no marks, joiners, prepended signs, conjoining jamo or regional indicators. The large scripts, not all.
    @inline(__always)
    static func isPlain(_ scalar: UInt32) -> Bool {
        if scalar < 0x300 { return scalar != 0x0d }
        return (scalar >= 0xac00 && scalar <= 0xd7a3) || (scalar >= 0x309b && scalar <= 0xa66e)
            || (scalar >= 0x3030 && scalar <= 0x3098) || (scalar >= 0x370 && scalar <= 0x482)
            || (scalar >= 0x3000 && scalar <= 0x3029) || (scalar >= 0xff00 && scalar <= 0xff9d)
            || (scalar >= 0x2010 && scalar <= 0x2027) || (scalar >= 0x2070 && scalar <= 0x20cf)
    }
}
