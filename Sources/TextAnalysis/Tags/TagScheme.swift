/// A token's tag. Tags that mark spans are in IOB2 (Tjong Kim Sang, Veenstra 1999): B-type on a span's first token,
/// I-type on the others. Any other text, O among them, is outside of spans.
package enum TokenTag: Sendable, Hashable {
    case begin(String)
    case inside(String)
    case other(String)

    package init(_ text: String) {
        // A bare "B-" names no type.
        if text.hasPrefix("B-"), text.utf8.count > 2 {
            self = .begin(String(text.dropFirst(2)))
        } else if text.hasPrefix("I-"), text.utf8.count > 2 {
            self = .inside(String(text.dropFirst(2)))
        } else {
            self = .other(text)
        }
    }

    package var text: String {
        switch self {
        case .begin(let type): "B-" + type
        case .inside(let type): "I-" + type
        case .other(let text): text
        }
    }

    /// Of the span that the token is in.
    package var type: String? {
        switch self {
        case .begin(let type), .inside(let type): type
        case .other: nil
        }
    }

    /// What a further piece of the same token has.
    package var continued: TokenTag { type.map { .inside($0) } ?? self }
}

/// Neighbouring tokens that are one thing.
package struct TagSpan: Sendable, Hashable {
    package var type: String
    /// Of tokens, never empty.
    package var tokens: Range<Int>

    package init(type: String, tokens: Range<Int>) {
        self.type = type
        self.tokens = tokens
    }

    /// The spans of some tags, in order. An inside tag that goes on with nothing begins a span, as conlleval counts.
    package static func all(in tags: [TokenTag]) -> [TagSpan] {
        var spans: [TagSpan] = []
        for (index, tag) in tags.enumerated() {
            if case .inside(let type) = tag, let last = spans.last, last.tokens.upperBound == index, last.type == type {
                spans[spans.count - 1].tokens = last.tokens.lowerBound..<index + 1
            } else if let type = tag.type {
                spans.append(TagSpan(type: type, tokens: index..<index + 1))
            }
        }
        return spans
    }
}

/// The tags that a model chooses from, and which may follow which.
package struct TagScheme: Sendable {
    package let tags: [TokenTag]
    /// For each tag the one that goes on with its span; nil where it is in none, or none goes on with it.
    package let followers: [Int?]

    /// - Parameter labels: tags in the order of a network's outputs, none twice.
    package init(labels: [String]) {
        tags = labels.map { TokenTag($0) }
        let indices = Dictionary(tags.enumerated().map { ($1, $0) }) { first, _ in first }
        followers = tags.map { tag in tag.type.flatMap { indices[.inside($0)] } }
    }

    /// Whether a tag may stand after another, or at the beginning: an inside tag after its own type only.
    package func allows(_ before: Int?, _ after: Int) -> Bool {
        guard case .inside(let type) = tags[after] else { return true }
        return before.map { tags[$0].type == type } ?? false
    }

    /// The first inside tag whose type nothing begins, so that it may stand nowhere.
    package var strayInside: TokenTag? {
        let begun = Set(tags.compactMap { tag in if case .begin(let type) = tag { type } else { nil } })
        return tags.first { tag in if case .inside(let type) = tag { !begun.contains(type) } else { false } }
    }

    /// Tags that follow the rules: an inside tag that goes on with nothing becomes one that begins, which is what it
    /// means in IOB1 and what most readers take it for. Also says how many were.
    package static func repaired(_ tags: [TokenTag]) -> (tags: [TokenTag], count: Int) {
        var (result, count) = (tags, 0)
        for (index, tag) in tags.enumerated() {
            guard case .inside(let type) = tag, index == 0 || tags[index - 1].type != type else { continue }
            result[index] = .begin(type)
            count += 1
        }
        return (result, count)
    }
}
