import Numerics

/// What one recurrent layer held while it read a sequence, in one direction. Values stand by the sequence's own steps,
/// whichever way the layer went; a state is the one after its step.
package struct LayerStates: Sendable, Equatable {
    package enum Direction: String, Sendable, CaseIterable {
        case forward, backward
    }

    package struct Gate: Sendable, Equatable {
        /// LSTM: input, forget, candidate, output. GRU: update, reset, candidate.
        package let name: String
        /// (T, units) row-major, activated; 0 at masked steps, where no gate has a say.
        package let values: [Float]
    }

    /// The layer's name: "lstm", "bidirectional_1".
    package let layer: String
    package let direction: Direction
    package let units: Int
    /// In the order of the kernel's columns; none for a SimpleRNN.
    package let gates: [Gate]
    /// (T, units) row-major; LSTM only.
    package let cell: [Float]?
    /// (T, units) row-major.
    package let hidden: [Float]
    /// (T): ‖∂output/∂h‖, the Euclidean norm. Towards the layer's first steps it vanishes or explodes where training
    /// would not learn from far back.
    package let gradientNorms: [Double]

    /// The same without the first steps, of which there are so many.
    package func withoutFirst(_ steps: Int) -> LayerStates {
        func rest(_ values: [Float]) -> [Float] { Array(values.dropFirst(steps * units)) }
        return LayerStates(
            layer: layer, direction: direction, units: units,
            gates: gates.map { Gate(name: $0.name, values: rest($0.values)) }, cell: cell.map(rest),
            hidden: rest(hidden), gradientNorms: Array(gradientNorms.dropFirst(steps)))
    }
}

extension SequenceExplainer {
    /// The recurrent layers in the order of the network, of a bidirectional one the forward direction first.
    /// `output` is the number of the answer that gradients are of.
    package func states(of output: Int) -> [LayerStates] {
        precondition((0..<outputCount).contains(output))
        load(rows: 1)
        _ = shard.forward(from: firstValues)
        let runs = shard.runs
        var norms = [[Double]](repeating: [Double](repeating: 0, count: steps), count: runs.count)
        // The closures are called by `backward` alone, which is done before the array is read.
        norms.withUnsafeMutableBufferPointer { norms in
            nonisolated(unsafe) let norms = norms
            for (index, run) in runs.enumerated() {
                run.hiddenGradientSeen = { step, d in
                    norms[index][step] = run.kernels.sumOfSquares(run.weights.units, d).squareRoot()
                }
            }
            _ = backward(from: output, rows: 1)
            for run in runs { run.hiddenGradientSeen = nil }
        }

        var states: [LayerStates] = []
        var isTurned = false
        for layer in plan.layers {
            let directions: Int
            switch layer.configuration {
            case .bidirectional: directions = 2
            case let configuration: directions = configuration.recurrent == nil ? 0 : 1
            }
            for _ in 0..<directions where states.count < runs.count {
                let run = runs[states.count]
                states.append(
                    self.states(of: run, in: layer.name, isTurned: isTurned, norms: norms[states.count]))
            }
            // Its outputs come in the order in which it went.
            if let options = layer.configuration.recurrent?.options, options.goBackwards, options.returnSequences {
                isTurned.toggle()
            }
        }
        return states
    }

    /// - Parameter isTurned: a layer before has turned the sequence round.
    private func states(of run: RecurrentRun, in layer: String, isTurned: Bool, norms: [Double]) -> LayerStates {
        let (u, width) = (run.weights.units, run.weights.width)
        let isBackward = run.options.backwards != isTurned
        let mask = shard.context.batch.mask.start
        // One row: the place of a step in the order of processing is its number.
        let places = (0..<steps).map { isBackward ? steps - 1 - $0 : $0 }
        func rows(_ values: Scratch<Float>, stride: Int, from column: Int = 0) -> [Float] {
            places.flatMap { UnsafeBufferPointer(start: values.start + $0 * stride + column, count: u) }
        }
        let gates = run.weights.cell.gateNames.enumerated().map { index, name in
            var values = rows(run.gates, stride: width, from: index * u)
            for (step, place) in places.enumerated()
            where mask[run.options.backwards ? steps - 1 - place : place] == 0 {
                for i in step * u..<(step + 1) * u { values[i] = 0 }
            }
            return LayerStates.Gate(name: name, values: values)
        }
        return LayerStates(
            layer: layer, direction: isBackward ? .backward : .forward, units: u, gates: gates,
            cell: run.weights.cell == .lstm ? rows(run.cell, stride: u) : nil, hidden: rows(run.hidden, stride: u),
            gradientNorms: places.map { norms[$0] })
    }
}

extension RecurrentWeights.Cell {
    /// In the order of the kernel's columns.
    var gateNames: [String] {
        switch self {
        case .simple: []
        case .gru, .gruResetBefore: ["update", "reset", "candidate"]
        case .lstm: ["input", "forget", "candidate", "output"]
        }
    }
}

extension Network {
    /// How many numbers the gates and states of so many steps are.
    package func stateCount(steps: Int) -> Int {
        let aStep = plan.layers.reduce(0) { sum, layer in
            switch layer.configuration {
            case .bidirectional(let inner, _): sum + 2 * inner.statesOfAStep
            case let configuration: sum + configuration.statesOfAStep
            }
        }
        let (count, overflow) = aStep.multipliedReportingOverflow(by: steps)
        return overflow ? .max : count
    }
}

extension LayerConfiguration {
    /// Gates, cell and hidden state; a SimpleRNN has the last alone.
    fileprivate var statesOfAStep: Int {
        guard let (options, gates) = recurrent else { return 0 }
        switch self {
        case .simpleRNN: return options.units
        case .lstm: return (gates + 2) * options.units
        default: return (gates + 1) * options.units
        }
    }
}
