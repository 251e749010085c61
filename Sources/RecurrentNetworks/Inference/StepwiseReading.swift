import Numerics

// Reading a part of a sequence at a time. However a sequence is split, the bits are those of one run over it.

extension CompiledNetwork {
    /// Goes on from a state over further steps. A network that answers with a sequence is read too, its last layers
    /// left out: `output` has them for the last step.
    package func read(_ ids: UnsafeBufferPointer<Int32>, width: Int, _ state: inout NetworkState) {
        eachBlock(of: ids, width: width, &state) { flow, ids in
            run(ids, width: width, through: stages[..<remembering], &flow)
        }
    }

    /// The network's output as if the sequence ended here, (features): of a network that answers with a sequence,
    /// the output of the last step. It replaces what `output` holds, whose memory is used again.
    package func output(of state: NetworkState, into output: inout [Float]) {
        let workspace = workspaces.take(requirements, steps: 1)
        defer { workspaces.giveBack(workspace) }
        var flow = Flow(steps: 1, workspace: workspace)
        state.values.withUnsafeBufferPointer { values in
            guard let start = values.baseAddress, let last = stages[..<remembering].last else { return }
            let carried = start + (values.count - last.carriedCount)
            switch last {
            case .recurrent(let layer): workspace.output.update(from: carried, count: layer.cell.units)
            case .pooling(let layer): layer.finish(carried, seen: state.counted, into: workspace.output)
            case .bidirectional, .dense: break
            }
        }
        flow.turn()
        run(stages[remembering...], &flow)
        output.removeAll(keepingCapacity: true)
        output.append(contentsOf: UnsafeBufferPointer(start: workspace.input, count: self.output.features))
    }

    /// Goes on from a state over further steps and gives the output after each of them, (T, features) row-major: of
    /// a network that answers with a vector, what it would answer if the sequence ended there.
    package func outputs(
        reading ids: UnsafeBufferPointer<Int32>, width: Int, _ state: inout NetworkState
    ) -> [Float] {
        var outputs: [Float] = []
        outputs.reserveCapacity((width > 0 ? ids.count / width : 0) * output.features)
        eachBlock(of: ids, width: width, &state) { flow, ids in
            flow.everyStep = true
            run(ids, width: width, through: stages[...], &flow)
            outputs.append(
                contentsOf: UnsafeBufferPointer(
                    start: flow.workspace.input, count: flow.steps * output.features))
        }
        return outputs
    }

    /// The states in which the recurrent layers end a sequence, of any network: see `NetworkState.recurrent`.
    package func recurrentStates(ids: UnsafeBufferPointer<Int32>, width: Int) -> [RecurrentState] {
        var state = initialState
        let steps = width > 0 ? ids.count / width : 0
        pass(ids, steps: steps, &state) { flow, ids in
            run(ids, width: width, through: stages[..<remembering], &flow)
        }
        return state.recurrent
    }

    /// A long sequence takes no more memory than a block: its state is carried on.
    private func eachBlock(
        of ids: UnsafeBufferPointer<Int32>, width: Int, _ state: inout NetworkState,
        _ body: (inout Flow, UnsafeBufferPointer<Int32>) -> Void
    ) {
        precondition(state.values.count == initialState.values.count, "the state is that of another network")
        let steps = width > 0 ? ids.count / width : 0
        var done = 0
        while done < steps {
            let count = min(Workspace.block, steps - done)
            let block = UnsafeBufferPointer(rebasing: ids[(done * width)..<((done + count) * width)])
            pass(block, steps: count, &state, body)
            done += count
        }
    }

    /// Runs some steps with a state at hand.
    private func pass(
        _ ids: UnsafeBufferPointer<Int32>, steps: Int, _ state: inout NetworkState,
        _ body: (inout Flow, UnsafeBufferPointer<Int32>) -> Void
    ) {
        let workspace = workspaces.take(requirements, steps: steps)
        defer { workspaces.giveBack(workspace) }
        var flow = Flow(steps: steps, workspace: workspace)
        flow.before = state.counted
        state.values.withUnsafeMutableBufferPointer { values in
            flow.carried = values.baseAddress
            body(&flow, ids)
        }
        state.steps += steps
        state.counted += flow.valid
    }
}

// MARK: - The door

extension Network {
    /// The state before the first step, or with the recurrent layers in given states, the first layer's first: an
    /// encoder's, say, where this is the decoder (Keras's `initial_state`). Layers without one begin from zero.
    ///
    /// Throws where the network cannot be read forwards, and where a state does not fit its layer.
    package func initialState(_ recurrent: [RecurrentState] = []) throws(NetworkError) -> NetworkState {
        if let obstacle = plan.obstacleToReading { throw obstacle }
        var state = compiled.initialState
        try state.set(recurrent)
        return state
    }

    /// Goes on from a state over further steps of `width` ids each. Any split of a sequence gives the same bits as
    /// one run. A state is of `initialState`; another network's is a mistake that ends the process.
    package func read(_ ids: UnsafeBufferPointer<Int32>, width: Int, _ state: inout NetworkState) {
        compiled.read(ids, width: width, &state)
    }

    /// The output as if the sequence ended here, (features): what `predict` answers after the steps that the state has
    /// read, or the last row of it where it answers with a sequence. It replaces what `output` holds, without
    /// allocating where that has the room.
    package func output(of state: NetworkState, into output: inout [Float]) {
        compiled.output(of: state, into: &output)
    }

    /// The output as if the sequence ended here, (features).
    package func output(of state: NetworkState) -> [Float] {
        var output: [Float] = []
        compiled.output(of: state, into: &output)
        return output
    }

    /// Goes on from a state and gives the output after each of the steps, (T, features) row-major, in one pass: from
    /// the initial state these are the outputs of all prefixes.
    package func outputs(
        reading ids: UnsafeBufferPointer<Int32>, width: Int, _ state: inout NetworkState
    ) -> [Float] {
        compiled.outputs(reading: ids, width: width, &state)
    }

    /// The states in which the recurrent layers end the sequence (Keras's `return_state`), whether the network can be
    /// read forwards or not; of a bidirectional layer the forward state, then the backward one.
    package func recurrentStates(ids: UnsafeBufferPointer<Int32>, width: Int) -> [RecurrentState] {
        compiled.recurrentStates(ids: ids, width: width)
    }
}
