package import Numerics

/// A network in the form that answers: weights packed for the kernels, one sequence at a time, no allocation in
/// a step. Made from a plan and weights that `Network` has checked; immutable, and safe to use from any thread.
///
/// Steps that a mask leaves out are computed by no recurrent layer: their outputs are filled in afterwards as
/// Keras has them, repeated from the step before, or zero inside `Bidirectional`.
package final class CompiledNetwork: Sendable {
    /// How the first recurrent layer gets x·W + b.
    package enum InputProduct: Sendable {
        /// One matrix product over all steps.
        case computed
        /// A row for each id and direction, made beforehand: entries · gates · units floats, and no product at run
        /// time. Only where the layer directly follows an embedding of one id a step; elsewhere it is computed.
        case folded
    }

    /// The answer to one sequence.
    package struct Answer: Sendable, Equatable {
        /// The steps that the tensors have rows for, or nil where they are vectors.
        package var steps: Int?
        /// One (features) or (T, features), row-major; two, forward first, from a bidirectional layer that does
        /// not merge.
        package var tensors: [[Float]]
    }

    let embedding: CompiledEmbedding
    let stages: [Stage]
    let input: LayerShape
    let output: LayerShape
    /// How many stages there are up to the last that remembers something of the steps.
    let remembering: Int
    /// The state before the first step.
    package let initialState: NetworkState
    let requirements: Workspace.Requirements
    let workspaces = WorkspacePool()

    /// What follows the embedding; Dropout is nothing at run time, nor is a CRF, whose scores go through: no stages.
    enum Stage: Sendable {
        case recurrent(CompiledRecurrentLayer)
        case bidirectional(CompiledBidirectional)
        case dense(CompiledDense)
        case normalization(CompiledNormalization)
        case activation(Activation, features: Int)
        case pooling(CompiledPooling)
        case attention(CompiledAttention)
    }

    /// The weights are those of the plan, by name and shape: nothing is checked again. `precision` is that of the
    /// recurrent layers' products.
    package init(
        plan: NetworkPlan, weights: [String: Tensor], kernels: Kernels = .active,
        inputProduct: InputProduct = .computed, precision: Kernels.Precision = .float32
    ) {
        let reader = WeightReader(weights: weights)
        var embedding = CompiledEmbedding(plan: plan.layers.first, reader, kernels)
        var stages: [Stage] = []
        for layer in plan.layers.dropFirst() {
            let features = layer.input.features
            switch layer.configuration {
            case .embedding, .input, .dropout, .conditionalRandomField:
                break
            case .simpleRNN(let options), .gru(let options, _), .lstm(let options):
                let cell = CompiledCell(
                    layer.configuration, prefix: layer.name, features: features, reader, kernels, precision)
                stages.append(.recurrent(CompiledRecurrentLayer(cell: cell, options: options)))
            case .bidirectional(let inner, let merge):
                guard let options = inner.recurrent?.options else { continue }
                let forward = CompiledCell(
                    inner, prefix: layer.name + "/forward", features: features, reader, kernels, precision)
                let backward = CompiledCell(
                    inner, prefix: layer.name + "/backward", features: features, reader, kernels, precision)
                stages.append(
                    .bidirectional(
                        CompiledBidirectional(
                            forward: forward, backward: backward, merge: merge,
                            returnSequences: options.returnSequences)))
            case .dense(let units, let activation):
                stages.append(
                    .dense(
                        CompiledDense(
                            name: layer.name, features: features, units: units, activation: activation, reader,
                            kernels)))
            case .globalPooling(let modes):
                stages.append(
                    .pooling(
                        CompiledPooling(
                            modes: modes, features: features,
                            attention: AlignedBuffer(reader(layer.name + "/attention")), kernels: kernels)))
            case .layerNormalization(let epsilon):
                stages.append(
                    .normalization(
                        CompiledNormalization(
                            name: layer.name, features: features, epsilon: epsilon, reader, kernels)))
            case .activation(let activation):
                stages.append(.activation(activation, features: features))
            case .attention:
                stages.append(.attention(CompiledAttention(features: features, kernels: kernels)))
            }
        }
        if case .folded = inputProduct {
            switch stages.first {
            case .recurrent(let layer): embedding.fold(layer.cell)
            case .bidirectional(let layer):
                embedding.fold(layer.forward)
                embedding.fold(layer.backward)
            default: break
            }
        }
        self.embedding = embedding
        self.stages = stages
        input = plan.input
        output = plan.output
        remembering = (stages.lastIndex { $0.carriedCount > 0 } ?? -1) + 1
        initialState = NetworkState(of: plan)
        requirements = Workspace.Requirements(plan: plan, stages: stages)
    }

    /// The bytes of packed weights and tables; the embedding's rows, which are shared with the network, included.
    package var memory: Int {
        stages.reduce(embedding.bytes) { $0 + $1.bytes }
    }

    /// The output of one sequence of `ids.count / width` steps; an id outside the table adds nothing. Tensors
    /// follow each other where there are two.
    package func predict(ids: UnsafeBufferPointer<Int32>, width: Int) -> [Float] {
        let tensors = answer(ids: ids, width: width).tensors
        guard tensors.count > 1 else { return tensors.first ?? [] }
        return tensors.flatMap { $0 }
    }

    /// The output of one sequence, its tensors apart.
    package func answer(ids: UnsafeBufferPointer<Int32>, width: Int) -> Answer {
        answer(.ids(ids, width: width))
    }

    /// The output of a network that begins with an InputLayer, for `features.count / features a step` steps.
    package func answer(features: UnsafeBufferPointer<Float>) -> Answer {
        answer(.features(features, width: input.features))
    }

    private func answer(_ input: NetworkInput) -> Answer {
        let workspace = workspaces.take(requirements, steps: input.steps)
        defer { workspaces.giveBack(workspace) }
        var flow = Flow(steps: input.steps, workspace: workspace)
        run(input, through: stages[...], &flow)
        return flow.answer(output)
    }

    /// Steps through the embedding, where they are ids, and the first stages.
    func run(_ input: NetworkInput, through first: ArraySlice<Stage>, _ flow: inout Flow) {
        switch input {
        case .ids(let ids, let width):
            guard let layer = first.first, width == 1, let table = embedding.folded.first else {
                embedding.run(ids, width: width, &flow)
                return run(first, &flow)
            }
            embedding.prepareFolded(ids, &flow)
            if case .recurrent(let layer) = layer { layer.run(&flow, from: .table(table)) }
            if case .bidirectional(let layer) = layer { layer.run(&flow, from: embedding.folded) }
            run(first.dropFirst(), &flow)
        case .features(let features, let width):
            if let start = features.baseAddress {
                flow.workspace.output.update(from: start, count: input.steps * width)
            }
            flow.turn()
            run(first, &flow)
        }
    }

    func run(_ stages: ArraySlice<Stage>, _ flow: inout Flow) {
        for stage in stages {
            switch stage {
            case .recurrent(let layer): layer.run(&flow)
            case .bidirectional(let layer): layer.run(&flow)
            case .dense(let layer): layer.run(&flow)
            case .normalization(let layer): layer.run(&flow)
            case .activation(let activation, let features):
                activation.apply(embedding.kernels, flow.workspace.input, rows: flow.rows, features)
            case .pooling(let layer): layer.run(&flow)
            case .attention(let layer): layer.run(&flow)
            }
        }
    }
}

extension CompiledNetwork.Stage {
    fileprivate var bytes: Int {
        switch self {
        case .recurrent(let layer): layer.cell.bytes
        case .bidirectional(let layer): layer.forward.bytes + layer.backward.bytes
        case .dense(let layer): layer.bytes
        case .normalization(let layer): layer.bytes
        case .activation, .attention: 0
        case .pooling(let layer): layer.attention.bytes
        }
    }

    /// The floats that the stage's part of a `NetworkState` has.
    var carriedCount: Int {
        switch self {
        case .recurrent(let layer): layer.cell.carriedCount
        case .bidirectional(let layer): layer.forward.carriedCount + layer.backward.carriedCount
        case .dense, .normalization, .activation, .attention: 0
        case .pooling(let layer): layer.carriedCount
        }
    }
}

/// Float32 weights by name; `Network` has seen to it that they are there.
struct WeightReader {
    let weights: [String: Tensor]

    func callAsFunction(_ name: String) -> [Float] {
        guard case .float32(let values)? = weights[name]?.values else { return [] }
        return values
    }
}
