import Numerics

/// Where a direction writes its outputs.
struct OutputRows {
    var start: UnsafeMutablePointer<Float>
    /// Floats from one step's row to the next.
    var stride: Int
    /// Whether the first row is that of the step that ran first, or that of the first step in time.
    var inOrderOfRunning: Bool
}

extension CompiledCell {
    /// Where x·W + b comes from.
    enum InputSource {
        /// The rows of the flow.
        case rows
        /// A table, by the ids in the workspace.
        case table(FoldedTable)
    }

    /// Runs over the steps of a flow that count, from a state that was kept or else from zero, and leaves the state in
    /// the workspace; rows of outputs are written for those steps only, without gaps.
    func run(
        _ flow: Flow, from source: InputSource = .rows, state carried: UnsafePointer<Float>?, backwards: Bool,
        outputs: OutputRows?
    ) {
        let workspace = flow.workspace
        let state = workspace.state.pointer
        let projection = workspace.projection.pointer
        if let carried { restore(state, from: carried) } else { clear(state) }
        var rows = UnsafePointer(workspace.input)
        if case .rows = source { rows = gatherValid(flow) }
        var done = 0
        while done < flow.valid {
            let steps = min(Workspace.block, flow.valid - done)
            let first = backwards ? flow.valid - done - steps : done
            switch source {
            case .rows: project(rows + first * features, stride: features, steps: steps, into: projection)
            case .table(let table): table.copy(workspace.ids + first, count: steps, into: projection)
            }
            var start: UnsafeMutablePointer<Float>?
            var stride = 0
            if let outputs {
                let forwards = outputs.inOrderOfRunning || !backwards
                start = outputs.start + (forwards ? done : flow.valid - 1 - done) * outputs.stride
                stride = forwards ? outputs.stride : -outputs.stride
            }
            run(
                steps: steps, projection: projection, backwards: backwards, state: state, outputs: start,
                outputStride: stride)
            done += steps
        }
    }

    /// The rows that count, together.
    func gatherValid(_ flow: Flow) -> UnsafePointer<Float> {
        let workspace = flow.workspace
        guard flow.isMasked else { return UnsafePointer(workspace.input) }
        var target = workspace.gathered
        for step in 0..<flow.steps where workspace.mask[step] != 0 {
            target.update(from: workspace.input + step * features, count: features)
            target += features
        }
        return UnsafePointer(workspace.gathered)
    }
}

/// What the outputs of masked steps are.
enum MaskedOutput {
    /// That of the step before; before the first, that of a state that was kept, or zero where there is none.
    case previous(first: UnsafePointer<Float>?)
    case zero
}

extension Flow {
    /// Moves rows without gaps to their steps, and fills the masked ones in. `reversed`: the rows are in the
    /// order of running backwards, and the mask is turned with them.
    func spread(
        _ rows: UnsafeMutablePointer<Float>, count: Int, stride: Int, masked: MaskedOutput, reversed: Bool = false
    ) {
        guard isMasked else { return }
        // From the end, so that no row is overwritten before it has moved.
        var before = valid
        for step in (0..<steps).reversed() {
            let row = rows + step * stride
            if workspace.mask[reversed ? steps - 1 - step : step] != 0 {
                before -= 1
                if before != step { row.update(from: rows + before * stride, count: count) }
            } else if case .previous(let first) = masked,
                let previous = before > 0 ? UnsafePointer(rows + (before - 1) * stride) : first
            {
                row.update(from: previous, count: count)
            } else {
                row.update(repeating: 0, count: count)
            }
        }
    }
}

/// SimpleRNN, GRU or LSTM by itself.
struct CompiledRecurrentLayer: Sendable {
    let cell: CompiledCell
    let options: RecurrentOptions

    func run(_ flow: inout Flow, from source: CompiledCell.InputSource = .rows) {
        let out = flow.workspace.output
        let state = flow.workspace.state.pointer
        let units = cell.units
        let carried = flow.takeCarried(cell.carriedCount)
        guard options.returnSequences || flow.everyStep else {
            cell.run(flow, from: source, state: carried, backwards: options.goBackwards, outputs: nil)
            if let carried { cell.save(state, into: carried) }
            out.update(from: state, count: units)
            return flow.turnToVector()
        }
        let rows = OutputRows(start: out, stride: units, inOrderOfRunning: true)
        cell.run(flow, from: source, state: carried, backwards: options.goBackwards, outputs: rows)
        // The state before is needed until the masked rows are filled in.
        flow.spread(
            out, count: units, stride: units,
            masked: options.zeroOutputForMask ? .zero : .previous(first: carried), reversed: options.goBackwards)
        if let carried { cell.save(state, into: carried) }
        flow.turn()
    }
}

/// Both ways over a sequence, the outputs of the way back turned round in time.
struct CompiledBidirectional: Sendable {
    let forward: CompiledCell
    let backward: CompiledCell
    let merge: MergeMode
    let returnSequences: Bool

    /// `tables`: the input products of both directions, or none.
    func run(_ flow: inout Flow, from tables: [FoldedTable] = []) {
        let out = flow.workspace.output
        let units = forward.units
        let sources: [CompiledCell.InputSource] =
            tables.count == 2 ? tables.map { .table($0) } : [.rows, .rows]
        let directions = [(forward, false, 0), (backward, true, units)]
        for (source, (cell, backwards, column)) in zip(sources, directions) {
            let rows = OutputRows(start: out + column, stride: 2 * units, inOrderOfRunning: false)
            let carried = flow.takeCarried(cell.carriedCount)
            cell.run(
                flow, from: source, state: carried, backwards: backwards, outputs: returnSequences ? rows : nil)
            if let carried { cell.save(flow.workspace.state.pointer, into: carried) }
            if !returnSequences { (out + column).update(from: flow.workspace.state.pointer, count: units) }
        }
        if returnSequences {
            flow.spread(out, count: 2 * units, stride: 2 * units, masked: .zero)
        }
        let count = returnSequences ? flow.steps : 1
        switch merge {
        case .concat, .none: break
        case .sum: combine(out, rows: count) { $0 + $1 }
        case .ave: combine(out, rows: count) { ($0 + $1) / 2 }
        case .mul: combine(out, rows: count) { $0 * $1 }
        }
        if returnSequences { flow.turn() } else { flow.turnToVector() }
    }

    /// (rows, 2 · units) → (rows, units) in place: a row is written where nothing unread lies.
    @inline(__always)
    private func combine(_ values: UnsafeMutablePointer<Float>, rows: Int, _ merged: (Float, Float) -> Float) {
        let units = forward.units
        for row in 0..<rows {
            let from = values + row * 2 * units
            let to = values + row * units
            for unit in 0..<units { to[unit] = merged(from[unit], from[units + unit]) }
        }
    }
}
