package import Models
package import TextAnalysis

/// Puts the spaces of Korean where they belong: the step `spacing` of a normalisation, by a tagger that reads texts without
/// their spaces.
///
/// Where a text has none, one is put in if the model finds it more likely than not. One that is there says something too:
/// it is left out only where the model is nearly sure that a word goes on (`doubt`). Line ends stay, and so does how wide
/// the white space is that is kept.
package struct SpaceRestorer: TextEdit {
    /// The built-in model that is made for this.
    package static let builtInName = "spacing-ko"
    /// A space of the text's own is kept where it is at least so probable.
    package static let doubt = 0.1

    package let model: Model
    private let tagger: Tagger

    /// Nil where `model` does not say where spaces belong.
    package init?(model: Model) {
        guard model.tagsSpacing else { return nil }
        self.model = model
        tagger = Tagger(model: model)
    }

    package func restored(_ text: String) -> EditedText { edit(text) ?? EditedText(text) }

    /// A text of any length; nil where its spaces stay as they are.
    package func edit(_ text: String) -> EditedText? {
        var text = text
        return text.withUTF8 { utf8 in
            var editor = TextEditor(utf8)
            TextPieces.forEach(in: utf8, atMost: .max) { line in
                var start = line.lowerBound
                while start < line.upperBound { start = restore(utf8, start..<line.upperBound, &editor) }
            }
            return editor.finish()
        }
    }

    /// Bytes that are read at once: more than the model does.
    private static let window = 4_000

    /// Spaces as much of a line as the model reads, and returns where the next part begins: with the last word of this one,
    /// which may go on, unless that is longer than half of it.
    private func restore(_ utf8: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ editor: inout TextEditor) -> Int {
        var end = min(line.upperBound, line.lowerBound + Self.window)
        // Not within a scalar.
        while end < line.upperBound, end > line.lowerBound, utf8[end] & 0xc0 == 0x80 { end -= 1 }
        let part = line.lowerBound..<end
        let answer = tagger.tag(String(decoding: UnsafeBufferPointer(rebasing: utf8[part]), as: UTF8.self))
        let places = answer.tokens.map { $0.range.lowerBound + part.lowerBound..<$0.range.upperBound + part.lowerBound }
        let isWhole = !answer.truncated && end == line.upperBound
        // In the second half, so that each run of the network brings it on by half of what that reads.
        let next =
            isWhole
            ? nil : places.indices.dropFirst(max(1, places.count / 2)).last { answer.tokens[$0].beginsWord >= 0.5 }
        guard let last = next ?? places.indices.last else { return end }
        for index in places.indices.dropFirst() where index <= last {
            let gap = places[index - 1].upperBound..<max(places[index - 1].upperBound, places[index].lowerBound)
            let probability = answer.tokens[index].beginsWord
            if gap.isEmpty, probability >= 0.5 {
                editor.replace(gap, with: CollectionOfOne(UInt8(ascii: " ")))
            } else if !gap.isEmpty, probability < Self.doubt {
                editor.replace(gap, with: EmptyCollection())
            }
        }
        if isWhole { return line.upperBound }
        return next.map { places[$0].lowerBound } ?? max(places[last].upperBound, line.lowerBound + 1)
    }
}

extension TaggedText.Token {
    /// How probable it is that a word begins with the token.
    fileprivate var beginsWord: Double {
        if case .begin = TokenTag(tag) { probability } else { 1 - probability }
    }
}
