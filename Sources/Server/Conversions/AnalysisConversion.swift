import LanguageFeatures
import ServerProtocol
import TextAnalysis

/// An analysis in the protocol's terms: as much of it as was asked for, with offsets in the session's unit.
struct AnalysisConversion {
    private let utf8: [UInt8]
    private var offsets: TextOffsets
    private let include: Set<TextAnalyze.Part>

    init(_ text: String, _ encoding: PositionEncoding, _ include: Set<TextAnalyze.Part>) {
        utf8 = Array(text.utf8)
        offsets = TextOffsets(text, in: encoding)
        self.include = include
    }

    consuming func result(_ text: AnalysedText) -> TextAnalyze.Result {
        var result = TextAnalyze.Result(
            language: text.language, analyser: text.analyser, normalized: text.normalized, tokens: nil)
        for part in TextAnalyze.Part.segments.intersection(include) {
            let ranges = Partition(part).flatMap { text.segments[$0] } ?? []
            result.segments[part] = ranges.map { .init(start: offsets($0.lowerBound), end: offsets($0.upperBound)) }
        }
        guard include.contains(.morphemes) else { return result }
        result.tokens = tokens(text.tokens)
        if let alternatives = text.alternatives {
            result.alternatives = alternatives.map { .init(cost: $0.cost, tokens: tokens($0.tokens)) }
        }
        if include.contains(.costs) {
            result.userWords = text.lostUserWords.map { lost in
                TextAnalyze.UserWordOutcome(
                    word: part(lost.range), tag: lost.tag, start: offsets(lost.range.lowerBound),
                    end: offsets(lost.range.upperBound), cost: lost.cost, bestCost: lost.bestCost,
                    neededCost: lost.neededCost, path: tokens(lost.path))
            }
        }
        return result
    }

    private mutating func tokens(_ tokens: [AnalysedText.Token]) -> [TextAnalyze.Token] {
        tokens.map { token($0) }
    }

    private mutating func token(_ token: AnalysedText.Token) -> TextAnalyze.Token {
        let morpheme = token.morpheme
        var result = TextAnalyze.Token(
            text: part(morpheme.range), start: offsets(morpheme.range.lowerBound),
            end: offsets(morpheme.range.upperBound), normal: morpheme.surface, lemma: nil, stem: nil, pos: nil,
            tag: nil, stop: token.isStopWord, unknown: morpheme.isUnknown)
        if include.contains(.lemma) { result.lemma = morpheme.lemma }
        if include.contains(.stem) { result.stem = morpheme.stem }
        if include.contains(.pos) {
            result.pos = morpheme.pos.rawValue
            result.tag = morpheme.tag
        }
        if include.contains(.parts), !morpheme.parts.isEmpty {
            result.parts = morpheme.parts.map { part in
                .init(
                    text: part.form, tag: part.tag, start: offsets(part.range.lowerBound),
                    end: offsets(part.range.upperBound))
            }
        }
        if include.contains(.costs), let costs = token.costs {
            result.costs = .init(
                word: costs.word, connection: costs.connection, penalty: costs.penalty, total: costs.total)
        }
        return result
    }

    private func part(_ range: Range<Int>) -> String {
        String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }
}

extension Partition {
    /// Nil for what is no piece of the text.
    init?(_ part: TextAnalyze.Part) {
        switch part {
        case .sentences: self = .sentences
        case .paragraphs: self = .paragraphs
        case .lines: self = .lines
        case .words: self = .words
        case .whitespace: self = .whitespace
        case .graphemes: self = .graphemes
        case .morphemes, .lemma, .stem, .pos, .parts, .costs, .stopWords: return nil
        }
    }
}
