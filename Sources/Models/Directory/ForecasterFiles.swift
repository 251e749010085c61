import JSON
import Numerics
import RecurrentNetworks
import TimeSeries

/// The files of a forecaster: `config.json` with
///
///     {"task": "forecast", "layers": […],
///      "series": {…, "scalers": [{"column": "wind", "kind": "standard", "center": 3.2, "scale": 1.4, "minimum": 0.4,
///                                 "maximum": 9.5}, …],
///                 "naive_scale": [2.6], "residuals": {"lower": [[-3.1, …]], "upper": [[2.9, …]]}?}}
///
/// (`SeriesCoding` has the rest of "series"; "residuals" are by target, then by step), and `model.safetensors` with the
/// network's weights and, where there is a linear baseline, its kernel (window · targets, horizon · targets) and bias
/// (horizon · targets) of float64. There is no `vocab.txt`.
extension ModelFiles {
    private static let kernel = "baseline/linear/kernel"
    private static let bias = "baseline/linear/bias"
    /// The bytes of one, at most.
    private static let largestBaseline = 16 << 20

    func forecaster(_ config: Fields, named name: String, path: String?) throws(ModelError) -> StoredForecaster {
        let parts: Parts
        do throws(FieldError) {
            parts = try Parts(config)
        } catch {
            throw refusal(.config, error)
        }
        let needed: [(name: String, shape: [Int])]
        do {
            needed = try Network.expectedWeights(of: parts.layers)
        } catch {
            throw refusal(.config, "layers: \(error)")
        }
        let (network, linear) = try weights(needed, parts)
        return try StoredForecaster(
            name: name, path: path, encoder: parts.encoder, network: network, linear: linear,
            residuals: parts.residuals, naiveScale: parts.naiveScale, card: parts.card)
    }

    /// What config.json says.
    private struct Parts {
        var layers: NetworkConfiguration
        var encoder: SeriesEncoder
        var residuals: ResidualIntervals?
        var naiveScale: [Double]
        var card: ModelCard

        init(_ config: Fields) throws(FieldError) {
            let series = try config.fields("series")
            let configuration = try SeriesCoding.decode(series, more: ["scalers", "naive_scale", "residuals"])
            do {
                try configuration.check()
            } catch {
                throw FieldError(field: "series", reason: "\(error); \(error.hint)")
            }
            encoder = try Self.encoder(configuration, series)
            naiveScale = try series.numbers("naive_scale")
            residuals = try series.has("residuals") ? Self.residuals(series.fields("residuals")) : nil
            layers = try LayerCoding.decode(
                config.value("layers", expected: "an array of layers"),
                decoder: config.has("decoder") ? Optional(config.value("decoder")) : Optional.none)
            card = try config.has("card") ? ModelCard(decoding: config.fields("card")) : ModelCard()
        }

        private static func encoder(
            _ configuration: SeriesConfiguration, _ series: Fields
        ) throws(FieldError) -> SeriesEncoder {
            let columns = configuration.numericTargets + configuration.inputs
            let array = try series.array("scalers")
            let place = series.path(of: "scalers")
            guard array.count == columns.count else {
                throw FieldError(
                    field: place, reason: "\(array.count) came; expected one for each of \(columns.count) columns")
            }
            var scalers: [Scaler] = []
            var ranges: [ClosedRange<Double>] = []
            for (index, column) in columns.enumerated() {
                let fields = try Fields(array[index], at: "\(place)[\(index)]")
                try fields.allowOnly(["column", "kind", "center", "scale", "minimum", "maximum"])
                let name = try fields.string("column")
                guard name == column else {
                    throw FieldError(
                        field: fields.path(of: "column"),
                        reason: "'\(name)' came; expected '\(column)', as in the columns")
                }
                let (minimum, maximum) = (try fields.number("minimum"), try fields.number("maximum"))
                guard minimum <= maximum else {
                    throw FieldError(
                        field: fields.path(of: "minimum"),
                        reason: "\(minimum) came; expected at most the maximum, \(maximum)")
                }
                ranges.append(minimum...maximum)
                let kind = try fields.choice("kind", default: configuration.scaler)
                let (center, scale) = (try fields.number("center"), try fields.number("scale"))
                do {
                    scalers.append(try Scaler(kind: kind, center: center, scale: scale))
                } catch {
                    throw FieldError(field: fields.path, reason: "\(error); \(error.hint)")
                }
            }
            do {
                return try SeriesEncoder(configuration: configuration, scalers: scalers, ranges: ranges)
            } catch {
                throw FieldError(field: place, reason: "\(error); \(error.hint)")
            }
        }

        private static func residuals(_ fields: Fields) throws(FieldError) -> ResidualIntervals {
            try fields.allowOnly(["lower", "upper"])
            func steps(_ name: String) throws(FieldError) -> [[Double]] {
                var rows: [[Double]] = []
                for (index, row) in try fields.array(name).enumerated() {
                    rows.append(try Fields.numbers(in: row, at: "\(fields.path(of: name))[\(index)]"))
                }
                return rows
            }
            guard let residuals = ResidualIntervals(lower: try steps("lower"), upper: try steps("upper")) else {
                throw FieldError(
                    field: fields.path,
                    reason: "expected as many steps of each target in both, and none of lower above that of upper: "
                        + "train again")
            }
            return residuals
        }
    }

    private func weights(
        _ needed: [(name: String, shape: [Int])], _ parts: Parts
    ) throws(ModelError) -> (Network, LinearBaseline?) {
        let configuration = parts.encoder.configuration
        let file = try bytes(.weights, WeightFile.maximumSize(of: needed) + Self.largestBaseline)
        do {
            return try file.withUnsafeBytes { (bytes) throws(FieldError) -> (Network, LinearBaseline?) in
                let linear = try Self.linear(SafeTensors(bytes).entries, bytes, configuration)
                var tensors = try WeightFile.read(bytes, needed: needed)
                for name in [Self.kernel, Self.bias] where linear != nil { tensors[name] = nil }
                do throws(NetworkError) {
                    return (try Network(configuration: parts.layers, weights: tensors), linear)
                } catch {
                    throw FieldError(field: "", reason: error.description)
                }
            }
        } catch {
            throw refusal(.weights, error)
        }
    }

    private static func linear(
        _ entries: [String: SafeTensors.Entry], _ bytes: UnsafeRawBufferPointer, _ configuration: SeriesConfiguration
    ) throws(FieldError) -> LinearBaseline? {
        guard entries[kernel] != nil || entries[bias] != nil else { return nil }
        func values(_ name: String, dimensions: Int) throws(FieldError) -> (shape: [Int], values: [Double]) {
            guard let entry = entries[name] else {
                throw FieldError(field: name, reason: "is missing; expected it beside the rest of the linear baseline")
            }
            guard entry.type == .float64, entry.shape.count == dimensions else {
                throw FieldError(
                    field: name,
                    reason: "\(entry.type.rawValue) of the shape \(entry.shape) came; expected F64 of \(dimensions) "
                        + "dimension\(dimensions == 1 ? "" : "s")")
            }
            return (entry.shape, Elements.values(UnsafeRawBufferPointer(rebasing: bytes[entry.bytes])))
        }
        let (shape, kernel) = try values(Self.kernel, dimensions: 2)
        let bias = try values(Self.bias, dimensions: 1).values
        let targets = configuration.numericTargets.count
        guard targets > 0, shape[0].isMultiple(of: targets), shape[1] == configuration.horizon * targets,
            let linear = LinearBaseline(
                window: shape[0] / targets, targets: targets, horizon: configuration.horizon, kernel: kernel,
                bias: bias)
        else {
            throw FieldError(
                field: Self.kernel,
                reason: "the shape \(shape) with \(bias.count) biases came; expected finite numbers from a window of "
                    + "\(targets) targets to \(configuration.horizon * targets) values: train again")
        }
        return linear
    }

    private func refusal(_ file: ModelFileName, _ reason: Any) -> ModelError {
        .invalid(path: place, file: file.rawValue, reason: "\(reason)")
    }

    static func files(of stored: StoredForecaster) -> [(ModelFileName, [UInt8])] {
        var tensors = WeightFile.tensors(stored.network.weights, format: .float32)
        if let linear = stored.linear {
            tensors.insert(
                (kernel, .float64, [linear.window * linear.targets, linear.bias.count], Elements.bytes(linear.kernel)),
                at: 0)
            tensors.insert((bias, .float64, [linear.bias.count], Elements.bytes(linear.bias)), at: 0)
        }
        return [
            (.config, Array((config(of: stored).prettyPrinted() + "\n").utf8)),
            (.weights, SafeTensors.file(of: tensors)),
            (.card, Array(stored.card.readMe(of: stored).utf8)),
        ]
    }

    private static func config(of stored: StoredForecaster) -> JSONValue {
        let encoder = stored.encoder
        func numbers(_ values: [Double]) -> JSONValue { .array(values.map { .number($0) }) }
        var series = SeriesCoding.encode(encoder.configuration)
        let columns = encoder.configuration.numericTargets + encoder.configuration.inputs
        let scalers = columns.indices.map { index in
            let (scaler, range) = (encoder.scalers[index], encoder.ranges[index])
            return JSONValue.object(
                JSONObject([
                    ("column", .string(columns[index])), ("kind", .string(scaler.kind.rawValue)),
                    ("center", .number(scaler.center)), ("scale", .number(scaler.scale)),
                    ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound)),
                ]))
        }
        series += [("scalers", .array(scalers)), ("naive_scale", numbers(stored.naiveScale))]
        if let residuals = stored.residuals {
            series.append(
                (
                    "residuals",
                    .object(
                        JSONObject([
                            ("lower", .array(residuals.lower.map(numbers))),
                            ("upper", .array(residuals.upper.map(numbers))),
                        ]))
                ))
        }
        return .object(
            JSONObject([
                ("format_version", .integer(Int64(formatVersion))),
                ("task", .string(StoredForecaster.task)),
                ("series", .object(JSONObject(series))),
                ("layers", LayerCoding.encode(stored.network.configuration)),
                ("card", stored.card.encode()),
            ]))
    }
}
