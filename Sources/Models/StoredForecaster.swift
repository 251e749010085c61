package import RecurrentNetworks
package import TimeSeries

/// A network that continues time series, with all that turns rows into what it reads and its answers into values: after
/// `init` nobody checks again. A class, since it has many parts and is handed on for every answer.
package final class StoredForecaster: Sendable {
    package static let task = "forecast"

    package let name: String
    /// The model's directory, or nil for one that was just trained.
    package let path: String?
    /// The encoder's.
    package let configuration: SeriesConfiguration
    package let encoder: SeriesEncoder
    /// Reads (T, `encoder.featureCount`) and answers `SeriesConfiguration.outputCount` numbers: once, or, where the mode
    /// is stateful, after every row.
    package let network: Network
    /// What a straight line makes of the same windows, to be shown beside the network; nil where none could be fitted.
    package let linear: LinearBaseline?
    /// Nil where there are none, as of labels and of a network that answers with quantiles.
    package let residuals: ResidualIntervals?
    /// By target: see `ForecastErrors.naiveScale`. None where labels are predicted.
    package let naiveScale: [Double]
    package let card: ModelCard

    /// Throws `ModelError.invalid` where the parts contradict each other, naming the file that they are stored in.
    package init(
        name: String, path: String? = nil, encoder: SeriesEncoder, network: Network, linear: LinearBaseline? = nil,
        residuals: ResidualIntervals? = nil, naiveScale: [Double], card: ModelCard = ModelCard()
    ) throws(ModelError) {
        self.name = name
        self.path = path
        configuration = encoder.configuration
        self.encoder = encoder
        self.network = network
        self.linear = linear
        self.residuals = residuals
        self.naiveScale = naiveScale
        self.card = card
        do throws(FieldError) {
            try checkNetwork()
        } catch {
            throw .invalid(path: path ?? name, file: ModelFileName.config.rawValue, reason: error.description)
        }
    }

    private func checkNetwork() throws(FieldError) {
        let plan = network.plan
        guard plan.decoderStart == nil else {
            throw FieldError(field: "decoder", reason: "came; the task forecast answers without one: take it out")
        }
        guard plan.input == .sequence(encoder.featureCount) else {
            throw FieldError(
                field: "layers",
                reason:
                    "the network reads \(plan.input), but a row of these columns is \(encoder.featureCount) numbers; "
                    + "expected an InputLayer of shape [null, \(encoder.featureCount)]")
        }
        let isStateful = configuration.mode == .stateful
        let needed: LayerShape =
            isStateful ? .sequence(configuration.outputCount) : .vector(configuration.outputCount)
        guard plan.output == needed else {
            throw FieldError(
                field: "layers",
                reason:
                    "the network answers with \(plan.output); the mode \(configuration.mode.rawValue) needs \(needed): "
                    + "end the layers with a Dense of \(configuration.outputCount) units on "
                    + (isStateful ? "a sequence (return_sequences)" : "a vector"))
        }
        if isStateful, let obstacle = plan.obstacleToReading {
            throw FieldError(
                field: "layers", reason: "\(obstacle); or take the mode direct, which reads a window at a time")
        }
        if !configuration.labels.isEmpty {
            guard case .dense(_, .softmax)? = plan.layers.last?.configuration else {
                throw FieldError(
                    field: "layers",
                    reason: "the network does not end in probabilities; expected, for \(configuration.labels.count) "
                        + "labels, a Dense with softmax at the end")
            }
        }
        let workspace = plan.workspace(steps: configuration.window)
        guard workspace <= NetworkPlan.maximumWorkspace else {
            throw FieldError(
                field: "series.window",
                reason:
                    "\(configuration.window) rows through these layers take \(workspace >> 20) MiB; expected at most "
                    + "\(NetworkPlan.maximumWorkspace >> 20) MiB: make the window smaller or the layers narrower")
        }
        try checkFigures()
    }

    private func checkFigures() throws(FieldError) {
        let targets = configuration.numericTargets.count
        guard naiveScale.count == targets, naiveScale.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
            throw FieldError(
                field: "series.naive_scale",
                reason: "\(naiveScale) came; expected a number from 0 on for each of \(targets) targets: train again")
        }
        if let linear {
            guard linear.targets == targets, linear.horizon == configuration.horizon,
                linear.window <= configuration.window
            else {
                throw FieldError(
                    field: "series",
                    reason:
                        "a linear baseline of \(linear.targets) targets, a window of \(linear.window) and a horizon of "
                        + "\(linear.horizon) came; expected \(targets), at most \(configuration.window), and "
                        + "\(configuration.horizon): train again")
            }
        }
        if let residuals {
            guard residuals.lower.count == targets, residuals.lower.first?.count == configuration.horizon else {
                throw FieldError(
                    field: "series.residuals",
                    reason: "\(residuals.lower.count) targets with \(residuals.lower.first?.count ?? 0) steps came; "
                        + "expected \(targets) with \(configuration.horizon): train again")
            }
        }
    }
}
