import Documents
import JSONRPC
import LanguageFeatures
import ServerProtocol
import Settings
import TextAnalysis

enum HoverHandler: DocumentHandler {
    typealias Method = Hover

    static let feature = Feature.hover
    static let nothing = Method.Result(nil)

    private static let relatedWords = 6
    private static let movedWords = 4

    static func answer(
        _ parameters: Method.Parameters, _ snapshot: DocumentSnapshot, _ context: RequestContext
    ) throws(ResponseError) -> Method.Result {
        guard let word = try WordAtPosition(parameters.position, snapshot, context) else { return nothing }
        var text = HoverText(isMarkdown: snapshot.session.client.hoversInMarkdown)
        text.word(word.morphemesAround)
        if let lemma = word.replacement?.lemma {
            text.related(
                snapshot.session.related(to: lemma, snapshot.settings, count: relatedWords) { context.isWanted })
        }
        try context.checkCancellation()
        try label(of: word.passage.reading, snapshot, context, &text)
        guard !text.isEmpty else { return nothing }
        return Method.Result(.init(contents: text.content, range: snapshot.positions(of: word.range)))
    }

    /// What the paragraph is labelled, and why.
    private static func label(
        of reading: PassageReading, _ snapshot: DocumentSnapshot, _ context: RequestContext, _ text: inout HoverText
    ) throws(ResponseError) {
        let reader = PassageReader(context.server, snapshot.settings)
        do throws(ResponseError) {
            guard let label = try reader.label(of: reading, by: reader.labelModel)?.labels.first else { return }
            let moved = try reader.movedWords(
                of: reading, by: reader.labelModel, label: label.label, count: movedWords, while: { context.isWanted })
            text.label(label, by: reader.labelModel, moved)
        } catch {
            // What the word is can be told all the same.
            if error.code != .requestCancelled { snapshot.session.complain(error, about: reader.labelModel) }
        }
    }
}

/// The word that a position is at, and what is known of it.
struct WordAtPosition {
    let passage: ReadPassage
    /// Of the passage.
    let offset: Int
    let morphemes: [Morpheme]
    let replacement: WordReplacement?
    /// Of the document.
    let range: Range<Int>

    /// Nil where there is no word.
    init?(_ position: Position, _ snapshot: DocumentSnapshot, _ context: RequestContext) throws(ResponseError) {
        guard let (passage, offset) = snapshot.version.passage(at: snapshot.offset(of: position)) else { return nil }
        self.passage = passage
        self.offset = offset
        morphemes = try PassageReader(context.server, snapshot.settings).morphemes(of: passage.reading)
        replacement = WordReplacement(at: offset, morphemes: morphemes, language: passage.reading.language)
        guard
            let inside = replacement?.range
                ?? morphemes.first(where: { $0.range.contains(offset) && WordKind($0) != nil })?.range
        else { return nil }
        range = passage.passage.documentRange(of: inside)
        around = inside
    }

    private let around: Range<Int>

    /// Those of the word and of what is joined to it.
    var morphemesAround: [Morpheme] { morphemes.filter { $0.range.overlaps(around) } }
}

extension PassageReader {
    /// The words that moved a passage's label most; none of a passage that is too long to be explained.
    func movedWords(
        of reading: PassageReading, by name: String, label: String, count: Int, while isWanted: () -> Bool
    ) throws(ResponseError) -> [MovedWord] {
        try server.models.useNetwork(name) { (network) throws(ResponseError) in
            do throws(ExplainerError) {
                return try MovedWords(network.classifier).words(
                    of: reading.text, label: label, count: count, while: isWanted) ?? []
            } catch {
                if case .tooManyTokens = error { return [] }
                if case .tooManyValues = error { return [] }
                throw ResponseError(error)
            }
        }
    }
}

extension EditingSession {
    /// Whether the vectors have a word; false where there are none.
    func lists(_ word: String, _ settings: Settings) -> Bool {
        (try? server.models.use(vectors: settings.vectors, for: [word]) { $1.lists([word]) }) ?? false
    }

    /// The words that are most like a word; none where the vectors do not know it.
    func related(
        to lemma: String, _ settings: Settings, count: Int, while isWanted: @escaping @Sendable () -> Bool
    ) -> [(word: String, similarity: Float)] {
        let vectors = settings.vectors
        do throws(ResponseError) {
            return try server.models.use(vectors: vectors, for: [lemma]) { (_, related) throws(ResponseError) in
                guard isWanted() else { throw .cancelled }
                var question = RelatedWords.Question(.word(lemma), count: count)
                question.isWanted = isWanted
                return (try? related.neighbours(question, server.wordAnalyser))?.neighbours ?? []
            }
        } catch {
            // Where none are named, there need not be any.
            if let vectors, error.code != .requestCancelled { complain(error, about: vectors) }
            return []
        }
    }
}
