import JSON
import LanguageFeatures
import TimeSeries
package import TrainingRuns

/// What one outlier does under each scaler, as a page to look at.
package struct OutlierReport {
    package var study: OutlierStudy

    package init(study: OutlierStudy) {
        self.study = study
    }

    /// - Parameter progress: how many networks have been trained, and of how many.
    package func page(progress: (Int, Int) -> Void = { _, _ in }) throws(TrainingRunError) -> [UInt8] {
        let result = try study.run {
            progress($0, $1)
            return true
        }
        return ReportPage.bytes(.outlier, title: study.target, data: json(result))
    }

    private func json(_ result: OutlierStudy.Result) -> JSONValue {
        let path = study.data.path
        return .object(
            JSONObject([
                ("name", .string(study.target)),
                ("file", .string(path.split(separator: "/").last.map(String.init) ?? path)),
                ("notes", .array(result.notes.map { .string($0) })),
                ("times", result.table.times.map { .array($0.map { .string($0.description) }) } ?? .null),
                ("values", .array(result.values.map { .brief($0) })), ("training", .count(result.training.count)),
                ("row", .count(result.row)), ("mean", .brief(result.mean)), ("deviation", .brief(result.deviation)),
                ("sizes", .array(OutlierStudy.sizes.map { .number($0) })),
                ("outliers", .array(OutlierStudy.sizes.map { .brief(result.outlier($0)) })),
                ("window", .count(study.window)), ("units", .count(OutlierStudy.units)),
                ("epochs", .count(OutlierStudy.epochs)), ("seeds", .count(OutlierStudy.seeds.count)),
                ("scalers", .array(result.scalers.map { .array($0.map(json)) })),
                (
                    "baselines",
                    .array(
                        result.baselines.map { figures in
                            .object(
                                JSONObject([
                                    ("subject", .string(figures.subject.rawValue)),
                                    ("mae", .brief(figures.overall.mae)),
                                ]))
                        })
                ),
            ]))
    }

    private func json(_ effect: OutlierStudy.Effect) -> JSONValue {
        .object(
            JSONObject([
                ("kind", .string(effect.scaler.kind.rawValue)), ("center", .brief(effect.scaler.center)),
                ("scale", .brief(effect.scaler.scale)), ("kept", .brief(effect.keptSpread)),
                ("errors", .array(effect.errors.map { .brief($0.mae) })),
            ]))
    }
}
