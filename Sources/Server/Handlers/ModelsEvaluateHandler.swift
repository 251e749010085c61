import JSONRPC
package import LanguageFeatures
import Models
package import ServerProtocol
import TrainingRuns

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

enum ModelsEvaluateHandler: Handler {
    typealias Method = ModelsEvaluate

    static func intent(_ parameters: ModelsEvaluate.Parameters, _ server: SluiceServer) -> Intent { .long }

    static func appearance(_ parameters: ModelsEvaluate.Parameters) -> Appearance? {
        Appearance("Evaluating", parameters.model, hasPercentage: true)
    }

    static func answer(
        _ parameters: ModelsEvaluate.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> ModelsEvaluate.Result {
        try parameters.data.checkRegularFile("name one file: \(dataFormats)")
        return try context.server.models.useNetwork(parameters.model) { (model) throws(ResponseError) in
            let file = DataFile(
                path: parameters.data, textColumn: parameters.textColumn, labelColumn: parameters.labelColumn)
            let rows = context.progress == nil ? nil : rowCount(of: file, for: model.model, context)
            let report: EvaluationReport
            do throws(DataError) {
                report = try Evaluation.report(of: model.model, on: file) { done in
                    if let rows { context.progress?.report(done, of: rows) }
                    return context.isWanted
                }
            } catch {
                throw ResponseError(error)
            }
            try context.checkCancellation()
            return ModelsEvaluate.Result(report, model: model.name)
        }
    }

    /// How many there will be, which costs little beside the asking; nil where the file has something wrong with it, which
    /// the asking will tell.
    private static func rowCount(of file: DataFile, for model: Model, _ context: RequestContext) -> Int? {
        try? Evaluation.rowCount(of: file, for: model) { context.isWanted }
    }
}

/// The files that rows are read from, for hints.
let dataFormats = "TSV, CSV, JSON lines or __label__ lines, plain or gzip"

extension String {
    /// Opening a pipe waits for its writer, and reading a device may never end: both would hold the one thread that
    /// there is for this. What cannot be looked at is left to whoever opens it.
    func checkRegularFile(_ hint: String) throws(ResponseError) {
        var status = stat()
        guard stat(self, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
        let kind =
            switch status.st_mode & S_IFMT {
            case S_IFDIR: "a folder"
            case S_IFIFO: "a pipe"
            case S_IFSOCK: "a socket"
            default: "a device"
            }
        throw ResponseError(.invalidParams, "\(self) is \(kind), expected a regular file", hint: hint)
    }
}

extension ResponseError {
    /// In the protocol's words: the domain's are for whoever types a command.
    init(_ error: DataError) {
        let hint =
            error.kind == .unreadable
            ? "give the absolute path of a file that the daemon's user can read"
            : error.hint.replacing("--text-column", with: "textColumn")
                .replacing("--label-column", with: "labelColumn")
        self.init(.invalidParams, error.description, hint: hint)
    }
}

extension ModelsEvaluate.Result {
    /// Figures to six decimals.
    package init(_ report: EvaluationReport, model: String) {
        switch report {
        case .classification(let report):
            self.init(
                model: model, rows: report.count, accuracy: rounded(report.accuracy),
                macroF1: rounded(report.macroF1),
                classes: report.classes.map { figures in
                    .init(
                        label: figures.label, precision: rounded(figures.precision), recall: rounded(figures.recall),
                        f1: rounded(figures.f1), support: figures.support)
                },
                calibrationError: rounded(report.calibrationError), confusionMatrix: report.confusion)
        case .tagging(let report):
            func figures(_ label: String, _ figures: TaggingReport.Figures) -> ModelsEvaluate.ClassFigures {
                .init(
                    label: label, precision: rounded(figures.precision), recall: rounded(figures.recall),
                    f1: rounded(figures.f1), support: figures.support)
            }
            let overall = report.overall
            self.init(
                model: model, rows: report.count, accuracy: rounded(report.accuracy),
                macroF1: rounded(report.macroF1), classes: report.types.map { figures($0, report.figures(of: $0)) },
                tokens: report.tokens,
                spans: .init(
                    precision: rounded(overall.precision), recall: rounded(overall.recall), f1: rounded(overall.f1),
                    support: overall.support))
        case .translation(let report):
            self.init(
                model: model, rows: report.count, accuracy: rounded(report.exactMatch),
                characterErrorRate: rounded(report.characterErrorRate))
        case .generation(let report):
            self.init(
                model: model, rows: report.count, accuracy: rounded(report.accuracy), tokens: report.tokens,
                unknown: report.unknown, perplexity: rounded(report.perplexity),
                bitsPerCharacter: rounded(report.bitsPerCharacter))
        }
    }
}

private func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
