/// The second stage: Unicode Normalization Form C (UAX #15), a scalar a call.
///
/// A stable starter before another is in NFC as it stands and passes straight through. Anything else is collected
/// up to the next stable starter, decomposed, ordered and composed. So a call reads no further than one combining
/// sequence, however long the text is.
///
/// No writing has sequences of more than a few marks. One of more than `longestSequence` scalars is composed in pieces
/// of that length, so that a hostile text of nothing but marks costs no more memory than any other.
struct ComposedScalars {
    private static let longestSequence = 1 << 16

    private var source: SourceScalars
    private let nfc: Bool
    /// The next scalar, already read, and whether it is a stable starter.
    private var pending: SourceScalar
    private var pendingIsStable: Bool
    /// A composed sequence and how much of it is given out.
    private var composed: [SourceScalar] = []
    private var given = 0

    init(_ source: SourceScalars, nfc: Bool) {
        self.source = source
        self.nfc = nfc
        pending = self.source.next()
        pendingIsStable = Self.isStable(pending.value)
    }

    /// `SourceScalar.end` after the last, for ever.
    mutating func next() -> SourceScalar {
        if given < composed.count {
            given += 1
            return composed[given - 1]
        }
        let first = pending
        let firstIsStable = pendingIsStable
        advance()
        if firstIsStable && pendingIsStable || !nfc { return first }
        return composeSequence(from: joinedHangul(from: first))
    }

    /// Conjoining jamo, joined as far as they make a syllable: what most decomposed Korean needs, without any table.
    private mutating func joinedHangul(from first: SourceScalar) -> SourceScalar {
        var syllable = first
        while !pendingIsStable, let joined = HangulSyllable.compose(syllable.value, pending.value) {
            syllable = SourceScalar(value: joined, start: syllable.start, end: pending.end)
            advance()
        }
        return syllable
    }

    private mutating func advance() {
        pending = source.next()
        pendingIsStable = Self.isStable(pending.value)
    }

    /// True for the end of the text as well.
    @inline(__always)
    private static func isStable(_ scalar: UInt32) -> Bool {
        scalar < 0x300 || (scalar >= 0xac00 && scalar <= 0xd7a3) || (scalar >= 0x3100 && scalar < 0xa66f)
            || scalar == .max || CanonicalTables.properties(of: scalar) == nil
    }

    private mutating func composeSequence(from first: SourceScalar) -> SourceScalar {
        if pendingIsStable, Self.isStable(first.value) { return first }
        composed.removeAll(keepingCapacity: true)
        composed.append(first)
        while !pendingIsStable, composed.count < Self.longestSequence {
            composed.append(pending)
            advance()
        }
        given = 1
        if Self.isComposed(composed) { return composed[0] }

        var parts: [Part] = []
        for scalar in composed {
            CanonicalTables.decompose(scalar.value) { value in
                let combiningClass = CanonicalTables.properties(of: value)?.combiningClass ?? 0
                parts.append(
                    Part(
                        scalar: SourceScalar(value: value, start: scalar.start, end: scalar.end), class: combiningClass)
                )
            }
        }
        Self.order(&parts)
        composed = Self.compose(parts)
        return composed[0]
    }

    private struct Part {
        var scalar: SourceScalar
        var `class`: UInt8
    }

    /// The quick check: no scalar that may change, and the combining classes in order.
    private static func isComposed(_ scalars: [SourceScalar]) -> Bool {
        var last: UInt8 = 0
        for scalar in scalars {
            let properties = CanonicalTables.properties(of: scalar.value)
            if let properties, properties.mayCompose || properties.changes { return false }
            let combiningClass = properties?.combiningClass ?? 0
            if combiningClass != 0 && combiningClass < last { return false }
            last = combiningClass
        }
        return true
    }

    /// Canonical ordering: each run of non-starters sorted by combining class, equal classes staying in order.
    private static func order(_ parts: inout [Part]) {
        var index = 0
        while index < parts.count {
            guard parts[index].class != 0 else {
                index += 1
                continue
            }
            let start = index
            while index < parts.count && parts[index].class != 0 { index += 1 }
            let run = parts[start..<index].enumerated().sorted {
                ($0.element.class, $0.offset) < ($1.element.class, $1.offset)
            }
            parts.replaceSubrange(start..<index, with: run.map(\.element))
        }
    }

    /// Canonical composition: a scalar joins the last starter unless one between them blocks it.
    private static func compose(_ parts: [Part]) -> [SourceScalar] {
        var result: [SourceScalar] = []
        result.reserveCapacity(parts.count)
        var starter: Int?
        // The class of the last scalar kept since the starter; nil directly after it.
        var last: UInt8?
        for part in parts {
            if let starter, last.map({ $0 != 0 && $0 < part.class }) ?? true,
                let composite = CanonicalTables.compose(result[starter].value, part.scalar.value)
            {
                result[starter].value = composite
                result[starter].start = min(result[starter].start, part.scalar.start)
                result[starter].end = max(result[starter].end, part.scalar.end)
                continue
            }
            if part.class == 0 {
                starter = result.count
                last = nil
            } else {
                last = part.class
            }
            result.append(part.scalar)
        }
        return result
    }
}
