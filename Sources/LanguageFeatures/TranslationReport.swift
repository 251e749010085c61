import Models

/// How well texts were translated: add each, then ask.
package struct TranslationReport: Sendable, Equatable {
    package private(set) var count = 0
    private var exact = 0
    private var edits = 0
    private var characters = 0

    /// Characters of the longest texts that are compared, several times what a model writes of them.
    static let longest = 4 * Model.Task.maximumTranslation

    package init() {}

    /// Where one of them has more than 8,000 characters, all of the longer one count as errors: comparing them would take
    /// too long.
    package mutating func add(reference: String, translation: String) {
        let lengths = (reference.count, translation.count)
        count += 1
        if reference == translation { exact += 1 }
        if max(lengths.0, lengths.1) <= Self.longest {
            edits += Self.distance(Array(reference), Array(translation))
        } else if reference != translation {
            edits += max(lengths.0, lengths.1)
        }
        characters += lengths.0
    }

    /// The share of the texts whose translation is the reference, character for character; 0 where there are none.
    package var exactMatch: Double { count == 0 ? 0 : Double(exact) / Double(count) }

    /// Characters to insert, leave out or replace in the translations, over the characters of the references: 0 is best,
    /// and it may be more than 1. 0 where there are none.
    package var characterErrorRate: Double { characters == 0 ? 0 : Double(edits) / Double(characters) }

    /// The fewest insertions, deletions and replacements that make one the other (Levenshtein 1966).
    static func distance(_ from: [Character], _ to: [Character]) -> Int {
        var row = Array(0...to.count)
        for (i, character) in from.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in to.enumerated() {
                let replaced = diagonal + (character == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[to.count]
    }
}
