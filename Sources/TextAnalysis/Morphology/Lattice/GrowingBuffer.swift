/// Memory that grows and is never given back before the end: what a worker keeps between calls. Its elements are plain
/// values.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
    private(set) var pointer: UnsafeMutablePointer<Element>
    private(set) var capacity: Int
    var count = 0

    init(capacity: Int = 64) {
        self.capacity = capacity
        pointer = .allocate(capacity: capacity)
    }

    deinit { pointer.deallocate() }

    /// Makes room for so many elements, keeping the first `count`.
    @inline(__always)
    mutating func reserve(_ wanted: Int) {
        if wanted > capacity { grow(to: wanted) }
    }

    @inline(never)
    private mutating func grow(to wanted: Int) {
        let larger = max(wanted, capacity + capacity / 2)
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        memory.update(from: pointer, count: count)
        pointer.deallocate()
        pointer = memory
        capacity = larger
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        reserve(count + 1)
        pointer[count] = element
        count += 1
    }
}
