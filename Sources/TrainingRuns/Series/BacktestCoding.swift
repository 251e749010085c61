package import JSON
package import LanguageFeatures
import TimeSeries

extension BacktestReport {
    /// For programs:
    ///
    ///     {"model": "weather", "origins": 286, "beatsBaselines": true, "verdict": "…", "coverage": 0.81,
    ///      "figures": [{"subject": "model", "mae": 2.1, "rmse": 2.8, "mase": 0.83, "steps": [{"mae": …}, …]}, …],
    ///      "targets": [{"target": "temp_max", "coverage": 0.81, "meanWidth": 7.4, "figures": […]}]}
    ///
    /// or, where labels are predicted, `labels` [{"subject", "accuracy", "macroF1"}] in place of figures and targets. What
    /// is not known is left out; `mae` and `rmse` of several targets together are.
    package func json(model: String) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("model", .string(model)), ("origins", .integer(Int64(origins.count))),
        ]
        if let beatsBaselines { members.append(("beatsBaselines", .bool(beatsBaselines))) }
        members.append(("verdict", .string(verdict)))
        guard labels.isEmpty else {
            members.append(
                (
                    "labels",
                    .array(
                        labels.map { figures in
                            .object(
                                JSONObject([
                                    ("subject", .string(figures.subject.rawValue)),
                                    ("accuracy", .number(figures.report.accuracy)),
                                    ("macroF1", .number(figures.report.macroF1)),
                                ]))
                        })
                ))
            return .object(JSONObject(members))
        }
        if let coverage { members.append(("coverage", .number(coverage))) }
        let isOne = targets.count == 1
        members += [
            ("figures", .array(figures.map { Self.json($0, hasUnit: isOne) })),
            ("targets", .array(targets.map(Self.json))),
        ]
        return .object(JSONObject(members))
    }

    private static func json(_ target: Target) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [("target", .string(target.name))]
        if let coverage = target.coverage { members.append(("coverage", .number(coverage))) }
        if let width = target.meanWidth { members.append(("meanWidth", .number(width))) }
        members.append(("figures", .array(target.figures.map { json($0, hasUnit: true) })))
        return .object(JSONObject(members))
    }

    private static func json(_ figures: Figures, hasUnit: Bool) -> JSONValue {
        let steps = figures.steps.map { JSONValue.object(JSONObject(json($0, hasUnit: hasUnit))) }
        return .object(
            JSONObject(
                [("subject", .string(figures.subject.rawValue))] + json(figures.overall, hasUnit: hasUnit)
                    + [("steps", .array(steps))]))
    }

    private static func json(_ errors: ForecastErrors, hasUnit: Bool) -> [(name: String, value: JSONValue)] {
        var members: [(name: String, value: JSONValue)] = []
        if hasUnit, errors.count > 0 { members += [("mae", .number(errors.mae)), ("rmse", .number(errors.rmse))] }
        if let mase = errors.mase { members.append(("mase", .number(mase))) }
        return members
    }
}
