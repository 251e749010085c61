/// A set of scalars: what one place of a pattern matches.
struct ScalarSet: Sendable, Equatable {
    /// Sorted, disjoint, not adjacent.
    private(set) var ranges: [ClosedRange<UInt32>]
    /// Members below 0x80, a bit each.
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// Whether all syllables of Hangul are members, or none; nil for some.
    private var hangul: Bool?

    private static let last: UInt32 = 0x10ffff

    init(_ ranges: [ClosedRange<UInt32>]) {
        self.ranges = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let previous = self.ranges.last, range.lowerBound <= previous.upperBound + 1 {
                self.ranges[self.ranges.count - 1] =
                    previous.lowerBound...max(previous.upperBound, range.upperBound)
            } else {
                self.ranges.append(range)
            }
        }
        for range in self.ranges {
            guard range.lowerBound < 0x80 else { break }
            for value in range.lowerBound...min(range.upperBound, 0x7f) {
                if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
            }
        }
        let syllables = HangulSyllable.range
        let overlapping = self.ranges.first { $0.overlaps(syllables) }
        hangul =
            overlapping.map {
                $0.lowerBound <= syllables.lowerBound && $0.upperBound >= syllables.upperBound ? true : nil
            } ?? .some(false)
    }

    init(_ value: UInt32) { self.init([value...value]) }

    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
        if let hangul, HangulSyllable.range.contains(scalar) { return hangul }
        var first = 0
        var count = ranges.count
        while count > 0 {
            let half = count / 2
            if ranges[first + half].upperBound < scalar {
                first += half + 1
                count -= half + 1
            } else {
                count = half
            }
        }
        return first < ranges.count && ranges[first].lowerBound <= scalar
    }

    var inverted: ScalarSet {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges {
            if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= Self.last { result.append(next...Self.last) }
        return ScalarSet(result)
    }

    func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

    /// With every scalar that is a member but for its case (simple case folding).
    var ignoringCase: ScalarSet {
        var extra: [ClosedRange<UInt32>] = []
        for (folded, all) in CaseFolding.classes where all.contains(where: contains) || contains(folded) {
            extra.append(folded...folded)
            for scalar in all { extra.append(scalar...scalar) }
        }
        return extra.isEmpty ? self : ScalarSet(ranges + extra)
    }

    /// The first bytes of the members' UTF-8.
    func firstBytes(_ emit: (UInt8) -> Void) {
        for range in ranges {
            for byte in Self.firstByte(range.lowerBound)...Self.firstByte(range.upperBound) where byte & 0xc0 != 0x80 {
                emit(byte)
            }
        }
    }

    private static func firstByte(_ scalar: UInt32) -> UInt8 {
        var first: UInt8?
        UTF8Bytes.forEach(of: scalar) { if first == nil { first = $0 } }
        return first ?? 0
    }
}

extension CaseFolding {
    /// What folds to one scalar, by that scalar.
    static let classes: [UInt32: [UInt32]] = {
        var classes: [UInt32: [UInt32]] = [:]
        for scalar in UInt32(0x41)...0x1_ffff {
            let folded = simple(scalar)
            if folded != scalar { classes[folded, default: []].append(scalar) }
        }
        return classes
    }()
}
