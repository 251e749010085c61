package import JSON
package import TextAnalysis

/// `TextPipelineConfiguration` as it stands in config.json and in recipes:
///
///     {"normalization": {"nfc": true, "lowercase": true, "fold_white_space": true, "drop_white_space": false,
///                        "fold_repeats": 3},
///      "segmentation": {"method": "character_n_grams", "buckets": [16000, 25000, 16000]},
///      "maximum_length": 160}
///
/// `method` is one of `white_space`, `character`, `jamo`, `character_n_grams`, `words` (with `affixes`); `fold_repeats` may be null. What
/// `normalization` leaves out has the default of `NormalizationOptions`.
package enum PipelineCoding {
    private enum Method: String, CaseIterable {
        case whiteSpace = "white_space"
        case character
        case jamo
        case characterNGrams = "character_n_grams"
        case words
    }

    package static func encode(_ configuration: TextPipelineConfiguration) -> JSONValue {
        let normalization = configuration.normalization
        let segmentation: JSONObject =
            switch configuration.segmentation {
            case .whiteSpace: JSONObject([("method", .string(Method.whiteSpace.rawValue))])
            case .character: JSONObject([("method", .string(Method.character.rawValue))])
            case .jamo: JSONObject([("method", .string(Method.jamo.rawValue))])
            case .words(let affixes):
                JSONObject([("method", .string(Method.words.rawValue)), ("affixes", .integer(Int64(affixes)))])
            case .characterNGrams(let buckets):
                JSONObject([
                    ("method", .string(Method.characterNGrams.rawValue)),
                    ("buckets", .array(buckets.map { .integer(Int64($0)) })),
                ])
            }
        return .object(
            JSONObject([
                (
                    "normalization",
                    .object(
                        JSONObject([
                            ("nfc", .bool(normalization.nfc)),
                            ("lowercase", .bool(normalization.lowercase)),
                            ("fold_white_space", .bool(normalization.foldWhiteSpace)),
                            ("drop_white_space", .bool(normalization.dropWhiteSpace)),
                            ("fold_repeats", normalization.foldRepeats.map { .integer(Int64($0)) } ?? .null),
                        ]))
                ),
                ("segmentation", .object(segmentation)),
                ("maximum_length", .integer(Int64(configuration.maximumLength))),
            ]))
    }

    /// Refuses unknown names, and values that `TextPipelineConfiguration.validate` refuses.
    package static func decode(
        _ value: JSONValue?, at path: String = "pipeline"
    ) throws(FieldError) -> TextPipelineConfiguration {
        let fields = try Fields(value, at: path)
        try fields.allowOnly(["normalization", "segmentation", "maximum_length"])
        let configuration = TextPipelineConfiguration(
            normalization: try fields.has("normalization")
                ? normalization(try fields.fields("normalization")) : NormalizationOptions(),
            segmentation: try segmentation(try fields.fields("segmentation")),
            maximumLength: try fields.integer("maximum_length"))
        do {
            try configuration.validate()
        } catch {
            throw FieldError(field: fields.path(of: error.field), reason: error.reason)
        }
        return configuration
    }

    private static func normalization(_ fields: Fields) throws(FieldError) -> NormalizationOptions {
        try fields.allowOnly(["nfc", "lowercase", "fold_white_space", "drop_white_space", "fold_repeats"])
        var options = NormalizationOptions()
        options.nfc = try fields.bool("nfc", default: options.nfc)
        options.lowercase = try fields.bool("lowercase", default: options.lowercase)
        options.foldWhiteSpace = try fields.bool("fold_white_space", default: options.foldWhiteSpace)
        options.dropWhiteSpace = try fields.bool("drop_white_space", default: options.dropWhiteSpace)
        if fields.has("fold_repeats") {
            options.foldRepeats = try fields.value("fold_repeats").isNull ? nil : fields.integer("fold_repeats")
        }
        return options
    }

    private static func segmentation(_ fields: Fields) throws(FieldError) -> Segmentation {
        let name = try fields.string("method")
        guard let method = Method(rawValue: name) else {
            throw fields.refusal(of: name, in: "method", known: Method.allCases.map(\.rawValue))
        }
        let more: [Method: [String]] = [.characterNGrams: ["buckets"], .words: ["affixes"]]
        try fields.allowOnly(["method"] + more[method, default: []])
        switch method {
        case .whiteSpace: return .whiteSpace
        case .character: return .character
        case .jamo: return .jamo
        case .words: return .words(affixes: try fields.integer("affixes"))
        case .characterNGrams:
            var buckets: [Int] = []
            for (index, value) in try fields.array("buckets").enumerated() {
                guard let count = value.integer else {
                    throw FieldError(
                        field: fields.path(of: "buckets[\(index)]"),
                        reason: "\(value.kind) came; expected a whole number")
                }
                buckets.append(count)
            }
            return .characterNGrams(buckets: buckets)
        }
    }
}
