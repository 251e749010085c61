#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Floats at a 64-byte boundary, zero at first, of a fixed count.
///
/// The pointer is valid while the buffer lives: hold the buffer, or use `withExtendedLifetime`. Sharing one
/// between threads is right only while nobody writes, as its owner must see to.
package final class AlignedBuffer: @unchecked Sendable {
    package static let alignment = 64

    package let count: Int
    package let pointer: UnsafeMutablePointer<Float>

    package init(count: Int) {
        precondition(count >= 0, "a buffer has no negative count")
        self.count = count
        let byteCount = max(1, count) * MemoryLayout<Float>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: Self.alignment)
        LargePages.ask(for: UnsafeMutableRawBufferPointer(start: raw, count: byteCount))
        pointer = raw.bindMemory(to: Float.self, capacity: max(1, count))
        pointer.initialize(repeating: 0, count: max(1, count))
    }

    package convenience init(_ values: some Collection<Float>) {
        self.init(count: values.count)
        _ = UnsafeMutableBufferPointer(start: pointer, count: count).update(fromContentsOf: values)
    }

    deinit {
        UnsafeMutableRawPointer(pointer).deallocate()
    }

    package var bytes: Int { count * MemoryLayout<Float>.stride }

    package var array: [Float] { Array(UnsafeBufferPointer(start: pointer, count: count)) }
}
