import Numerics

/// What a cell's numbers go through: tanh and the sigmoid, or others.
struct CellActivations: Sendable {
    /// The candidate, and an LSTM's cell on its way out; the state of a SimpleRNN.
    let main: Activation
    let gates: Activation

    /// nil for tanh and the sigmoid, which the fused kernels compute.
    init?(other options: RecurrentOptions) {
        guard options.activation != .tanh || options.recurrentActivation != .sigmoid else { return nil }
        main = options.activation
        gates = options.recurrentActivation
    }
}

/// One step of each cell with any activations, row by row. `raw` keeps what the activations were given, since the
/// slopes of some are computed from it.
extension RecurrentRun {
    /// Reads `gates` as x·W + b and `before`; leaves activated gates, `raw`, `hidden` and `cell`.
    func forwardStep(
        _ context: ShardContext, by activations: CellActivations, first: Bool, running: Int, place: Int,
        cellBefore: ConstantFloats
    ) {
        let (u, width) = (weights.units, weights.width)
        let z = gates.start + place * width
        let h0 = before.start + place * u
        let read = multiplied.start + place * u
        let h = hidden.start + place * u
        func apply(_ activation: Activation, _ row: Int, gate: Int) {
            let at = row * width + gate * u
            (raw.start + place * width + at).update(from: z + at, count: u)
            activation.apply(kernels, z + at, rows: 1, u)
        }
        if weights.cell != .gru, !first {
            weights.recurrent.multiply(z, stride: width, read, stride: u, rows: running, accumulate: true)
        }
        switch weights.cell {
        case .simple:
            for row in 0..<running { apply(activations.main, row, gate: 0) }
            h.update(from: z, count: running * u)
        case .lstm:
            let c = cell.start + place * u
            for row in 0..<running {
                for gate in 0..<4 { apply(gate == 2 ? activations.main : activations.gates, row, gate: gate) }
                let (z, c) = (z + row * width, c + row * u)
                for i in 0..<u { c[i] = z[u + i] * cellBefore[row * u + i] + z[i] * z[2 * u + i] }
                (h + row * u).update(from: c, count: u)
                activations.main.apply(kernels, h + row * u, rows: 1, u)
                kernels.multiply(u, z + 3 * u, into: h + row * u)
            }
        case .gru:
            let sums = recurrentSums.start + place * width
            weights.recurrent.multiply(
                sums, stride: width, read, stride: u, bias: weights.biasOffset.map { context.dense + $0 + width },
                rows: running)
            for row in 0..<running {
                let (x, s) = (z + row * width, sums + row * width)
                kernels.add(2 * u, s, to: x)
                for gate in 0..<2 { apply(activations.gates, row, gate: gate) }
                for i in 0..<u { x[2 * u + i] += x[u + i] * s[2 * u + i] }
                apply(activations.main, row, gate: 2)
            }
            mix(running: running, z, h0, into: h)
        case .gruResetBefore:
            let reset = recurrentSums.start + place * u
            for row in 0..<running {
                for gate in 0..<2 { apply(activations.gates, row, gate: gate) }
                for i in 0..<u { reset[row * u + i] = z[row * width + u + i] * read[row * u + i] }
            }
            if !first {
                weights.candidate?.multiply(
                    z + 2 * u, stride: width, reset, stride: u, rows: running, accumulate: true)
            }
            for row in 0..<running { apply(activations.main, row, gate: 2) }
            mix(running: running, z, h0, into: h)
        }
    }

    /// h = z⊙h₋₁ + (1−z)⊙h̃
    private func mix(running: Int, _ gates: Floats, _ before: ConstantFloats, into h: Floats) {
        let (u, width) = (weights.units, weights.width)
        for row in 0..<running {
            let z = gates + row * width
            for i in 0..<u { h[row * u + i] = z[i] * before[row * u + i] + (1 - z[i]) * z[2 * u + i] }
        }
    }

    /// As `backwardStep` does it for tanh and the sigmoid.
    func backwardStep(
        by activations: CellActivations, first: Bool, running: Int, place: Int, cellBefore: ConstantFloats,
        gatesDone: () -> Void
    ) {
        let (u, width) = (weights.units, weights.width)
        let d = dGates(at: place)
        let dh = dHidden.start
        let z = gates.start + place * width
        let h0 = before.start + place * u
        let back = weights.recurrentTransposed
        /// ∂L/∂ a gate becomes that of what its activation was given.
        func slope(_ activation: Activation, _ row: Int, gate: Int) {
            let at = row * width + gate * u
            activation.applySlope(
                kernels, y: z + at, x: raw.start + place * width + at, to: d + at, rows: 1, u)
        }
        switch weights.cell {
        case .simple:
            d.update(from: dh, count: running * u)
            for row in 0..<running { slope(activations.main, row, gate: 0) }
            gatesDone()
            if !first { back.multiply(dh, stride: u, d, stride: u, rows: running) }
            if dropsStates { stateFactors.apply(kernels, to: dh, count: running * u) }
        case .lstm:
            for row in 0..<running {
                let (z, dz, dh, dc) = (z + row * width, d + row * width, dh + row * u, dCell.start + row * u)
                let (c, c0) = (cell.start + (place + row) * u, cellBefore + row * u)
                let (out, dOut) = (workRows.start + row * u, dz + 2 * u)
                out.update(from: c, count: u)
                activations.main.apply(kernels, out, rows: 1, u)
                for i in 0..<u {
                    dz[3 * u + i] = dh[i] * out[i]
                    dOut[i] = dh[i] * z[3 * u + i]
                }
                activations.main.applySlope(kernels, y: out, x: c, to: dOut, rows: 1, u)
                for i in 0..<u {
                    let gradient = dc[i] + dOut[i]
                    dz[i] = gradient * z[2 * u + i]
                    dz[u + i] = gradient * c0[i]
                    dz[2 * u + i] = gradient * z[i]
                    dc[i] = gradient * z[u + i]
                }
                for gate in 0..<4 { slope(gate == 2 ? activations.main : activations.gates, row, gate: gate) }
            }
            gatesDone()
            if !first { back.multiply(dh, stride: u, d, stride: width, rows: running) }
            if dropsStates { stateFactors.apply(kernels, to: dh, count: running * u) }
        case .gru:
            let dr = dRecurrent(at: place)
            for row in 0..<running {
                let s = recurrentSums.start + (place + row) * width
                let (z, dz, ds) = (z + row * width, d + row * width, dr + row * width)
                unmix(z, dh + row * u, h0 + row * u, into: dz)
                slope(activations.main, row, gate: 2)
                for i in 0..<u { dz[u + i] = dz[2 * u + i] * s[2 * u + i] }
                for gate in 0..<2 { slope(activations.gates, row, gate: gate) }
                ds.update(from: dz, count: 2 * u)
                for i in 0..<u { ds[2 * u + i] = dz[2 * u + i] * z[u + i] }
            }
            gatesDone()
            if !first { addThroughProduct(dr, running: running) }
        case .gruResetBefore:
            let dReset = workRows.start
            for row in 0..<running {
                unmix(z + row * width, dh + row * u, h0 + row * u, into: d + row * width)
                slope(activations.main, row, gate: 2)
                slope(activations.gates, row, gate: 0)
                (d + row * width + u).zero(u)
            }
            // Else h₋₁ is 0: r has no effect.
            if !first {
                weights.candidateTransposed?.multiply(dReset, stride: u, d + 2 * u, stride: width, rows: running)
                let read = multiplied.start + place * u
                for row in 0..<running {
                    let (r, dr) = (z + row * width + u, d + row * width + u)
                    for i in 0..<u {
                        dr[i] = dReset[row * u + i] * read[row * u + i]
                        dReset[row * u + i] *= r[i]
                    }
                    slope(activations.gates, row, gate: 1)
                }
                if dropsStates { stateFactors.apply(kernels, to: dReset, count: running * u) }
                kernels.add(running * u, dReset, to: dh)
            }
            gatesDone()
            if !first { addThroughProduct(d, running: running) }
        }
    }

    /// One row: ∂L/∂z and ∂L/∂h̃ into the gates' gradients; what comes straight back to h₋₁ stays in `dh`.
    private func unmix(_ z: ConstantFloats, _ dh: Floats, _ h0: ConstantFloats, into d: Floats) {
        let u = weights.units
        for i in 0..<u {
            d[i] = dh[i] * (h0[i] - z[2 * u + i])
            d[2 * u + i] = dh[i] * (1 - z[i])
            dh[i] *= z[i]
        }
    }
}
