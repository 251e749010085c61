import LanguageFeatures
import Synchronization
import TextAnalysis

/// What is known of the text of a passage, each part from when it is first asked for. It depends on the text alone, and
/// on what reads it, so all documents share it.
final class PassageReading: Sendable {
    let text: String
    /// An ISO 639-1 code; nil where the text says none.
    let language: String?
    private let state = Mutex(State())

    private struct State {
        /// By the model's serial number: few.
        var labels: [(model: Int, answer: Classification)] = []
        /// By what found them: few.
        var words: [(analyser: String, words: [Word])] = []
    }

    /// Models, and analysers, whose answers are kept: as many as sessions with different settings may ask in turn.
    private static let mostLabels = 16
    private static let mostWords = 3

    /// A morpheme or a word, in little memory: a document has hundreds of thousands.
    struct Word: Sendable, Equatable {
        /// UTF-8 offsets into the passage.
        var start: UInt32
        var end: UInt32
        var kind: WordKind
        var isUnknown: Bool
        /// Of the dictionary form.
        var lemma: Int

        var range: Range<Int> { Int(start)..<Int(end) }
    }

    init(_ text: String) {
        self.text = text
        language = LanguageIdentifier.language(of: text)?.language
    }

    func label(by model: Int) -> Classification? {
        state.withLock { state in state.labels.first { $0.model == model }?.answer }
    }

    func setLabel(_ answer: Classification, by model: Int) {
        state.withLock { state in
            if let place = state.labels.firstIndex(where: { $0.model == model }) {
                state.labels[place].answer = answer
            } else {
                // One that was read again has another number: the old answers are of no more use.
                if state.labels.count >= Self.mostLabels { state.labels.removeFirst() }
                state.labels.append((model, answer))
            }
        }
    }

    /// - Parameter analyser: what found them.
    func words(by analyser: String) -> [Word]? {
        state.withLock { state in state.words.first { $0.analyser == analyser }?.words }
    }

    func setWords(_ words: [Word], by analyser: String) {
        state.withLock { state in
            state.words.removeAll { $0.analyser == analyser }
            if state.words.count >= Self.mostWords { state.words.removeFirst() }
            state.words.append((analyser, words))
        }
    }
}

/// How an editor may colour a word: the legend of the semantic tokens, in this order.
enum WordKind: UInt8, Sendable, CaseIterable {
    case noun, properNoun, verb, adjective, adverb, particle, ending, number, other

    var name: String { "\(self)" }

    /// Nil of what is no word.
    init?(_ morpheme: Morpheme) {
        switch morpheme.pos {
        case .punctuation, .symbol: return nil
        default: break
        }
        // The Sejong tags of Korean: particles begin with J, endings with E.
        switch morpheme.tag.utf8.first {
        case UInt8(ascii: "J") where Self.isSejong(morpheme.tag): self = .particle
        case UInt8(ascii: "E") where Self.isSejong(morpheme.tag): self = .ending
        default:
            self =
                switch morpheme.pos {
                case .noun: .noun
                case .properNoun: .properNoun
                case .verb, .auxiliary: .verb
                case .adjective: .adjective
                case .adverb: .adverb
                case .particle, .adposition: .particle
                case .numeral: .number
                default: .other
                }
        }
    }

    private static func isSejong(_ tag: String) -> Bool {
        let letters = tag.utf8.prefix { $0 != UInt8(ascii: "+") }
        return (2...3).contains(letters.count) && letters.allSatisfy { (0x41...0x5a).contains($0) } && tag != "ADP"
    }
}
