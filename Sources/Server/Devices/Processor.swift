#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The CPU that this process runs on.
enum Processor {
    static var architecture: String {
        #if arch(x86_64)
            "x86_64"
        #elseif arch(arm64)
            "aarch64"
        #else
            "unknown"
        #endif
    }

    /// Its name, as its maker gave it.
    static var model: String {
        #if canImport(Darwin)
            var size = 0
            sysctlbyname("machdep.cpu.brand_string", nil, &size, nil, 0)
            var name = [UInt8](repeating: 0, count: size)
            guard size > 1, sysctlbyname("machdep.cpu.brand_string", &name, &size, nil, 0) == 0 else {
                return "unknown"
            }
            return String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        #else
            let text = SystemFile.text("/proc/cpuinfo") ?? ""
            if let name = SystemFile.field("model name", in: text) { return String(name) }
            // On ARM the kernel knows the parts by number only.
            guard let implementer = SystemFile.field("CPU implementer", in: text),
                let part = SystemFile.field("CPU part", in: text)
            else { return "unknown" }
            return "implementer \(implementer), part \(part)"
        #endif
    }

    /// Logical cores that this process may use: fewer than there are where it is confined to some.
    static let usableCores: Int = {
        if let status = SystemFile.text("/proc/self/status"),
            let list = SystemFile.field("Cpus_allowed_list", in: status)
        {
            // "0-3,8"
            let count = list.split(separator: ",").reduce(0) { count, range in
                let ends = range.split(separator: "-").compactMap { Int($0) }
                guard let first = ends.first, let last = ends.last, last >= first else { return count }
                return count + last - first + 1
            }
            if count > 0 { return count }
        }
        return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }()
}
