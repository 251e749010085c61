/// How many bytes two arrays have in common at their beginnings, and how many of the rest at their ends: eight at a time,
/// since documents and their tokens have millions.
func commonBytes<Element: BitwiseCopyable>(_ a: [Element], _ b: [Element]) -> (start: Int, end: Int) {
    a.withUnsafeBytes { a in
        b.withUnsafeBytes { b in
            let count = min(a.count, b.count)
            var start = 0
            while start + 8 <= count,
                a.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                    == b.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            { start += 8 }
            while start < count, a[start] == b[start] { start += 1 }
            var end = 0
            while end + 8 <= count - start,
                a.loadUnaligned(fromByteOffset: a.count - end - 8, as: UInt64.self)
                    == b.loadUnaligned(fromByteOffset: b.count - end - 8, as: UInt64.self)
            { end += 8 }
            while end < count - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
            return (start, end)
        }
    }
}
