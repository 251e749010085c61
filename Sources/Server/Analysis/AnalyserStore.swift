import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol
import Synchronization
import TextAnalysis

/// Chooses what analyses a text: a dictionary, a built-in model, or the rules of a language.
final class AnalyserStore: Sendable {
    private let dictionaries: DictionaryStore
    private let userWords: UserWordStore
    private let models: ModelStore
    private let wordNetFolder: String?
    /// Made when English is first asked for: WordNet takes a tenth of a second to read.
    private let english = Mutex<(texts: EnglishEngine, words: EnglishEngine)?>(nil)
    private let relations = Mutex<WordNetThesaurus??>(nil)
    /// Of those who name none.
    private let dictionary: String?

    init(configuration: ServerConfiguration, models: ModelStore) {
        dictionaries = DictionaryStore(catalog: configuration.dictionaries)
        userWords = UserWordStore(configured: configuration.userDictionary)
        self.models = models
        dictionary = configuration.dictionary
        wordNetFolder = configuration.wordNetFolder
    }

    /// What stands for no dictionary, where a dictionary is named.
    static let noDictionary = "none"

    /// Languages that dictionaries are for.
    private static let languagesOfDictionaries: Set<String> = ["ko", "ja", "zh"]

    /// Gives `body` what analyses texts of a language.
    ///
    /// - Parameters:
    ///   - language: an ISO 639-1 code; nil where the text says none.
    ///   - parameters: may name a dictionary and have user words.
    func use<R>(
        language: String?, _ parameters: TextAnalyze.Parameters,
        _ body: (any AnalysisEngine) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        if let engine = try dictionary(language: language, parameters) { return try body(engine) }
        switch language {
        case "ko" where BuiltInModels.names.contains(MorphemeTagger.builtInName):
            return try models.use(MorphemeTagger.builtInName, for: "", to: .tag) { (model) throws(ResponseError) in
                guard let tagger = model.morphemeTagger else { return try body(WordEngine()) }
                return try body(TaggerEngine(tagger))
            }
        case "en":
            var engine = englishEngine()
            engine.stemmer =
                switch parameters.stemmer {
                case .snowball: .english
                case .porter: .porter
                }
            return try body(engine)
        default: return try body(WordEngine())
        }
    }

    /// Whether `use` would find in memory what it needs, and nothing has to be made of user words.
    func isReady(language: String?, _ parameters: TextAnalyze.Parameters) -> Bool {
        guard parameters.userWords.isEmpty, parameters.userDictionary == nil, !userWords.areConfigured else {
            return false
        }
        if parameters.dictionary != Self.noDictionary, language.map(Self.languagesOfDictionaries.contains) ?? true {
            if let name = parameters.dictionary { return dictionaries.isOpen(name) }
            // All that are asked for their language before one is found.
            let names = parameters.dictionaries + [dictionary].compactMap { $0 }
            if !names.isEmpty { return names.allSatisfy(dictionaries.isOpen) }
            if let language, let isOpen = dictionaries.isOpen(forLanguage: language) { return isOpen }
        }
        return switch language {
        // The tagger takes milliseconds.
        case "ko": false
        case "en": english.withLockIfAvailable { $0 != nil } ?? false
        default: true
        }
    }

    /// Where WordNet's files cannot be read rules answer, and the name of the engine says so.
    private func englishEngine() -> EnglishEngine { englishEngines().texts }

    /// The tagger knows sentences: of a word that stands alone WordNet knows more, where it is installed.
    private func englishEngines() -> (texts: EnglishEngine, words: EnglishEngine) {
        english.withLock { english in
            if let english { return english }
            let wordNet = wordNetFolder.flatMap { try? WordNetFolder.open($0) }
            let texts = EnglishEngine(EnglishAnalyzer(wordNet: wordNet, tagger: englishPartsOfSpeech()))
            let words = wordNet == nil ? texts : EnglishEngine(EnglishAnalyzer(wordNet: wordNet, tagger: nil))
            english = (texts, words)
            return (texts, words)
        }
    }

    /// The morphemes of a word that stands alone; none where nothing is known of its language.
    func morphemes(ofWord word: String) -> [Morpheme] {
        func analysed(_ engine: any AnalysisEngine) -> [Morpheme] {
            (try? engine.morphemes(of: word).map(\.morpheme)) ?? []
        }
        guard let language = AnalysisLanguage.ofWord(word) else { return [] }
        if language == "en" { return analysed(englishEngines().words) }
        return (try? use(language: language, TextAnalyze.Parameters(text: "")) { analysed($0) }) ?? []
    }

    /// What words are to one another, where WordNet's files can be mapped.
    func thesaurus() -> WordNetThesaurus? {
        relations.withLock { relations in
            if let relations { return relations }
            let made = wordNetFolder.flatMap { try? WordNetFolder.openThesaurus($0) }
            relations = .some(made)
            return made
        }
    }

    /// Nil where there is no model for it: then rules tell.
    private func englishPartsOfSpeech() -> EnglishPartsOfSpeech? {
        guard BuiltInModels.names.contains(EnglishPartsOfSpeech.builtInName) else { return nil }
        let tagger = try? models.use(EnglishPartsOfSpeech.builtInName, for: "", to: .tag) {
            EnglishPartsOfSpeech(model: $0.model)
        }
        return tagger ?? nil
    }

    /// The dictionary that is named, else the configured one, else one that is installed, with the user's words; nil
    /// where there is none for the language.
    func dictionary(
        language: String?, _ parameters: TextAnalyze.Parameters
    ) throws(ResponseError) -> DictionaryEngine? {
        guard let found = try find(language: language, parameters) else {
            // A file that cannot be read is told of whatever the text is.
            if let path = parameters.userDictionary { try userWords.check(path) }
            return nil
        }
        return try userWords.engine(found.engine, found.identity, parameters)
    }

    private func find(
        language: String?, _ parameters: TextAnalyze.Parameters
    ) throws(ResponseError) -> DictionaryStore.Found? {
        if parameters.dictionary == Self.noDictionary { return nil }
        // Who names one has it for all texts, but for those in a language that no dictionary is for.
        if let language, !Self.languagesOfDictionaries.contains(language) { return nil }
        if let name = parameters.dictionary { return try dictionaries.dictionary(name) }
        guard let language else { return nil }
        for name in parameters.dictionaries + [dictionary].compactMap({ $0 }) {
            if name == Self.noDictionary { return nil }
            let found = try dictionaries.dictionary(name)
            if found.engine.language == nil || found.engine.language == language { return found }
        }
        return try dictionaries.dictionary(forLanguage: language)
    }

    /// What puts spaces into Korean, where there is the model for it.
    func spaceRestorer() -> SpaceRestorer? {
        guard BuiltInModels.names.contains(SpaceRestorer.builtInName) else { return nil }
        return try? models.use(SpaceRestorer.builtInName, for: "", to: .tag) { $0.spaceRestorer }
    }
}
