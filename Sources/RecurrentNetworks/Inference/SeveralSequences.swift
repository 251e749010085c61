import Numerics

extension CompiledNetwork {
    /// Sequences that go through a layer together.
    private static let rows = 32

    /// The outputs of several sequences of steps of `width` ids, in their order: each is what it is alone, to the bit.
    ///
    /// A first recurrent layer in float32 takes them together, sorted by length, and lets each go as it ends, which
    /// takes half of the time; the layers after it take one after the other.
    package func predict(_ sequences: [[Int32]], width: Int) -> [[Float]] {
        guard sequences.count > 1, case .recurrent(let layer)? = stages.first, layer.cell.takesRows else {
            return sequences.map { $0.withUnsafeBufferPointer { predict(ids: $0, width: width) } }
        }
        let order = sequences.indices.sorted { sequences[$0].count > sequences[$1].count }
        let memory = RowMemory(layer.cell, rows: min(order.count, Self.rows))
        var outputs = [[Float]](repeating: [], count: sequences.count)
        for first in stride(from: 0, to: order.count, by: Self.rows) {
            let chosen = order[first..<min(first + Self.rows, order.count)]
            var flows = chosen.map { index in
                let steps = width > 0 ? sequences[index].count / width : 0
                return (index, Flow(steps: steps, workspace: workspaces.take(requirements, steps: steps)))
            }
            defer { for (_, flow) in flows { workspaces.giveBack(flow.workspace) } }
            let source = embed(sequences, width: width, &flows)
            // Masks leave steps out: the lengths may be in another order now.
            flows.sort { $0.1.valid > $1.1.valid }
            layer.run(flows.map(\.1), from: source, memory)
            for (row, (index, flow)) in flows.enumerated() {
                var flow = flow
                layer.finish(&flow, hidden: memory.final + row * layer.cell.padded)
                run(stages.dropFirst(), &flow)
                outputs[index] = flow.answer(output).tensors.flatMap { $0 }
            }
        }
        return outputs
    }

    private func embed(
        _ sequences: [[Int32]], width: Int, _ flows: inout [(Int, Flow)]
    ) -> CompiledCell.InputSource {
        let table = width == 1 ? embedding.folded.first : nil
        for row in flows.indices {
            sequences[flows[row].0].withUnsafeBufferPointer { ids in
                if table != nil {
                    embedding.prepareFolded(ids, &flows[row].1)
                } else {
                    embedding.run(ids, width: width, &flows[row].1)
                }
            }
        }
        return table.map { .table($0) } ?? .rows
    }
}

/// The memory that several rows need in a layer. U is the padded number of units.
private final class RowMemory {
    /// The steps whose x·W + b is computed at a time: so few that all rows' stay in the second-level cache.
    static let span = 8

    /// (rows, U) each.
    private let states: (AlignedBuffer, AlignedBuffer)
    private let cells, finals: AlignedBuffer
    /// (rows · span, features) and (rows · span, gates · U).
    private let gathered, projected: AlignedBuffer
    /// (rows) where the x·W + b of a step lies, and that of a span's first step.
    let inputs, starts: UnsafeMutablePointer<UnsafePointer<Float>>
    private let rows: Int

    init(_ cell: CompiledCell, rows: Int) {
        self.rows = rows
        states = (AlignedBuffer(count: rows * cell.padded), AlignedBuffer(count: rows * cell.padded))
        cells = AlignedBuffer(count: rows * cell.padded)
        finals = AlignedBuffer(count: rows * cell.padded)
        gathered = AlignedBuffer(count: rows * Self.span * cell.features)
        projected = AlignedBuffer(count: rows * Self.span * cell.gates * cell.padded)
        inputs = .allocate(capacity: max(1, rows))
        inputs.initialize(repeating: UnsafePointer(projected.pointer), count: max(1, rows))
        starts = .allocate(capacity: max(1, rows))
        starts.initialize(repeating: UnsafePointer(projected.pointer), count: max(1, rows))
    }

    deinit {
        inputs.deallocate()
        starts.deallocate()
    }

    var before: UnsafeMutablePointer<Float> { states.0.pointer }
    var after: UnsafeMutablePointer<Float> { states.1.pointer }
    var cell: UnsafeMutablePointer<Float> { cells.pointer }
    /// The states after each row's last step.
    var final: UnsafeMutablePointer<Float> { finals.pointer }
    var rowsOfX: UnsafeMutablePointer<Float> { gathered.pointer }
    var projection: UnsafeMutablePointer<Float> { projected.pointer }

    func clear() {
        for buffer in [states.0, states.1, cells, finals] {
            buffer.pointer.update(repeating: 0, count: buffer.count)
        }
    }
}

extension CompiledRecurrentLayer {
    /// Runs over the steps that count of sequences in order of falling length; the last states are then in the
    /// memory, and, where the layer returns sequences, the outputs of those steps in each flow's workspace.
    fileprivate func run(_ flows: [Flow], from source: CompiledCell.InputSource, _ memory: RowMemory) {
        memory.clear()
        let (units, padded) = (cell.units, cell.padded)
        let xs: [UnsafePointer<Float>] =
            if case .rows = source { flows.map { cell.gatherValid($0) } } else { [] }
        var (before, after) = (memory.before, memory.after)
        var running = flows.count
        let last = flows.first?.valid ?? 0
        for first in stride(from: 0, to: last, by: RowMemory.span) {
            let stride = project(flows, xs, from: source, first: first, memory)
            for step in first..<min(first + RowMemory.span, last) {
                while running > 0, flows[running - 1].valid <= step { running -= 1 }
                for row in 0..<running {
                    if case .table(let table) = source {
                        let flow = flows[row]
                        let id = flow.workspace.ids[options.goBackwards ? flow.valid - 1 - step : step]
                        memory.inputs[row] = table.row(id)
                    } else {
                        memory.inputs[row] = memory.starts[row] + (step - first) * stride
                    }
                }
                cell.step(
                    rows: running, inputs: UnsafePointer(memory.inputs), before: before, after: after,
                    cell: memory.cell)
                for row in 0..<running {
                    let state = after + row * padded
                    if options.returnSequences {
                        (flows[row].workspace.output + step * units).update(from: state, count: units)
                    }
                    if flows[row].valid == step + 1 {
                        (memory.final + row * padded).update(from: state, count: padded)
                    }
                }
                swap(&before, &after)
            }
        }
    }

    /// x·W + b of a span of steps of all rows; the floats from one step to the next.
    private func project(
        _ flows: [Flow], _ xs: [UnsafePointer<Float>], from source: CompiledCell.InputSource, first: Int,
        _ memory: RowMemory
    ) -> Int {
        guard case .rows = source else { return 0 }
        let (features, columns) = (cell.features, cell.gates * cell.padded)
        var places = 0
        for (row, flow) in flows.enumerated() where flow.valid > first {
            let count = min(RowMemory.span, flow.valid - first)
            let start = options.goBackwards ? flow.valid - first - count : first
            (memory.rowsOfX + places * features).update(from: xs[row] + start * features, count: count * features)
            memory.starts[row] = UnsafePointer(
                memory.projection + (options.goBackwards ? places + count - 1 : places) * columns)
            places += count
        }
        cell.project(memory.rowsOfX, stride: features, steps: places, into: memory.projection)
        return options.goBackwards ? -columns : columns
    }

    /// Hands one of the sequences to the next layer.
    fileprivate func finish(_ flow: inout Flow, hidden: UnsafePointer<Float>) {
        let out = flow.workspace.output
        guard options.returnSequences else {
            out.update(from: hidden, count: cell.units)
            return flow.turnToVector()
        }
        flow.spread(
            out, count: cell.units, stride: cell.units,
            masked: options.zeroOutputForMask ? .zero : .previous(first: nil), reversed: options.goBackwards)
        flow.turn()
    }
}
