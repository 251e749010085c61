/// The best of the rows that it is told of, as many as are asked for: the most similar first, of equal ones the first.
///
/// A heap with the worst that is kept at its root.
struct BestRows {
    private let capacity: Int
    private var heap: [Neighbour] = []

    /// - Parameter capacity: as many as somebody likes; memory is taken for those that come.
    init(capacity: Int) { self.capacity = max(0, capacity) }

    /// The worst that is kept, where as many are kept as there is room for: a row has to be better than it.
    var worst: Neighbour? { heap.count == capacity ? heap.first : nil }

    mutating func insert(_ neighbour: Neighbour) {
        if heap.count < capacity {
            heap.append(neighbour)
            rise()
        } else if let worst = heap.first, Self.precedes(neighbour, worst) {
            heap[0] = neighbour
            sink()
        }
    }

    func sorted() -> [Neighbour] { heap.sorted(by: Self.precedes) }

    private static func precedes(_ one: Neighbour, _ other: Neighbour) -> Bool {
        one.similarity > other.similarity || one.similarity == other.similarity && one.index < other.index
    }

    private mutating func rise() {
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard Self.precedes(heap[parent], heap[child]) else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func sink() {
        var parent = 0
        while 2 * parent + 1 < heap.count {
            var child = 2 * parent + 1
            if child + 1 < heap.count, Self.precedes(heap[child], heap[child + 1]) { child += 1 }
            guard Self.precedes(heap[parent], heap[child]) else { return }
            heap.swapAt(parent, child)
            parent = child
        }
    }
}
