import ServerProtocol

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// NVIDIA's GPUs, through the library that comes with the driver (NVML), where there is one.
///
/// The library is looked for at run time, so that the program starts where there is none.
enum NVIDIADevices {
    /// Why there are none.
    struct Absence: Error {
        let reason: String
    }

    private static let library = "libnvidia-ml.so.1"

    static func find() -> Result<[DaemonDevices.GPU], Absence> {
        guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else {
            return .failure(Absence(reason: "no NVIDIA driver library (\(library)) was found"))
        }
        defer { dlclose(handle) }
        guard let library = Library(handle) else {
            return .failure(Absence(reason: "the NVIDIA driver library lacks functions: it is older than 2013"))
        }
        let code = library.start()
        guard code == 0 else {
            return .failure(Absence(reason: "the NVIDIA driver did not start: \(library.text(of: code))"))
        }
        defer { _ = library.shutdown() }
        var count: UInt32 = 0
        let counted = library.count(&count)
        guard counted == 0 else {
            return .failure(Absence(reason: "the NVIDIA driver does not count its GPUs: \(library.text(of: counted))"))
        }
        guard count > 0 else {
            return .failure(Absence(reason: "the NVIDIA driver is there, and no GPU"))
        }
        let driver = string { library.driverVersion($0, $1) } ?? "unknown"
        var gpus: [DaemonDevices.GPU] = []
        var problem: String?
        for index in 0..<count {
            var device: UnsafeMutableRawPointer?
            let code = library.device(index, &device)
            guard code == 0, let device else {
                problem = problem ?? library.text(of: code)
                continue
            }
            // nvmlMemory_t: total, free, used.
            var memory = [UInt64](repeating: 0, count: 3)
            _ = library.memory(device, &memory)
            gpus.append(
                DaemonDevices.GPU(
                    name: string { library.name(device, $0, $1) } ?? "unknown",
                    memory: Int(clamping: memory[0]), driver: driver))
        }
        if gpus.isEmpty, let problem {
            return .failure(Absence(reason: "the NVIDIA driver shows none of its \(count) GPUs: \(problem)"))
        }
        return .success(gpus)
    }

    private static func string(_ read: (UnsafeMutablePointer<CChar>, UInt32) -> Int32) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
            buffer.initialize(repeating: 0)
            guard let start = buffer.baseAddress, read(start, 127) == 0 else { return nil }
            return String(cString: start)
        }
    }

    /// The functions of NVML that we call (nvml.h), each 0 where it succeeds.
    private struct Library {
        let start: @convention(c) () -> Int32
        let shutdown: @convention(c) () -> Int32
        let count: @convention(c) (UnsafeMutablePointer<UInt32>) -> Int32
        let device: @convention(c) (UInt32, UnsafeMutablePointer<UnsafeMutableRawPointer?>) -> Int32
        let name: @convention(c) (UnsafeMutableRawPointer, UnsafeMutablePointer<CChar>, UInt32) -> Int32
        let memory: @convention(c) (UnsafeMutableRawPointer, UnsafeMutablePointer<UInt64>) -> Int32
        let driverVersion: @convention(c) (UnsafeMutablePointer<CChar>, UInt32) -> Int32
        let errorText: @convention(c) (Int32) -> UnsafePointer<CChar>?

        init?(_ handle: UnsafeMutableRawPointer) {
            guard let start = dlsym(handle, "nvmlInit_v2"), let shutdown = dlsym(handle, "nvmlShutdown"),
                let count = dlsym(handle, "nvmlDeviceGetCount_v2"),
                let device = dlsym(handle, "nvmlDeviceGetHandleByIndex_v2"),
                let name = dlsym(handle, "nvmlDeviceGetName"),
                let memory = dlsym(handle, "nvmlDeviceGetMemoryInfo"),
                let driverVersion = dlsym(handle, "nvmlSystemGetDriverVersion"),
                let errorText = dlsym(handle, "nvmlErrorString")
            else { return nil }
            self.start = unsafeBitCast(start, to: (@convention(c) () -> Int32).self)
            self.shutdown = unsafeBitCast(shutdown, to: (@convention(c) () -> Int32).self)
            self.count = unsafeBitCast(count, to: (@convention(c) (UnsafeMutablePointer<UInt32>) -> Int32).self)
            self.device = unsafeBitCast(
                device, to: (@convention(c) (UInt32, UnsafeMutablePointer<UnsafeMutableRawPointer?>) -> Int32).self)
            self.name = unsafeBitCast(
                name,
                to: (@convention(c) (UnsafeMutableRawPointer, UnsafeMutablePointer<CChar>, UInt32) -> Int32).self)
            self.memory = unsafeBitCast(
                memory, to: (@convention(c) (UnsafeMutableRawPointer, UnsafeMutablePointer<UInt64>) -> Int32).self)
            self.driverVersion = unsafeBitCast(
                driverVersion, to: (@convention(c) (UnsafeMutablePointer<CChar>, UInt32) -> Int32).self)
            self.errorText = unsafeBitCast(
                errorText, to: (@convention(c) (Int32) -> UnsafePointer<CChar>?).self)
        }

        func text(of code: Int32) -> String {
            errorText(code).map { String(cString: $0) } ?? "error \(code)"
        }
    }
}
