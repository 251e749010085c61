import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol
import TextAnalysis

/// Chooses what analyses a text: a dictionary, a built-in model, or the rules of a language.
final class AnalyserStore: Sendable {
    private let dictionaries: DictionaryStore
    private let models: ModelStore
    /// Of those who name none.
    private let dictionary: String?

    init(configuration: ServerConfiguration, models: ModelStore) {
        dictionaries = DictionaryStore(catalog: configuration.dictionaries)
        self.models = models
        dictionary = configuration.dictionary
    }

    /// What stands for no dictionary, where a dictionary is named.
    static let noDictionary = "none"

    /// Languages that dictionaries are for.
    private static let languagesOfDictionaries: Set<String> = ["ko", "ja", "zh"]

    /// Gives `body` what analyses texts of a language.
    ///
    /// - Parameters:
    ///   - language: an ISO 639-1 code; nil where the text says none.
    ///   - parameters: may name a dictionary.
    func use<R>(
        language: String?, _ parameters: TextAnalyze.Parameters,
        _ body: (any AnalysisEngine) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        if let engine = try dictionary(language: language, parameters) { return try body(engine) }
        if language == "ko", BuiltInModels.names.contains(MorphemeTagger.builtInName) {
            return try models.use(MorphemeTagger.builtInName, for: "", to: .tag) { (model) throws(ResponseError) in
                guard let tagger = model.morphemeTagger else { return try body(WordEngine()) }
                return try body(TaggerEngine(tagger))
            }
        }
        return try body(WordEngine())
    }

    /// The dictionary that is named, else the configured one, else one that is installed; nil where there is none for
    /// the language.
    func dictionary(
        language: String?, _ parameters: TextAnalyze.Parameters
    ) throws(ResponseError) -> DictionaryEngine? {
        let name = parameters.dictionary
        if name == Self.noDictionary { return nil }
        // Who names one has it for all texts, but for those in a language that no dictionary is for.
        if let language, !Self.languagesOfDictionaries.contains(language) { return nil }
        if let name { return try dictionaries.engine(name) }
        guard let language, dictionary != Self.noDictionary else { return nil }
        if let dictionary {
            let engine = try dictionaries.engine(dictionary)
            if engine.language == nil || engine.language == language { return engine }
        }
        return try dictionaries.engine(forLanguage: language)
    }
}
