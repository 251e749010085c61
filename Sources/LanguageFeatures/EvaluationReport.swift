/// How well a model does what it is for.
package enum EvaluationReport: Sendable, Equatable {
    case classification(ClassificationReport)
    case tagging(TaggingReport)
    case translation(TranslationReport)
    case generation(GenerationReport)

    /// The texts that were measured with.
    package var count: Int {
        switch self {
        case .classification(let report): report.count
        case .tagging(let report): report.count
        case .translation(let report): report.count
        case .generation(let report): report.count
        }
    }

    /// The share of the texts, or of the tokens, whose label is right, or that were foreseen; of the texts whose
    /// translation is right.
    package var accuracy: Double {
        switch self {
        case .classification(let report): report.accuracy
        case .tagging(let report): report.accuracy
        case .translation(let report): report.exactMatch
        case .generation(let report): report.accuracy
        }
    }

    /// What a model card lists, by name.
    package var figures: [(name: String, value: Double)] {
        switch self {
        case .classification(let report):
            return [
                ("accuracy", report.accuracy), ("macro_f1", report.macroF1),
                ("calibration_error", report.calibrationError),
            ]
        case .tagging(let report):
            let overall = report.overall
            guard !report.types.isEmpty else { return [("token_accuracy", report.accuracy)] }
            return [
                ("token_accuracy", report.accuracy), ("precision", overall.precision), ("recall", overall.recall),
                ("f1", overall.f1),
            ]
        case .translation(let report):
            return [("exact_match", report.exactMatch), ("character_error_rate", report.characterErrorRate)]
        case .generation(let report):
            return [
                ("perplexity", report.perplexity), ("bits_per_character", report.bitsPerCharacter),
                ("token_accuracy", report.accuracy),
            ]
        }
    }
}
