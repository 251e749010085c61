package import JSON

/// `text/analyze`: what a text is made of: its sentences and other pieces, and its morphemes or words with what is known
/// of each.
package enum TextAnalyze: RemoteMethod {
    package static let method = "text/analyze"
    package static let parameters: [Field] = [
        .required("text", .string), .optional("language", .string), .optional("dictionary", .string),
        .optional("include", .strings()), .optional("nbest", .integer(1...greatestNBest)),
        .optional("decompound", .oneOf(Decompound.allCases.map(\.rawValue))), .optional("normalize", .array),
        .optional("stop", .object), .optional("userWords", .array), .optional("userDictionary", .string),
        .optional("dictionaries", .strings(atMost: greatestDictionaries)),
        .optional("stemmer", .oneOf(Stemmer.allCases.map(\.rawValue))),
    ]

    package static let greatestDictionaries = 32
    /// Steps of a normalisation.
    package static let greatestSteps = 32

    /// The most analyses that are searched for.
    package static let greatestNBest = 512

    /// What an answer has besides the tokens' own text and place.
    package enum Part: String, Sendable, CaseIterable {
        case sentences, paragraphs, lines, words, whitespace, graphemes
        case morphemes, lemma, stem, pos, parts, costs, stopWords

        /// Pieces that a text is cut into without a dictionary.
        package static let segments: Set<Part> = [.sentences, .paragraphs, .lines, .words, .whitespace, .graphemes]

        /// What it has where the request says nothing.
        package static let byDefault: Set<Part> = [.sentences, .morphemes, .lemma, .stem, .pos]
    }

    /// Whose stems those of English are.
    package enum Stemmer: String, Sendable, CaseIterable {
        case snowball, porter
    }

    /// What becomes of a morpheme that is a compound, as of Lucene's analyser of Korean.
    package enum Decompound: String, Sendable, CaseIterable {
        /// It stays whole.
        case none
        /// It is answered, and its parts after it.
        case mixed
        /// Its parts are answered in its place.
        case discard
    }

    package struct Parameters: ParameterShape {
        package var text: String
        /// An ISO 639-1 code; nil to find it out.
        package var language: String?
        /// A name, an absolute path, or `none`; nil for the configured one, else one that is installed.
        package var dictionary: String?
        package var include: Set<Part>
        package var nbest: Int
        package var decompound: Decompound
        package var normalize: [Step]
        package var stop: Stop
        package var userWords: [UserWord]
        /// An absolute path.
        package var userDictionary: String?
        /// Names or absolute paths: the first for the text's language is taken where none is named.
        package var dictionaries: [String]
        package var stemmer: Stemmer

        package init(
            text: String, language: String? = nil, dictionary: String? = nil, include: Set<Part> = Part.byDefault,
            nbest: Int = 1, decompound: Decompound = .none, normalize: [Step] = [], stop: Stop = Stop(),
            userWords: [UserWord] = [], userDictionary: String? = nil, dictionaries: [String] = [],
            stemmer: Stemmer = .snowball
        ) {
            self.text = text
            self.language = language
            self.dictionary = dictionary
            self.include = include
            self.nbest = nbest
            self.decompound = decompound
            self.normalize = normalize
            self.stop = stop
            self.userWords = userWords
            self.userDictionary = userDictionary
            self.dictionaries = dictionaries
            self.stemmer = stemmer
        }

        /// Whether the request has words for the dictionary.
        package var hasUserWords: Bool { !userWords.isEmpty || userDictionary != nil }

        package init(_ reader: ParameterReader) throws(ShapeError) {
            text = try reader.requiredString("text")
            language = try reader.string("language").map { (name) throws(ShapeError) in try Self.language(name) }
            dictionary = reader.string("dictionary")
            if let names = reader.strings("include") {
                include = []
                for name in names {
                    guard let part = Part(rawValue: name) else {
                        let known = Part.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
                        throw ShapeError(
                            "include has \"\(name.prefix(40))\", expected any of \(known)",
                            hint: "leave \"include\" out for sentences, and morphemes with lemma, stem and pos")
                    }
                    include.insert(part)
                    // What is said of tokens is said with them.
                    if !Part.segments.contains(part) && part != .stopWords { include.insert(.morphemes) }
                }
            } else {
                include = Part.byDefault
            }
            nbest = reader.integer("nbest") ?? 1
            decompound = reader.string("decompound").flatMap(Decompound.init) ?? .none
            normalize = []
            let steps = reader["normalize"]?.array?.count ?? 0
            guard steps <= TextAnalyze.greatestSteps else {
                throw ShapeError(
                    "normalize has \(steps) steps, expected at most \(TextAnalyze.greatestSteps)",
                    hint: "join patterns by |")
            }
            for (index, step) in (reader["normalize"]?.array ?? []).enumerated() {
                normalize.append(try Step(step, "normalize[\(index)]"))
            }
            stop = try reader["stop"].map { (stop) throws(ShapeError) in try Stop(stop) } ?? Stop()
            userWords = []
            for (index, word) in (reader["userWords"]?.array ?? []).enumerated() {
                userWords.append(try UserWord(word, "userWords[\(index)]"))
            }
            userDictionary = reader.string("userDictionary")
            dictionaries = reader.strings("dictionaries") ?? []
            stemmer = reader.string("stemmer").flatMap(Stemmer.init) ?? .snowball
        }

        /// `ko` of `ko`, `KO` and `ko-KR`.
        private static func language(_ name: String) throws(ShapeError) -> String {
            let code = name.lowercased().prefix { $0 != "-" && $0 != "_" }
            guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (0x61...0x7a).contains($0) }) else {
                throw ShapeError(
                    "language is \"\(name.prefix(40))\", expected an ISO 639-1 code",
                    hint: "give \"ko\", \"en\" or another, or leave \"language\" out to have it found")
            }
            return String(code)
        }

        package var json: JSONValue {
            let parts = Part.allCases.filter(include.contains).map(\.rawValue)
            return .members(
                ("text", .string(text)), ("language", language.json), ("dictionary", dictionary.json),
                ("include", include == Part.byDefault ? JSONValue?.none : .strings(parts)),
                ("nbest", nbest == 1 ? JSONValue?.none : .integer(nbest)),
                ("decompound", decompound == .none ? JSONValue?.none : .string(decompound.rawValue)),
                ("normalize", normalize.isEmpty ? JSONValue?.none : .array(normalize.map(\.json))),
                ("stop", stop == Stop() ? JSONValue?.none : stop.json),
                ("userWords", userWords.isEmpty ? JSONValue?.none : .array(userWords.map(\.json))),
                ("userDictionary", userDictionary.json),
                ("dictionaries", dictionaries.isEmpty ? JSONValue?.none : .strings(dictionaries)),
                ("stemmer", stemmer == .snowball ? JSONValue?.none : .string(stemmer.rawValue)))
        }
    }
}
