package import JSON

/// `text/generate`: a text that a model writes. Where the request carries a `partialResultToken`, the text comes by
/// `$/progress` too, as it is written.
package enum TextGenerate: RemoteMethod {
    package static let method = "text/generate"
    package static let parameters: [Field] = [
        .optional("prompt", .string), .optional("label", .string), .optional("model", .string),
        .optional("length", .integer(1...Int.max)), .optional("temperature", .number(atLeast: 0)),
        .optional("seed", .integer(0...greatestSeed)), .optional("partialResultToken", .identifier),
    ]

    /// Whole numbers up to here are exact in every client.
    package static let greatestSeed = (1 << 53) - 1
    package static let standardLength = 200

    package struct Parameters: ParameterShape {
        /// What the text begins with.
        package var prompt: String?
        /// One of the model's; nil draws one, where it has any.
        package var label: String?
        /// A name or an absolute path; nil for the default.
        package var model: String?
        /// The most tokens to write; nil: `standardLength`.
        package var length: Int?
        /// 0 or more; nil: 1.
        package var temperature: Double?
        /// Nil draws one.
        package var seed: Int?
        /// An integer or a string.
        package var partialResultToken: JSONValue?

        package init(
            prompt: String? = nil, label: String? = nil, model: String? = nil, length: Int? = nil,
            temperature: Double? = nil, seed: Int? = nil, partialResultToken: JSONValue? = nil
        ) {
            self.prompt = prompt
            self.label = label
            self.model = model
            self.length = length
            self.temperature = temperature
            self.seed = seed
            self.partialResultToken = partialResultToken
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            prompt = reader.string("prompt")
            label = reader.string("label")
            model = reader.string("model")
            length = reader.integer("length")
            temperature = reader.number("temperature")
            seed = reader.integer("seed")
            partialResultToken = reader["partialResultToken"]
        }

        package var json: JSONValue {
            .members(
                ("prompt", prompt.json), ("label", label.json), ("model", model.json), ("length", length.json),
                ("temperature", temperature.json), ("seed", seed.json),
                ("partialResultToken", partialResultToken))
        }
    }

    package struct Result: ResultShape {
        package var model: String
        /// The prompt as the model reads it, and what it wrote.
        package var text: String
        /// What the text was written for; nil where the model has no labels.
        package var label: String?
        /// With this one the same request gives the same text.
        package var seed: Int
        /// Tokens that were written.
        package var tokens: Int
        /// Tokens of the prompt that the vocabulary does not have.
        package var unknown: Int
        /// The model ended the text; else it was cut at the length.
        package var ended: Bool
        /// The natural logarithm of the probability of what was written, its end among it, whatever the temperature.
        package var logProbability: Double

        package init(
            model: String, text: String, label: String?, seed: Int, tokens: Int, unknown: Int, ended: Bool,
            logProbability: Double
        ) {
            self.model = model
            self.text = text
            self.label = label
            self.seed = seed
            self.tokens = tokens
            self.unknown = unknown
            self.ended = ended
            self.logProbability = logProbability
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            model = try reader.string("model")
            text = try reader.string("text")
            label = reader["label"]?.string
            seed = try reader.integer("seed")
            tokens = try reader.integer("tokens")
            unknown = try reader.integer("unknown")
            ended = try reader.bool("ended")
            logProbability = try reader.number("logProbability")
        }

        package var json: JSONValue {
            .members(
                ("model", .string(model)), ("text", .string(text)), ("label", label.json), ("seed", .integer(seed)),
                ("tokens", .integer(tokens)), ("unknown", .integer(unknown)), ("ended", .bool(ended)),
                ("logProbability", .number(logProbability)))
        }
    }
}
