import Models
import Synchronization
import TextAnalysis

/// Which model answers where none is named and none is configured.
final class DefaultModels: Sendable {
    private struct State {
        /// Built-in models by their task and the language that they read, and all that are known.
        var byUse: [Use: String] = [:]
        var known: Set<String> = []
        var first: [String: (name: String?, asOf: ContinuousClock.Instant)] = [:]
    }

    private struct Use: Hashable {
        var task: Model.Task
        var language: String
    }

    private let state = Mutex(State())
    private static let validity = Duration.seconds(2)

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
        guard let answer = LanguageIdentifier.language(of: text) else { return nil }
        return state.withLock { state in
            if let name = state.byUse[Use(task: task, language: answer.language)] { return name }
            // Few words of English may look like another language, which no model reads.
            let mayBeEnglish = LanguageIdentifier.usesLatinLetters(answer.language)
            return mayBeEnglish ? state.byUse[Use(task: task, language: "en")] : nil
        }
    }

    /// The last answer of `first`, where that is not long ago.
    func recent(of kind: String) -> String? {
        state.withLock { state in
            state.first[kind].flatMap { $0.asOf.duration(to: .now) < Self.validity ? $0.name : nil }
        }
    }

    /// The first model of a kind by name, as `find` finds it. It is asked again after two seconds: it walks through folders.
    func first(of kind: String, _ find: () -> String?) -> String? {
        let now = ContinuousClock.now
        if let first = state.withLock({ $0.first[kind] }), first.asOf.duration(to: now) < Self.validity {
            return first.name
        }
        let name = find()
        state.withLock { $0.first[kind] = (name, now) }
        return name
    }
}
