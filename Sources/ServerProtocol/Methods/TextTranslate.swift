package import JSON

/// `text/translate`: the text that a model writes for a text.
package enum TextTranslate: RemoteMethod {
    package static let method = "text/translate"
    package static let parameters: [Field] = [
        .required("text", .string), .optional("model", .string), .optional("beam", .integer(1...maximumBeam)),
        .optional("attention", .boolean),
    ]

    /// The most translations that a search may follow at a time.
    package static let maximumBeam = 16

    package struct Parameters: ParameterShape {
        package var text: String
        /// A name or an absolute path; nil for the default.
        package var model: String?
        /// How many translations are followed at a time, 1 to `maximumBeam`; nil: 1.
        package var beam: Int?
        /// Whether to say where the decoder looked.
        package var attention: Bool

        package init(text: String, model: String? = nil, beam: Int? = nil, attention: Bool = false) {
            self.text = text
            self.model = model
            self.beam = beam
            self.attention = attention
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            text = try reader.requiredString("text")
            model = reader.string("model")
            beam = reader.integer("beam")
            attention = reader.bool("attention") ?? false
        }

        package var json: JSONValue {
            .members(
                ("text", .string(text)), ("model", model.json), ("beam", beam.json),
                ("attention", attention ? true : nil))
        }
    }

    /// Where the decoder looked as it wrote.
    package struct Attention: Sendable, Equatable {
        package var read: [Token]
        package var written: [String]
        /// For each token written the share of each that was read, 0 to 1.
        package var shares: [[Double]]

        package struct Token: Sendable, Equatable {
            package var text: String
            /// Offsets into the text, end-exclusive.
            package var start: Int
            package var end: Int

            package init(text: String, start: Int, end: Int) {
                self.text = text
                self.start = start
                self.end = end
            }
        }

        package init(read: [Token], written: [String], shares: [[Double]]) {
            self.read = read
            self.written = written
            self.shares = shares
        }

        fileprivate init(_ reader: ResultReader) throws(ShapeError) {
            read = try reader.array("read") { json, path throws(ShapeError) in
                let token = try ResultReader(json, path)
                return Token(
                    text: try token.string("text"), start: try token.integer("start"), end: try token.integer("end"))
            }
            written = try reader.strings("written")
            shares = try reader.rows("shares")
        }

        fileprivate var json: JSONValue {
            .members(
                (
                    "read",
                    .array(
                        read.map { token in
                            .members(
                                ("text", .string(token.text)), ("start", .integer(token.start)),
                                ("end", .integer(token.end)))
                        })
                ), ("written", .strings(written)), ("shares", .rows(shares)))
        }
    }

    package struct Result: ResultShape {
        package var model: String
        /// The translation.
        package var text: String
        /// Of the whole translation, 0 to 1.
        package var probability: Double
        /// It came to its end; else it was cut where the model writes no more.
        package var complete: Bool
        /// Tokens of the text that the vocabulary does not have.
        package var unknown: Int
        /// The text was longer than the model reads.
        package var truncated: Bool
        package var attention: Attention?

        package init(
            model: String, text: String, probability: Double, complete: Bool, unknown: Int, truncated: Bool,
            attention: Attention? = nil
        ) {
            self.model = model
            self.text = text
            self.probability = probability
            self.complete = complete
            self.unknown = unknown
            self.truncated = truncated
            self.attention = attention
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            model = try reader.string("model")
            text = try reader.string("text")
            probability = try reader.number("probability")
            complete = try reader.bool("complete")
            unknown = try reader.integer("unknown")
            truncated = try reader.bool("truncated")
            attention = reader["attention"] == nil ? nil : try Attention(reader.object("attention"))
        }

        package var json: JSONValue {
            .members(
                ("model", .string(model)), ("text", .string(text)), ("probability", .number(probability)),
                ("complete", .bool(complete)), ("attention", attention?.json), ("unknown", .integer(unknown)),
                ("truncated", .bool(truncated)))
        }
    }
}
