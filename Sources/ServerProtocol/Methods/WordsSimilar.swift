package import JSON

/// `words/similar`: the words nearest to a word, to a sum of words, or to a vector.
package enum WordsSimilar: RemoteMethod {
    package static let method = "words/similar"
    package static let parameters: [Field] =
        [
            .optional("word", .string), .optional("positive", .array), .optional("negative", .array),
            .optional("vector", .numbers(atMost: WordQuestions.greatestDimensions)),
        ] + WordQuestions.search

    package typealias Result = WordQuestions.Neighbours

    /// A word of a sum, with what it counts.
    package struct Term: Sendable, Equatable {
        package var word: String
        package var weight: Double

        package init(_ word: String, weight: Double = 1) {
            self.word = word
            self.weight = weight
        }

        fileprivate var json: JSONValue {
            weight == 1 ? .string(word) : .members(("word", .string(word)), ("weight", .number(weight)))
        }

        fileprivate static func read(_ reader: ParameterReader, _ name: String) throws(ShapeError) -> [Term]? {
            guard let elements = reader[name]?.array else { return nil }
            guard elements.count <= WordQuestions.greatestWords else {
                throw ShapeError(
                    "\"\(name)\" has \(elements.count) words, expected at most \(WordQuestions.greatestWords)",
                    hint: "give fewer words")
            }
            var terms: [Term] = []
            for element in elements {
                if let word = element.string {
                    terms.append(Term(word))
                    continue
                }
                let path = "\(name)[\(terms.count)]"
                guard case .object = element else {
                    throw ShapeError(
                        "\(path) is \(element.kind), expected a string or an object",
                        hint: "give \(path) as a word, or as {\"word\": …, \"weight\": …}")
                }
                let reader = try MemberReader(element, path, names: ["word", "weight"])
                let word = try reader.string("word")
                let weight = try reader.optionalNumber("weight") ?? 1
                guard abs(weight) <= 1e6 else {
                    throw ShapeError(
                        "\(path).weight is \(weight), expected -1000000 to 1000000",
                        hint: "words count by their weights against each other: divide all of them by the same number")
                }
                terms.append(Term(word, weight: weight))
            }
            return terms
        }
    }

    package enum Query: Sendable, Equatable {
        case word(String)
        case sum(positive: [Term], negative: [Term])
        case vector([Double])
    }

    package struct Parameters: ParameterShape {
        package var query: Query
        package var search: WordQuestions.Search

        package init(_ query: Query, _ search: WordQuestions.Search = .init()) {
            self.query = query
            self.search = search
        }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            let positive = try Term.read(reader, "positive")
            let negative = try Term.read(reader, "negative")
            let sum: Query? =
                positive == nil && negative == nil ? nil : .sum(positive: positive ?? [], negative: negative ?? [])
            let word = reader.string("word")
            let vector = reader.numbers("vector")
            switch (word, sum, vector) {
            case (let word?, nil, nil): query = .word(word)
            case (nil, let sum?, nil): query = sum
            case (nil, nil, let vector?): query = .vector(vector)
            default:
                let found = word == nil && sum == nil && vector == nil ? "none came" : "more came"
                throw ShapeError(
                    "\(method) needs one of \"word\", \"positive\" with \"negative\", and \"vector\", and \(found)",
                    hint:
                        "give \"word\", a string; or \"positive\" and \"negative\", arrays of words; or \"vector\", numbers"
                )
            }
            search = try WordQuestions.Search(reader)
        }

        package var json: JSONValue {
            let members: [(String, JSONValue?)] =
                switch query {
                case .word(let word): [("word", .string(word))]
                case .sum(let positive, let negative):
                    [
                        ("positive", .array(positive.map(\.json))),
                        ("negative", negative.isEmpty ? nil : .array(negative.map(\.json))),
                    ]
                case .vector(let vector): [("vector", .numbers(vector))]
                }
            return .members(members + search.members)
        }
    }
}
