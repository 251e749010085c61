/// Compatibility decompositions (UAX #15). The data lies in the generated file beside this.
enum CompatibilityTables {
    /// The full compatibility decomposition, in the order of the data, one scalar a call. Where there is none, the
    /// canonical one.
    static func decompose(_ scalar: UInt32, _ emit: (UInt32) -> Void) {
        guard let part = decomposition(of: scalar) else {
            CanonicalTables.decompose(scalar, emit)
            return
        }
        for index in part { emit(decomposed[index]) }
    }

    static func has(_ scalar: UInt32) -> Bool { decomposition(of: scalar) != nil }

    /// Indices into `decomposed`.
    private static func decomposition(of scalar: UInt32) -> Range<Int>? {
        let page = Int(scalar >> 8)
        guard page / 64 < pages.count, pages[page / 64] >> UInt64(page % 64) & 1 == 1 else { return nil }
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle] >> 32 <= UInt64(scalar) { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let run = runs[low - 1]
        let index = Int(UInt64(scalar) - run >> 32)
        guard index < Int(run >> 24 & 0xff) else { return nil }
        let length = Int(run >> 16 & 0xff)
        let start = Int(run & 0xffff) + index * length
        return start..<start + length
    }
}
