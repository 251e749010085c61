package import JSON
package import Models
import Numerics
package import RecurrentNetworks
package import TextAnalysis

/// What `sluice train` makes: a text pipeline, layers and how to fit them.
///
///     {"pipeline": {"segmentation": {"method": "character"}, "maximum_length": 200},
///      "vocabulary": {"minimum_count": 2, "maximum_size": 20000, "n_grams": 0},
///      "layers": [{"class_name": "Embedding", "config": {"output_dim": 64}}, …,
///                 {"class_name": "Dense", "config": {"activation": "softmax"}}],
///      "fit": {"epochs": 10, "batch_size": 64, "learning_rate": 0.001}}
///
/// `input_dim` of the Embedding and `units` of the last Dense may be left out: the data decides them. To translate, a
/// `decoder` stands beside the `layers`: the layers that write, which begin in the state that the last of the others ends
/// in. An Attention among them lets them look at all that was read; they work without one too. A misspelt name, layers
/// that do not fit each other and values out of range are refused when the recipe is read.
package struct Recipe: Sendable, Equatable {
    /// A file, or the name of a shipped recipe.
    package let name: String
    /// What the layers must be fit for.
    package let task: Model.Task
    package let pipeline: TextPipelineConfiguration
    /// Tokens seen less often in the training rows are unknown to the model.
    package let minimumCount: Int
    /// The most entries of the vocabulary, the two reserved ones among them.
    package let maximumSize: Int
    /// How many of the most frequent n-grams stand in the vocabulary beside the characters, where the pipeline cuts
    /// by character n-grams.
    package let nGrams: Int
    package var fit: FitOptions
    /// As it was written.
    package let json: JSONValue
    private let layers: JSONValue
    private let decoder: JSONValue?

    /// A shipped recipe by its name, or a file.
    package static func find(_ nameOrPath: String, task: Model.Task = .classify) throws(RecipeError) -> Recipe {
        if let text = ShippedRecipes.named(nameOrPath, for: task) {
            return try Recipe(parsing: Array(text.utf8), name: nameOrPath, task: task)
        }
        let file: FileBytes
        do { file = try FileBytes(path: nameOrPath, maximum: 16_000_000) } catch {
            throw RecipeError(
                recipe: nameOrPath,
                reason: ShippedRecipes.forecasts.contains { $0.name == nameOrPath }
                    ? "it is of --task forecast, and the task is \(task.rawValue)" : "\(error)",
                hint: "give the path of a JSON file, or one of the shipped recipes: "
                    + ShippedRecipes.names.joined(separator: ", "))
        }
        return try Recipe(parsing: file.withUnsafeBytes { Array($0) }, name: nameOrPath, task: task)
    }

    package init(parsing bytes: [UInt8], name: String, task: Model.Task = .classify) throws(RecipeError) {
        let value: JSONValue
        do { value = try JSONValue(parsing: bytes) } catch {
            throw RecipeError(recipe: name, reason: "\(error)", hint: "a recipe is one JSON object")
        }
        self.name = name
        self.task = task
        json = value
        do {
            let fields = try Fields(value, at: "")
            try fields.allowOnly(["pipeline", "vocabulary", "layers", "decoder", "fit"])
            pipeline = try PipelineCoding.decode(fields.value("pipeline", expected: "an object"))
            layers = try fields.value("layers", expected: "an array of layers")
            decoder = try fields.has("decoder") ? Optional(fields.value("decoder")) : Optional.none
            if fields.has("vocabulary") {
                let vocabulary = try fields.fields("vocabulary")
                try vocabulary.allowOnly(["minimum_count", "maximum_size", "n_grams"])
                minimumCount = try vocabulary.size("minimum_count", least: 1) ?? 1
                maximumSize = try vocabulary.size("maximum_size", least: 3) ?? .max
                nGrams = try vocabulary.size("n_grams", least: 0) ?? 0
            } else {
                (minimumCount, maximumSize, nGrams) = (1, .max, 0)
            }
            fit = try fields.has("fit") ? FitOptions(fields.fields("fit")) : FitOptions()
        } catch {
            throw RecipeError(
                recipe: name, reason: error.description,
                hint: "the names and values are those of Keras where it has them")
        }
        // Numbers that the data will decide stand in for themselves here: what can be refused is refused now.
        _ = try configuration(idCount: 3, outputs: 2)
    }

    /// The layers, with what the data decides filled in, after a check that they are fit for the task, with
    /// `outputs` labels over ids below `idCount`.
    package func configuration(idCount: Int, outputs: Int) throws(RecipeError) -> NetworkConfiguration {
        try planned(idCount: idCount, outputs: outputs).configuration
    }

    private func planned(
        idCount: Int, outputs: Int
    ) throws(RecipeError) -> (configuration: NetworkConfiguration, loss: Loss) {
        guard task == .translate || decoder == nil else {
            throw RecipeError(
                recipe: name,
                reason: "decoder: came \(decoder?.array?.count ?? 0) layers, needs none, for the task \(task.rawValue)",
                hint: "take the decoder out, or train with --task translate")
        }
        let sizes = task.sizes(ids: idCount, labels: outputs)
        let configuration: NetworkConfiguration
        do {
            configuration = try LayerCoding.decode(
                layers, decoder: decoder,
                defaults: LayerCoding.Defaults(inputDimension: sizes.rows, outputs: sizes.outputs))
        } catch {
            throw RecipeError(
                recipe: name, reason: error.description,
                hint: "the names and values are those of Keras where it has them")
        }
        let plan: NetworkPlan
        do { plan = try NetworkPlan(configuration) } catch {
            throw RecipeError(recipe: name, reason: error.description, hint: "nothing was trained")
        }
        if let reason = Model.tooLong(pipeline.maximumLength, for: plan) {
            throw RecipeError(
                recipe: name, reason: "pipeline.maximum_length: \(reason)", hint: "nothing was trained")
        }
        let isOneQuestion = Self.isOneQuestion(plan, for: task)
        guard task.accepts(plan) || isOneQuestion else {
            throw RecipeError(
                recipe: name,
                reason: "layer '\(plan.layers.last?.name ?? "none")': came \(plan.output), needs \(task.neededOutput), "
                    + "for the task \(task.rawValue)",
                hint: "\(task.mend); or name another --task")
        }
        if let (reason, mend) = task.obstacle(in: plan) {
            throw RecipeError(recipe: name, reason: reason, hint: "\(mend); or name another --task")
        }
        if let (field, reason) = task.refusal(of: pipeline) {
            throw RecipeError(recipe: name, reason: "pipeline.\(field): \(reason)", hint: "nothing was trained")
        }
        guard plan.output.features >= 2 || isOneQuestion else {
            throw RecipeError(
                recipe: name,
                reason:
                    "layer '\(plan.layers.last?.name ?? "none")': came 1 unit, whose softmax is always 1; needs one for each label, 2 or more",
                hint: "leave units out: the data decides it")
        }
        return (configuration, try loss(of: plan))
    }

    /// Keras's way to tell two classes apart: one sigmoid unit, how probable the second is.
    private static func isOneQuestion(_ plan: NetworkPlan, for task: Model.Task) -> Bool {
        task == .classify && plan.output == .vector(1) && plan.layers.last?.configuration.isSigmoid == true
    }

    /// `fit.loss`, or the cross-entropy of its last layer.
    private func loss(of plan: NetworkPlan) throws(RecipeError) -> Loss {
        let usual: Loss = Self.isOneQuestion(plan, for: task) ? .binaryCrossEntropy : .crossEntropy
        guard let loss = fit.loss else { return usual }
        func refusal(_ came: String, _ needed: String, _ mend: String) -> RecipeError {
            RecipeError(
                recipe: name,
                reason: "fit.loss: came \(came), needs \(needed) after the layer "
                    + "'\(plan.layers.last?.name ?? "none")' (\(plan.output))", hint: mend)
        }
        if case .quantile = loss {
            throw refusal(loss.description, usual.description, "quantiles are of numbers to come: --task forecast")
        }
        let isEntropy = loss == .crossEntropy || loss == .binaryCrossEntropy
        guard loss == usual || task == .classify && !isEntropy else {
            throw refusal(
                loss.description, usual.description,
                isEntropy && task == .classify
                    ? "sparse_categorical_crossentropy goes with softmax, binary_crossentropy with one sigmoid unit; "
                        + "or leave loss out"
                    : "leave loss out")
        }
        if !isEntropy, fit.training.monitor == .validationAccuracy {
            throw refusal(
                loss.description, "a cross-entropy for the monitor val_accuracy, since no other tells an accuracy,",
                "monitor val_loss, or leave loss out")
        }
        if !isEntropy, fit.training.labelSmoothing > 0 {
            throw refusal(loss.description, "a cross-entropy for label_smoothing", "leave label_smoothing or loss out")
        }
        return loss
    }

    /// `configuration`, after the data is known, and what the network is trained by: also refuses numbers of the recipe's own that the data contradicts.
    func configuration(
        fitting pipeline: TextPipeline, labels: [String]
    ) throws(RecipeError) -> (NetworkConfiguration, Loss) {
        let (configuration, loss) = try planned(idCount: pipeline.idCount, outputs: labels.count)
        let needed = task.sizes(ids: pipeline.idCount, labels: labels.count)
        if let rows = configuration.layers.first?.embeddingOptions?.inputDimension, rows != needed.rows {
            let beside = needed.rows > pipeline.idCount ? " and what begins a text" : ""
            throw RecipeError(
                recipe: name,
                reason:
                    "layer 'embedding': came input_dim \(rows), needs \(needed.rows), the ids of the pipeline\(beside)",
                hint: "leave input_dim out: the data decides it")
        }
        // A decoder's outputs are the Embedding's rows, or it would have been refused.
        guard task != .translate else { return (configuration, loss) }
        let outputs = configuration.layers.last { layer in if case .dense = layer { true } else { false } }
        if case .dense(let units, _)? = outputs, units != needed.outputs, task == .generate {
            throw RecipeError(
                recipe: name,
                reason:
                    "the last Dense: came \(units) units, needs \(needed.outputs), the ids of the pipeline and the end "
                    + "of a text",
                hint: "leave units out: the data decides it")
        }
        if case .dense(let units, let activation)? = outputs,
            units != (activation == .sigmoid && labels.count == 2 ? 1 : needed.outputs)
        {
            throw RecipeError(
                recipe: name,
                reason: "the last Dense: came \(units) units, needs \(labels.count), one for each label "
                    + "(\(labels.prefix(10).map { excerpt($0) }.joined(separator: ", "))\(labels.count > 10 ? ", …" : ""))",
                hint: activation == .sigmoid
                    ? "one sigmoid unit tells two labels apart; for more end with softmax and leave units out"
                    : "leave units out: the data decides it")
        }
        return (configuration, loss)
    }
}

extension LayerConfiguration {
    /// Dense with sigmoid.
    var isSigmoid: Bool { if case .dense(_, .sigmoid) = self { true } else { false } }
}

extension Fields {
    fileprivate func size(_ name: String, least: Int) throws(FieldError) -> Int? {
        guard has(name) else { return nil }
        let number = try integer(name)
        guard number >= least else {
            throw FieldError(field: path(of: name), reason: "\(number) came; expected \(least) or more")
        }
        return number
    }
}
