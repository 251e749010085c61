/// Full case folding (The Unicode Standard, section 3.13), without the Turkic rules: ẞ and SS become ss, Σ and ς become
/// σ. The data lies in the generated file beside this.
enum CaseFolding {
    /// What a scalar becomes, one scalar a call: mostly itself.
    static func fold(_ scalar: UInt32, _ emit: (UInt32) -> Void) {
        if let single = single(scalar) {
            emit(single)
        } else if let index = index(ofSeveral: scalar) {
            for value in several[index + 1...index + 3] where value != 0 { emit(value) }
        } else {
            emit(scalar)
        }
    }

    /// Simple folding: to one scalar or not at all. What regular expressions compare by.
    static func simple(_ scalar: UInt32) -> UInt32 { single(scalar) ?? scalar }

    private static func single(_ scalar: UInt32) -> UInt32? {
        if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar + 0x20 : nil }
        guard mayFold(scalar) else { return nil }
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle] >> 38 <= UInt64(scalar) { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let run = runs[low - 1]
        let distance = UInt64(scalar) - run >> 38
        guard distance <= run >> 1 & 0xffff, run & 1 == 0 || distance % 2 == 0 else { return nil }
        return UInt32(truncatingIfNeeded: run >> 17 & 0x1f_ffff + distance)
    }

    private static func index(ofSeveral scalar: UInt32) -> Int? {
        guard scalar >= 0xdf, mayFold(scalar) else { return nil }
        return stride(from: 0, to: several.count, by: 4).first { several[$0] == scalar }
    }

    /// False for the large scripts without case, which then need no look-up.
    @inline(__always)
    static func mayFold(_ scalar: UInt32) -> Bool {
        scalar < 0x2e80 || (scalar >= 0xa640 && scalar < 0xac00) || (scalar >= 0xfb00 && scalar < 0x1f000)
    }
}
