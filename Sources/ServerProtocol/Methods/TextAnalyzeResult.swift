package import JSON

extension TextAnalyze {
    package struct Result: ResultShape {
        /// An ISO 639-1 code; nil where the text says none.
        package var language: String?
        /// What answered: a dictionary, a model, or rules.
        package var analyser: String
        /// The text that was analysed, where steps of normalisation changed it.
        package var normalized: String?
        /// Where the pieces of each kind that was asked for are, in order.
        package var segments: [Part: [Span]]
        package var tokens: [Token]?
        /// The likeliest first, of which `tokens` is the first; only where more than one was asked for.
        package var alternatives: [Alternative]?
        /// Only with costs: the user words that lost.
        package var userWords: [UserWordOutcome]?
        /// The lists that hold for the request.
        package var stopWords: StopWordLists?
        /// What of the request was without effect, and why.
        package var warnings: [String]

        package init(
            language: String?, analyser: String, normalized: String? = nil, segments: [Part: [Span]] = [:],
            tokens: [Token]?, alternatives: [Alternative]? = nil, userWords: [UserWordOutcome]? = nil,
            stopWords: StopWordLists? = nil, warnings: [String] = []
        ) {
            self.language = language
            self.analyser = analyser
            self.normalized = normalized
            self.segments = segments
            self.tokens = tokens
            self.alternatives = alternatives
            self.userWords = userWords
            self.stopWords = stopWords
            self.warnings = warnings
        }

        package init(_ json: JSONValue) throws(ShapeError) {
            let reader = try ResultReader(json, "result")
            language = reader["language"]?.string
            analyser = try reader.string("analyser")
            normalized = reader["normalized"]?.string
            segments = [:]
            for part in Part.segments where reader[part.rawValue] != nil {
                segments[part] = try reader.array(part.rawValue, Span.init)
            }
            if reader["tokens"] != nil { tokens = try reader.array("tokens", Token.init) }
            if reader["alternatives"] != nil { alternatives = try reader.array("alternatives", Alternative.init) }
            if reader["userWords"] != nil { userWords = try reader.array("userWords", UserWordOutcome.init) }
            if let lists = reader["stopWords"] { stopWords = try StopWordLists(lists, "result.stopWords") }
            warnings = reader["warnings"] == nil ? [] : try reader.strings("warnings")
        }

        package var json: JSONValue {
            let pieces = { (part: Part) -> JSONValue? in segments[part].map { .array($0.map(\.json)) } }
            return .members(
                ("language", language.json), ("analyser", .string(analyser)), ("normalized", normalized.json),
                ("sentences", pieces(.sentences)), ("paragraphs", pieces(.paragraphs)), ("lines", pieces(.lines)),
                ("words", pieces(.words)), ("whitespace", pieces(.whitespace)), ("graphemes", pieces(.graphemes)),
                ("tokens", tokens.map { .array($0.map(\.json)) }),
                ("alternatives", alternatives.map { .array($0.map(\.json)) }),
                ("userWords", userWords.map { .array($0.map(\.json)) }), ("stopWords", stopWords?.json),
                ("warnings", warnings.isEmpty ? JSONValue?.none : .strings(warnings)))
        }
    }

    /// A piece of the text.
    package struct Span: Sendable, Equatable {
        /// Offsets into the text, end-exclusive.
        package var start: Int
        package var end: Int

        package init(start: Int, end: Int) {
            self.start = start
            self.end = end
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            start = try reader.integer("start")
            end = try reader.integer("end")
        }

        var json: JSONValue { .members(("start", .integer(start)), ("end", .integer(end))) }
    }

    /// In alphabetical order.
    package struct StopWordLists: Sendable, Equatable {
        package var words: [String]
        package var tags: [String]

        package init(words: [String], tags: [String]) {
            self.words = words
            self.tags = tags
        }

        init(_ json: JSONValue, _ path: String) throws(ShapeError) {
            let reader = try ResultReader(json, path)
            words = try reader.strings("words")
            tags = try reader.strings("tags")
        }

        var json: JSONValue { .members(("words", .strings(words)), ("tags", .strings(tags))) }
    }
}
