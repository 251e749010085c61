package import JSON

/// `text/explain`: what each token of a text has to do with the probability of a label.
package enum TextExplain: RemoteMethod {
    package static let method = "text/explain"
    package static let parameters: [Field] = [
        .required("text", .string), .optional("model", .string), .optional("label", .string),
        .optional("method", .oneOf(Method.allCases.map(\.rawValue))), .optional("states", .boolean),
    ]

    package enum Method: String, Sendable, CaseIterable {
        case integratedGradients = "integrated-gradients"
        case occlusion, prefix
    }

    package struct Parameters: ParameterShape {
        package var text: String
        /// A name or an absolute path; nil for the default.
        package var model: String?
        /// Nil for the most probable.
        package var label: String?
        package var method: Method
        package var states: Bool

        package init(
            text: String, model: String? = nil, label: String? = nil, method: Method = .integratedGradients,
            states: Bool = false
        ) {
            self.text = text
            self.model = model
            self.label = label
            self.method = method
            self.states = states
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            text = try reader.requiredString("text")
            model = reader.string("model")
            label = reader.string("label")
            method = reader.string("method").flatMap(Method.init) ?? .integratedGradients
            states = reader.bool("states") ?? false
        }

        package var json: JSONValue {
            .members(
                ("text", .string(text)), ("model", model.json), ("label", label.json),
                ("method", .string(method.rawValue)), ("states", states ? true : nil))
        }
    }

    package struct Token: Sendable, Equatable {
        /// As it stands in the text.
        package var text: String
        /// Offsets in the session's position encoding, end-exclusive.
        package var start: Int
        package var end: Int
        package var attribution: Double
        /// Every label with its probability once this token is read; nil but for `prefix`.
        package var prefix: [TextClassify.LabelProbability]?

        package init(
            text: String, start: Int, end: Int, attribution: Double, prefix: [TextClassify.LabelProbability]? = nil
        ) {
            self.text = text
            self.start = start
            self.end = end
            self.attribution = attribution
            self.prefix = prefix
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            text = try reader.string("text")
            start = try reader.integer("start")
            end = try reader.integer("end")
            attribution = try reader.number("attribution")
            if reader["prefix"] != nil {
                let labels = try reader.object("prefix")
                prefix = try labels.names.map { (name) throws(ShapeError) in
                    .init(label: name, probability: try labels.number(name))
                }
            }
        }

        var json: JSONValue {
            .members(
                ("text", .string(text)), ("start", .integer(start)), ("end", .integer(end)),
                ("attribution", .number(attribution)),
                (
                    "prefix",
                    prefix.map { labels in
                        .object(JSONObject(labels.map { (name: $0.label, value: .number($0.probability)) }))
                    }
                ))
        }
    }

    /// What a recurrent layer held in one direction; a row for each token, in the order of `tokens`.
    package struct LayerStates: Sendable, Equatable {
        package var layer: String
        package var direction: Direction
        package var units: Int
        package var gates: [Gate]
        /// LSTM only.
        package var cell: [[Double]]?
        package var hidden: [[Double]]
        /// A number for each token: the norm of the probability's gradient by the hidden state.
        package var gradientNorms: [Double]

        package enum Direction: String, Sendable, CaseIterable {
            case forward, backward
        }

        package struct Gate: Sendable, Equatable {
            package var name: String
            package var values: [[Double]]

            package init(name: String, values: [[Double]]) {
                self.name = name
                self.values = values
            }
        }

        package init(
            layer: String, direction: Direction, units: Int, gates: [Gate], cell: [[Double]]?, hidden: [[Double]],
            gradientNorms: [Double]
        ) {
            self.layer = layer
            self.direction = direction
            self.units = units
            self.gates = gates
            self.cell = cell
            self.hidden = hidden
            self.gradientNorms = gradientNorms
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            layer = try reader.string("layer")
            guard let direction = Direction(rawValue: try reader.string("direction")) else {
                throw ResultReader.mismatch("\(path).direction", reader["direction"], "forward or backward")
            }
            self.direction = direction
            units = try reader.integer("units")
            let gates = try reader.object("gates")
            self.gates = try gates.names.map { (name) throws(ShapeError) in
                Gate(name: name, values: try gates.rows(name))
            }
            cell = reader["cell"] == nil ? nil : try reader.rows("cell")
            hidden = try reader.rows("hidden")
            gradientNorms = try reader.numbers("gradientNorms")
        }

        var json: JSONValue {
            .members(
                ("layer", .string(layer)), ("direction", .string(direction.rawValue)), ("units", .integer(units)),
                ("gates", .object(JSONObject(gates.map { (name: $0.name, value: .rows($0.values)) }))),
                ("cell", cell.map { .rows($0) }), ("hidden", .rows(hidden)), ("gradientNorms", .numbers(gradientNorms)))
        }
    }

    package struct Result: ResultShape {
        package var model: String
        /// Whose probability is explained.
        package var label: String
        package var probability: Double
        /// What the attributions begin at: their sum is probability − baseline. Nil for `occlusion`.
        package var baseline: Double?
        package var tokens: [Token]
        package var states: [LayerStates]?
        /// The text was longer than the model reads.
        package var truncated: Bool

        package init(
            model: String, label: String, probability: Double, baseline: Double?, tokens: [Token],
            states: [LayerStates]?, truncated: Bool
        ) {
            self.model = model
            self.label = label
            self.probability = probability
            self.baseline = baseline
            self.tokens = tokens
            self.states = states
            self.truncated = truncated
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            model = try reader.string("model")
            label = try reader.string("label")
            probability = try reader.number("probability")
            baseline = reader["baseline"]?.number
            tokens = try reader.array("tokens") { json, path throws(ShapeError) in try Token(json, path) }
            if reader["states"] != nil {
                states = try reader.array("states") { json, path throws(ShapeError) in try LayerStates(json, path) }
            }
            truncated = try reader.bool("truncated")
        }

        package var json: JSONValue {
            .members(
                ("model", .string(model)), ("label", .string(label)), ("probability", .number(probability)),
                ("baseline", baseline.json), ("tokens", .array(tokens.map(\.json))),
                ("states", states.map { .array($0.map(\.json)) }), ("truncated", .bool(truncated)))
        }
    }
}
