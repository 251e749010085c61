package import JSON

/// What the questions about words have in common.
package enum WordQuestions {
    /// Words, or terms of a query, in one request.
    package static let greatestWords = 1_000
    package static let greatestTop = 100_000
    package static let usualTop = 10
    /// Numbers of a vector.
    package static let greatestDimensions = 65_536

    static let vectors = Field.optional("vectors", .string)
    /// How neighbours are sought, beside what they are of.
    static let search: [Field] = [
        vectors, .optional("top", .integer(0...greatestTop)), .optional("filter", .object),
        .optional("measure", .oneOf(Measure.allCases.map(\.rawValue))),
        .optional("fold", .oneOf(Folding.allCases.map(\.rawValue))), .optional("exact", .boolean),
        relations,
    ]
    static let relations = Field.optional("relations", .boolean)

    package enum Measure: String, Sendable, CaseIterable {
        case cosine, dot, cosmul
    }

    /// Which forms of one word count as one: the most similar stands for all.
    package enum Folding: String, Sendable, CaseIterable {
        case `case`, inflection
    }

    /// Which words may be neighbours.
    package struct Filter: Sendable, Hashable {
        package var prefix: String?
        /// A regular expression that is found in the word.
        package var pattern: String?
        /// A Unicode script in small letters, such as `hangul`.
        package var script: String?
        /// Universal parts of speech, such as `NOUN`; empty for all.
        package var partsOfSpeech: [String]
        package var exclude: [String]
        /// Only so many of the first words, the most frequent ones.
        package var limit: Int?
        /// Whether words with the lemma of a word that is asked for may be neighbours.
        package var sameLemma: Bool

        package init(
            prefix: String? = nil, pattern: String? = nil, script: String? = nil, partsOfSpeech: [String] = [],
            exclude: [String] = [], limit: Int? = nil, sameLemma: Bool = true
        ) {
            self.prefix = prefix
            self.pattern = pattern
            self.script = script
            self.partsOfSpeech = partsOfSpeech
            self.exclude = exclude
            self.limit = limit
            self.sameLemma = sameLemma
        }

        private static let names = ["prefix", "pattern", "script", "pos", "exclude", "limit", "sameLemma"]

        fileprivate init(_ json: JSONValue) throws(ShapeError) {
            let reader = try MemberReader(json, "filter", names: Self.names)
            prefix = try reader.optionalString("prefix")
            pattern = try reader.optionalString("pattern")
            script = try reader.optionalString("script")
            if case .string(let one)? = json["pos"] {
                partsOfSpeech = [one]
            } else {
                partsOfSpeech = try reader.optionalStrings("pos") ?? []
            }
            exclude = try reader.optionalStrings("exclude") ?? []
            limit = try reader.optionalInteger("limit")
            sameLemma = try reader.optionalBool("sameLemma") ?? true
            if let limit, limit < 1 {
                throw ShapeError(
                    "filter.limit is \(limit), expected an integer, 1 or more",
                    hint: "give how many of the most frequent words may be neighbours")
            }
        }

        var json: JSONValue? {
            if self == Self() { return nil }
            return .members(
                ("prefix", prefix.json), ("pattern", pattern.json), ("script", script.json),
                ("pos", partsOfSpeech.isEmpty ? JSONValue?.none : .strings(partsOfSpeech)),
                ("exclude", exclude.isEmpty ? JSONValue?.none : .strings(exclude)), ("limit", limit.json),
                ("sameLemma", sameLemma ? nil : false))
        }
    }

    /// How neighbours are sought.
    package struct Search: Sendable, Equatable {
        /// A name or an absolute path; nil for those that suit the words.
        package var vectors: String?
        package var top: Int
        package var filter: Filter?
        package var measure: Measure
        package var folding: Folding?
        /// Never by the 4-bit rows alone.
        package var exact: Bool
        /// Whether WordNet marks synonyms and the like, where it is installed.
        package var relations: Bool

        package init(
            vectors: String? = nil, top: Int = usualTop, filter: Filter? = nil, measure: Measure = .cosine,
            folding: Folding? = nil, exact: Bool = false, relations: Bool = true
        ) {
            self.vectors = vectors
            self.top = top
            self.filter = filter
            self.measure = measure
            self.folding = folding
            self.exact = exact
            self.relations = relations
        }

        init(_ reader: ParameterReader) throws(ShapeError) {
            vectors = reader.string("vectors")
            top = reader.integer("top") ?? usualTop
            if let json = reader["filter"] {
                let read = try Filter(json)
                filter = read == Filter() ? nil : read
            }
            measure = reader.string("measure").flatMap(Measure.init) ?? .cosine
            folding = reader.string("fold").flatMap(Folding.init)
            exact = reader.bool("exact") ?? false
            relations = reader.bool("relations") ?? true
        }

        /// What differs from the usual, to go beside the question's own members.
        var members: [(String, JSONValue?)] {
            [
                ("vectors", vectors.json), ("top", top == usualTop ? nil : .integer(top)), ("filter", filter?.json),
                ("measure", measure == .cosine ? nil : .string(measure.rawValue)),
                ("fold", (folding?.rawValue).json), ("exact", exact ? true : nil),
                ("relations", relations ? nil : false),
            ]
        }
    }

    /// A word that the vectors do not list, and what stood for it.
    package struct Reached: Sendable, Equatable {
        package var word: String
        /// `normalization`, `case`, `particle`, `inflection`, `subwords` or `spelling`.
        package var by: String
        /// The listed word that stood for it; nil of subwords, which make a vector of its own.
        package var `as`: String?

        package init(word: String, by: String, as listed: String?) {
            self.word = word
            self.by = by
            self.as = listed
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            word = try reader.string("word")
            by = try reader.string("by")
            self.as = reader["as"]?.string
        }

        static func read(_ reader: ResultReader) throws(ShapeError) -> [Reached] {
            reader["reachedBy"] == nil ? [] : try reader.array("reachedBy", Reached.init)
        }

        static func json(_ reached: [Reached]) -> JSONValue? {
            reached.isEmpty
                ? JSONValue?.none
                : .array(
                    reached.map {
                        .members(("word", .string($0.word)), ("by", .string($0.by)), ("as", $0.as.json))
                    })
        }
    }

    package struct Neighbour: Sendable, Equatable {
        package var word: String
        package var similarity: Float
        /// What WordNet says that the neighbour is to the word: `synonym`, `antonym`, `hypernym` or `hyponym`.
        package var relation: String?

        package init(word: String, similarity: Float, relation: String? = nil) {
            self.word = word
            self.similarity = similarity
            self.relation = relation
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            word = try reader.string("word")
            similarity = Float(try reader.number("similarity"))
            relation = reader["relation"]?.string
        }

        fileprivate var json: JSONValue {
            .members(
                ("word", .string(word)), ("similarity", .number(Double(shortest: similarity))),
                ("relation", relation.json))
        }
    }

    /// The words nearest to a query.
    package struct Neighbours: ResultShape {
        /// The name of the vectors that answered.
        package var vectors: String
        /// Whether one of the words that were asked for is not listed.
        package var outOfVocabulary: Bool
        package var reachedBy: [Reached]
        /// `exact`: no word of the table that is nearer is missing; `approximate`: one in a thousand may be.
        package var recall: String
        /// The most similar first.
        package var neighbours: [Neighbour]

        package init(
            vectors: String, outOfVocabulary: Bool, reachedBy: [Reached], recall: String, neighbours: [Neighbour]
        ) {
            self.vectors = vectors
            self.outOfVocabulary = outOfVocabulary
            self.reachedBy = reachedBy
            self.recall = recall
            self.neighbours = neighbours
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            vectors = try reader.string("vectors")
            outOfVocabulary = try reader.bool("outOfVocabulary")
            reachedBy = try Reached.read(reader)
            recall = try reader.string("recall")
            neighbours = try reader.array("neighbours", Neighbour.init)
        }

        package var json: JSONValue {
            .members(
                ("vectors", .string(vectors)), ("outOfVocabulary", .bool(outOfVocabulary)),
                ("reachedBy", Reached.json(reachedBy)), ("recall", .string(recall)),
                ("neighbours", .array(neighbours.map(\.json))))
        }

        package var text: [UInt8]? {
            // JSON has no other numbers: see `json` for what becomes of them.
            guard neighbours.allSatisfy(\.similarity.isFinite) else { return nil }
            var text: [UInt8] = []
            text.reserveCapacity(128 + 64 * neighbours.count)
            text.append(json: #"{"vectors":""#)
            text.append(jsonQuoted: vectors)
            text.append(json: outOfVocabulary ? #"","outOfVocabulary":true"# : #"","outOfVocabulary":false"#)
            if let reached = Reached.json(reachedBy) {
                text.append(json: #","reachedBy":"#)
                reached.serialize(into: &text)
            }
            text.append(json: #","recall":""#)
            text.append(jsonQuoted: recall)
            text.append(json: #"","neighbours":["#)
            var isFirst = true
            for neighbour in neighbours {
                text.append(json: isFirst ? #"{"word":""# : #"},{"word":""#)
                isFirst = false
                text.append(jsonQuoted: neighbour.word)
                text.append(json: #"","similarity":"#)
                text.append(jsonNumber: neighbour.similarity)
                if let relation = neighbour.relation {
                    text.append(json: #","relation":""#)
                    text.append(jsonQuoted: relation)
                    text.append(json: #"""#)
                }
            }
            text.append(json: isFirst ? "]}" : "}]}")
            return text
        }
    }
}
