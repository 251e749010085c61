import JSONRPC
import Models
import RecurrentNetworks
import ServerProtocol
import TrainingRuns

enum ModelsTrainHandler: Handler {
    typealias Method = ModelsTrain

    static func intent(_ parameters: ModelsTrain.Parameters, _ server: SluiceServer) -> Intent { .long }

    static func appearance(_ parameters: ModelsTrain.Parameters) -> Appearance? {
        Appearance("Training", parameters.output, hasPercentage: true)
    }

    static func answer(
        _ parameters: ModelsTrain.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> ModelsTrain.Result {
        for file in [parameters.data, parameters.feedback] {
            try file?.checkRegularFile("name one file: \(dataFormats)")
        }
        var run = TrainingRun(
            data: DataFile(
                path: parameters.data, textColumn: parameters.textColumn, labelColumn: parameters.labelColumn),
            recipe: try recipe(parameters), output: parameters.output)
        run.feedback = parameters.feedback.map { DataFile(path: $0) }
        // Whoever asks in the meantime finds a core.
        run.threads = max(1, Processor.usableCores - 1)
        run.keepsStopped = false
        do throws(TrainingRunError) {
            let summary = try run.run { event in
                if case .fit(.progress(let progress)) = event { context.show(progress) }
                return context.isWanted
            }
            return result(summary)
        } catch {
            try context.checkCancellation()
            throw ResponseError(error)
        }
    }

    private static func recipe(_ parameters: ModelsTrain.Parameters) throws(ResponseError) -> Recipe {
        let name = parameters.recipe ?? ShippedRecipes.standardName
        let shipped =
            "give the absolute path of a JSON file, or one of the shipped recipes: "
            + ShippedRecipes.names.joined(separator: ", ")
        if !ShippedRecipes.names.contains(name) {
            guard name.utf8.first == UInt8(ascii: "/") else {
                throw ResponseError(.invalidParams, "there is no recipe \"\(name.prefix(200))\"", hint: shipped)
            }
            try name.checkRegularFile(shipped)
        }
        do throws(RecipeError) {
            var recipe = try Recipe.find(name, task: task(parameters.task))
            if let epochs = parameters.epochs { recipe.fit.training.epochs = epochs }
            if let seed = parameters.seed { recipe.fit.training.seed = UInt64(seed) }
            return recipe
        } catch {
            throw ResponseError(error)
        }
    }

    private static func task(_ task: ModelsTrain.Task) -> Model.Task {
        switch task {
        case .classify: .classify
        case .tag: .tag
        case .translate: .translate
        case .generate: .generate
        }
    }

    private static func result(_ summary: TrainingRun.Summary) -> ModelsTrain.Result {
        let ending: ModelsTrain.Ending =
            switch summary.ending {
            // What is stopped is not written, and so has no summary.
            case .allEpochs, .stopped: .allEpochs
            case .early: .early
            case .diverged: .diverged
            }
        return ModelsTrain.Result(
            model: ModelDescription(.network(summary.model)), ending: ending, epochs: summary.history.count,
            bestEpoch: summary.bestEpoch,
            validation: summary.validation.map { ModelsEvaluate.Result($0, model: summary.model.name) })
    }
}

extension RequestContext {
    fileprivate func show(_ progress: TrainingProgress) {
        guard let shown = self.progress else { return }
        var message = "epoch \(progress.epoch) of \(progress.epochs)"
        if let accuracy = progress.accuracy {
            message += ", \(Int((100 * accuracy).rounded()))% right of the rows to learn from"
        }
        let epoch = max(1, progress.batches)
        shown.report((progress.epoch - 1) * epoch + progress.batch, of: progress.epochs * epoch, message: message)
    }
}

extension ResponseError {
    fileprivate init(_ error: RecipeError) {
        self.init(.invalidParams, error.description, hint: error.hint)
    }

    fileprivate init(_ error: TrainingRunError) {
        switch error {
        case .data(let error): self.init(error)
        case .recipe(let error): self.init(error)
        case .output(let path, let reason, _):
            self.init(
                .trainingFailed, "\(path): \(reason)",
                hint:
                    "give as \"output\" a folder's absolute path that is free or holds a model, where the daemon's user "
                    + "can write")
        case .training:
            self.init(
                .trainingFailed, error.description,
                hint: "make the recipe's learning_rate smaller, or train by the default recipe")
        default:
            self.init(
                .trainingFailed, error.description,
                hint: "see that there is room at \"output\", and that nobody else writes there; then train again")
        }
    }
}
