import Models
import RecurrentNetworks
import TextAnalysis

/// A word of a passage, and what it did to the probability of the passage's label.
package struct MovedWord: Sendable, Equatable {
    /// UTF-8 offsets of the passage.
    package var range: Range<Int>
    package var text: String
    /// By how much the probability is another for it: above 0 the word speaks for the label. To six decimals.
    package var change: Double
}

/// Which words made a passage what a model says it is.
package struct MovedWords: Sendable {
    private let explainer: Explainer

    package init(_ classifier: Classifier) {
        explainer = Explainer(model: classifier.model)
    }

    /// The words that moved the label's probability most, the most first; at most `count`.
    ///
    /// What each token moved is added up over its word. A network that reads forwards is asked in one pass, by how much the
    /// probability rises as a word is read (`Explainer.Method.prefix`), others by what they would say without each token.
    /// What is moved by white space and signs, at which a word is known to have ended, is the word's before them.
    ///
    /// - Parameters:
    ///   - label: nil for the most probable.
    ///   - isWanted: asked again and again while it takes long.
    /// - Returns: nil where it is no longer wanted.
    package func words(
        of passage: String, label: String? = nil, count: Int = 3, while isWanted: () -> Bool = { true }
    ) throws(ExplainerError) -> [MovedWord]? {
        let method: Explainer.Method = explainer.model.network.plan.readsForwards ? .prefix : .occlusion
        guard let explanation = try explainer.explain(passage, label: label, method: method, while: isWanted)
        else { return nil }
        let words = Self.words(of: passage)
        var changes = [Double](repeating: 0, count: words.count)
        var word = 0
        for token in explanation.tokens {
            while word + 1 < words.count, words[word + 1].lowerBound <= token.range.lowerBound { word += 1 }
            // What comes before the first word is nobody's.
            if word < words.count, words[word].lowerBound < token.range.upperBound {
                changes[word] += token.attribution
            }
        }
        let utf8 = Array(passage.utf8)
        let largest = changes.indices.filter { changes[$0] != 0 }
            .sorted { (abs(changes[$1]), $0) < (abs(changes[$0]), $1) }
        return largest.prefix(max(0, count)).map { index in
            MovedWord(
                range: words[index], text: String(decoding: utf8[words[index]], as: UTF8.self),
                change: changes[index].toSixDecimals)
        }
    }

    /// The words of a text, and of Korean what is written without a space: 10년간, '영화'가.
    static func words(of text: String) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var isHangul = false
        var isTogether = false
        let utf8 = Array(text.utf8)
        for segment in UnicodeWords.segments(of: text) {
            let piece = utf8[segment.range]
            guard segment.isWord else {
                isTogether = isTogether && !String(decoding: piece, as: UTF8.self).contains(where: \.isWhitespace)
                continue
            }
            let hasHangul = String(decoding: piece, as: UTF8.self).unicodeScalars
                .contains { (0xac00...0xd7a3).contains($0.value) || (0x1100...0x11ff).contains($0.value) }
            if isTogether, isHangul || hasHangul, let last = words.popLast() {
                words.append(last.lowerBound..<segment.range.upperBound)
                isHangul = isHangul || hasHangul
            } else {
                words.append(segment.range)
                isHangul = hasHangul
            }
            isTogether = true
        }
        return words
    }
}
