#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Memory in bytes; 0 where the system does not tell.
enum Memory {
    /// What can be had without swapping.
    static var available: Int {
        #if canImport(Darwin)
            var statistics = vm_statistics64()
            var count = mach_msg_type_number_t(
                MemoryLayout<vm_statistics64>.size / MemoryLayout<integer_t>.size)
            let code = withUnsafeMutablePointer(to: &statistics) { pointer in
                pointer.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
                    host_statistics64(mach_host_self(), HOST_VM_INFO64, $0, &count)
                }
            }
            guard code == KERN_SUCCESS else { return 0 }
            return Int(statistics.free_count + statistics.inactive_count) * Int(getpagesize())
        #else
            return kibibytes("MemAvailable")
        #endif
    }

    /// Of this process.
    static var resident: Int {
        #if canImport(Darwin)
            var information = mach_task_basic_info()
            var count = mach_msg_type_number_t(
                MemoryLayout<mach_task_basic_info>.size / MemoryLayout<natural_t>.size)
            let code = withUnsafeMutablePointer(to: &information) { pointer in
                pointer.withMemoryRebound(to: integer_t.self, capacity: Int(count)) {
                    task_info(mach_task_self_, task_flavor_t(MACH_TASK_BASIC_INFO), $0, &count)
                }
            }
            return code == KERN_SUCCESS ? Int(information.resident_size) : 0
        #else
            let pages = SystemFile.text("/proc/self/statm")?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            return (pages ?? 0) * Int(getpagesize())
        #endif
    }

    private static func kibibytes(_ field: String) -> Int {
        let text = SystemFile.text("/proc/meminfo") ?? ""
        let number = SystemFile.field(field, in: text)?.prefix(while: \.isNumber)
        return (number.flatMap { Int($0) } ?? 0) << 10
    }
}
