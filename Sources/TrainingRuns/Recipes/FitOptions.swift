import JSON
import Models
package import RecurrentNetworks

/// The `fit` part of a recipe, in Keras's vocabulary. What it leaves out has the default written here.
package struct FitOptions: Sendable, Equatable {
    /// epochs, batch_size, optimizer, learning_rate, schedule, global_clipnorm or clipnorm or clipvalue, weight_decay,
    /// label_smoothing, patience, monitor, ema_momentum, seed.
    package var training = TrainingOptions()
    /// nil: the cross-entropy that suits the last layer.
    package var loss: Loss?
    /// The share of the rows kept aside to tell when to stop.
    package var validationSplit = 0.2
    /// Of a series, whose last rows they are: the share kept aside to measure the finished model with.
    package var testSplit = 0.2
    /// Draw them so that every label keeps its share; false takes the last rows of the file, as Keras does.
    package var isStratified = true
    /// What the loss of a label's rows is multiplied by in training; labels that are not named have 1.
    package var classWeights: [String: Float] = [:]

    package init() {}

    private enum LossName: String, CaseIterable {
        case sparseCategoricalCrossentropy = "sparse_categorical_crossentropy"
        case categoricalCrossentropy = "categorical_crossentropy"
        case binaryCrossentropy = "binary_crossentropy"
        case meanSquaredError = "mean_squared_error"
        case meanAbsoluteError = "mean_absolute_error"
        case huber
        case quantile

        /// Whether targets are classes or distributions is the task's to say.
        var loss: Loss {
            switch self {
            case .sparseCategoricalCrossentropy, .categoricalCrossentropy: .crossEntropy
            case .binaryCrossentropy: .binaryCrossEntropy
            case .meanSquaredError: .meanSquaredError
            case .meanAbsoluteError: .meanAbsoluteError
            case .huber: .huber()
            // Which ones the recipe of a series says elsewhere.
            case .quantile: .quantile([])
            }
        }
    }

    private enum Schedule: String, CaseIterable {
        case constant
        case warmUpCosine = "warm_up_cosine"
        case warmUpLinear = "warm_up_linear"
        case reduceOnPlateau = "reduce_lr_on_plateau"
    }

    private enum Monitor: String, CaseIterable {
        case validationLoss = "val_loss"
        case validationAccuracy = "val_accuracy"
    }

    static let names = [
        "epochs", "batch_size", "loss", "optimizer", "learning_rate", "schedule", "warm_up", "factor",
        "plateau_patience",
        "truncate", "global_clipnorm", "clipnorm", "clipvalue", "weight_decay", "label_smoothing", "patience",
        "monitor", "ema_momentum", "validation_split",
        "stratified", "seed",
        "class_weight",
    ]

    /// A series is never shuffled, and has a test part instead.
    static let seriesNames = names.filter { $0 != "stratified" && $0 != "class_weight" } + ["test_split"]

    init(_ fields: Fields, ofSeries: Bool = false) throws(FieldError) {
        try fields.allowOnly(ofSeries ? Self.seriesNames : Self.names)
        let given = FitOptions()
        training.epochs = try fields.whole("epochs", 1...100_000) ?? given.training.epochs
        training.batchSize = try fields.whole("batch_size", 1...1 << 20) ?? given.training.batchSize
        if fields.has("loss"), try !fields.isNull("loss") {
            loss = try fields.choice("loss", default: LossName.sparseCategoricalCrossentropy).loss
        }
        let optimizer = try OptimiserCoding.decode(fields)
        training.optimiser = optimizer.optimiser
        training.learningRate = try fields.real("learning_rate", above: 0, atMost: 10) ?? optimizer.learningRate
        training.weightDecay = try fields.real("weight_decay", from: 0, below: 1) ?? optimizer.weightDecay
        training.clipping = try OptimiserCoding.decodeClipping(fields, default: given.training.clipping)
        training.labelSmoothing = try fields.real("label_smoothing", from: 0, below: 1) ?? 0
        training.seed = UInt64(try fields.whole("seed", 0...Int.max) ?? 1)
        if try fields.isNull("patience") {
            training.patience = nil
        } else {
            training.patience = try fields.whole("patience", 0...100_000) ?? given.training.patience
        }
        if try !fields.isNull("ema_momentum") {
            training.averaging = try fields.real("ema_momentum", above: 0, below: 1)
        }
        switch try fields.choice("monitor", default: Monitor.validationLoss) {
        case .validationLoss: training.monitor = .validationLoss
        case .validationAccuracy: training.monitor = .validationAccuracy
        }
        let warmUp: Double = Double(try fields.real("warm_up", from: 0, below: 1) ?? 0.1)
        switch try fields.choice("schedule", default: Schedule.constant) {
        case .constant: training.schedule = .constant
        case .warmUpCosine: training.schedule = .warmUpCosine(warmUp: warmUp)
        case .warmUpLinear: training.schedule = .warmUpLinear(warmUp: warmUp)
        case .reduceOnPlateau:
            training.schedule = .reduceOnPlateau(
                factor: Double(try fields.real("factor", above: 0, below: 1) ?? 0.1),
                patience: try fields.whole("plateau_patience", 1...100_000) ?? 10)
        }
        if try !fields.isNull("truncate") { training.truncation = try fields.whole("truncate", 1...1_000_000) }
        validationSplit = try Self.share("validation_split", of: fields, default: given.validationSplit)
        testSplit = try Self.share("test_split", of: fields, default: given.testSplit)
        isStratified = try fields.bool("stratified", default: given.isStratified)
        if fields.has("class_weight") {
            let weights = try fields.fields("class_weight")
            for label in weights.names {
                classWeights[label] = try weights.real(label, from: 0, below: 1e6)
            }
        }
    }

    private static func share(_ name: String, of fields: Fields, default missing: Double) throws(FieldError) -> Double {
        let share = fields.has(name) ? try fields.number(name) : missing
        guard share >= 0, share < 1 else {
            throw FieldError(
                field: fields.path(of: name),
                reason: "\(share) came; expected 0 (keep nothing aside) or more, and less than 1")
        }
        return share
    }
}

// MARK: - Writing

extension FitOptions {
    /// Everything, defaults too, so that it says what it says when the defaults are others.
    func encode(ofSeries: Bool = false) -> JSONValue {
        let schedule: (name: Schedule, options: [(name: String, value: JSONValue)]) =
            switch training.schedule {
            case .constant: (.constant, [])
            case .warmUpCosine(let share): (.warmUpCosine, [("warm_up", .shortest(Float(share)))])
            case .warmUpLinear(let share): (.warmUpLinear, [("warm_up", .shortest(Float(share)))])
            case .reduceOnPlateau(let factor, let patience):
                (
                    .reduceOnPlateau,
                    [("factor", .shortest(Float(factor))), ("plateau_patience", .integer(Int64(patience)))]
                )
            }
        let monitor: Monitor =
            switch training.monitor {
            case .validationLoss: .validationLoss
            case .validationAccuracy: .validationAccuracy
            }
        let loss: LossName? = if case .quantile = loss { .quantile } else { .allCases.first { $0.loss == self.loss } }
        var members: [(name: String, value: JSONValue)] = [
            ("epochs", .integer(Int64(training.epochs))), ("batch_size", .integer(Int64(training.batchSize))),
            ("loss", loss.map { .string($0.rawValue) } ?? .null),
            ("optimizer", OptimiserCoding.encode(training.optimiser)),
            ("learning_rate", .shortest(training.learningRate)), ("schedule", .string(schedule.name.rawValue)),
        ]
        members += schedule.options
        if let steps = training.truncation { members.append(("truncate", .integer(Int64(steps)))) }
        members += [
            OptimiserCoding.encode(training.clipping),
            ("weight_decay", .shortest(training.weightDecay)),
            ("label_smoothing", .shortest(training.labelSmoothing)),
            ("patience", training.patience.map { .integer(Int64($0)) } ?? .null),
            ("monitor", .string(monitor.rawValue)),
            ("ema_momentum", training.averaging.map(JSONValue.shortest) ?? .null),
            ("validation_split", .number(validationSplit)),
            ofSeries ? ("test_split", .number(testSplit)) : ("stratified", .bool(isStratified)),
            ("seed", .integer(Int64(clamping: training.seed))),
        ]
        if !classWeights.isEmpty {
            let weights = classWeights.sorted { $0.key < $1.key }
            members.append(
                ("class_weight", .object(JSONObject(weights.map { (name: $0.key, value: .shortest($0.value)) }))))
        }
        return .object(JSONObject(members))
    }
}
