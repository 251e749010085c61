/// The tokens of a text, one a call: normalised, then cut as the pipeline's segmentation says. Reads no further into
/// the text than the token needs.
struct TokenReader {
    private var characters: NormalizedCharacters
    private let segmentation: Kind
    /// Jamo of the current character that are still to give out.
    private var jamo: [UInt32] = []
    private var jamoGiven = 0

    /// The characters between white space that `words` is giving out.
    private var run = CharacterRun()

    private enum Kind { case whiteSpace, character, jamo, words }

    /// The current token where it is a single scalar, else nil: then it is in `utf8`.
    private(set) var scalar: UInt32?
    private(set) var utf8: [UInt8] = []
    /// Of the token's UTF-8.
    private(set) var hash = TokenHash()
    /// The bytes of the original text that the token came from, end-exclusive.
    private(set) var start = 0
    private(set) var end = 0

    /// `utf8` is valid and outlives this value.
    init(_ utf8: UnsafeBufferPointer<UInt8>, configuration: TextPipelineConfiguration) {
        characters = NormalizedCharacters(utf8, options: configuration.normalization)
        segmentation =
            switch configuration.segmentation {
            case .whiteSpace: .whiteSpace
            case .character, .characterNGrams: .character
            case .jamo: .jamo
            case .words: .words
            }
    }

    var range: Range<Int> { start..<max(start, end) }

    /// The current token's text.
    var text: String {
        if let scalar { return Unicode.Scalar(scalar).map { String(Character($0)) } ?? "" }
        return String(decoding: utf8, as: UTF8.self)
    }

    /// The current token's UTF-8.
    var bytes: [UInt8] {
        guard let scalar else { return utf8 }
        var bytes: [UInt8] = []
        UTF8Bytes.forEach(of: scalar) { bytes.append($0) }
        return bytes
    }

    /// Moves to the next token; false at the end.
    mutating func next() -> Bool {
        switch segmentation {
        case .character: nextCharacter()
        case .jamo: nextJamo()
        case .whiteSpace: nextWord()
        case .words: nextPiece()
        }
    }

    @inline(__always)
    private mutating func nextCharacter() -> Bool {
        guard characters.next() else { return false }
        start = characters.first.start
        end = characters.first.end
        hash = TokenHash()
        if characters.cluster.isEmpty {
            take(characters.first.value)
        } else {
            scalar = nil
            utf8.removeAll(keepingCapacity: true)
            for value in characters.cluster { append(value) }
        }
        return true
    }

    private mutating func nextJamo() -> Bool {
        if jamoGiven == jamo.count {
            guard characters.next() else { return false }
            start = characters.first.start
            end = characters.first.end
            jamoGiven = 0
            jamo.removeAll(keepingCapacity: true)
            let cluster = characters.cluster
            if cluster.isEmpty {
                CanonicalTables.decomposeHangul(characters.first.value, into: &jamo)
            } else if cluster.allSatisfy({ HangulSyllable.range.contains($0) || HangulSyllable.isConjoiningJamo($0) }) {
                for value in cluster { CanonicalTables.decomposeHangul(value, into: &jamo) }
            } else {
                hash = TokenHash()
                scalar = nil
                utf8.removeAll(keepingCapacity: true)
                for value in cluster { append(value) }
                return true
            }
        }
        hash = TokenHash()
        take(jamo[jamoGiven])
        jamoGiven += 1
        return true
    }

    /// A word: the characters up to white space, which is in no token.
    private mutating func nextWord() -> Bool {
        repeat {
            guard characters.next() else { return false }
        } while NormalizedCharacters.isWhiteSpace(characters.first.value)
        hash = TokenHash()
        scalar = nil
        utf8.removeAll(keepingCapacity: true)
        start = characters.first.start
        repeat {
            end = characters.first.end
            if characters.cluster.isEmpty {
                append(characters.first.value)
            } else {
                for value in characters.cluster { append(value) }
            }
        } while characters.next() && !NormalizedCharacters.isWhiteSpace(characters.first.value)
        return true
    }

    /// A word without what stands around it, or one character of that.
    private mutating func nextPiece() -> Bool {
        if run.isEmpty {
            repeat {
                guard characters.next() else { return false }
            } while NormalizedCharacters.isWhiteSpace(characters.first.value)
            repeat {
                run.append(characters)
            } while characters.next()
                && !NormalizedCharacters.isWhiteSpace(characters.first.value)
        }
        hash = TokenHash()
        scalar = nil
        utf8.removeAll(keepingCapacity: true)
        let piece = run.takePiece()
        (start, end) = (piece.start, piece.end)
        for index in piece.scalars { append(run.scalar(at: index)) }
        return true
    }

    /// Makes a token of one scalar.
    @inline(__always)
    private mutating func take(_ value: UInt32) {
        scalar = value
        var hash = hash
        UTF8Bytes.forEach(of: value) { hash.append($0) }
        self.hash = hash
    }

    /// Adds a scalar to a token in `utf8`.
    private mutating func append(_ value: UInt32) {
        UTF8Bytes.forEach(of: value) {
            utf8.append($0)
            hash.append($0)
        }
    }
}

enum UTF8Bytes {
    /// The scalar whose first byte is at `position`, and where the next begins. `utf8` is valid.
    @inline(__always)
    static func scalar(in utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> (UInt32, end: Int) {
        let lead = UInt32(utf8[position])
        if lead < 0x80 { return (lead, position + 1) }
        @inline(__always) func continuation(_ index: Int) -> UInt32 {
            position + index < utf8.count ? UInt32(utf8[position + index] & 0x3f) : 0
        }
        if lead >= 0xf0 {
            let value = (lead & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3)
            return (value, min(position + 4, utf8.count))
        }
        if lead >= 0xe0 {
            let value = (lead & 0x0f) << 12 | continuation(1) << 6 | continuation(2)
            return (value, min(position + 3, utf8.count))
        }
        return ((lead & 0x1f) << 6 | continuation(1), min(position + 2, utf8.count))
    }

    @inline(__always)
    static func forEach(of scalar: UInt32, _ body: (UInt8) -> Void) {
        if scalar < 0x80 {
            body(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            body(UInt8(truncatingIfNeeded: 0xc0 | scalar >> 6))
            body(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3f))
        } else if scalar < 0x1_0000 {
            body(UInt8(truncatingIfNeeded: 0xe0 | scalar >> 12))
            body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3f))
            body(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3f))
        } else {
            body(UInt8(truncatingIfNeeded: 0xf0 | scalar >> 18))
            body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3f))
            body(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3f))
            body(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3f))
        }
    }
}

extension CanonicalTables {
    /// A syllable's jamo, or the scalar itself.
    fileprivate static func decomposeHangul(_ scalar: UInt32, into jamo: inout [UInt32]) {
        if HangulSyllable.range.contains(scalar) {
            HangulSyllable.decompose(scalar) { jamo.append($0) }
        } else {
            jamo.append(scalar)
        }
    }
}
