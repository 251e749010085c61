import JSONRPC
import Models
import Numerics
import ServerProtocol
import TextAnalysis
import WordVectors

enum ModelsVocabularyHandler: Handler {
    typealias Method = ModelsVocabulary

    static func intent(_ parameters: ModelsVocabulary.Parameters, _ server: SluiceServer) -> Intent { .work }

    static func answer(
        _ parameters: ModelsVocabulary.Parameters, _ context: RequestContext
    ) throws(ResponseError) -> ModelsVocabulary.Result {
        try context.server.models.use(parameters.model) { (model) throws(ResponseError) in
            switch model.stored {
            case .network(let model):
                let vocabulary = model.pipeline.vocabulary
                return ModelsVocabulary.Result(
                    size: vocabulary.count, entries: try entries(parameters.selection, of: vocabulary))
            case .vectorizer(let stored):
                let vectorizer = stored.vectorizer
                return ModelsVocabulary.Result(
                    size: vectorizer.vocabularySize, entries: try entries(parameters.selection, of: vectorizer))
            case .vectors(let stored):
                return ModelsVocabulary.Result(
                    size: stored.table.count, entries: try entries(parameters.selection, of: stored.table))
            case .forecaster: throw .noNetwork(model)
            }
        }
    }

    private static func entries(
        _ selection: ModelsVocabulary.Parameters.Selection, of vocabulary: some Entries
    ) throws(ResponseError) -> [ModelsVocabulary.Entry] {
        switch selection {
        case .words(let words):
            return words.map { word in
                let entry = vocabulary.id(of: word).flatMap(vocabulary.entry(at:))
                return .init(word: word, id: entry?.id, count: entry?.count ?? 0)
            }
        case .ids(let ids):
            var entries: [ModelsVocabulary.Entry] = []
            for id in ids {
                guard let entry = vocabulary.entry(at: id) else {
                    throw ResponseError(
                        .invalidParams, "there is no id \(id) in a vocabulary of \(vocabulary.count)",
                        hint: "give ids from 0 to \(vocabulary.count - 1)")
                }
                entries.append(.init(entry))
            }
            return entries
        case .range(let from, let count):
            return vocabulary.entries(from: from, count: count).map(ModelsVocabulary.Entry.init)
        }
    }
}

/// What a vocabulary is asked.
private protocol Entries {
    var count: Int { get }
    func id(of word: String) -> Int?
    func entry(at id: Int) -> Vocabulary.Entry?
    func entries(from first: Int, count: Int) -> [Vocabulary.Entry]
}

extension Vocabulary: Entries {}

extension Vectorizer: Entries {
    fileprivate var count: Int { vocabularySize }
}

extension VectorTable: Entries {
    fileprivate func id(of word: String) -> Int? { words.index(of: word) }

    fileprivate func entry(at id: Int) -> Vocabulary.Entry? {
        guard id >= 0, id < count else { return nil }
        let seen = id < counts.count ? Int(exactly: counts[id]) : nil
        return Vocabulary.Entry(word: words[id], id: id, count: seen)
    }

    fileprivate func entries(from first: Int, count: Int) -> [Vocabulary.Entry] {
        guard first < self.count, count > 0 else { return [] }
        return (first..<min(self.count, first + min(count, self.count))).compactMap(entry(at:))
    }
}

extension ModelsVocabulary.Entry {
    fileprivate init(_ entry: Vocabulary.Entry) {
        self.init(word: entry.word, id: entry.id, count: entry.count ?? 0)
    }
}
