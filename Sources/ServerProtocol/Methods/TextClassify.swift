package import JSON

/// `text/classify`: a text's label, and the probability of every label.
package enum TextClassify: RemoteMethod {
    package static let method = "text/classify"
    package static let parameters: [Field] = [
        .optional("text", .string), .optional("texts", .strings()), .optional("model", .string),
        .optional("top", .integer(1...Int.max)), .optional("explain", .boolean),
    ]

    package struct Parameters: ParameterShape {
        package var input: Input
        /// A name or an absolute path; nil for the default.
        package var model: String?
        /// How many labels to give; nil for all.
        package var top: Int?
        /// Whether to add what each token has to do with the label.
        package var explain: Bool

        package enum Input: Sendable, Equatable {
            case text(String)
            case texts([String])
        }

        package init(input: Input, model: String? = nil, top: Int? = nil, explain: Bool = false) {
            self.input = input
            self.model = model
            self.top = top
            self.explain = explain
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            switch (reader.string("text"), reader.strings("texts")) {
            case (let text?, nil): input = .text(text)
            case (nil, let texts?): input = .texts(texts)
            case (nil, nil):
                throw ShapeError(
                    "\(method) needs \"text\" or \"texts\", and neither came",
                    hint: "give \"text\", a string, or \"texts\", an array of strings")
            case (.some, .some):
                throw ShapeError(
                    "\(method) needs \"text\" or \"texts\", and both came",
                    hint: "put the text among \"texts\", or make two requests")
            }
            model = reader.string("model")
            top = reader.integer("top")
            explain = reader.bool("explain") ?? false
        }

        package var json: JSONValue {
            let given: (String, JSONValue) =
                switch input {
                case .text(let text): ("text", .string(text))
                case .texts(let texts): ("texts", .strings(texts))
                }
            return .members(given, ("model", model.json), ("top", top.json), ("explain", explain ? true : nil))
        }
    }

    package struct Classification: Sendable, Equatable {
        package var model: String
        package var label: String
        /// Of `label`.
        package var probability: Double
        /// The most probable first.
        package var labels: [LabelProbability]
        /// Tokens that the model read, and those of them that its vocabulary does not have.
        package var tokens: Int
        package var unknown: Int
        /// The text was longer than the model reads.
        package var truncated: Bool
        /// What the tokens have to do with `label`, where it was asked for.
        package var explanation: [TextExplain.Token]?

        package init(
            model: String, label: String, probability: Double, labels: [LabelProbability], tokens: Int, unknown: Int,
            truncated: Bool, explanation: [TextExplain.Token]? = nil
        ) {
            self.model = model
            self.label = label
            self.probability = probability
            self.labels = labels
            self.tokens = tokens
            self.unknown = unknown
            self.truncated = truncated
            self.explanation = explanation
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            model = try reader.string("model")
            label = try reader.string("label")
            probability = try reader.number("probability")
            labels = try reader.array("labels") { json, path throws(ShapeError) in
                let reader = try ResultReader(json, path)
                return LabelProbability(
                    label: try reader.string("label"), probability: try reader.number("probability"))
            }
            tokens = try reader.integer("tokens")
            unknown = try reader.integer("unknown")
            truncated = try reader.bool("truncated")
            if reader["explanation"] != nil {
                explanation = try reader.array("explanation") { json, path throws(ShapeError) in
                    try TextExplain.Token(json, path)
                }
            }
        }

        var json: JSONValue {
            .members(
                ("model", .string(model)), ("label", .string(label)), ("probability", .number(probability)),
                ("labels", .array(labels.map(\.json))), ("tokens", .integer(tokens)), ("unknown", .integer(unknown)),
                ("truncated", .bool(truncated)), ("explanation", explanation.map { .array($0.map(\.json)) }))
        }
    }

    package struct LabelProbability: Sendable, Equatable {
        package var label: String
        package var probability: Double

        package init(label: String, probability: Double) {
            self.label = label
            self.probability = probability
        }

        var json: JSONValue { .members(("label", .string(label)), ("probability", .number(probability))) }
    }

    package enum Result: ResultShape {
        case one(Classification)
        /// In the order of `texts`.
        case many([Classification])

        package init(_ json: JSONValue) throws(ShapeError) {
            if json["results"] == nil {
                self = .one(try Classification(json, "result"))
            } else {
                self = .many(
                    try ResultReader(json, "result").array("results") { json, path throws(ShapeError) in
                        try Classification(json, path)
                    })
            }
        }

        package var json: JSONValue {
            switch self {
            case .one(let classification): classification.json
            case .many(let classifications): ["results": .array(classifications.map(\.json))]
            }
        }
    }
}
