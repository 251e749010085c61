import Numerics

/// The rows that training moves, (count, stride): padded with zeros, which stay zero, to whole cache lines. Threads
/// read and write them at once without a lock, as Hogwild does (Niu et al., 2011): what one of them misses of another's
/// steps is little and is learned again.
final class TrainingRows: Sendable {
    let count: Int
    let stride: Int
    private let buffer: AlignedBuffer

    init(count: Int, dimensions: Int) {
        self.count = count
        stride = Self.stride(of: dimensions)
        buffer = AlignedBuffer(count: count * stride)
    }

    static func stride(of dimensions: Int) -> Int { (dimensions + 15) / 16 * 16 }

    var start: UnsafeMutablePointer<Float> { buffer.pointer }

    @inline(__always)
    subscript(row: Int) -> UnsafeMutablePointer<Float> { buffer.pointer + row * stride }
}

/// A shard's own copies of the rows that it touches in a round, so that it sees its own steps and not those of others.
final class RowCopies {
    private let rows: TrainingRows
    private let copies: TrainingRows
    /// For each row its copy, or −1.
    private var places: [Int32]
    /// The rows of the copies, and how often each was asked for.
    private var touched: [Int32] = []
    private var uses: [Int32] = []

    /// - Parameter capacity: the most rows that a round touches.
    init(of rows: TrainingRows, dimensions: Int, capacity: Int) {
        self.rows = rows
        copies = TrainingRows(count: min(rows.count, capacity), dimensions: dimensions)
        places = Array(repeating: -1, count: rows.count)
    }

    var start: UnsafeMutablePointer<Float> { copies.start }

    func place(of row: Int) -> Int {
        let place = Int(places[row])
        if place >= 0 {
            uses[place] += 1
            return place
        }
        let new = touched.count
        copies[new].update(from: rows[row], count: rows.stride)
        places[row] = Int32(truncatingIfNeeded: new)
        touched.append(Int32(truncatingIfNeeded: row))
        uses.append(1)
        return new
    }

    /// Makes differences of the copies. While no rows move.
    func finish(_ kernels: Kernels) {
        for (place, row) in touched.enumerated() {
            kernels.multiplyAdd(rows.stride, -1, UnsafePointer(rows[Int(row)]), to: copies[place])
        }
    }

    /// Uses in a round that bring a row half as far as it would ever go with these neighbours.
    private static let halfWay: Float = 8

    /// Moves the rows of one part of `parts` by what the shards moved them: the sum for a row that each shard moves a
    /// little, the mean for one that each brings to its place, since all shards started from the same and the sum would
    /// carry a frequent word as many times too far as there are shards; in between by how often it was used.
    static func merge(_ shards: [RowCopies], part: Int, of parts: Int, _ kernels: Kernels) {
        for shard in shards {
            for (place, row) in shard.touched.enumerated() where Int(row) % parts == part {
                let others = shards.reduce(-1) { $0 + ($1.places[Int(row)] >= 0 ? 1 : 0) }
                let uses = Float(shard.uses[place])
                kernels.multiplyAdd(
                    shard.rows.stride, 1 / (1 + Float(others) * uses / (uses + halfWay)),
                    UnsafePointer(shard.copies[place]), to: shard.rows[Int(row)])
            }
        }
    }

    func forget() {
        for row in touched { places[Int(row)] = -1 }
        touched.removeAll(keepingCapacity: true)
        uses.removeAll(keepingCapacity: true)
    }
}
