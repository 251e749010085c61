/// The normalisation forms of Unicode (UAX #15), and what strips accents, as a step over a whole text.
///
/// `ComposedScalars` makes NFC as a stream of single scalars, which is what a model reads; this makes any form of a
/// text and says where each piece came from. Both use the same tables.
enum UnicodeForm: String, CaseIterable, Sendable {
    case nfc, nfd, nfkc, nfkd
    /// NFD without diacritics, and that in NFC: é → e, ё → е. Marks that are letters of their own right stay, such as
    /// the voicing of kana and the vowels of Indic scripts.
    case withoutAccents = "strip-accents"

    private var isComposed: Bool { self != .nfd && self != .nfkd }
    private var isCompatible: Bool { self == .nfkc || self == .nfkd }

    /// Tells the editor what changes. A piece is a starter with all that may join it, so that a character's change
    /// touches no other's bytes.
    func edit(_ utf8: UnsafeBufferPointer<UInt8>, _ editor: inout TextEditor) {
        var piece = Piece()
        var position = 0
        var start = 0
        var changes = false
        while position < utf8.count {
            if utf8[position] < 0x80 {
                if changes { rewrite(utf8, start..<position, &piece, &editor) }
                // Only the last of plain letters may be changed by what comes.
                while position + 1 < utf8.count, utf8[position + 1] < 0x80 { position += 1 }
                start = position
                changes = false
                position += 1
                continue
            }
            let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: position)
            if !isComposed, HangulSyllable.range.contains(scalar) {
                // Its jamo are starters, which nothing after it can move.
                if changes { rewrite(utf8, start..<position, &piece, &editor) }
                piece.bytes.removeAll(keepingCapacity: true)
                HangulSyllable.decompose(scalar) { UTF8Bytes.forEach(of: $0) { piece.bytes.append($0) } }
                editor.replace(position..<end, with: piece.bytes)
                start = end
                changes = false
                position = end
                continue
            }
            let isStable = isComposed && Self.isStable(scalar)
            if isStable || beginsPiece(scalar) {
                if changes { rewrite(utf8, start..<position, &piece, &editor) }
                start = position
                changes = !isStable && changesAlone(scalar)
            } else {
                changes = true
            }
            position = end
        }
        if changes { rewrite(utf8, start..<position, &piece, &editor) }
    }

    /// Of the large scripts: a starter that nothing before it changes, and that no form that composes takes apart.
    @inline(__always)
    private static func isStable(_ scalar: UInt32) -> Bool {
        scalar >= 0xac00 && scalar <= 0xd7a3 || scalar >= 0x4e00 && scalar <= 0x9fff
    }

    /// Whether nothing before the scalar can join what it becomes, nor change places with it.
    private func beginsPiece(_ scalar: UInt32) -> Bool {
        // What no canonical form changes or moves.
        if !isCompatible, CanonicalTables.properties(of: scalar) == nil { return true }
        var first: UInt32?
        decompose(scalar) { if first == nil { first = $0 } }
        guard let properties = CanonicalTables.properties(of: first ?? scalar) else { return true }
        return properties.combiningClass == 0 && !(isComposed && properties.mayCompose)
    }

    /// Whether a piece of it alone becomes something else, as far as that is known without making it.
    private func changesAlone(_ scalar: UInt32) -> Bool {
        if isCompatible, CompatibilityTables.has(scalar) { return true }
        if self == .nfc || self == .nfkc { return CanonicalTables.properties(of: scalar)?.changes ?? false }
        var isOther = false
        decompose(scalar) { if $0 != scalar { isOther = true } }
        return isOther
    }

    private func decompose(_ scalar: UInt32, _ emit: (UInt32) -> Void) {
        if isCompatible { CompatibilityTables.decompose(scalar, emit) } else { CanonicalTables.decompose(scalar, emit) }
    }

    /// The scalars of a piece, kept from one to the next for their memory.
    private struct Piece {
        var scalars: [(value: UInt32, combiningClass: UInt8)] = []
        var bytes: [UInt8] = []
    }

    private func rewrite(
        _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ piece: inout Piece, _ editor: inout TextEditor
    ) {
        piece.scalars.removeAll(keepingCapacity: true)
        var position = range.lowerBound
        while position < range.upperBound {
            let (scalar, end) = UTF8Bytes.scalar(in: utf8, at: position)
            decompose(scalar) { value in
                if self == .withoutAccents, Self.isDiacritic(value) { return }
                piece.scalars.append((value, CanonicalTables.properties(of: value)?.combiningClass ?? 0))
            }
            position = end
        }
        Self.order(&piece.scalars)
        if isComposed { Self.compose(&piece.scalars) }
        piece.bytes.removeAll(keepingCapacity: true)
        for scalar in piece.scalars { UTF8Bytes.forEach(of: scalar.value) { piece.bytes.append($0) } }
        if !piece.bytes.elementsEqual(utf8[range]) { editor.replace(range, with: piece.bytes) }
    }

    /// The blocks of combining diacritical marks.
    private static func isDiacritic(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36f, 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe20...0xfe2f: true
        default: false
        }
    }

    /// Canonical ordering: each run of non-starters sorted by combining class, equal classes staying in order.
    private static func order(_ scalars: inout [(value: UInt32, combiningClass: UInt8)]) {
        var index = 0
        while index < scalars.count {
            let start = index
            while index < scalars.count, scalars[index].combiningClass != 0 { index += 1 }
            if index - start > 1 {
                // The standard library's sort is stable in practice, but does not promise it.
                let sorted = scalars[start..<index].enumerated().sorted {
                    ($0.element.combiningClass, $0.offset) < ($1.element.combiningClass, $1.offset)
                }
                scalars.replaceSubrange(start..<index, with: sorted.map(\.element))
            }
            index += 1
        }
    }

    /// Canonical composition: a scalar joins the last starter unless one between them blocks it.
    private static func compose(_ scalars: inout [(value: UInt32, combiningClass: UInt8)]) {
        var kept = 0
        var starter: Int?
        // The class of the last scalar kept since the starter; nil directly after it.
        var last: UInt8?
        for scalar in scalars {
            if let starter, last.map({ $0 != 0 && $0 < scalar.combiningClass }) ?? true,
                let composite = CanonicalTables.compose(scalars[starter].value, scalar.value)
            {
                scalars[starter].value = composite
                continue
            }
            last = scalar.combiningClass == 0 ? nil : scalar.combiningClass
            if scalar.combiningClass == 0 { starter = kept }
            scalars[kept] = scalar
            kept += 1
        }
        scalars.removeLast(scalars.count - kept)
    }
}
