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
        /// A row for each id, made beforehand: entries · gates · units floats, and no product at run time. Only
        /// where the layer directly follows an embedding of one id a step; elsewhere it is computed.
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
    let output: LayerShape
    private let requirements: Workspace.Requirements
    private let workspaces = WorkspacePool()

    /// What follows the embedding; Dropout is nothing at run time, and has no stage.
    enum Stage: Sendable {
        case recurrent(CompiledRecurrentLayer)
        case bidirectional(CompiledBidirectional)
        case dense(CompiledDense)
        case pooling([PoolingMode], features: Int)
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
            case .embedding, .dropout:
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
                stages.append(.pooling(modes, features: features))
            }
        }
        if case .folded = inputProduct, case .recurrent(let layer)? = stages.first {
            embedding.fold(layer.cell)
        }
        self.embedding = embedding
        self.stages = stages
        output = plan.output
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

    package func predict(_ sequences: [[Int32]], width: Int) -> [[Float]] {
        sequences.map { $0.withUnsafeBufferPointer { predict(ids: $0, width: width) } }
    }

    /// The output of one sequence, its tensors apart.
    package func answer(ids: UnsafeBufferPointer<Int32>, width: Int) -> Answer {
        let steps = width > 0 ? ids.count / width : 0
        let workspace = workspaces.take(requirements, steps: steps)
        defer { workspaces.giveBack(workspace) }

        var flow = Flow(steps: steps, workspace: workspace)
        var rest = stages[...]
        if case .recurrent(let layer)? = stages.first, width == 1, embedding.folded != nil {
            embedding.prepareFolded(ids, &flow)
            layer.run(&flow, from: .table(embedding))
            rest = rest.dropFirst()
        } else {
            embedding.run(ids, width: width, &flow)
        }
        for stage in rest {
            switch stage {
            case .recurrent(let layer): layer.run(&flow)
            case .bidirectional(let layer): layer.run(&flow)
            case .dense(let layer): layer.run(&flow)
            case .pooling(let modes, let features): pool(modes, features: features, &flow)
            }
        }
        return flow.answer(output)
    }
}

extension CompiledNetwork.Stage {
    fileprivate var bytes: Int {
        switch self {
        case .recurrent(let layer): layer.cell.bytes
        case .bidirectional(let layer): layer.forward.bytes + layer.backward.bytes
        case .dense(let layer): layer.bytes
        case .pooling: 0
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
