package import JSON

/// `text/analyze`: what a text is made of: its sentences, and its morphemes or words with what is known of each.
package enum TextAnalyze: RemoteMethod {
    package static let method = "text/analyze"
    package static let parameters: [Field] = [
        .required("text", .string), .optional("language", .string), .optional("dictionary", .string),
        .optional("include", .strings()), .optional("nbest", .integer(1...greatestNBest)),
        .optional("decompound", .oneOf(Decompound.allCases.map(\.rawValue))), .optional("normalize", .array),
        .optional("stop", .object), .optional("userWords", .array), .optional("userDictionary", .string),
        .optional("dictionaries", .strings(atMost: greatestDictionaries)),
    ]

    package static let greatestDictionaries = 32
    /// Steps of a normalisation.
    package static let greatestSteps = 32

    /// The most analyses that are searched for.
    package static let greatestNBest = 512

    /// What an answer has besides the tokens' own text and place.
    package enum Part: String, Sendable, CaseIterable {
        case sentences, morphemes, lemma, stem, pos, parts, costs, stopWords

        /// What it has where the request says nothing.
        package static let byDefault: Set<Part> = [.sentences, .morphemes, .lemma, .stem, .pos]
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

    /// A step of the normalisation that comes before the analysis.
    package enum Step: Sendable, Equatable {
        /// `keep` and `with` are for those that have them; nil for the usual.
        case named(String, keep: Int? = nil, with: String? = nil)
        case replace(pattern: String, with: String)

        private static let shape =
            #"give a step as its name, as {"step": name, "with": text}, or as {"replace": pattern, "with": text}"#

        package init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            switch json {
            case .string(let name): self = .named(name)
            case .object(let object) where object["replace"] != nil:
                let reader = try MemberReader(json, path, names: ["replace", "with"])
                self = .replace(
                    pattern: try reader.string("replace"), with: try reader.optionalString("with") ?? "")
            case .object(let object) where object["step"] != nil:
                let reader = try MemberReader(json, path, names: ["step", "keep", "with"])
                self = .named(
                    try reader.string("step"), keep: try reader.optionalInteger("keep"),
                    with: try reader.optionalString("with"))
            case .object: throw ShapeError("\(path) has neither \"step\" nor \"replace\"", hint: Self.shape)
            default: throw ShapeError("\(path) is \(json.kind), expected a string or an object", hint: Self.shape)
            }
        }

        fileprivate var json: JSONValue {
            switch self {
            case .named(let name, nil, nil): .string(name)
            case .named(let name, let keep, let text):
                .members(("step", .string(name)), ("keep", keep.json), ("with", text.json))
            case .replace(let pattern, let text): ["replace": .string(pattern), "with": .string(text)]
            }
        }
    }

    /// Which tokens are stop words, and whether they are left out.
    package struct Stop: Sendable, Equatable {
        /// The stop words, in place of those of the language; nil for these.
        package var words: [String]?
        package var add: [String]
        package var remove: [String]
        /// The tags whose tokens are stop words, in place of those of the language; nil for these.
        package var tags: [String]?
        /// Whether stop words are left out, not only marked.
        package var drop: Bool

        package init(
            words: [String]? = nil, add: [String] = [], remove: [String] = [], tags: [String]? = nil,
            drop: Bool = false
        ) {
            self.words = words
            self.add = add
            self.remove = remove
            self.tags = tags
            self.drop = drop
        }

        fileprivate init(_ json: JSONValue) throws(ShapeError) {
            let reader = try MemberReader(json, "stop", names: ["words", "add", "remove", "tags", "drop"])
            words = try reader.optionalStrings("words")
            add = try reader.optionalStrings("add") ?? []
            remove = try reader.optionalStrings("remove") ?? []
            tags = try reader.optionalStrings("tags")
            drop = try reader.optionalBool("drop") ?? false
        }

        package var json: JSONValue {
            .members(
                ("words", words.map { .strings($0) }), ("add", add.isEmpty ? JSONValue?.none : .strings(add)),
                ("remove", remove.isEmpty ? JSONValue?.none : .strings(remove)), ("tags", tags.map { .strings($0) }),
                ("drop", drop ? true : JSONValue?.none))
        }
    }

    /// A word that the dictionary is to have for this request.
    package struct UserWord: Sendable, Equatable {
        /// As it is written; a verb or an adjective by its dictionary form, which stands for all its forms.
        package var word: String
        package var tag: String
        /// The lower, the more likely; nil for the usual one of the tag.
        package var cost: Int?
        package var reading: String?
        /// The parts, as the dictionary writes them: `form/TAG/*+form/TAG/*`.
        package var expression: String?
        /// How a verb or an adjective conjugates, such as `ㅂ`; nil to guess.
        package var conjugation: String?
        /// It is taken wherever it stands.
        package var force: Bool

        package init(
            word: String, tag: String, cost: Int? = nil, reading: String? = nil, expression: String? = nil,
            conjugation: String? = nil, force: Bool = false
        ) {
            self.word = word
            self.tag = tag
            self.cost = cost
            self.reading = reading
            self.expression = expression
            self.conjugation = conjugation
            self.force = force
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try MemberReader(
                json, path, names: ["word", "tag", "cost", "reading", "expression", "conjugation", "force"])
            word = try reader.string("word")
            tag = try reader.string("tag")
            cost = try reader.optionalInteger("cost")
            reading = try reader.optionalString("reading")
            expression = try reader.optionalString("expression")
            conjugation = try reader.optionalString("conjugation")
            force = try reader.optionalBool("force") ?? false
        }

        package var json: JSONValue {
            .members(
                ("word", .string(word)), ("tag", .string(tag)), ("cost", cost.json), ("reading", reading.json),
                ("expression", expression.json), ("conjugation", conjugation.json),
                ("force", force ? true : JSONValue?.none))
        }
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

        package init(
            text: String, language: String? = nil, dictionary: String? = nil, include: Set<Part> = Part.byDefault,
            nbest: Int = 1, decompound: Decompound = .none, normalize: [Step] = [], stop: Stop = Stop(),
            userWords: [UserWord] = [], userDictionary: String? = nil, dictionaries: [String] = []
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
        }

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
                            hint: "leave \"include\" out for all but the last three")
                    }
                    include.insert(part)
                    // What is said of tokens is said with them.
                    if part != .sentences && part != .stopWords { include.insert(.morphemes) }
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
                ("dictionaries", dictionaries.isEmpty ? JSONValue?.none : .strings(dictionaries)))
        }
    }
}

extension TextAnalyze {
    package struct Sentence: Sendable, Equatable {
        /// Offsets into the text, end-exclusive.
        package var start: Int
        package var end: Int

        package init(start: Int, end: Int) {
            self.start = start
            self.end = end
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            start = try reader.integer("start")
            end = try reader.integer("end")
        }

        fileprivate var json: JSONValue { .members(("start", .integer(start)), ("end", .integer(end))) }
    }

    /// What a dictionary's lattice adds up for a token.
    package struct Costs: Sendable, Equatable {
        /// Of the word itself.
        package var word: Int
        /// Of following the token before.
        package var connection: Int
        /// For a space before a tag that goes without one.
        package var penalty: Int
        /// Of the path up to the end of this token.
        package var total: Int

        package init(word: Int, connection: Int, penalty: Int, total: Int) {
            self.word = word
            self.connection = connection
            self.penalty = penalty
            self.total = total
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            word = try reader.integer("word")
            connection = try reader.integer("connection")
            penalty = try reader.integer("penalty")
            total = try reader.integer("total")
        }

        fileprivate var json: JSONValue {
            .members(
                ("word", .integer(word)), ("connection", .integer(connection)), ("penalty", .integer(penalty)),
                ("total", .integer(total)))
        }
    }

    /// A morpheme within a token: of a compound, or of a form in which several have grown together.
    package struct MorphemePart: Sendable, Equatable {
        /// The form; of one that has grown together with the next it may be spelt otherwise than in the text.
        package var text: String
        package var tag: String
        /// Offsets into the text, end-exclusive; parts that have grown together may overlap.
        package var start: Int
        package var end: Int

        package init(text: String, tag: String, start: Int, end: Int) {
            self.text = text
            self.tag = tag
            self.start = start
            self.end = end
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            text = try reader.string("text")
            tag = try reader.string("tag")
            start = try reader.integer("start")
            end = try reader.integer("end")
        }

        fileprivate var json: JSONValue {
            .members(("text", .string(text)), ("tag", .string(tag)), ("start", .integer(start)), ("end", .integer(end)))
        }
    }

    package struct Token: Sendable, Equatable {
        /// As it stands in the text.
        package var text: String
        /// Offsets into the text, end-exclusive.
        package var start: Int
        package var end: Int
        /// As it was analysed: `text`, normalised as the request asks.
        package var normal: String
        /// The form that a dictionary lists: 먹다 of 먹었다, `go` of `went`.
        package var lemma: String?
        /// The form without its endings: 먹 of 먹었다, `hous` of `houses`.
        package var stem: String?
        /// A universal part of speech, such as `NOUN`.
        package var pos: String?
        /// The analyser's own tag, such as `NNG`.
        package var tag: String?
        package var stop: Bool
        /// The analyser had to guess.
        package var unknown: Bool
        package var parts: [MorphemePart]?
        package var costs: Costs?

        package init(
            text: String, start: Int, end: Int, normal: String, lemma: String?, stem: String?, pos: String?,
            tag: String?, stop: Bool, unknown: Bool, parts: [MorphemePart]? = nil, costs: Costs? = nil
        ) {
            self.text = text
            self.start = start
            self.end = end
            self.normal = normal
            self.lemma = lemma
            self.stem = stem
            self.pos = pos
            self.tag = tag
            self.stop = stop
            self.unknown = unknown
            self.parts = parts
            self.costs = costs
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            text = try reader.string("text")
            start = try reader.integer("start")
            end = try reader.integer("end")
            normal = try reader.string("normal")
            lemma = reader["lemma"]?.string
            stem = reader["stem"]?.string
            pos = reader["pos"]?.string
            tag = reader["tag"]?.string
            stop = try reader.bool("stop")
            unknown = try reader.bool("unknown")
            if reader["parts"] != nil { parts = try reader.array("parts", MorphemePart.init) }
            if let costs = reader["costs"] { self.costs = try Costs(costs, "\(path).costs") }
        }

        fileprivate var json: JSONValue {
            .members(
                ("text", .string(text)), ("start", .integer(start)), ("end", .integer(end)),
                ("normal", .string(normal)), ("lemma", lemma.json), ("stem", stem.json), ("pos", pos.json),
                ("tag", tag.json), ("stop", .bool(stop)), ("unknown", .bool(unknown)),
                ("parts", parts.map { .array($0.map(\.json)) }), ("costs", costs?.json))
        }
    }

    /// Another analysis of the whole text.
    package struct Alternative: Sendable, Equatable {
        /// Of the path: the lower, the likelier.
        package var cost: Int
        package var tokens: [Token]

        package init(cost: Int, tokens: [Token]) {
            self.cost = cost
            self.tokens = tokens
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            cost = try reader.integer("cost")
            tokens = try reader.array("tokens", Token.init)
        }

        fileprivate var json: JSONValue {
            .members(("cost", .integer(cost)), ("tokens", .array(tokens.map(\.json))))
        }
    }

    /// A user word that stands in the text and lost against other words.
    package struct UserWordOutcome: Sendable, Equatable {
        /// As it stands in the text.
        package var word: String
        package var tag: String
        /// Offsets into the text, end-exclusive.
        package var start: Int
        package var end: Int
        /// Of the best path through it.
        package var cost: Int
        /// Of the path that was answered.
        package var bestCost: Int
        /// The greatest cost with which the word is sure to be taken; nil where it has to be forced.
        package var neededCost: Int?
        /// The best path through it.
        package var path: [Token]

        package init(
            word: String, tag: String, start: Int, end: Int, cost: Int, bestCost: Int, neededCost: Int?, path: [Token]
        ) {
            self.word = word
            self.tag = tag
            self.start = start
            self.end = end
            self.cost = cost
            self.bestCost = bestCost
            self.neededCost = neededCost
            self.path = path
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            word = try reader.string("word")
            tag = try reader.string("tag")
            start = try reader.integer("start")
            end = try reader.integer("end")
            cost = try reader.integer("cost")
            bestCost = try reader.integer("bestCost")
            neededCost = reader["neededCost"]?.integer
            self.path = try reader.array("path", Token.init)
        }

        fileprivate var json: JSONValue {
            .members(
                ("word", .string(word)), ("tag", .string(tag)), ("start", .integer(start)), ("end", .integer(end)),
                ("cost", .integer(cost)), ("bestCost", .integer(bestCost)), ("neededCost", neededCost.json),
                ("path", .array(path.map(\.json))))
        }
    }

    package struct Result: ResultShape {
        /// An ISO 639-1 code; nil where the text says none.
        package var language: String?
        /// What answered: a dictionary, a model, or rules.
        package var analyser: String
        /// The text that was analysed, where steps of normalisation changed it.
        package var normalized: String?
        package var sentences: [Sentence]?
        package var tokens: [Token]?
        /// The likeliest first, of which `tokens` is the first; only where more than one was asked for.
        package var alternatives: [Alternative]?
        /// Only with costs: the user words that lost.
        package var userWords: [UserWordOutcome]?
        /// The lists that hold for the request.
        package var stopWords: StopWordLists?

        package init(
            language: String?, analyser: String, normalized: String? = nil, sentences: [Sentence]?, tokens: [Token]?,
            alternatives: [Alternative]? = nil, userWords: [UserWordOutcome]? = nil, stopWords: StopWordLists? = nil
        ) {
            self.language = language
            self.analyser = analyser
            self.normalized = normalized
            self.sentences = sentences
            self.tokens = tokens
            self.alternatives = alternatives
            self.userWords = userWords
            self.stopWords = stopWords
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            language = reader["language"]?.string
            analyser = try reader.string("analyser")
            normalized = reader["normalized"]?.string
            if reader["sentences"] != nil { sentences = try reader.array("sentences", Sentence.init) }
            if reader["tokens"] != nil { tokens = try reader.array("tokens", Token.init) }
            if reader["alternatives"] != nil { alternatives = try reader.array("alternatives", Alternative.init) }
            if reader["userWords"] != nil { userWords = try reader.array("userWords", UserWordOutcome.init) }
            if let lists = reader["stopWords"] { stopWords = try StopWordLists(lists, "result.stopWords") }
        }

        package var json: JSONValue {
            .members(
                ("language", language.json), ("analyser", .string(analyser)), ("normalized", normalized.json),
                ("sentences", sentences.map { .array($0.map(\.json)) }),
                ("tokens", tokens.map { .array($0.map(\.json)) }),
                ("alternatives", alternatives.map { .array($0.map(\.json)) }),
                ("userWords", userWords.map { .array($0.map(\.json)) }), ("stopWords", stopWords?.json))
        }
    }

    /// In alphabetical order.
    package struct StopWordLists: Sendable, Equatable {
        package var words: [String]
        package var tags: [String]

        package init(words: [String], tags: [String]) {
            self.words = words
            self.tags = tags
        }

        fileprivate init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            words = try reader.strings("words")
            tags = try reader.strings("tags")
        }

        fileprivate var json: JSONValue { .members(("words", .strings(words)), ("tags", .strings(tags))) }
    }
}
