import Synchronization
package import TextAnalysis
import WordVectors

/// What analysers say of the words of a table, each asked when it is first wanted and then known.
///
/// What an analyser said of a word stands for all: requests about words have no dictionaries of their own.
package final class WordForms: Sendable {
    /// Says what a word that stands alone is made of: the analyser of its language.
    package typealias Analyser = @Sendable (String) -> [Morpheme]

    private struct Form {
        var lemma: String
        var pos: UniversalTag?
    }

    private let words: WordList
    private static let most = 500_000
    private let known = Mutex<[Int: Form]>([:])

    init(_ words: WordList) { self.words = words }

    /// The dictionary form of a row's word; the word itself where it is one.
    func lemma(of row: Int, _ analyser: Analyser) -> String { form(of: row, analyser).lemma }

    func pos(of row: Int, _ analyser: Analyser) -> UniversalTag? { form(of: row, analyser).pos }

    private func form(of row: Int, _ analyser: Analyser) -> Form {
        if let form = known.withLock({ $0[row] }) { return form }
        let word = words[row]
        let reading = WordReading(word, analyser(word))
        let form = Form(lemma: (reading.lemmas.first ?? word).lowercased(), pos: reading.pos)
        known.withLock { known in
            // Some tens of megabytes: what is forgotten is only asked again.
            if known.count >= Self.most { known = [:] }
            known[row] = form
        }
        return form
    }
}
