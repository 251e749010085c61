#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Which build of Sluice this process runs.
///
/// The daemon tells it in `daemon/status`; a command of another build replaces an idle daemon, so that nobody talks
/// to yesterday's program after an upgrade.
package enum BuildIdentity {
    package static let version = "0.1.0"

    /// The linker's build id in hexadecimal, so that copies of one build are the same build; for a program without
    /// one its size and time of change. `SLUICE_BUILD_ID` overrides it, for tests.
    package static let current: String = {
        if let value = getenv("SLUICE_BUILD_ID"), value.pointee != 0 { return String(cString: value) }
        return ownBuildID() ?? "\(version)-unidentified"
    }()

    private static func ownBuildID() -> String? {
        let descriptor = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        if let id = linkerBuildID(descriptor) { return id }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        return "\(version)-\(status.st_size)-\(changed.tv_sec).\(changed.tv_nsec)"
    }

    /// The NT_GNU_BUILD_ID note of a 64-bit little-endian ELF file (System V ABI, chapters 4 and 5).
    private static func linkerBuildID(_ descriptor: Int32) -> String? {
        guard let header = read(descriptor, at: 0, count: 64), header.starts(with: [0x7f, 0x45, 0x4c, 0x46, 2, 1])
        else { return nil }
        let entrySize = integer(header, at: 54, bytes: 2)
        let entries = integer(header, at: 56, bytes: 2)
        guard entrySize >= 56, entries <= 256,
            let table = read(descriptor, at: integer(header, at: 32, bytes: 8), count: entrySize * entries)
        else { return nil }
        for entry in 0..<entries where integer(table, at: entry * entrySize, bytes: 4) == 4 {
            let offset = integer(table, at: entry * entrySize + 8, bytes: 8)
            let size = integer(table, at: entry * entrySize + 32, bytes: 8)
            guard size <= 65_536, let notes = read(descriptor, at: offset, count: size) else { continue }
            if let id = buildID(inNotes: notes) { return id }
        }
        return nil
    }

    private static func buildID(inNotes notes: [UInt8]) -> String? {
        var position = 0
        while position + 12 <= notes.count {
            let nameSize = integer(notes, at: position, bytes: 4)
            let valueSize = integer(notes, at: position + 4, bytes: 4)
            let kind = integer(notes, at: position + 8, bytes: 4)
            let name = position + 12
            let value = name + (nameSize + 3) / 4 * 4
            guard value + valueSize <= notes.count else { return nil }
            if kind == 3, notes[name..<(name + nameSize)].elementsEqual([0x47, 0x4e, 0x55, 0]) {
                return notes[value..<(value + valueSize)].map { hexadecimal($0) }.joined()
            }
            position = value + (valueSize + 3) / 4 * 4
        }
        return nil
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }

    private static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
        guard count > 0, offset >= 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(offset)) }
        return got == count ? bytes : nil
    }

    private static func integer(_ bytes: [UInt8], at offset: Int, bytes count: Int) -> Int {
        var value: UInt64 = 0
        for index in (0..<count).reversed() { value = value << 8 | UInt64(bytes[offset + index]) }
        return Int(truncatingIfNeeded: value & 0x7fff_ffff_ffff_ffff)
    }
}
