package import JSON

/// `text/tag`: the tags of a text's tokens, and the spans that they mark.
package enum TextTag: RemoteMethod {
    package static let method = "text/tag"
    package static let parameters: [Field] = [.required("text", .string), .optional("model", .string)]

    package struct Parameters: ParameterShape {
        package var text: String
        /// A name or an absolute path; nil for the default.
        package var model: String?

        package init(text: String, model: String? = nil) {
            self.text = text
            self.model = model
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            text = try reader.requiredString("text")
            model = reader.string("model")
        }

        package var json: JSONValue { .members(("text", .string(text)), ("model", model.json)) }
    }

    package struct Token: Sendable, Equatable {
        package var text: String
        /// Offsets into the text, end-exclusive.
        package var start: Int
        package var end: Int
        package var tag: String
        /// Of `tag`, 0 to 1.
        package var probability: Double

        package init(text: String, start: Int, end: Int, tag: String, probability: Double) {
            self.text = text
            self.start = start
            self.end = end
            self.tag = tag
            self.probability = probability
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            text = try reader.string("text")
            start = try reader.integer("start")
            end = try reader.integer("end")
            tag = try reader.string("tag")
            probability = try reader.number("probability")
        }

        fileprivate var json: JSONValue {
            .members(
                ("text", .string(text)), ("start", .integer(start)), ("end", .integer(end)), ("tag", .string(tag)),
                ("probability", .number(probability)))
        }
    }

    package struct Span: Sendable, Equatable {
        package var type: String
        /// Offsets into the text, end-exclusive.
        package var start: Int
        package var end: Int
        package var text: String
        /// That there is a span of this type from here to there, 0 to 1.
        package var probability: Double

        package init(type: String, start: Int, end: Int, text: String, probability: Double) {
            self.type = type
            self.start = start
            self.end = end
            self.text = text
            self.probability = probability
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            type = try reader.string("type")
            start = try reader.integer("start")
            end = try reader.integer("end")
            text = try reader.string("text")
            probability = try reader.number("probability")
        }

        fileprivate var json: JSONValue {
            .members(
                ("type", .string(type)), ("start", .integer(start)), ("end", .integer(end)), ("text", .string(text)),
                ("probability", .number(probability)))
        }
    }

    package struct Result: ResultShape {
        package var model: String
        package var tokens: [Token]
        /// In order; they do not overlap.
        package var spans: [Span]
        /// The text with its spaces where they belong; only of a model that says where that is.
        package var respaced: String?
        /// Tokens that the vocabulary does not have.
        package var unknown: Int
        /// The text was longer than the model reads.
        package var truncated: Bool

        package init(
            model: String, tokens: [Token], spans: [Span], respaced: String?, unknown: Int, truncated: Bool
        ) {
            self.model = model
            self.tokens = tokens
            self.spans = spans
            self.respaced = respaced
            self.unknown = unknown
            self.truncated = truncated
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            model = try reader.string("model")
            tokens = try reader.array("tokens", Token.init)
            spans = try reader.array("spans", Span.init)
            respaced = reader["respaced"]?.string
            unknown = try reader.integer("unknown")
            truncated = try reader.bool("truncated")
        }

        package var json: JSONValue {
            .members(
                ("model", .string(model)), ("tokens", .array(tokens.map(\.json))),
                ("spans", .array(spans.map(\.json))), ("respaced", respaced.json), ("unknown", .integer(unknown)),
                ("truncated", .bool(truncated)))
        }
    }
}
