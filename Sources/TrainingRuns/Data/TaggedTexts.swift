package import TextAnalysis

/// Texts whose tokens have tags, each tag's name kept once.
package struct TaggedTexts: Sendable, Equatable {
    /// One text, its tokens and a tag for each.
    package struct Row: Sendable, Equatable {
        package var text: String
        /// UTF-8 offsets into the text, in order, end-exclusive.
        package var tokens: [Range<Int>]
        package var tags: [TokenTag]

        package init(text: String, tokens: [Range<Int>], tags: [TokenTag]) {
            self.text = text
            self.tokens = tokens
            self.tags = tags
        }
    }

    package private(set) var rows: [Row] = []
    /// O and other tags without a type first, then of each type the tag that begins a span and the one that goes on with
    /// it, whether the rows have both or not; all in the order of their names.
    package private(set) var names: [String] = []
    /// Where each tag stands among the labels.
    private(set) var indices: [TokenTag: Int32] = [:]
    /// How many inside tags went on with nothing, and now begin a span.
    package private(set) var repairs = 0

    package init(rows: [Row]) {
        append(rows)
        var types: Set<String> = []
        var others: Set<String> = []
        for tag in self.rows.lazy.flatMap(\.tags) {
            if let type = tag.type { types.insert(type) } else { others.insert(tag.text) }
        }
        names =
            Self.sorted(others) + Self.sorted(types).flatMap { [TokenTag.begin($0).text, TokenTag.inside($0).text] }
        indices = Dictionary(uniqueKeysWithValues: names.enumerated().map { (TokenTag($1), Int32($0)) })
    }

    package var count: Int { rows.count }

    /// Rows under the same labels.
    package func replacing(with rows: [Row]) -> TaggedTexts {
        var result = self
        (result.rows, result.repairs) = ([], 0)
        result.append(rows)
        return result
    }

    private mutating func append(_ rows: [Row]) {
        for var row in rows {
            let (tags, count) = TagScheme.repaired(row.tags)
            row.tags = tags
            repairs += count
            self.rows.append(row)
        }
    }

    private static func sorted(_ names: Set<String>) -> [String] {
        names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }
}

extension TaggedTexts.Row {
    /// The tag of each step of a pipeline by where the steps lie: that of the token in which it begins, continued from
    /// the token's second step on; nil where it begins in none.
    package func stepTags(_ steps: [Range<Int>]) -> [TokenTag?] {
        var token = 0
        var last: Int?
        return steps.map { step in
            while token < tokens.count, tokens[token].upperBound <= step.lowerBound { token += 1 }
            guard token < tokens.count, tokens[token].contains(step.lowerBound) else { return nil }
            defer { last = token }
            return last == token ? tags[token].continued : tags[token]
        }
    }

    /// The other way: the tag of each token is that of the first step that begins in it, else it goes on with the step
    /// that it lies in, else it is `outside`.
    package func tokenTags(_ stepTags: [TokenTag], _ steps: [Range<Int>], outside: TokenTag) -> [TokenTag] {
        var step = 0
        return tokens.map { token in
            while step < steps.count, steps[step].lowerBound < token.lowerBound { step += 1 }
            if step < steps.count, step < stepTags.count, token.contains(steps[step].lowerBound) {
                return stepTags[step]
            }
            guard step > 0, step <= stepTags.count, steps[step - 1].upperBound > token.lowerBound else {
                return outside
            }
            return stepTags[step - 1].continued
        }
    }
}
