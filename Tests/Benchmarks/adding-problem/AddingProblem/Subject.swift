import RecurrentNetworks

/// One kind of layer at the adding problem: what its training came to.
struct Subject {
    static let units = 64
    static let trainingSequences = 40_000
    static let epochs = 10
    static let window = 50

    let name: String
    /// The mean squared error of every `window` training steps, a batch each.
    private(set) var losses: [Double] = []
    /// Of sequences that training never saw.
    private(set) var validationLoss = Double.nan
    private(set) var seconds = 0.0
    /// By time step: ‖∂L/∂h‖ over that of the last step, the median of some sequences. L is the squared error.
    private(set) var before: [Double]
    private(set) var after: [Double] = []

    /// Training steps until the error of a window stayed below 0.01; nil where it never did.
    var solved: Int? {
        guard let last = losses.last, last < 0.01 else { return nil }
        let start = (losses.lastIndex { $0 >= 0.01 } ?? -1) + 1
        return (start + 1) * Self.window
    }

    var steps: Int { losses.count * Self.window }

    init(_ name: String, _ layer: LayerConfiguration, threads: Int, progress: (String) -> Void) throws {
        self.name = name
        let configuration = NetworkConfiguration(layers: [
            .input(features: 2), layer, .dense(units: 1),
        ])
        var options = TrainingOptions()
        options.loss = .meanSquaredError
        options.optimiser = .adam()
        options.learningRate = 0.002
        options.clipping = .globalNorm(1)
        options.batchSize = 50
        options.epochs = Self.epochs
        options.patience = nil
        options.threads = threads
        let start = try Network(
            configuration: configuration,
            weights: initialWeights(of: NetworkPlan(configuration), seed: options.seed))
        before = try Self.gradientNorms(of: start)

        var sum = 0.0
        var losses: [Double] = []
        let result = try Trainer(configuration: configuration, options: options).train(
            on: Task.sequences(Self.trainingSequences, seed: 1), validation: Task.unseen
        ) { state in
            if let record = state.finished {
                progress(
                    "\(name): epoch \(record.epoch) of \(state.epochs), error \(record.loss), "
                        + "of unseen sequences \(record.validationLoss ?? .nan), \(Int(record.seconds)) s")
                return true
            }
            // The loss is the mean of the epoch so far, and every batch has as many sequences.
            let total = state.loss * Double(state.batch)
            if state.batch == 1 { sum = 0 }
            if state.batch.isMultiple(of: Self.window) {
                losses.append((total - sum) / Double(Self.window))
                sum = total
            }
            return true
        }
        self.losses = losses
        seconds = result.history.reduce(0) { $0 + $1.seconds }
        validationLoss = result.history.compactMap(\.validationLoss).min() ?? .nan
        after = try Self.gradientNorms(of: result.network)
    }

    /// ∂L/∂h is 2 (answer − target) ∂answer/∂h: the error is the same at every step, and falls out of the ratio.
    private static func gradientNorms(of network: Network) throws -> [Double] {
        let set = Task.sequences(65, seed: 3)
        var ratios: [[Double]] = []
        for row in 0..<set.count {
            let steps = set.steps(of: row)
            let features = Array(set.features[(2 * steps.lowerBound)..<(2 * steps.upperBound)])
            let states = try SequenceExplainer(network, features: features).states(of: 0)
            guard let norms = states.first?.gradientNorms, let last = norms.last, last > 0 else { continue }
            ratios.append(norms.map { $0 / last })
        }
        return (0..<Task.steps).map { step in ratios.map { $0[step] }.sorted()[ratios.count / 2] }
    }
}
