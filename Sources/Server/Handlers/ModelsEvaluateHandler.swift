import JSONRPC
import LanguageFeatures
import ServerProtocol
import TrainingRuns

enum ModelsEvaluateHandler: Handler {
    typealias Method = ModelsEvaluate

    static func intent(_ parameters: ModelsEvaluate.Parameters, _ server: SluiceServer) -> Intent { .long }

    static func answer(
        _ parameters: ModelsEvaluate.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> ModelsEvaluate.Result {
        try context.server.models.use(parameters.model) { (model) throws(ResponseError) in
            let file = DataFile(
                path: parameters.data, textColumn: parameters.textColumn, labelColumn: parameters.labelColumn)
            let report: ClassificationReport
            do throws(DataError) {
                report = try Evaluation.report(of: model.model, on: file) { _ in
                    !context.cancellation.isCancelled
                }
            } catch {
                throw ResponseError(.invalidParams, error.description, hint: error.hint)
            }
            try context.checkCancellation()
            return ModelsEvaluate.Result(report, model: model.name)
        }
    }
}

extension ModelsEvaluate.Result {
    /// Figures to six decimals.
    fileprivate init(_ report: ClassificationReport, model: String) {
        func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
        self.init(
            model: model, rows: report.count, accuracy: rounded(report.accuracy), macroF1: rounded(report.macroF1),
            calibrationError: rounded(report.calibrationError),
            classes: report.classes.map { figures in
                .init(
                    label: figures.label, precision: rounded(figures.precision), recall: rounded(figures.recall),
                    f1: rounded(figures.f1), support: figures.support)
            },
            confusionMatrix: report.confusion)
    }
}
