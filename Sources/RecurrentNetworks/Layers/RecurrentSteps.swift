import Numerics

/// One step of each cell with tanh and the sigmoid. Pointers are those of the step: `place` is its first place, `running` its rows.
extension RecurrentRun {
    /// Reads `gates` as x·W + b and `before`; leaves activated gates, `hidden` and `cell`.
    func forwardStep(_ context: ShardContext, first: Bool, running: Int, place: Int, cellBefore: ConstantFloats) {
        if let others = weights.otherActivations {
            return forwardStep(
                context, by: others, first: first, running: running, place: place, cellBefore: cellBefore)
        }
        let (u, width) = (weights.units, weights.width)
        let z = gates.start + place * width
        let h0 = before.start + place * u
        let read = multiplied.start + place * u
        let h = hidden.start + place * u
        switch weights.cell {
        case .simple:
            if !first { weights.recurrent.multiply(z, stride: u, read, stride: u, rows: running, accumulate: true) }
            kernels.tanh(running * u, z, into: h)
        case .lstm:
            if !first { weights.recurrent.multiply(z, stride: width, read, stride: u, rows: running, accumulate: true) }
            kernels.lstmForward(
                rows: running, units: u, gates: z, cellBefore: cellBefore, cell: cell.start + place * u, hidden: h)
        case .gru:
            let sums = recurrentSums.start + place * width
            weights.recurrent.multiply(
                sums, stride: width, read, stride: u, bias: weights.biasOffset.map { context.dense + $0 + width },
                rows: running)
            kernels.gruForward(rows: running, units: u, input: z, recurrent: sums, hiddenBefore: h0, hidden: h)
        case .gruResetBefore:
            resetBeforeForward(first: first, running: running, z: z, h0: h0, read: read, h: h, place: place)
        }
    }

    /// Reads `dHidden` (and `dCell`) of this step; leaves `dGates`, and in `dHidden` (`dCell`) ∂L/∂h₋₁ (∂L/∂c₋₁).
    /// `gatesDone` runs when the gates' gradients stand, before they go back to the state.
    func backwardStep(
        _ context: ShardContext, first: Bool, running: Int, place: Int, cellBefore: ConstantFloats,
        gatesDone: () -> Void
    ) {
        if let others = weights.otherActivations {
            return backwardStep(
                by: others, first: first, running: running, place: place, cellBefore: cellBefore, gatesDone: gatesDone)
        }
        let (u, width) = (weights.units, weights.width)
        let d = dGates(at: place)
        let dh = dHidden.start
        let back = weights.recurrentTransposed
        switch weights.cell {
        case .simple:
            d.update(from: dh, count: running * u)
            kernels.tanhBackward(running * u, hidden.start + place * u, d)
            gatesDone()
            if !first { back.multiply(dh, stride: u, d, stride: u, rows: running) }
            if dropsStates { stateFactors.apply(kernels, to: dh, count: running * u) }
        case .lstm:
            kernels.lstmBackward(
                rows: running, units: u, gates: gates.start + place * width, cellBefore: cellBefore,
                cell: cell.start + place * u, dHidden: dh, dCell: dCell.start, dGates: d)
            gatesDone()
            if !first { back.multiply(dh, stride: u, d, stride: width, rows: running) }
            if dropsStates { stateFactors.apply(kernels, to: dh, count: running * u) }
        case .gru:
            let dr = dRecurrent(at: place)
            kernels.gruBackward(
                rows: running, units: u, gates: gates.start + place * width,
                recurrent: recurrentSums.start + place * width, hiddenBefore: before.start + place * u, dHidden: dh,
                dInput: d, dRecurrent: dr)
            gatesDone()
            if !first { addThroughProduct(dr, running: running) }
        case .gruResetBefore:
            resetBeforeBackward(first: first, running: running, d: d, place: place)
            gatesDone()
            if !first { addThroughProduct(d, running: running) }
        }
    }

    /// Adds to `dHidden` what comes back to h₋₁ through the recurrent product of a GRU, whose h₋₁ goes another way too.
    func addThroughProduct(_ d: Floats, running: Int) {
        let (u, dh, work) = (weights.units, dHidden.start, workRows.start)
        let back = weights.recurrentTransposed
        guard dropsStates else {
            return back.multiply(dh, stride: u, d, stride: weights.width, rows: running, accumulate: true)
        }
        back.multiply(work, stride: u, d, stride: weights.width, rows: running)
        stateFactors.apply(kernels, to: work, count: running * u)
        kernels.add(running * u, work, to: dh)
    }

    /// z, r = σ(x·W + h₋₁·U); h̃ = tanh(x·W + (r⊙h₋₁)·U); h = z⊙h₋₁ + (1−z)⊙h̃. r⊙h₋₁ stays in `recurrentSums`.
    /// `read` is h₋₁ as the products take it.
    private func resetBeforeForward(
        first: Bool, running: Int, z: Floats, h0: Floats, read: Floats, h: Floats, place: Int
    ) {
        let (u, width) = (weights.units, weights.width)
        let reset = recurrentSums.start + place * u
        if !first { weights.recurrent.multiply(z, stride: width, read, stride: u, rows: running, accumulate: true) }
        for row in 0..<running {
            kernels.sigmoid(2 * u, z + row * width, into: z + row * width)
            for i in 0..<u { reset[row * u + i] = z[row * width + u + i] * read[row * u + i] }
        }
        if !first {
            weights.candidate?.multiply(
                z + 2 * u, stride: width, reset, stride: u, rows: running, accumulate: true)
        }
        for row in 0..<running {
            let gate = z + row * width
            kernels.tanh(u, gate + 2 * u, into: gate + 2 * u)
            for i in 0..<u {
                h[row * u + i] = gate[i] * h0[row * u + i] + (1 - gate[i]) * gate[2 * u + i]
            }
        }
    }

    private func resetBeforeBackward(first: Bool, running: Int, d: Floats, place: Int) {
        let (u, width) = (weights.units, weights.width)
        let z = gates.start + place * width
        let h0 = before.start + place * u
        let read = multiplied.start + place * u
        let dh = dHidden.start
        let dReset = workRows.start
        for row in 0..<running {
            let (gate, dGate) = (z + row * width, d + row * width)
            for i in 0..<u {
                let (update, candidate) = (gate[i], gate[2 * u + i])
                let gradient = dh[row * u + i]
                dGate[i] = gradient * (h0[row * u + i] - candidate) * update * (1 - update)
                dGate[2 * u + i] = gradient * (1 - update) * (1 - candidate * candidate)
                dh[row * u + i] = gradient * update
            }
        }
        if first {
            // h₋₁ is 0: r has no effect.
            for row in 0..<running { (d + row * width + u).zero(u) }
            return
        }
        weights.candidateTransposed?.multiply(dReset, stride: u, d + 2 * u, stride: width, rows: running)
        for row in 0..<running {
            let (gate, dGate) = (z + row * width, d + row * width)
            for i in 0..<u {
                let reset = gate[u + i]
                let gradient = dReset[row * u + i]
                dGate[u + i] = gradient * read[row * u + i] * reset * (1 - reset)
                dReset[row * u + i] = gradient * reset
            }
        }
        if dropsStates { stateFactors.apply(kernels, to: dReset, count: running * u) }
        kernels.add(running * u, dReset, to: dh)
    }
}
