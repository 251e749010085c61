import Documents
import JSONRPC
import LanguageFeatures
import Models
import ServerProtocol
import Settings
import Synchronization
import TextAnalysis

/// Reads passages: what they are labelled and what they are made of, each of a text once.
struct PassageReader: Sendable {
    let server: SluiceServer
    let settings: Settings
    /// A file of the person's own words: that of the settings, else the one that an editor adds to.
    private let ownWords: String?
    /// Its words, with their tags.
    private let words: [String: String]
    /// What the words of a passage depend on beside its text.
    let analyserKey: String

    init(_ server: SluiceServer, _ settings: Settings) {
        self.server = server
        self.settings = settings
        ownWords = settings.userDictionary ?? server.ownWords.path
        let read = ownWords.map { server.ownWords.words(of: $0) }
        words = read?.words ?? [:]
        analyserKey = "\(settings.dictionary ?? "")|\(ownWords ?? "")|\(read?.stamp ?? [])"
    }

    /// Whether the person taught a word.
    func knows(_ word: String) -> Bool { words[word] != nil }

    // MARK: - Labels

    /// The model that labels paragraphs where nothing else is set. It reads Korean alone.
    static let usualModel = "sentiment-ko"

    var labelModel: String { settings.model ?? Self.usualModel }

    /// What the model says of each, in their order: nil of those that it does not read, and of those that were not read
    /// before the answer was no longer wanted.
    ///
    /// - Parameters:
    ///   - typing: where few are new they are what is being written.
    ///   - progress: told how many of how many are done.
    ///   - isWanted: asked again and again; false ends it.
    func labels(
        of readings: [PassageReading], by name: String, typing: TypingReaders? = nil,
        progress: (Int, Int) -> Void = { _, _ in }, while isWanted: @escaping @Sendable () -> Bool = { true }
    ) throws(ResponseError) -> (names: [String], answers: [Classification?]) {
        try server.models.use(name) { (model) throws(ResponseError) in
            let network = try Self.classifier(model)
            let serial = model.serial
            let missing = readings.filter { $0.label(by: serial) == nil && Self.reads(network, $0) }
            if let typing, missing.count <= 2 {
                for reading in missing where isWanted() {
                    reading.setLabel(typing.classify(reading.text, by: network, serial), by: serial)
                }
            } else {
                server.reading.forEach(missing, progress: progress, while: isWanted) { reading in
                    reading.setLabel(network.classifier.classify(reading.text), by: serial)
                }
            }
            return (network.model.labels, readings.map { $0.label(by: serial) })
        }
    }

    private static func classifier(_ model: LoadedModel) throws(ResponseError) -> LoadedNetwork {
        guard let network = model.network, network.model.task == .classify else {
            throw .wrongTask(model.name, is: model.task, wanted: Model.Task.classify.rawValue)
        }
        return network
    }

    /// The label of one passage; nil where the model does not read its language.
    func label(of reading: PassageReading, by name: String) throws(ResponseError) -> Classification? {
        try server.models.use(name) { (model) throws(ResponseError) in
            let network = try Self.classifier(model)
            if let known = reading.label(by: model.serial) { return known }
            guard Self.reads(network, reading) else { return nil }
            let answer = network.classifier.classify(reading.text)
            reading.setLabel(answer, by: model.serial)
            return answer
        }
    }

    /// A label out of place is worse than none: a model reads what its card says, or everything where that says nothing.
    static func reads(_ network: LoadedNetwork, _ reading: PassageReading) -> Bool {
        guard let language = reading.language else { return false }
        let languages = network.model.card.languages
        if languages.isEmpty || languages.contains(language) { return true }
        // Few words of English may look like another language.
        return languages.contains("en") && LanguageIdentifier.usesLatinLetters(language)
    }

    // MARK: - Words

    private var parameters: TextAnalyze.Parameters {
        TextAnalyze.Parameters(text: "", dictionary: settings.dictionary, userDictionary: ownWords)
    }

    /// What finds the words of texts of a language.
    func use<R>(
        language: String?, _ body: (any AnalysisEngine) throws(ResponseError) -> R
    ) throws(ResponseError) -> R {
        try server.analysers.use(language: language, parameters) { (engine) throws(ResponseError) in
            // A dictionary has them already.
            if engine is TaggerEngine, !words.isEmpty { return try body(KnownWords(words, engine)) }
            return try body(engine)
        }
    }

    /// The morphemes of a passage, in full.
    func morphemes(of reading: PassageReading) throws(ResponseError) -> [Morpheme] {
        if let recent = server.recentMorphemes.morphemes(of: reading, by: analyserKey) { return recent }
        let found = try use(language: reading.language) { (engine) throws(ResponseError) in
            try Self.morphemes(reading.text, engine)
        }
        server.recentMorphemes.keep(found, of: reading, by: analyserKey)
        return found
    }

    private static func morphemes(_ text: String, _ engine: any AnalysisEngine) throws(ResponseError) -> [Morpheme] {
        do throws(TextAnalysisError) { return try engine.morphemes(of: text).map(\.morpheme) } catch {
            throw ResponseError(error)
        }
    }

    /// Finds the words of those whose words are not known yet.
    func readWords(
        _ readings: [PassageReading], while isWanted: @escaping @Sendable () -> Bool = { true }
    ) throws(ResponseError) {
        let key = analyserKey
        let unread = readings.filter { $0.words(by: key) == nil }
        // What is being written is looked at in full next.
        if unread.count <= 2 {
            for reading in unread where isWanted() {
                reading.setWords(Self.words(try morphemes(of: reading)), by: key)
            }
            return
        }
        var missing: [String?: [PassageReading]] = [:]
        for reading in unread { missing[reading.language, default: []].append(reading) }
        for (language, readings) in missing {
            try use(language: language) { (engine) throws(ResponseError) in
                let failure = Mutex<ResponseError?>(nil)
                server.reading.forEach(readings, while: isWanted) { reading in
                    do throws(ResponseError) {
                        reading.setWords(Self.words(try Self.morphemes(reading.text, engine)), by: key)
                    } catch {
                        failure.withLock { $0 = error }
                    }
                }
                if let error = failure.withLock({ $0 }) { throw error }
            }
        }
    }

    /// The words of a passage, in order.
    func words(of reading: PassageReading) throws(ResponseError) -> [PassageReading.Word] {
        if let known = reading.words(by: analyserKey) { return known }
        let words = Self.words(try morphemes(of: reading))
        reading.setWords(words, by: analyserKey)
        return words
    }

    private static func words(_ morphemes: [Morpheme]) -> [PassageReading.Word] {
        morphemes.compactMap { morpheme in
            guard let kind = WordKind(morpheme), let start = UInt32(exactly: morpheme.range.lowerBound),
                let end = UInt32(exactly: morpheme.range.upperBound)
            else { return nil }
            var hasher = Hasher()
            hasher.combine(morpheme.lemma)
            return PassageReading.Word(
                start: start, end: end, kind: kind, isUnknown: morpheme.isUnknown, lemma: hasher.finalize())
        }
    }
}
