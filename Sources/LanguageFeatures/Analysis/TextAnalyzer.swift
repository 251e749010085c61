package import TextAnalysis

/// What is it made of? Sentences and other pieces, and morphemes or words with their dictionary forms and parts of
/// speech.
///
/// A text is normalised first, as far as that is asked for; whatever that changes, ranges are those of the text as it
/// was given.
package struct TextAnalyzer: Sendable {
    private let engine: any AnalysisEngine
    private let options: AnalysisOptions
    private let stopTags: PartOfSpeechFilter
    private let stopWords: Set<String>

    package init(engine: any AnalysisEngine, options: AnalysisOptions = AnalysisOptions()) {
        self.engine = engine
        self.options = options
        stopTags = options.stop.tags.map { PartOfSpeechFilter(tags: Set($0)) } ?? engine.stopTags
        var words = options.stop.words.map { Set($0) } ?? engine.stopWords?.set ?? []
        for word in options.stop.added { words.insert(word) }
        for word in options.stop.removed { words.remove(word) }
        stopWords = words
    }

    /// - Parameter language: an ISO 639-1 code, which the answer repeats.
    package func analyze(_ text: String, language: String?) throws(TextAnalysisError) -> AnalysedText {
        let edited: EditedText
        do throws(NormalizationError) { edited = try options.normalizer.normalized(text) } catch {
            throw .normalization(error)
        }
        var result = AnalysedText(
            language: language, analyser: engine.name, normalized: edited.map.isIdentity ? nil : edited.text,
            segments: [:], tokens: [], lostUserWords: [], stopWords: stopWords, stopTags: stopTags.tags)
        for kind in options.segments {
            result.segments[kind] = kind.ranges(in: edited.text).map { edited.original(of: $0) }
        }
        guard options.wantsTokens else { return result }
        if options.alternatives > 1,
            let alternatives = try engine.alternatives(of: edited.text, count: options.alternatives)
        {
            result.alternatives = alternatives.map { .init(cost: $0.cost, tokens: tokens($0.morphemes, edited)) }
            result.tokens = result.alternatives?.first?.tokens ?? []
        } else {
            result.tokens = tokens(try engine.morphemes(of: edited.text), edited)
        }
        if options.wantsLostUserWords {
            result.lostUserWords = try engine.lostUserWords(in: edited.text).map { lost in
                AnalysedText.LostUserWord(
                    range: edited.original(of: lost.range), tag: lost.tag, cost: lost.cost, bestCost: lost.bestCost,
                    neededCost: lost.neededCost,
                    path: lost.path.map { token($0.morpheme, costs: $0.costs, edited) })
            }
        }
        return result
    }

    private func tokens(_ morphemes: [CostedMorpheme], _ edited: EditedText) -> [AnalysedText.Token] {
        var tokens: [AnalysedText.Token] = []
        tokens.reserveCapacity(morphemes.count)
        for costed in morphemes {
            func add(_ morpheme: Morpheme, costs: MorphemeCosts?) {
                let token = token(morpheme, costs: costs, edited)
                if !options.stop.areLeftOut || !token.isStopWord { tokens.append(token) }
            }
            if options.decompounding == .none || costed.morpheme.parts.isEmpty {
                add(costed.morpheme, costs: costed.costs)
                continue
            }
            for part in options.decompounding.apply(to: [costed.morpheme]) {
                // Parts have no costs of their own.
                add(part, costs: part == costed.morpheme ? costed.costs : nil)
            }
        }
        return edited.map.isIdentity || options.decompounding != .none ? tokens : Self.joined(tokens)
    }

    /// What stands for the same place of the text is one token: a placeholder such as <url>, however it is cut.
    private static func joined(_ tokens: [AnalysedText.Token]) -> [AnalysedText.Token] {
        var joined: [AnalysedText.Token] = []
        for token in tokens {
            guard let last = joined.last, last.morpheme.range == token.morpheme.range, !token.morpheme.range.isEmpty,
                last.morpheme.parts.isEmpty, token.morpheme.parts.isEmpty
            else {
                joined.append(token)
                continue
            }
            var whole = last
            whole.morpheme.surface += token.morpheme.surface
            whole.morpheme.lemma = whole.morpheme.surface
            whole.morpheme.stem = whole.morpheme.surface
            whole.isStopWord = last.isStopWord && token.isStopWord
            whole.costs = nil
            joined[joined.count - 1] = whole
        }
        return joined
    }

    private func token(_ morpheme: Morpheme, costs: MorphemeCosts?, _ edited: EditedText) -> AnalysedText.Token {
        var token = AnalysedText.Token(morpheme: morpheme, isStopWord: isStopWord(morpheme), costs: costs)
        guard !edited.map.isIdentity else { return token }
        token.morpheme.range = edited.original(of: morpheme.range)
        for index in token.morpheme.parts.indices {
            token.morpheme.parts[index].range = edited.original(of: token.morpheme.parts[index].range)
        }
        return token
    }

    /// By its tag, by the word as it stands, or by its dictionary form.
    private func isStopWord(_ morpheme: Morpheme) -> Bool {
        if stopTags.drops(morpheme) { return true }
        // The lists are in small letters.
        return !stopWords.isEmpty
            && (stopWords.contains(morpheme.surface) || stopWords.contains(morpheme.lemma)
                || (morpheme.surface.utf8.contains { $0 & 0xdf &- 0x41 < 26 && $0 & 0x20 == 0 }
                    && stopWords.contains(morpheme.surface.lowercased())))
    }
}
