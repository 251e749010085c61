/// Room that grows and is never given back until the end: the buffers of a layer, used again batch after batch.
/// Aligned to a cache line; what it holds after growing is undefined.
final class Scratch<Element: BitwiseCopyable> {
    private(set) var start: UnsafeMutablePointer<Element>
    private(set) var capacity: Int

    init(_ count: Int = 0) {
        capacity = count
        start = Self.allocate(count)
    }

    deinit { UnsafeMutableRawPointer(start).deallocate() }

    /// Room for `count` elements. What was there is lost when it has to grow.
    @discardableResult
    func room(for count: Int) -> UnsafeMutablePointer<Element> {
        if count > capacity {
            UnsafeMutableRawPointer(start).deallocate()
            // A half more than asked, since the next batch is a little larger often enough.
            capacity = count + count / 2
            start = Self.allocate(capacity)
        }
        return start
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
        let bytes = max(count, 1) * MemoryLayout<Element>.stride
        return UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
            .bindMemory(to: Element.self, capacity: max(count, 1))
    }
}

typealias Floats = UnsafeMutablePointer<Float>
typealias ConstantFloats = UnsafePointer<Float>

extension UnsafeMutablePointer where Pointee == Float {
    func zero(_ count: Int) { update(repeating: 0, count: count) }
}

extension Scratch where Element == Float {
    /// Room for `count` floats, all zero.
    func zeros(_ count: Int) -> Floats {
        let start = room(for: count)
        start.zero(count)
        return start
    }
}
