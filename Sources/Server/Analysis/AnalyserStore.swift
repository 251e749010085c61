import JSONRPC
import LanguageFeatures
import Models
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
    ///   - name: of a dictionary, or its path, or `none`; nil for the configured one, else one that is installed.
    func use<R>(
        language: String?, dictionary name: String?, _ body: (any AnalysisEngine) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        if let engine = try dictionaryEngine(language: language, name: name) { return try body(engine) }
        return try body(WordEngine())
    }

    private func dictionaryEngine(language: String?, name: String?) throws(ResponseError) -> DictionaryEngine? {
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
