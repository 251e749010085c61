package import Numerics

/// Trains a classifier: a network whose last layer is Dense with softmax, one unit a class.
///
/// A seed gives the same weights to the bit for any number of threads, on one instruction set.
package struct Trainer: Sendable {
    package let plan: NetworkPlan
    package let options: TrainingOptions
    private let configuration: NetworkConfiguration
    private let classCount: Int
    private let start: [String: Tensor]
    private let kernels: Kernels

    /// `weights` are those to start from; nil draws them from the seed.
    package init(
        configuration: NetworkConfiguration, options: TrainingOptions, classCount: Int,
        weights: [String: Tensor]? = nil, kernels: Kernels = .active
    ) throws(NetworkError) {
        let plan = try NetworkPlan(configuration)
        guard case .dense(_, activation: .softmax) = plan.layers.last?.configuration, !plan.output.isSequence else {
            throw .invalidConfiguration(
                layer: plan.layers.last?.name ?? "none", came: plan.output.description,
                needed: "Dense with softmax on a vector, as the last layer of a classifier",
                mend: "end the stack with Dense(\(classCount), softmax)")
        }
        guard classCount >= 2, plan.output.features == classCount else {
            throw .invalidConfiguration(
                layer: plan.layers.last?.name ?? "none", came: "\(plan.output.features) units",
                needed: "one for each of \(classCount) classes, and at least two classes",
                mend: classCount < 2 ? "give examples of at least two classes" : "set units to \(classCount)")
        }
        if let weights { _ = try Network(configuration: configuration, weights: weights) }
        self.plan = plan
        self.options = options
        self.configuration = configuration
        self.classCount = classCount
        self.kernels = kernels
        start = weights ?? initialWeights(of: plan, seed: options.seed)
    }

    /// `progress` is called after each batch and at each epoch's end; false stops, and the best weights are kept.
    package func train(
        on set: TrainingSet, validation: TrainingSet? = nil, progress: (TrainingProgress) -> Bool = { _ in true }
    ) throws(TrainingError) -> TrainingResult {
        try options.check()
        let entries = plan.layers.first?.weights.first?.shape.first ?? 0
        try set.check(entries: entries, classes: classCount)
        try validation?.check(entries: entries, classes: classCount)
        let run = TrainingSession(plan, options, start, kernels, set: set, validation: validation)
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
