/// WordNet's own way from a form to its bases, as morphy(7WN) describes it: exceptions first, then rules of detachment
/// whose results are in the index; collocations word by word.
package struct Morphy: Sendable {
    private let wordNet: WordNet

    package init(_ wordNet: WordNet) { self.wordNet = wordNet }

    private static let rules: [WordNet.Category: [(suffix: String, ending: String)]] = [
        .noun: [
            ("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"),
            ("ies", "y"),
        ],
        .verb: [
            ("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
        ],
        .adjective: [("er", ""), ("est", ""), ("er", "e"), ("est", "e")],
        .adverb: [],
    ]

    /// What may stand between a verb and what follows it.
    private static let prepositions: Set<String> = [
        "to", "at", "of", "on", "off", "in", "out", "up", "down", "from", "with", "into", "for", "about", "between",
    ]

    /// The bases that the form may be of, other than itself, in WordNet's order; none where it knows none. `form` is in
    /// lower case, its spaces written `_`.
    package func bases(of form: String, _ category: WordNet.Category) -> [String] {
        let exceptions = wordNet.exceptions(for: form, category)
        if let first = exceptions.first, first != form { return exceptions }
        if category != .verb, let base = base(of: form, category), base != form { return [base] }
        let words = form.split(omittingEmptySubsequences: false) { $0 == "_" || $0 == "-" }
        if category == .verb, words.count > 1, hasPreposition(form) {
            return phrasalVerb(form).map { [$0] } ?? []
        }
        let separators = form.filter { $0 == "_" || $0 == "-" }.map(String.init) + [""]
        let base = zip(words, separators).map { word, separator in
            (self.base(of: String(word), category) ?? String(word)) + separator
        }.joined()
        guard base != form, isDefined(base, category) else { return [] }
        return [base]
    }

    /// Of one word.
    private func base(of word: String, _ category: WordNet.Category) -> String? {
        if let exception = wordNet.exceptions(for: word, category).first { return exception }
        var stem = word
        var end = ""
        if category == .noun {
            if word.hasSuffix("ful") {
                stem = String(word.dropLast(3))
                end = "ful"
            } else if word.hasSuffix("ss") || word.utf8.count <= 2 {
                return nil
            }
        }
        for candidate in candidates(stem, category) where candidate != stem && isDefined(candidate, category) {
            return candidate + end
        }
        return nil
    }

    /// As WordNet looks words up: what is written with hyphens, with spaces, as one or without full stops is one word.
    package func isDefined(_ word: String, _ category: WordNet.Category) -> Bool {
        if wordNet.has(word, category) { return true }
        guard word.contains(where: { $0 == "_" || $0 == "-" || $0 == "." }) else { return false }
        let spellings = [
            word.replacing("_", with: "-"), word.replacing("-", with: "_"), word.filter { $0 != "_" && $0 != "-" },
            word.filter { $0 != "." },
        ]
        return spellings.contains { wordNet.has($0, category) }
    }

    private func candidates(_ word: String, _ category: WordNet.Category) -> [String] {
        (Self.rules[category] ?? []).filter { word.hasSuffix($0.suffix) }.map {
            word.dropLast($0.suffix.count) + $0.ending
        }
    }

    private func hasPreposition(_ form: String) -> Bool {
        form.split(separator: "_", omittingEmptySubsequences: false).dropFirst().contains {
            Self.prepositions.contains(String($0))
        }
    }

    /// The first word is a verb; the last of three and more may be a noun in the plural.
    private func phrasalVerb(_ form: String) -> String? {
        guard let space = form.firstIndex(of: "_"), let last = form.lastIndex(of: "_") else { return nil }
        let verb = String(form[..<space])
        guard verb.utf8.allSatisfy({ (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) }) else { return nil }
        let rest = String(form[space...])
        let noun = space == last ? nil : base(of: String(form[form.index(after: last)...]), .noun)
        let restWithBase = noun.map { String(form[space...last]) + $0 }
        let exception = wordNet.exceptions(for: verb, .verb).first
        for base in [exception].compactMap({ $0 }) + candidates(verb, .verb) where base != verb {
            if isDefined(base + rest, .verb) { return base + rest }
            if let restWithBase, isDefined(base + restWithBase, .verb) { return base + restWithBase }
        }
        return restWithBase.map { verb + $0 }.flatMap { $0 == form ? nil : $0 }
    }
}
