package import TextAnalysis
import WordVectors

/// Which words may be neighbours.
package struct WordFilter: Sendable, Hashable {
    package var prefix: String?
    /// A regular expression that is found in the word.
    package var pattern: String?
    /// A script's name, such as `hangul`.
    package var script: String?
    package var partsOfSpeech: Set<UniversalTag> = []
    package var exclude: [String] = []
    /// Only so many of the first words.
    package var limit: Int?
    package var sameLemma = true

    package init() {}

    /// The part that is the same for each row whoever asks: what `rows` is made of.
    var spelling: Spelling { Spelling(prefix: prefix, pattern: pattern, script: script, limit: limit) }

    struct Spelling: Hashable, Sendable {
        var prefix: String?
        var pattern: String?
        var script: String?
        var limit: Int?

        var isEmpty: Bool { prefix == nil && pattern == nil && script == nil && limit == nil }

        /// Whether each word may be a neighbour; throws a pattern that is none.
        func accepts(_ words: WordList) throws(RelatedWordsError) -> [Bool] {
            let pattern = try pattern.map { (text) throws(RelatedWordsError) in try Self.expression(text, "pattern") }
            let script = try script.map { (name) throws(RelatedWordsError) in try Self.scriptExpressions(name) }
            let prefix = prefix.map { Array($0.utf8) }
            var accepts = [Bool](repeating: false, count: words.count)
            for row in 0..<min(words.count, limit ?? .max) {
                if let prefix, !words.withUTF8(at: row, { $0.starts(with: prefix) }) { continue }
                if pattern != nil || script != nil {
                    let word = words[row]
                    if let pattern, try !Self.isFound(pattern, in: word) { continue }
                    if let script {
                        guard try Self.isFound(script.letter, in: word) else { continue }
                        if try Self.isFound(script.otherLetter, in: word) { continue }
                    }
                }
                accepts[row] = true
            }
            return accepts
        }

        private static func expression(_ pattern: String, _ name: String) throws(RelatedWordsError) -> RegularExpression
        {
            do { return try RegularExpression(pattern) } catch {
                throw .filter(name: name, reason: error.description)
            }
        }

        private static func scriptExpressions(
            _ name: String
        ) throws(RelatedWordsError) -> (letter: RegularExpression, otherLetter: RegularExpression) {
            let title = name.prefix(1).uppercased() + name.dropFirst().lowercased()
            guard !name.isEmpty, name.utf8.allSatisfy({ $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || $0 == 0x5f }) else {
                throw .filter(name: "script", reason: "'\(name.prefix(40))' is no name of a script")
            }
            return (
                try expression("\\p{script=\(title)}", "script"),
                try expression("[^\\p{script=\(title)}\\P{L}]", "script")
            )
        }

        private static func isFound(_ expression: RegularExpression, in word: String) throws(RelatedWordsError) -> Bool
        {
            do { return try expression.firstMatch(in: word) != nil } catch {
                throw .filter(name: "pattern", reason: error.description)
            }
        }
    }
}

/// Why a question about words has no answer.
package enum RelatedWordsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Nothing leads from the word to the vectors.
    case unknown(word: String)
    /// The words cancel each other out, or their vectors are zero.
    case noDirection(reason: String)
    case filter(name: String, reason: String)
    /// A vector of another length than those of the table.
    case dimensions(came: Int, expected: Int)
    /// The vectors' file was cut short while they were searched.
    case cutShort
    /// The row of a word has a value that is infinite or no number: the file is damaged.
    case notFinite(word: String)

    package var description: String {
        switch self {
        case .unknown(let word):
            "the vectors do not list \"\(word.prefix(80))\", and nothing leads from it to a word that they do"
        case .noDirection(let reason): reason
        case .filter(let name, let reason): "filter.\(name): \(reason)"
        case .dimensions(let came, let expected): "the vector has \(came) numbers, expected \(expected)"
        case .notFinite(let word): "the vector of \"\(word.prefix(80))\" has a value that is no finite number"
        case .cutShort: "a file of the vectors was cut short while they were searched"
        }
    }
}
