import LanguageFeatures
import ServerProtocol
import TextAnalysis

/// What a hover says, in Markdown or without.
struct HoverText {
    private let isMarkdown: Bool
    private var parts: [String] = []

    init(isMarkdown: Bool) {
        self.isMarkdown = isMarkdown
    }

    var isEmpty: Bool { parts.isEmpty }

    var content: MarkupContent {
        MarkupContent(parts.joined(separator: "\n\n"), isMarkdown: isMarkdown)
    }

    /// `**영화가**`, then a line for each morpheme: 영화 noun · 가 particle.
    mutating func word(_ morphemes: [Morpheme]) {
        guard !morphemes.isEmpty else { return }
        let surface = morphemes.map(\.surface).joined()
        let described = morphemes.map { morpheme in
            let kind = WordKind(morpheme).map { Self.description(of: $0, morpheme) } ?? morpheme.tag
            let lemma = morpheme.lemma == morpheme.surface ? "" : " (\(plain(morpheme.lemma)))"
            return "\(plain(morpheme.surface))\(lemma) \(emphasised(kind))" + (morpheme.isUnknown ? ", unknown" : "")
        }
        parts.append(strong(plain(surface)) + ": " + described.joined(separator: " + "))
    }

    private static func description(of kind: WordKind, _ morpheme: Morpheme) -> String {
        let name =
            switch kind {
            case .properNoun: "proper noun"
            case .other: morpheme.pos.rawValue
            default: kind.name
            }
        return morpheme.tag == morpheme.pos.rawValue ? name : "\(name) \(morpheme.tag)"
    }

    mutating func related(_ words: [(word: String, similarity: Float)]) {
        guard !words.isEmpty else { return }
        let list = words.map { "\(plain($0.word)) \(Double($0.similarity).inHundredths)" }
        parts.append("Related: " + list.joined(separator: ", "))
    }

    /// `negative 0.93 (sentiment-ko): 최악 +0.31, 배우 -0.05`.
    mutating func label(_ label: Classification.Score, by model: String, _ moved: [MovedWord]) {
        var text = strong(plain(label.text)) + " (" + plain(Self.name(of: model)) + ")"
        if !moved.isEmpty {
            text +=
                ": "
                + moved.map { "\(plain($0.text)) \($0.change >= 0 ? "+" : "")\($0.change.inHundredths)" }
                .joined(separator: ", ")
        }
        if isMarkdown, !parts.isEmpty { parts.append("---") }
        parts.append(text)
    }

    private static func name(of model: String) -> String {
        model.split(separator: "/").last.map(String.init) ?? model
    }

    private func strong(_ text: String) -> String { isMarkdown ? "**\(text)**" : text }
    private func emphasised(_ text: String) -> String { isMarkdown ? "*\(text)*" : text }

    /// Text that Markdown must not take for its own.
    private func plain(_ text: String) -> String {
        guard isMarkdown else { return text }
        var escaped = ""
        for character in text {
            if "\\`*_[]<>#|~&".contains(character) { escaped += "\\" }
            escaped.append(character.isNewline ? " " : character)
        }
        return escaped
    }
}
