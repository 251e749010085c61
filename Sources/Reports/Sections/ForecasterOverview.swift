import JSON
import Models
import RecurrentNetworks
import TimeSeries

extension ForecastReport {
    /// What it is: what is read and answered, scalers, layers with shapes and parameters, the card.
    var overview: JSONValue {
        let (plan, card) = (model.network.plan, model.card)
        return .object(
            JSONObject([
                ("description", .string(card.description)), ("data", .string(card.data)),
                ("license", .string(card.license)), ("source", .string(model.path ?? model.name)),
                ("parameters", .count(plan.parameterCount)), ("memory", .count(model.network.memory)),
                ("series", model.configuration.json), ("columns", columns),
                ("hasIntervals", .bool(model.residuals != nil)), ("layers", plan.layersJSON),
                ("metrics", card.metricsJSON),
            ]))
    }

    private var columns: JSONValue {
        let (encoder, targets) = (model.encoder, model.configuration.numericTargets)
        let names = targets + model.configuration.inputs
        return .array(
            names.indices.map { index in
                .object(
                    JSONObject([
                        ("name", .string(names[index])), ("isTarget", .bool(index < targets.count)),
                        ("center", .brief(encoder.scalers[index].center)),
                        ("scale", .brief(encoder.scalers[index].scale)),
                        ("low", .brief(encoder.ranges[index].lowerBound)),
                        ("high", .brief(encoder.ranges[index].upperBound)),
                    ]))
            })
    }
}

extension SeriesConfiguration {
    fileprivate var json: JSONValue {
        func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
        return .object(
            JSONObject([
                ("targets", texts(targets)), ("inputs", texts(inputs)), ("calendar", texts(calendar.map(\.rawValue))),
                ("window", .count(window)), ("horizon", .count(horizon)), ("mode", .string(mode.rawValue)),
                ("transforms", texts(transforms.map(\.rawValue))), ("scaler", .string(scaler.rawValue)),
                ("season", .count(season)), ("interval", .string(interval?.description ?? "")),
                ("missing", .string(repair.missing.rawValue)), ("quantiles", .array(quantiles.map { .number($0) })),
                ("coverage", .number(coverage)),
            ]))
    }
}
