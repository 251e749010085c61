// Reading a part of a sequence at a time. However a sequence is split, the bits are those of one run over it.

extension CompiledNetwork {
    /// Goes on from a state over further steps. A network that answers with a sequence is read too, its last layers
    /// left out: `output` has them for the last step.
    package func read(_ input: NetworkInput, _ state: inout NetworkState) {
        eachBlock(of: input, &state) { flow, block in
            run(block, through: stages[..<remembering], &flow)
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
            case .recurrent(let layer) where layer.options.zeroOutputForMask && !state.lastCounted:
                workspace.output.update(repeating: 0, count: layer.cell.units)
            case .recurrent(let layer): workspace.output.update(from: carried, count: layer.cell.units)
            case .pooling(let layer): layer.finish(carried, seen: state.counted, into: workspace.output)
            case .bidirectional, .dense, .normalization, .activation, .attention: break
            }
        }
        flow.turn()
        run(stages[remembering...], &flow)
        output.removeAll(keepingCapacity: true)
        output.append(contentsOf: UnsafeBufferPointer(start: workspace.input, count: self.output.features))
    }

    /// Goes on from a state over further steps and gives the output after each of them, (T, features) row-major: of
    /// a network that answers with a vector, what it would answer if the sequence ended there.
    package func outputs(reading input: NetworkInput, _ state: inout NetworkState) -> [Float] {
        var outputs: [Float] = []
        outputs.reserveCapacity(input.steps * output.features)
        eachBlock(of: input, &state) { flow, block in
            flow.everyStep = true
            run(block, through: stages[...], &flow)
            outputs.append(
                contentsOf: UnsafeBufferPointer(
                    start: flow.workspace.input, count: flow.steps * output.features))
        }
        return outputs
    }

    /// The states in which the recurrent layers end a sequence, of any network: see `NetworkState.recurrent`.
    package func recurrentStates(_ input: NetworkInput) -> [RecurrentState] {
        var state = initialState
        pass(input, &state) { flow, input in
            run(input, through: stages[..<remembering], &flow)
        }
        return state.recurrent
    }

    /// A long sequence takes no more memory than a block: its state is carried on.
    private func eachBlock(
        of input: NetworkInput, _ state: inout NetworkState, _ body: (inout Flow, NetworkInput) -> Void
    ) {
        precondition(state.parts == initialState.parts, "the state is that of another network")
        let steps = input.steps
        var done = 0
        while done < steps {
            let end = min(done + Workspace.block, steps)
            pass(input[done..<end], &state, body)
            done = end
        }
    }

    /// Runs some steps with a state at hand.
    func pass(
        _ input: NetworkInput, _ state: inout NetworkState, _ body: (inout Flow, NetworkInput) -> Void
    ) {
        let workspace = workspaces.take(requirements, steps: input.steps)
        defer { workspaces.giveBack(workspace) }
        var flow = Flow(steps: input.steps, workspace: workspace)
        flow.before = state.counted
        state.values.withUnsafeMutableBufferPointer { values in
            flow.carried = values.baseAddress
            body(&flow, input)
        }
        state.steps += input.steps
        state.counted += flow.valid
        if input.steps > 0 { state.lastCounted = !flow.isMasked || workspace.mask[input.steps - 1] != 0 }
    }
}

// MARK: - The door

extension Network {
    /// The state before the first step, or with the recurrent layers in given states, the first layer's first: an
    /// encoder's, say, where this is the decoder (Keras's `initial_state`). Layers without one begin from zero. Where
    /// the first steps are masked their outputs repeat the state's, as one run over both sequences has them; Keras's
    /// are 0 there.
    ///
    /// Throws where the network cannot be read forwards, and where a state does not fit its layer.
    package func initialState(_ recurrent: [RecurrentState] = []) throws(NetworkError) -> NetworkState {
        if let obstacle = plan.obstacleToReading { throw obstacle }
        var state = compiled.initialState
        try state.set(recurrent)
        return state
    }

    /// Goes on from a state, which began as this network's `initialState`, over further steps. Any split of a sequence
    /// gives the same bits as one run.
    package func read(_ input: NetworkInput, _ state: inout NetworkState) {
        compiled.read(input, &state)
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
    package func outputs(reading input: NetworkInput, _ state: inout NetworkState) -> [Float] {
        compiled.outputs(reading: input, &state)
    }

    /// The states in which the recurrent layers end the sequence (Keras's `return_state`), whether the network can be
    /// read forwards or not; of a bidirectional layer the forward state, then the backward one.
    package func recurrentStates(_ input: NetworkInput) -> [RecurrentState] {
        compiled.recurrentStates(input)
    }
}
