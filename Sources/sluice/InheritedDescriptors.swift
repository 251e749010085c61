#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Descriptors that whoever started a daemon had open. A daemon that outlives its starter must not keep a lock of its,
/// or a pipe that somebody reads to its end.
enum InheritedDescriptors {
    /// To be called before this process opens anything of its own.
    static func closeAll(except kept: [Int32]) {
        // On macOS the process is started with none but its own, and this folder does not exist.
        guard let folder = opendir("/proc/self/fd") else { return }
        var open: [Int32] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let descriptor = Int32(name) { open.append(descriptor) }
        }
        let own = dirfd(folder)
        for descriptor in open where descriptor != own && !kept.contains(descriptor) { close(descriptor) }
        closedir(folder)
    }
}
