package import JSON

/// `models/train`: trains a model on a data file and writes its directory.
package enum ModelsTrain: RemoteMethod {
    package static let method = "models/train"
    package static let parameters: [Field] = [
        .required("data", .string), .required("output", .string),
        .optional("task", .oneOf(Task.allCases.map(\.rawValue))), .optional("recipe", .string),
        .optional("textColumn", .string), .optional("labelColumn", .string), .optional("feedback", .string),
        .optional("epochs", .integer(1...100_000)), .optional("seed", .integer(0...TextGenerate.greatestSeed)),
    ]

    package enum Task: String, Sendable, CaseIterable {
        case classify, tag, translate, generate
    }

    package struct Parameters: ParameterShape {
        /// Absolute paths: of a file, and of the model directory, which the model is called after.
        package var data: String
        package var output: String
        package var task: Task
        /// The name of a shipped one, or the absolute path of a file. Nil: the default one.
        package var recipe: String?
        /// Nil: the usual ones.
        package var textColumn: String?
        package var labelColumn: String?
        /// Absolute path of a file of corrections.
        package var feedback: String?
        /// In place of the recipe's.
        package var epochs: Int?
        package var seed: Int?

        package init(
            data: String, output: String, task: Task = .classify, recipe: String? = nil, textColumn: String? = nil,
            labelColumn: String? = nil, feedback: String? = nil, epochs: Int? = nil, seed: Int? = nil
        ) {
            self.data = data
            self.output = output
            self.task = task
            self.recipe = recipe
            self.textColumn = textColumn
            self.labelColumn = labelColumn
            self.feedback = feedback
            self.epochs = epochs
            self.seed = seed
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            data = try reader.requiredString("data")
            output = try reader.requiredString("output")
            feedback = reader.string("feedback")
            try SystemPath.checkAbsolute(data, "the data")
            try SystemPath.checkAbsolute(output, "the output")
            if let feedback { try SystemPath.checkAbsolute(feedback, "the feedback") }
            recipe = reader.string("recipe")
            if let recipe, let problem = SystemPath.problem(recipe) {
                throw ShapeError("the recipe's name or path \(problem)", hint: SystemPath.hint)
            }
            task = reader.string("task").flatMap(Task.init) ?? .classify
            textColumn = reader.string("textColumn")
            labelColumn = reader.string("labelColumn")
            epochs = reader.integer("epochs")
            seed = reader.integer("seed")
        }

        package var json: JSONValue {
            .members(
                ("data", .string(data)), ("output", .string(output)), ("task", .string(task.rawValue)),
                ("recipe", recipe.json), ("textColumn", textColumn.json), ("labelColumn", labelColumn.json),
                ("feedback", feedback.json), ("epochs", epochs.json), ("seed", seed.json))
        }
    }

    package enum Ending: String, Sendable, CaseIterable {
        case allEpochs
        /// It got no better for as many epochs as the recipe's patience allows.
        case early
        /// The weights ran away after the best epoch, whose weights are kept.
        case diverged
    }

    package struct Result: ResultShape {
        package var model: ModelDescription
        package var ending: Ending
        /// Those that were finished, and whose weights are kept, from 1.
        package var epochs: Int
        package var bestEpoch: Int?
        /// Of the rows that were kept aside, as `models/evaluate` tells; nil where none were.
        package var validation: ModelsEvaluate.Result?

        package init(
            model: ModelDescription, ending: Ending, epochs: Int, bestEpoch: Int?, validation: ModelsEvaluate.Result?
        ) {
            self.model = model
            self.ending = ending
            self.epochs = epochs
            self.bestEpoch = bestEpoch
            self.validation = validation
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            model = try ModelDescription(reader["model"] ?? .null, "result.model")
            let ending = try reader.string("ending")
            guard let known = Ending(rawValue: ending) else {
                throw ResultReader.mismatch(
                    "result.ending", .string(ending),
                    "one of " + Ending.allCases.map(\.rawValue).joined(separator: ", "))
            }
            self.ending = known
            epochs = try reader.integer("epochs")
            bestEpoch = reader["bestEpoch"]?.integer
            validation = try reader["validation"].map { (json) throws(ShapeError) in try ModelsEvaluate.Result(json) }
        }

        package var json: JSONValue {
            .members(
                ("model", model.json), ("ending", .string(ending.rawValue)), ("epochs", .integer(epochs)),
                ("bestEpoch", bestEpoch.json), ("validation", validation?.json))
        }
    }
}
