package import JSON

/// `words/outlier`: the word that fits the others least.
package enum WordsOutlier: RemoteMethod {
    package static let method = "words/outlier"
    package static let parameters: [Field] = [
        .required("words", .strings(atMost: WordQuestions.greatestWords)), WordQuestions.vectors,
    ]

    package struct Parameters: ParameterShape {
        package var words: [String]
        package var vectors: String?

        package init(words: [String], vectors: String? = nil) {
            self.words = words
            self.vectors = vectors
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            words = reader.strings("words") ?? []
            vectors = reader.string("vectors")
            if words.isEmpty {
                throw ShapeError("\(method) needs words, and \"words\" has none", hint: "give at least one")
            }
        }

        package var json: JSONValue { .members(("words", .strings(words)), ("vectors", vectors.json)) }
    }

    package struct Result: ResultShape {
        package var vectors: String
        package var word: String
        /// Of each word to the mean of all, in their order, -1 to 1.
        package var similarities: [Double]
        package var outOfVocabulary: Bool
        package var reachedBy: [WordQuestions.Reached]

        package init(
            vectors: String, word: String, similarities: [Double], outOfVocabulary: Bool,
            reachedBy: [WordQuestions.Reached]
        ) {
            self.vectors = vectors
            self.word = word
            self.similarities = similarities
            self.outOfVocabulary = outOfVocabulary
            self.reachedBy = reachedBy
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            vectors = try reader.string("vectors")
            word = try reader.string("word")
            similarities = try reader.numbers("similarities")
            outOfVocabulary = try reader.bool("outOfVocabulary")
            reachedBy = try WordQuestions.Reached.read(reader)
        }

        package var json: JSONValue {
            .members(
                ("vectors", .string(vectors)), ("word", .string(word)), ("similarities", .numbers(similarities)),
                ("outOfVocabulary", .bool(outOfVocabulary)), ("reachedBy", WordQuestions.Reached.json(reachedBy)))
        }
    }
}
