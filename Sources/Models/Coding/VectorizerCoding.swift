package import JSON
package import TextAnalysis

/// `VectorizerConfiguration` as it stands in requests, in recipes and in config.json, under the names of scikit-learn and,
/// for what only Keras has, of Keras:
///
///     {"method": "tf-idf", "analyzer": "char", "ngram_range": [1, 4], "min_df": 2, "max_features": 100000}
///     {"method": "sequence", "compatibility": "keras", "max_tokens": 20000, "output_sequence_length": 100}
///
/// `method` alone is needed. Which other fields there are depends on the method and the compatibility: `names`.
package enum VectorizerCoding {
    /// What a request or a recipe asks for.
    package struct Request: Sendable, Equatable {
        package var configuration: VectorizerConfiguration
        /// Nil where the texts decide: morphemes of Korean, words of others.
        package var analyzer: VectorizerConfiguration.Analyzer?
        /// The terms in order of their columns; nil for those of the texts.
        package var vocabulary: [String]?
    }

    private static let patterns = [#"(?u)\b\w\w+\b"#: 2, #"(?u)\b\w+\b"#: 1]

    /// The fields that there are.
    package static func names(
        _ method: VectorizerConfiguration.Method, _ compatibility: VectorizerConfiguration.Compatibility?
    ) -> [String] {
        let names = ["method", "compatibility", "analyzer", "lowercase", "vocabulary"]
        let isSequence = method == .sequence
        let ofSequences = ["output_sequence_length", "padding", "truncating"]
        switch compatibility {
        case nil, .sklearn:
            let chosen = ["ngram_range", "token_pattern", "stop_words", "min_df", "max_df"]
            if isSequence { return names + chosen + ["max_tokens"] + ofSequences }
            let weighted = method == .tfIdf ? ["sublinear_tf", "smooth_idf"] : []
            return names + chosen + ["max_features", "norm"] + (method == .oneHot ? [] : ["binary"]) + weighted
        case .keras:
            return names + ["ngram_range", "max_tokens"] + (isSequence ? ["output_sequence_length"] : [])
        case .kerasTokenizer:
            return names + ["num_words", "oov_token"] + (isSequence ? ofSequences : [])
        }
    }

    /// Why a field that there is does not go with the method and the compatibility; nil for one that there is not.
    private static func misplacement(
        of name: String, _ method: VectorizerConfiguration.Method,
        _ compatibility: VectorizerConfiguration.Compatibility?
    ) -> String? {
        typealias Compatibility = VectorizerConfiguration.Compatibility
        func takes(_ method: VectorizerConfiguration.Method, _ compatibility: Compatibility?) -> Bool {
            let configuration = VectorizerConfiguration(method: method, compatibility: compatibility)
            return (try? configuration.validate()) != nil && names(method, compatibility).contains(name)
        }
        let all = VectorizerConfiguration.Method.allCases
        let methods = all.filter { takes($0, compatibility) }.map { "the method \($0.rawValue)" }
        let compatibilities = Compatibility.allCases.filter { takes(method, $0) }
            .map { "the compatibility \($0.rawValue)" }
        let none = compatibility != nil && takes(method, nil) ? ["no compatibility"] : []
        let places = methods + compatibilities + none
        if !places.isEmpty { return "goes with \(places.joined(separator: " or ")) only" }
        let isKnown = all.contains { method in ([nil] + Compatibility.allCases).contains { takes(method, $0) } }
        return isKnown ? "does not go with \(combination(method, compatibility))" : nil
    }

    private static func combination(
        _ method: VectorizerConfiguration.Method, _ compatibility: VectorizerConfiguration.Compatibility?
    ) -> String {
        "the method \(method.rawValue)" + (compatibility.map { " and the compatibility \($0.rawValue)" } ?? "")
    }

    /// The fields, or the methods, that a refused object may have.
    package static func hint(_ value: JSONValue) -> String {
        guard let method = value["method"]?.string.flatMap(VectorizerConfiguration.Method.init) else {
            let methods = VectorizerConfiguration.Method.allCases.map(\.rawValue).joined(separator: ", ")
            return "give a \"method\": one of \(methods)"
        }
        let compatibility = value["compatibility"]?.string.flatMap(VectorizerConfiguration.Compatibility.init)
        return "with \(combination(method, compatibility)) the fields are "
            + names(method, compatibility).joined(separator: ", ")
    }

    package static func decode(_ value: JSONValue?, at path: String = "vectorizer") throws(FieldError) -> Request {
        let request = try read(Fields(value, at: path))
        do { try request.configuration.validate() } catch {
            throw FieldError(path, error)
        }
        return request
    }

    private static func read(_ fields: Fields) throws(FieldError) -> Request {
        _ = try fields.string("method")
        let method = try fields.choice("method", default: VectorizerConfiguration.Method.tfIdf)
        var compatibility: VectorizerConfiguration.Compatibility?
        if fields.has("compatibility"), try !fields.value("compatibility").isNull {
            compatibility = try fields.choice("compatibility", default: .sklearn)
        }
        let allowed = names(method, compatibility)
        for name in fields.names where !allowed.contains(name) {
            guard let reason = misplacement(of: name, method, compatibility) else { continue }
            throw FieldError(field: fields.path(of: name), reason: reason)
        }
        try fields.allowOnly(allowed)
        var analyzer: VectorizerConfiguration.Analyzer?
        if fields.has("analyzer") { analyzer = try fields.choice("analyzer", default: .word) }

        var configuration = VectorizerConfiguration(
            method: method, compatibility: compatibility, analyzer: analyzer ?? .word)
        configuration.lowercase = try fields.bool("lowercase", default: configuration.lowercase)
        configuration.binary = try fields.bool("binary", default: configuration.binary)
        configuration.sublinear = try fields.bool("sublinear_tf", default: configuration.sublinear)
        configuration.smooth = try fields.bool("smooth_idf", default: configuration.smooth)
        configuration.padding = try fields.choice("padding", default: configuration.padding)
        configuration.truncating = try fields.choice("truncating", default: configuration.truncating)
        if fields.has("norm") {
            let isNone = try fields.value("norm").isNull
            configuration.norm = isNone ? .none : try fields.choice("norm", default: configuration.norm)
        }
        if fields.has("ngram_range") { configuration.ngrams = try lengths(fields) }
        if fields.has("token_pattern") { configuration.minimumLetters = try letters(fields) }
        if fields.has("stop_words") { configuration.stopWords = try stopWords(fields, compatibility) }
        if fields.has("min_df") { configuration.minimumDocuments = try bound(fields, "min_df") }
        if fields.has("max_df") { configuration.maximumDocuments = try bound(fields, "max_df") }
        for name in ["max_features", "max_tokens", "num_words"] {
            if let size = try optionalInteger(fields, name) { configuration.maximumTerms = size }
        }
        configuration.outputLength = try optionalInteger(fields, "output_sequence_length")
        if fields.has("oov_token"), try !fields.value("oov_token").isNull {
            configuration.unknownTerm = try fields.string("oov_token")
        }
        let decides = analyzer == nil && compatibility == nil
        return Request(
            configuration: configuration, analyzer: decides ? nil : configuration.analyzer,
            vocabulary: try vocabulary(fields))
    }

    private static func optionalInteger(_ fields: Fields, _ name: String) throws(FieldError) -> Int? {
        guard fields.has(name), try !fields.value(name).isNull else { return nil }
        return try fields.integer(name)
    }

    private static func lengths(_ fields: Fields) throws(FieldError) -> ClosedRange<Int> {
        let lengths = try fields.array("ngram_range").map(\.integer)
        guard lengths.count == 2, let shortest = lengths[0], let longest = lengths[1] else {
            throw FieldError(
                field: fields.path(of: "ngram_range"),
                reason: "expected the shortest and the longest: two whole numbers")
        }
        guard shortest <= longest else {
            throw FieldError(
                field: fields.path(of: "ngram_range"),
                reason: "[\(shortest), \(longest)] came; expected the shortest first: [\(longest), \(shortest)]")
        }
        return shortest...longest
    }

    private static func letters(_ fields: Fields) throws(FieldError) -> Int {
        let pattern = try fields.string("token_pattern")
        guard let letters = patterns[pattern] else {
            throw fields.refusal(of: pattern, in: "token_pattern", known: patterns.keys.sorted())
        }
        return letters
    }

    /// A fraction has a point, as 0.5 and 1.0 have.
    private static func bound(
        _ fields: Fields, _ name: String
    ) throws(FieldError) -> VectorizerConfiguration.DocumentBound {
        let value = try fields.value(name)
        if case .integer(let count) = value, let count = Int(exactly: count) { return .count(count) }
        guard let fraction = value.number else {
            throw FieldError(
                field: fields.path(of: name),
                reason: "\(value.kind) came; expected a whole number of texts, or a fraction of them such as 0.5")
        }
        return .fraction(fraction)
    }

    /// A list's name, words, or {"list": "english", "add": [...], "remove": [...]}.
    private static func stopWords(
        _ fields: Fields, _ compatibility: VectorizerConfiguration.Compatibility?
    ) throws(FieldError) -> StopWordSelection {
        let value = try fields.value("stop_words")
        if value.isNull { return StopWordSelection() }
        if value.array != nil { return StopWordSelection(added: try strings(fields, "stop_words")) }
        if value.object != nil {
            let selection = try fields.fields("stop_words")
            try selection.allowOnly(["list", "add", "remove"])
            return StopWordSelection(
                list: try selection.has("list") ? list(selection, "list", compatibility) : nil,
                added: try selection.has("add") ? strings(selection, "add") : [],
                removed: try selection.has("remove") ? strings(selection, "remove") : [])
        }
        return StopWordSelection(list: try list(fields, "stop_words", compatibility))
    }

    private static func list(
        _ fields: Fields, _ name: String, _ compatibility: VectorizerConfiguration.Compatibility?
    ) throws(FieldError) -> StopWords.List {
        let list = try fields.choice(name, default: StopWords.List.english)
        // scikit-learn has one list, and this is what it calls it.
        return compatibility == .sklearn && list == .english ? .sklearn : list
    }

    private static func strings(_ fields: Fields, _ name: String) throws(FieldError) -> [String] {
        var strings: [String] = []
        for (index, value) in try fields.array(name).enumerated() {
            guard let string = value.string else {
                throw FieldError(
                    field: fields.path(of: "\(name)[\(index)]"), reason: "\(value.kind) came; expected a string")
            }
            strings.append(string)
        }
        return strings
    }

    private static func vocabulary(_ fields: Fields) throws(FieldError) -> [String]? {
        guard fields.has("vocabulary"), try !fields.value("vocabulary").isNull else { return nil }
        return try strings(fields, "vocabulary")
    }

    /// What is not as it would be without it.
    package static func encode(_ configuration: VectorizerConfiguration) -> JSONValue {
        let standard = VectorizerConfiguration(
            method: configuration.method, compatibility: configuration.compatibility, analyzer: configuration.analyzer)
        let names = Set(names(configuration.method, configuration.compatibility))
        func number(_ value: Int?) -> JSONValue? { value.map { .integer(Int64($0)) } }
        func bound(_ bound: VectorizerConfiguration.DocumentBound) -> JSONValue {
            switch bound {
            case .count(let count): .integer(Int64(count))
            case .fraction(let fraction): .number(fraction)
            }
        }
        func changed<Value: Equatable>(
            _ path: KeyPath<VectorizerConfiguration, Value>, _ encode: (Value) -> JSONValue?
        ) -> JSONValue? {
            configuration[keyPath: path] == standard[keyPath: path] ? nil : encode(configuration[keyPath: path])
        }
        let members: [(name: String, value: JSONValue?)] = [
            ("method", .string(configuration.method.rawValue)),
            ("compatibility", configuration.compatibility.map { .string($0.rawValue) }),
            ("analyzer", .string(configuration.analyzer.rawValue)),
            ("lowercase", .bool(configuration.lowercase)),
            (
                "ngram_range",
                changed(\.ngrams) { .array([.integer(Int64($0.lowerBound)), .integer(Int64($0.upperBound))]) }
            ),
            (
                "token_pattern",
                changed(\.minimumLetters) { least in patterns.first { $0.value == least }.map { .string($0.key) } }
            ),
            ("stop_words", changed(\.stopWords, encode)),
            ("min_df", changed(\.minimumDocuments, bound)), ("max_df", changed(\.maximumDocuments, bound)),
            ("max_features", number(configuration.maximumTerms)), ("max_tokens", number(configuration.maximumTerms)),
            ("num_words", number(configuration.maximumTerms)), ("binary", changed(\.binary) { .bool($0) }),
            ("sublinear_tf", changed(\.sublinear) { .bool($0) }), ("smooth_idf", changed(\.smooth) { .bool($0) }),
            ("norm", changed(\.norm) { .string($0.rawValue) }),
            ("output_sequence_length", number(configuration.outputLength)),
            ("padding", changed(\.padding) { .string($0.rawValue) }),
            ("truncating", changed(\.truncating) { .string($0.rawValue) }),
            ("oov_token", changed(\.unknownTerm) { $0.map { .string($0) } }),
        ]
        return .object(
            JSONObject(
                members.compactMap { name, value in
                    guard names.contains(name), let value else { return nil }
                    return (name, value)
                }))
    }

    private static func encode(_ selection: StopWordSelection) -> JSONValue {
        func strings(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }
        return .object(
            JSONObject(
                (selection.list.map { [("list", .string($0.rawValue))] } ?? [])
                    + [("add", strings(selection.added)), ("remove", strings(selection.removed))]))
    }
}

extension FieldError {
    /// `path` is where the configuration stands.
    package init(_ path: String, _ error: VectorizerError) {
        switch error {
        case .configuration(let field, let reason): self.init(field: "\(path).\(field)", reason: reason)
        case .vocabulary(let reason): self.init(field: "\(path).vocabulary", reason: reason)
        case .noTerms(let reason), .tooLarge(let reason): self.init(field: path, reason: reason)
        }
    }
}
