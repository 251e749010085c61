package import Numerics

/// Trains a network on what its options' loss measures.
///
/// A seed gives the same weights to the bit for any number of threads, on one instruction set.
package struct Trainer: Sendable {
    package let plan: NetworkPlan
    package let options: TrainingOptions
    private let configuration: NetworkConfiguration
    private let start: [String: Tensor]?
    private let kernels: Kernels

    /// - Parameters:
    ///   - classCount: how many classes there are to tell apart; nil where the loss is of numbers.
    ///   - isStepwise: whether each step is to be answered, or each sequence once.
    ///   - weights: those to start from; nil draws them from the seed.
    package init(
        configuration: NetworkConfiguration, options: TrainingOptions, classCount: Int? = nil,
        isStepwise: Bool = false, weights: [String: Tensor]? = nil, kernels: Kernels = .active
    ) throws(NetworkError) {
        let plan = try NetworkPlan(configuration)
        try Self.check(plan, options.loss, classCount: classCount, isStepwise: isStepwise)
        if let weights { _ = try Network(configuration: configuration, weights: weights) }
        self.plan = plan
        self.options = options
        self.configuration = configuration
        self.kernels = kernels
        start = weights
    }

    private static func check(
        _ plan: NetworkPlan, _ loss: Loss, classCount: Int?, isStepwise: Bool
    ) throws(NetworkError) {
        let last = plan.layers.last
        func refusal(_ came: String, _ needed: String, _ mend: String) -> NetworkError {
            .invalidConfiguration(layer: last?.name ?? "none", came: came, needed: needed, mend: mend)
        }
        let place = isStepwise ? "every step of a sequence" : "a vector"
        let wanted: (LayerShape) -> Bool = { shape in
            switch shape {
            case .sequence: isStepwise
            case .vector: !isStepwise
            case .ids, .sequencePair, .vectorPair: false
            }
        }
        if loss == .crossEntropy, isStepwise, last?.configuration == .conditionalRandomField, classCount != nil {
            // Its scores are logits already.
        } else if let activation = loss.activation {
            guard case .dense(_, activation) = last?.configuration, wanted(plan.output) else {
                let units = classCount.map { "\($0), " } ?? ""
                throw refusal(
                    plan.output.description, "Dense with \(activation.rawValue) on \(place), for \(loss)",
                    "end the stack with Dense(\(units)\(activation.rawValue))")
            }
        }
        guard wanted(plan.output) else {
            throw refusal(plan.output.description, "an answer to \(place)", "end the stack with Dense on \(place)")
        }
        if case .quantile(let quantiles) = loss, !quantiles.isEmpty {
            guard plan.output.features.isMultiple(of: quantiles.count) else {
                throw refusal(
                    "\(plan.output.features) units", "\(quantiles.count) for each number, for \(loss)",
                    "set units to a multiple of \(quantiles.count)")
            }
        }
        if let classCount {
            guard classCount >= 2, plan.output.features == classCount else {
                throw refusal(
                    "\(plan.output.features) units",
                    "one for each of \(classCount) classes, and at least two classes",
                    classCount < 2 ? "give examples of at least two classes" : "set units to \(classCount)")
            }
        }
    }

    /// - Parameters:
    ///   - state: where an interrupted training of the same rows and options goes on. It ends with the bits of one
    ///     that was not interrupted.
    ///   - progress: called after each batch and at each epoch's end; false stops, and the best weights are kept.
    package func train(
        on set: TrainingSet, validation: TrainingSet? = nil, from state: TrainingState? = nil,
        progress: (TrainingProgress) -> Bool = { _ in true }
    ) throws(TrainingError) -> TrainingResult {
        try options.check()
        if plan.endsInChain, options.labelSmoothing > 0 {
            throw .invalidOption(
                name: "label_smoothing", came: "\(options.labelSmoothing)",
                needed: "0, since a CRF's loss is of whole sequences")
        }
        try set.check(plan, options.loss)
        try validation?.check(plan, options.loss)
        // Drawn here, so that they are not held beside those that they become.
        let run = TrainingSession(
            plan, options, start ?? initialWeights(of: plan, seed: options.seed), kernels, set: set,
            validation: validation)
        if let state { try run.restore(state) }
        let outcome = try run.train(progress)
        do {
            let network = try Network(configuration: configuration, weights: outcome.weights)
            return TrainingResult(
                network: network, history: outcome.history, bestEpoch: outcome.bestEpoch, ending: outcome.ending)
        } catch {
            throw .network(error)
        }
    }
}
