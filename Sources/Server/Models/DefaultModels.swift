import Models
import Synchronization

/// Which model answers where none is named and none is configured.
final class DefaultModels: Sendable {
    private struct State {
        /// Built-in models by their task and the language that they read, and all that are known.
        var byUse: [Use: String] = [:]
        var known: Set<String> = []
        var first: [Model.Task: (name: String?, asOf: ContinuousClock.Instant)] = [:]
    }

    private struct Use: Hashable {
        var task: Model.Task
        var language: String
    }

    private let state = Mutex(State())

    func knows(_ name: String) -> Bool { state.withLock { $0.known.contains(name) } }

    func learn(_ name: String, task: Model.Task, languages: [String]) {
        state.withLock { state in
            state.known.insert(name)
            for language in languages {
                let use = Use(task: task, language: language)
                if state.byUse[use] == nil { state.byUse[use] = name }
            }
        }
    }

    /// The built-in model for the task and the text's language, as far as that is known without reading a model.
    func known(for text: String, _ task: Model.Task) -> String? {
        guard let language = LanguageGuess.language(of: text) else { return nil }
        return state.withLock { $0.byUse[Use(task: task, language: language)] }
    }

    /// The first model of the task by name, as `find` finds it. It is asked again after two seconds: it walks through
    /// folders.
    func first(of task: Model.Task, _ find: () -> String?) -> String? {
        let now = ContinuousClock.now
        if let first = state.withLock({ $0.first[task] }), first.asOf.duration(to: now) < .seconds(2) {
            return first.name
        }
        let name = find()
        state.withLock { $0.first[task] = (name, now) }
        return name
    }
}

/// Which language a text is in, told by its script alone: as much as choosing a model needs.
enum LanguageGuess {
    private static let enough = 400

    /// An ISO 639-1 code, or nil where the text has no letters that tell.
    static func language(of text: String) -> String? {
        var hangul = 0
        var kana = 0
        var han = 0
        var latin = 0
        for scalar in text.unicodeScalars.prefix(enough) {
            switch scalar.value {
            case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xD7B0...0xD7FB: hangul += 1
            case 0x3041...0x30FF: kana += 1
            case 0x4E00...0x9FFF: han += 1
            case 0x41...0x5A, 0x61...0x7A: latin += 1
            default: break
            }
        }
        // A syllable of Hangul or a kana says as much as a few Latin letters do.
        let scores = [("ko", 3 * hangul), ("ja", kana == 0 ? 0 : 3 * (kana + han)), ("zh", 3 * han), ("en", latin)]
        guard let best = scores.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
        return best.0
    }
}
