import Numerics

/// The x·W + b of every id for one direction of a layer.
struct FoldedTable: Sendable {
    /// (entries + 1, columns) arranged; the last row is that of the zero vector, for ids outside the embedding.
    let table: AlignedBuffer
    let entries: Int
    let columns: Int

    func row(_ id: Int32) -> UnsafePointer<Float> {
        let row = id >= 0 && Int(id) < entries ? Int(id) : entries
        return UnsafePointer(table.pointer + row * columns)
    }

    /// out (count, columns): the rows of some ids.
    func copy(_ ids: UnsafePointer<Int32>, count: Int, into out: UnsafeMutablePointer<Float>) {
        for step in 0..<count { (out + step * columns).update(from: row(ids[step]), count: columns) }
    }
}

/// (T, K) ids → (T, dimension), and the mask.
struct CompiledEmbedding: Sendable {
    let entries: Int
    let dimension: Int
    let maskZero: Bool
    let values: Tensor.Values
    let kernels: Kernels
    /// One for each direction of the layer that follows; empty where its products are computed.
    private(set) var folded: [FoldedTable] = []

    init(plan: LayerPlan?, _ reader: WeightReader, _ kernels: Kernels) {
        self.kernels = kernels
        guard let plan, let options = plan.configuration.embeddingOptions,
            let tensor = reader.weights[plan.name + "/embeddings"]
        else {
            (entries, dimension, maskZero, values) = (0, 0, false, .float32([]))
            return
        }
        entries = options.inputDimension
        dimension = options.outputDimension
        maskZero = options.maskZero
        values = tensor.values
    }

    var bytes: Int {
        let rows =
            switch values {
            case .float32(let values): values.count * MemoryLayout<Float>.stride
            case .int8(let rows, let scales): rows.count + scales.count * MemoryLayout<Float>.stride
            }
        return folded.reduce(rows) { $0 + $1.table.bytes }
    }

    /// Makes the table of a cell's input products.
    mutating func fold(_ cell: CompiledCell) {
        let columns = cell.gates * cell.padded
        let table = AlignedBuffer(count: (entries + 1) * columns)
        let block = 64
        let rows = AlignedBuffer(count: block * max(1, dimension))
        for first in stride(from: 0, to: entries + 1, by: block) {
            let count = min(block, entries + 1 - first)
            withRows { source in
                for row in 0..<count {
                    copyRow(Int32(first + row), of: source, into: rows.pointer + row * dimension)
                }
            }
            cell.project(rows.pointer, stride: dimension, steps: count, into: table.pointer + first * columns)
        }
        folded.append(FoldedTable(table: table, entries: entries, columns: columns))
    }

    /// The mask and, without gaps, the ids that count, for a layer that reads the table by them.
    func prepareFolded(_ ids: UnsafeBufferPointer<Int32>, _ flow: inout Flow) {
        markMask(ids, width: 1, &flow)
        var count = 0
        for step in 0..<flow.steps where !flow.isMasked || flow.workspace.mask[step] != 0 {
            flow.workspace.ids[count] = ids[step]
            count += 1
        }
    }

    /// Sets the flow's mask: a step counts unless all its ids are 0.
    func markMask(_ ids: UnsafeBufferPointer<Int32>, width: Int, _ flow: inout Flow) {
        guard maskZero else { return }
        var valid = 0
        for step in 0..<flow.steps {
            var counts = false
            for id in ids[(step * width)..<((step + 1) * width)] where id != 0 {
                counts = true
                break
            }
            flow.workspace.mask[step] = counts ? 1 : 0
            valid += counts ? 1 : 0
        }
        flow.valid = valid
    }

    func run(_ ids: UnsafeBufferPointer<Int32>, width: Int, _ flow: inout Flow) {
        markMask(ids, width: width, &flow)
        let out = flow.workspace.output
        withRows { rows in
            guard width != 1 else {
                for step in 0..<flow.steps { copyRow(ids[step], of: rows, into: out + step * dimension) }
                return
            }
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: max(1, width)) { kept in
                guard let start = kept.baseAddress else { return }
                for step in 0..<flow.steps {
                    var count = 0
                    // Padding, and what is no entry, adds nothing.
                    for id in ids[(step * width)..<((step + 1) * width)] where id != 0 && isEntry(id) {
                        start[count] = id
                        count += 1
                    }
                    gather(start, count: count, of: rows, into: out + step * dimension)
                }
            }
        }
        flow.turn()
    }

    private func isEntry(_ id: Int32) -> Bool { id >= 0 && Int(id) < entries }

    /// The table as the kernels read it.
    private enum Rows {
        case float32(UnsafePointer<Float>)
        case int8(UnsafePointer<Int8>, scales: UnsafePointer<Float>)
    }

    private func withRows(_ body: (Rows) -> Void) {
        switch values {
        case .float32(let table):
            table.withUnsafeBufferPointer { table in
                if let start = table.baseAddress { body(.float32(start)) }
            }
        case .int8(let rows, let scales):
            rows.withUnsafeBufferPointer { rows in
                scales.withUnsafeBufferPointer { scales in
                    if let start = rows.baseAddress, let scales = scales.baseAddress {
                        body(.int8(start, scales: scales))
                    }
                }
            }
        }
    }

    private func copyRow(_ id: Int32, of rows: Rows, into out: UnsafeMutablePointer<Float>) {
        guard isEntry(id) else { return out.update(repeating: 0, count: dimension) }
        switch rows {
        case .float32(let table): out.update(from: table + Int(id) * dimension, count: dimension)
        case .int8: withUnsafePointer(to: id) { gather($0, count: 1, of: rows, into: out) }
        }
    }

    private func gather(
        _ ids: UnsafePointer<Int32>, count: Int, of rows: Rows, into out: UnsafeMutablePointer<Float>
    ) {
        switch rows {
        case .float32(let table):
            kernels.gatherSum(dimension, rows: table, ids: ids, count: count, into: out)
        case .int8(let rows, let scales):
            kernels.gatherSum(dimension, rows: rows, scales: scales, ids: ids, count: count, into: out)
        }
    }
}
