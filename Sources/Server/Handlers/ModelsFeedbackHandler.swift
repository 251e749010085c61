import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol
import TrainingRuns

enum ModelsFeedbackHandler: Handler {
    typealias Method = ModelsFeedback

    static func intent(_ parameters: ModelsFeedback.Parameters, _ server: SluiceServer) -> Intent { .work }

    static func answer(
        _ parameters: ModelsFeedback.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> ModelsFeedback.Result {
        let configuration = context.server.configuration
        let size = parameters.text.utf8.count
        guard size > 0 else {
            throw ResponseError(.invalidParams, "the text is empty", hint: "give the text that the model misread")
        }
        guard size <= configuration.correctionLimit else {
            throw ResponseError(
                .tooLarge, "the text has \(size) bytes, expected at most \(configuration.correctionLimit)",
                hint: "give the part of it that the model reads")
        }
        let models = context.server.models
        return try models.useNetwork(parameters.model) { (model) throws(ResponseError) in
            guard model.model.task == .classify else {
                throw .wrongTask(
                    model.name, is: model.model.task.rawValue, wanted: Model.Task.classify.rawValue)
            }
            let labels = model.model.labels
            guard let label = labels.first(where: { $0 == parameters.label }) else {
                throw ResponseError(.unknownLabel(parameters.label, known: labels))
            }
            guard let folder = configuration.feedbackFolder else {
                throw ResponseError(
                    .internalError, "the daemon has no folder for corrections",
                    hint: "start it with HOME or XDG_DATA_HOME in its environment")
            }
            let name = CorrectionsFile.name(
                forModel: model.name, key: model.key, isUnique: models.isFoundByName(model))
            let file = CorrectionsFile(path: folder + "/" + name, limit: configuration.correctionsLimit)
            do throws(LineFileError) {
                let count = try file.append(text: parameters.text, label: label)
                return ModelsFeedback.Result(model: model.name, path: file.path, corrections: count)
            } catch {
                throw ResponseError(error)
            }
        }
    }
}

extension ResponseError {
    init(_ error: LineFileError) {
        let code: Code =
            switch error {
            case .io: .internalError
            case .full: .tooLarge
            case .busy: .overloaded
            }
        self.init(code, error.description, hint: error.hint)
    }
}
