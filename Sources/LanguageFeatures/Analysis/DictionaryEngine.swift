import Synchronization
package import TextAnalysis

/// Analyses with a compiled MeCab dictionary.
package struct DictionaryEngine: AnalysisEngine {
    package let name: String
    private let analyser: MorphologicalAnalyser
    private let family: DictionaryFamily?
    private let scratch: LatticeScratch

    /// - Parameter name: what answers call the dictionary.
    package init(name: String, dictionary: MorphologicalDictionary) {
        self.name = name
        analyser = MorphologicalAnalyser(dictionary)
        family = dictionary.family
        scratch = LatticeScratch()
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
            return tokens.map { morpheme($0, in: utf8) }
        }
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

    private func morpheme(_ token: LatticeToken, in utf8: UnsafeBufferPointer<UInt8>) -> CostedMorpheme {
        let range = token.start..<token.end
        let surface = String(decoding: UnsafeBufferPointer(rebasing: utf8[range]), as: UTF8.self)
        let features = analyser.feature(of: token)
        let morpheme =
            family?.morpheme(surface: surface, range: range, features: features, isUnknown: token.isUnknown)
            ?? Morpheme(
                range: range, surface: surface, tag: String(features.prefix { $0 != "," }), pos: .other,
                lemma: surface, stem: surface, isUnknown: token.isUnknown)
        return CostedMorpheme(
            morpheme,
            costs: MorphemeCosts(
                word: token.wordCost, connection: token.connectionCost, penalty: token.spacePenalty,
                total: token.cumulativeCost))
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
        defer { free.withLock { if $0.count < Self.most { $0.append(box) } } }
        return try body(&box.worker)
    }
}

extension MorphologicalDictionary {
    fileprivate var family: DictionaryFamily? {
        switch kind {
        case .korean: .mecabKo
        case .ipadic: .ipadic
        case .unidic: .unidic
        case .other: nil
        }
    }
}
