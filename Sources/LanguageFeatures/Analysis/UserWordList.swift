package import TextAnalysis

/// Words that a user gives a dictionary: each as it is written, a Korean verb or adjective by its dictionary form, which
/// stands for all its forms.
package struct UserWordList: Sendable, Equatable {
    package struct Entry: Sendable, Hashable {
        package var word: String
        package var tag: String
        /// Nil for the usual one of the tag.
        package var cost: Int?
        package var reading: String?
        package var expression: String?
        /// How a verb or an adjective conjugates, as `Conjugation.Class` names it; nil to guess.
        package var conjugation: String?
        package var isForced: Bool
        /// Where it stands: the line of a file, or the place in a list, from 1.
        package var line: Int

        package init(
            word: String, tag: String, cost: Int? = nil, reading: String? = nil, expression: String? = nil,
            conjugation: String? = nil, isForced: Bool = false, line: Int
        ) {
            self.word = word
            self.tag = tag
            self.cost = cost
            self.reading = reading
            self.expression = expression
            self.conjugation = conjugation
            self.isForced = isForced
            self.line = line
        }
    }

    package let entries: [Entry]
    /// Words with all forms of verbs: as many as a large dictionary has.
    private static let greatestCount = 500_000

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// A file of words, a line each, columns parted by tabs: see `UserWord.words(parsing:)`.
    package init(parsing file: [UInt8]) throws(UserWordError) {
        entries = try UserWord.words(parsing: file).map { line, word in
            Entry(
                word: word.surface, tag: word.tag, cost: word.cost, reading: word.reading,
                expression: word.expression, isForced: word.isForced, line: line)
        }
    }

    /// What a dictionary takes: of verbs and adjectives of mecab-ko-dic all forms.
    func words(for family: DictionaryFamily?) throws(UserWordError) -> [(line: Int, word: UserWord)] {
        var words: [(line: Int, word: UserWord)] = []
        for entry in entries {
            guard words.count < Self.greatestCount else {
                throw UserWordError(
                    line: entry.line,
                    reason: "it is one word too many: with all forms of verbs at most \(Self.greatestCount) are taken")
            }
            let isVerb = family == .mecabKo && ["VV", "VA", "VX"].contains(entry.tag) && entry.expression == nil
            guard isVerb else {
                if let conjugation = entry.conjugation {
                    throw UserWordError(
                        line: entry.line,
                        reason:
                            "its conjugation is \(conjugation.debugDescription), but only a Korean verb (VV, VX) or "
                            + "adjective (VA) has one, given by its dictionary form, such as 돕다")
                }
                words.append(
                    (
                        entry.line,
                        UserWord(
                            surface: entry.word, tag: entry.tag, cost: entry.cost, reading: entry.reading,
                            expression: entry.expression, isForced: entry.isForced)
                    ))
                continue
            }
            for form in try Self.conjugation(entry).forms {
                words.append(
                    (
                        entry.line,
                        UserWord(
                            surface: form.surface, tag: form.tag, cost: entry.cost, feature: form.features,
                            isForced: entry.isForced)
                    ))
            }
        }
        return words
    }

    private static func conjugation(_ entry: Entry) throws(UserWordError) -> Conjugation {
        let conjugationClass = try entry.conjugation.map { (name) throws(UserWordError) in
            guard let known = Conjugation.Class(rawValue: name) else {
                let names = Conjugation.Class.allCases.map(\.rawValue).joined(separator: ", ")
                throw UserWordError(
                    line: entry.line,
                    reason: "its conjugation is \(name.debugDescription); expected one of \(names), or none to guess it"
                )
            }
            return known
        }
        do throws(ConjugationError) {
            return try Conjugation(dictionaryForm: entry.word, tag: entry.tag, class: conjugationClass)
        } catch {
            throw UserWordError(line: entry.line, reason: error.description)
        }
    }
}
