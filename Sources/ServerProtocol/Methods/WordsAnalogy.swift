package import JSON

/// `words/analogy`: `from` is to `to` as `of` is to what?
package enum WordsAnalogy: RemoteMethod {
    package static let method = "words/analogy"
    package static let parameters: [Field] =
        [.required("from", .string), .required("to", .string), .required("of", .string)]
        // WordNet says what a word is to a word, not to a sum.
        + WordQuestions.search.filter { $0 != WordQuestions.relations }

    package typealias Result = WordQuestions.Neighbours

    package struct Parameters: ParameterShape {
        package var from: String
        package var to: String
        package var of: String
        package var search: WordQuestions.Search

        package init(from: String, to: String, of: String, _ search: WordQuestions.Search = .init()) {
            self.from = from
            self.to = to
            self.of = of
            self.search = search
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            from = try reader.requiredString("from")
            to = try reader.requiredString("to")
            of = try reader.requiredString("of")
            search = try WordQuestions.Search(reader)
        }

        package var json: JSONValue {
            .members(
                [("from", .string(from)), ("to", .string(to)), ("of", .string(of))]
                    + search.members.filter { $0.0 != WordQuestions.relations.name })
        }
    }
}
