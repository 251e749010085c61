#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

enum LargePages {
    /// Asks for pages of 2 MB under memory that was just allocated, where it holds some whole: they are made faster, and
    /// the processor looks up fewer. Elsewhere than on Linux nothing is asked.
    static func ask(for bytes: UnsafeMutableRawBufferPointer) {
        #if os(Linux)
            let page = 1 << 21
            guard bytes.count >= 2 * page, let start = bytes.baseAddress else { return }
            let first = UnsafeMutableRawPointer(
                bitPattern: (UInt(bitPattern: start) + UInt(page) - 1) & ~UInt(page - 1))
            if let first { _ = madvise(first, bytes.count / page * page - page, MADV_HUGEPAGE) }
        #endif
    }
}
