/// What the analyzers ask of a Unicode scalar.
enum ScalarKind {
    /// Python's `\w`: letters, whatever has a numeric value, the underscore.
    static func isWord(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return (0x61...0x7a).contains(scalar) || (0x41...0x5a).contains(scalar) || (0x30...0x39).contains(scalar)
                || scalar == 0x5f
        }
        if isHangulSyllable(scalar) || (0x4e00...0x9fff).contains(scalar) { return true }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return properties.numericType != nil
        }
    }

    /// Marks belong to the letters that they stand on.
    static func isMark(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x300, !isHangulSyllable(scalar), !(0x4e00...0x9fff).contains(scalar) else { return false }
        switch Unicode.Scalar(scalar)?.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// Python's `\s`.
    static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09...0x0d, 0x1c...0x20, 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
            true
        default: false
        }
    }

    static func isASCIISpace(_ scalar: UInt32) -> Bool { scalar == 0x20 || (0x09...0x0d).contains(scalar) }

    static func isHangulSyllable(_ scalar: UInt32) -> Bool { (0xac00...0xd7a3).contains(scalar) }

    /// ASCII punctuation; the Tokenizer keeps the apostrophe.
    static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
        default: false
        }
    }
}

/// The scalars of a text, in lower case where that is asked for.
struct TextScalars {
    private(set) var values: [UInt32] = []
    private var source: [UInt32] = []

    mutating func read(_ utf8: UnsafeBufferPointer<UInt8>, lowercasing: VectorizerRules.Lowercasing) {
        decode(utf8)
        switch lowercasing {
        case .none: break
        case .ascii:
            for index in values.indices where (0x41...0x5a).contains(values[index]) { values[index] += 0x20 }
        case .unicode: lowercase()
        }
    }

    /// The bytes are those of a String, so they are UTF-8.
    private mutating func decode(_ utf8: UnsafeBufferPointer<UInt8>) {
        values.removeAll(keepingCapacity: true)
        values.reserveCapacity(utf8.count)
        var index = 0
        let count = utf8.count
        func tail(_ offset: Int) -> UInt32 { index + offset < count ? UInt32(utf8[index + offset] & 0x3f) : 0 }
        while index < count {
            let lead = UInt32(utf8[index])
            switch lead {
            case ..<0x80:
                values.append(lead)
                index += 1
            case ..<0xe0:
                values.append((lead & 0x1f) << 6 | tail(1))
                index += 2
            case ..<0xf0:
                values.append((lead & 0x0f) << 12 | tail(1) << 6 | tail(2))
                index += 3
            default:
                values.append((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3))
                index += 4
            }
        }
    }

    private mutating func lowercase() {
        var index = 0
        while index < values.count {
            let scalar = values[index]
            if (0x41...0x5a).contains(scalar) {
                values[index] = scalar + 0x20
            } else if scalar >= 0x80, !Self.hasNoCase(scalar) {
                break
            }
            index += 1
        }
        guard index < values.count else { return }
        // Some scalars become several, and a sigma looks at its neighbours.
        source = values
        values.removeSubrange(index...)
        while index < source.count {
            let scalar = source[index]
            if (0x41...0x5a).contains(scalar) {
                values.append(scalar + 0x20)
            } else if scalar < 0x80 || Self.hasNoCase(scalar) {
                values.append(scalar)
            } else if scalar == 0x3a3 {
                values.append(endsWord(at: index) ? 0x3c2 : 0x3c3)
            } else if let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping {
                for lower in mapping.unicodeScalars { values.append(lower.value) }
            }
            index += 1
        }
    }

    /// The scripts that most texts without ASCII are in.
    @inline(__always)
    private static func hasNoCase(_ scalar: UInt32) -> Bool {
        ScalarKind.isHangulSyllable(scalar) || (0x2e80...0xa63f).contains(scalar) || (0x1100...0x11ff).contains(scalar)
    }

    /// Unicode's Final_Sigma: a cased letter before it, none after it, whatever has no case left out.
    private func endsWord(at index: Int) -> Bool {
        func isCased(_ indices: some Sequence<Int>) -> Bool {
            for index in indices {
                guard let properties = Unicode.Scalar(source[index])?.properties else { return false }
                if properties.isCaseIgnorable { continue }
                return properties.isCased
            }
            return false
        }
        return isCased((0..<index).reversed()) && !isCased(index + 1..<source.count)
    }
}
