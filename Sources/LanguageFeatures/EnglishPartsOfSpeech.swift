package import Models
import RecurrentNetworks
package import TextAnalysis

/// The parts of speech of English words by a recurrent tagger, which has read the tokens of sentences with a space between
/// them.
package struct EnglishPartsOfSpeech: PartOfSpeechTagger {
    /// The built-in model that is made for this.
    package static let builtInName = "pos-en"

    package let model: Model
    /// By label.
    private let tags: [UniversalTag]
    /// Words that the model is given at once, of which it reads as many as it can.
    private static let length = 120

    /// Nil where `model` is no tagger whose tags are universal parts of speech.
    package init?(model: Model) {
        guard model.task == .tag, case .words = model.pipeline.configuration.segmentation else { return nil }
        let tags = model.labels.compactMap(UniversalTag.init)
        guard tags.count == model.labels.count, !tags.isEmpty else { return nil }
        self.model = model
        self.tags = tags
    }

    package func tags(of words: ArraySlice<String>) -> [UniversalTag] {
        var result: [UniversalTag] = []
        result.reserveCapacity(words.count)
        var rest = words
        while !rest.isEmpty {
            let read = read(rest.prefix(Self.length))
            result += read
            rest = rest.dropFirst(read.count)
        }
        return result
    }

    /// Of the first words, at least one: those that lie within what the model reads.
    private func read(_ words: ArraySlice<String>) -> [UniversalTag] {
        let (encoded, steps) = model.pipeline.encodeWithRanges(words.joined(separator: " "))
        let answer = encoded.ids.withUnsafeBufferPointer { model.network.predict(ids: $0, width: encoded.width) }
        var result: [UniversalTag] = []
        var start = 0
        var step = 0
        for word in words {
            let end = start + word.utf8.count
            // A word of several signs has several steps: the first one's tag is the word's.
            while step < steps.count, steps[step].lowerBound < start { step += 1 }
            if step < steps.count, steps[step].lowerBound < end {
                result.append(tag(of: answer.dropFirst(step * tags.count).prefix(tags.count)))
            } else if !encoded.truncated || result.isEmpty {
                result.append(.other)
            } else {
                break
            }
            start = end + 1
        }
        return result
    }

    private func tag(of probabilities: ArraySlice<Float>) -> UniversalTag {
        let best = probabilities.indices.max { probabilities[$0] < probabilities[$1] }
        return best.map { tags[$0 - probabilities.startIndex] } ?? .other
    }
}
