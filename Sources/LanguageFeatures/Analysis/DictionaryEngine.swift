import Synchronization
package import TextAnalysis

/// Analyses with a compiled MeCab dictionary.
package struct DictionaryEngine: AnalysisEngine {
    package let name: String
    private let analyser: MorphologicalAnalyser
    private let family: DictionaryFamily?
    private let scratch: LatticeScratch
    private let known = KnownMorphemes()
    /// By the bytes of their first character, to find them in a text.
    private let userSurfaces: [UInt32: [[UInt8]]]

    /// - Parameter name: what answers call the dictionary.
    package init(name: String, dictionary: MorphologicalDictionary) {
        self.name = name
        analyser = MorphologicalAnalyser(dictionary)
        family = dictionary.family
        scratch = LatticeScratch()
        userSurfaces = [:]
    }

    /// The same dictionary with a user's words. Throws the first that has no place in it.
    package func adding(_ list: UserWordList) throws(UserWordError) -> DictionaryEngine {
        if list.entries.isEmpty { return self }
        return try DictionaryEngine(self, adding: list)
    }

    private init(_ engine: DictionaryEngine, adding list: UserWordList) throws(UserWordError) {
        name = engine.name
        family = engine.family
        scratch = engine.scratch
        let words = try list.words(for: family)
        analyser = try MorphologicalAnalyser(
            engine.analyser.dictionary, userWords: words.map(\.word), lines: words.map(\.line))
        userSurfaces = Dictionary(
            grouping: Set(words.map { Array($0.word.surface.utf8) }).filter { !$0.isEmpty },
            by: { $0.withUnsafeBufferPointer { Self.character(at: 0, in: $0).bytes } })
    }

    /// ISO 639-1, where the columns of the dictionary say it.
    package var language: String? { family?.language }
    /// Whether a file of it was cut short since: it has to be opened again.
    package var isPoisoned: Bool { analyser.dictionary.isPoisoned }

    package var stopTags: PartOfSpeechFilter {
        switch family {
        case .mecabKo: .korean
        case .ipadic, .unidic: .japanese
        case nil: PartOfSpeechFilter(tags: [])
        }
    }

    package var stopWords: StopWords.List? { family == .mecabKo ? .korean : nil }

    package func morphemes(of text: String) throws(TextAnalysisError) -> [CostedMorpheme] {
        try Array(text.utf8).withUnsafeBufferPointer { (utf8) throws(TextAnalysisError) in
            let tokens = try scratch.use { (worker) throws(TextAnalysisError) in
                do throws(MorphologyError) { return try analyser.tokens(of: utf8, worker: &worker) } catch {
                    throw .morphology(error)
                }
            }
            var morphemes: [CostedMorpheme] = []
            morphemes.reserveCapacity(tokens.count)
            // A long text does not keep others waiting.
            for start in stride(from: 0, to: tokens.count, by: KnownMorphemes.share) {
                known.use { known in
                    for token in tokens[start..<min(start + KnownMorphemes.share, tokens.count)] {
                        morphemes.append(morpheme(token, in: utf8, &known))
                    }
                }
            }
            // What they are is read from the dictionary, too.
            guard !isPoisoned else { throw .morphology(.dictionaryCutShort) }
            return morphemes
        }
    }

    /// A line feed is a character like others here: the analyses are those of the whole text.
    package func alternatives(of text: String, count: Int) throws(TextAnalysisError) -> [CostedAnalysis]? {
        try Array(text.utf8).withUnsafeBufferPointer { (utf8) throws(TextAnalysisError) in
            let paths = try scratch.use { (worker) throws(TextAnalysisError) in
                do throws(MorphologyError) {
                    return try analyser.alternatives(of: utf8, count: count, worker: &worker)
                } catch {
                    throw .morphology(error)
                }
            }
            // The search gives up on long lines; the best analysis is known all the same.
            if paths.isEmpty, !text.isEmpty {
                let best = try morphemes(of: text)
                return [CostedAnalysis(cost: best.last?.costs?.total ?? 0, morphemes: best)]
            }
            let analyses = paths.map { path in
                CostedAnalysis(cost: analyser.cost(of: path), morphemes: path.map { morpheme($0, in: utf8) })
            }
            guard !isPoisoned else { throw .morphology(.dictionaryCutShort) }
            return analyses
        }
    }

    /// Places of one text that are explained, and the longest line whose words are.
    private static let (mostExplained, longestExplained) = (64, 1 << 16)

    package func lostUserWords(in text: String) throws(TextAnalysisError) -> [LostUserWord] {
        if userSurfaces.isEmpty { return [] }
        return try Array(text.utf8).withUnsafeBufferPointer { (utf8) throws(TextAnalysisError) in
            try scratch.use { (worker) throws(TextAnalysisError) in
                var lost: [LostUserWord] = []
                // The paths of one line are nearly the same.
                var known: [UInt64: Morpheme] = [:]
                for (range, spans) in places(in: utf8) {
                    let line = UnsafeBufferPointer(rebasing: utf8[range])
                    let explanations: [CostExplanation?]
                    do throws(MorphologyError) {
                        explanations = try analyser.explainCosts(
                            of: line, spans: spans, ofUser: true, worker: &worker)
                    } catch {
                        throw .morphology(error)
                    }
                    for case let explanation? in explanations where !explanation.wins {
                        lost.append(lostWord(explanation, range.lowerBound, in: utf8, &known))
                    }
                }
                guard !isPoisoned else { throw .morphology(.dictionaryCutShort) }
                return lost
            }
        }
    }

    /// Where user words stand: the lines, and their bytes in each.
    private func places(in utf8: UnsafeBufferPointer<UInt8>) -> [(line: Range<Int>, spans: [Range<Int>])] {
        var places: [(line: Range<Int>, spans: [Range<Int>])] = []
        var left = Self.mostExplained
        var start = 0
        while start < utf8.count, left > 0 {
            let end = utf8[start...].firstIndex(of: 0x0a) ?? utf8.count
            if end - start <= Self.longestExplained {
                let spans = spans(in: UnsafeBufferPointer(rebasing: utf8[start..<end]), most: left)
                if !spans.isEmpty { places.append((start..<end, spans)) }
                left -= spans.count
            }
            start = end + 1
        }
        return places
    }

    private func spans(in line: UnsafeBufferPointer<UInt8>, most: Int) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var index = 0
        while index < line.count {
            let (bytes, length) = Self.character(at: index, in: line)
            for surface in userSurfaces[bytes] ?? []
            where index + surface.count <= line.count && line[index..<index + surface.count].elementsEqual(surface) {
                guard spans.count < most else { return spans }
                spans.append(index..<index + surface.count)
            }
            index += length
        }
        return spans
    }

    /// The bytes of a character of good UTF-8, and how many these are.
    private static func character(
        at index: Int, in utf8: UnsafeBufferPointer<UInt8>
    ) -> (bytes: UInt32, length: Int) {
        var (bytes, length) = (UInt32(utf8[index]), 1)
        while length < 4, index + length < utf8.count, utf8[index + length] & 0xc0 == 0x80 {
            bytes = bytes << 8 | UInt32(utf8[index + length])
            length += 1
        }
        return (bytes, length)
    }

    private func lostWord(
        _ explanation: CostExplanation, _ lineStart: Int, in utf8: UnsafeBufferPointer<UInt8>,
        _ known: inout [UInt64: Morpheme]
    ) -> LostUserWord {
        let path = explanation.through.map { token in
            var token = token
            token.start += lineStart
            token.end += lineStart
            return morpheme(token, in: utf8, &known)
        }
        let word = path[explanation.index].morpheme
        return LostUserWord(
            range: word.range, surface: word.surface, tag: word.tag, cost: explanation.throughCost,
            bestCost: explanation.bestCost, neededCost: explanation.winningCost, path: path)
    }

    /// Writes lines with a space between the tokens of each: quicker than to make morphemes of them.
    ///
    /// - Parameter lines: UTF-8; the last one may lack its line feed, and gets one.
    package func appendSeparated(
        _ lines: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) throws(TextAnalysisError) {
        try scratch.use { (worker) throws(TextAnalysisError) in
            do throws(MorphologyError) {
                try analyser.appendSeparated(lines, to: &output, worker: &worker)
            } catch {
                throw .morphology(error)
            }
        }
    }

    private func morpheme(
        _ token: LatticeToken, in utf8: UnsafeBufferPointer<UInt8>, _ known: inout [UInt64: Morpheme]
    ) -> CostedMorpheme {
        // Of unknown words the entry is that of their characters. A dictionary that is well made spells an entry in one way.
        if token.isUnknown { return morpheme(token, in: utf8) }
        if let morpheme = known[token.entryID],
            morpheme.surface.utf8.elementsEqual(utf8[token.start..<token.end])
        {
            return CostedMorpheme(morpheme.moved(by: token.start), costs: MorphemeCosts(token))
        }
        let costed = morpheme(token, in: utf8)
        known[token.entryID] = costed.morpheme.moved(by: -token.start)
        return costed
    }

    private func morpheme(_ token: LatticeToken, in utf8: UnsafeBufferPointer<UInt8>) -> CostedMorpheme {
        let range = token.start..<token.end
        let surface = String(decoding: UnsafeBufferPointer(rebasing: utf8[range]), as: UTF8.self)
        let features = analyser.feature(of: token)
        let morpheme =
            family?.morpheme(surface: surface, range: range, features: features, isUnknown: token.isUnknown)
            ?? Morpheme(
                range: range, surface: surface, tag: String(features.prefix { $0 != "," }), pos: .other,
                lemma: surface, stem: surface, isUnknown: token.isUnknown)
        return CostedMorpheme(morpheme, costs: MorphemeCosts(token))
    }
}

extension MorphemeCosts {
    fileprivate init(_ token: LatticeToken) {
        self.init(
            word: token.wordCost, connection: token.connectionCost, penalty: token.spacePenalty,
            total: token.cumulativeCost)
    }
}

/// What was made of the features of a dictionary's words, each as at the start of a text: to read a feature again takes
/// longer than to find the word.
private final class KnownMorphemes: Sendable {
    /// A few megabytes.
    private static let most = 1 << 14
    /// Tokens of one text that are looked up before others have their turn.
    static let share = 1_000

    private let known = Mutex<[UInt64: Morpheme]>([:])

    func use<Result>(_ body: (inout [UInt64: Morpheme]) -> Result) -> Result {
        known.withLock { known in
            if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
            return body(&known)
        }
    }
}

/// Scratch memory of lattices, kept for the next text.
private final class LatticeScratch: Sendable {
    /// As many texts are seldom analysed at a time.
    private static let most = 16

    private final class Box: @unchecked Sendable {
        // Used by one thread at a time: it is in the list, or in somebody's hands.
        var worker = LatticeWorker()
    }

    private let free = Mutex<[Box]>([])

    func use<Result, Failure: Error>(
        _ body: (inout LatticeWorker) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let box = free.withLock { $0.popLast() } ?? Box()
        defer {
            // What one long text needed is not held for ever.
            if !box.worker.isLarge { free.withLock { if $0.count < Self.most { $0.append(box) } } }
        }
        return try body(&box.worker)
    }
}
