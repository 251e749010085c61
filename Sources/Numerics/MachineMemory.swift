#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

package enum MachineMemory {
    /// Bytes of the machine's memory; nil where it does not say.
    package static var size: Int? {
        let size = Int(sysconf(Int32(_SC_PHYS_PAGES))).multipliedReportingOverflow(
            by: Int(sysconf(Int32(_SC_PAGESIZE))))
        return size.overflow || size.partialValue <= 0 ? nil : size.partialValue
    }
}
