#if canImport(Glibc)
    import Glibc
#endif

/// The C library's allocator in a process that lives long.
enum MemoryAllocator {
    /// Lets what is large come from the system, and go back to it as soon as it is free: from 4 MB on, since smaller
    /// buffers come and go with each keystroke in a document of 1 MB.
    ///
    /// glibc begins with less, but raises that bound to the size of whatever is freed, and from then on the holes that
    /// large messages leave stay with the process: by that alone three editors with the same document of 1 MB took 1.15
    /// times the memory of one, and take 1.03.
    static func returnLargeBuffers() {
        #if canImport(Glibc)
            // Its headers do not show the function to Swift.
            typealias SetOption = @convention(c) (_ option: Int32, _ value: Int32) -> Int32
            guard let function = dlsym(nil, "mallopt") else { return }
            let mmapThreshold: Int32 = -3
            _ = unsafeBitCast(function, to: SetOption.self)(mmapThreshold, 4 << 20)
        #endif
    }
}
