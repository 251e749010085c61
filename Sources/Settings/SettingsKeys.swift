/// The names under which settings are written, and what values they may have. `protocol/sluice.schema.json` says the same
/// to editors, and the tests hold the two together.
package enum SettingsKeys {
    package enum Top: String, CaseIterable {
        /// Where an editor finds the schema; nothing is read from it.
        case schema = "$schema"
        case socket, models, model, vectors, dictionary, userDictionary, stopWords, idleExit
        case features, rules, languageIds, limits
    }

    package enum StopWords: String, CaseIterable { case add, remove }

    package enum Rules: String, CaseIterable { case model, label, atLeast, severity, message, name }

    package enum Limits: String, CaseIterable { case diagnostics, documentBytes }

    /// Minutes; what is longer than a year is meant to be never, which is 0.
    package static let idleExit = 0.0...525_600.0
    package static let idleExitText = "minutes from 0 (never) to \(Int(idleExit.upperBound)) (a year)"
    package static let atLeast = 0.0...1.0
    package static let diagnostics = 1...100_000
    /// A document comes in one message, where escapes may double it: half of what a message may be.
    package static let documentBytes = 1...(64 << 20)
}
