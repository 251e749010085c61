package import JSON

/// `words/vector`: the numbers of a word.
package enum WordsVector: RemoteMethod {
    package static let method = "words/vector"
    package static let parameters: [Field] = [.required("word", .string), WordQuestions.vectors]

    package struct Parameters: ParameterShape {
        package var word: String
        package var vectors: String?

        package init(word: String, vectors: String? = nil) {
            self.word = word
            self.vectors = vectors
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            word = try reader.requiredString("word")
            vectors = reader.string("vectors")
        }

        package var json: JSONValue { .members(("word", .string(word)), ("vectors", vectors.json)) }
    }

    package struct Result: ResultShape {
        package var vectors: String
        package var vector: [Double]
        package var outOfVocabulary: Bool
        package var reachedBy: [WordQuestions.Reached]

        package init(
            vectors: String, vector: [Double], outOfVocabulary: Bool, reachedBy: [WordQuestions.Reached]
        ) {
            self.vectors = vectors
            self.vector = vector
            self.outOfVocabulary = outOfVocabulary
            self.reachedBy = reachedBy
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            vectors = try reader.string("vectors")
            vector = try reader.numbers("vector")
            outOfVocabulary = try reader.bool("outOfVocabulary")
            reachedBy = try WordQuestions.Reached.read(reader)
        }

        package var json: JSONValue {
            .members(
                ("vectors", .string(vectors)), ("vector", .numbers(vector)),
                ("outOfVocabulary", .bool(outOfVocabulary)), ("reachedBy", WordQuestions.Reached.json(reachedBy)))
        }
    }
}
