package import JSON

/// `words/compare`: how similar two words are, or two sets of words by their means.
package enum WordsCompare: RemoteMethod {
    package static let method = "words/compare"
    package static let parameters: [Field] = [
        .required("a", .stringOrStrings(atMost: WordQuestions.greatestWords)),
        .required("b", .stringOrStrings(atMost: WordQuestions.greatestWords)), WordQuestions.vectors,
    ]

    package struct Parameters: ParameterShape {
        package var a: [String]
        package var b: [String]
        package var vectors: String?

        package init(a: [String], b: [String], vectors: String? = nil) {
            self.a = a
            self.b = b
            self.vectors = vectors
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            a = reader.oneOrMore("a") ?? []
            b = reader.oneOrMore("b") ?? []
            vectors = reader.string("vectors")
            for (name, words) in [("a", a), ("b", b)] where words.isEmpty {
                throw ShapeError("\(method) needs words, and \"\(name)\" has none", hint: "give a word, or several")
            }
        }

        package var json: JSONValue {
            .members(("a", .strings(a)), ("b", .strings(b)), ("vectors", vectors.json))
        }
    }

    package struct Result: ResultShape {
        package var vectors: String
        /// The cosine of the angle between them, -1 to 1.
        package var similarity: Double
        package var outOfVocabulary: Bool
        package var reachedBy: [WordQuestions.Reached]

        package init(
            vectors: String, similarity: Double, outOfVocabulary: Bool, reachedBy: [WordQuestions.Reached]
        ) {
            self.vectors = vectors
            self.similarity = similarity
            self.outOfVocabulary = outOfVocabulary
            self.reachedBy = reachedBy
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            vectors = try reader.string("vectors")
            similarity = try reader.number("similarity")
            outOfVocabulary = try reader.bool("outOfVocabulary")
            reachedBy = try WordQuestions.Reached.read(reader)
        }

        package var json: JSONValue {
            .members(
                ("vectors", .string(vectors)), ("similarity", .number(similarity)),
                ("outOfVocabulary", .bool(outOfVocabulary)), ("reachedBy", WordQuestions.Reached.json(reachedBy)))
        }
    }
}
