/// Which of a document is prose, and where it lies.
package enum Passages {
    /// The passages of a document in the order in which they begin.
    ///
    /// White space at either end is outside of a passage, and one of more than `PassageBuilder.limit` bytes is cut into
    /// several. Whatever is not closed ends with the document; every text has an answer.
    ///
    /// - Parameter earlier: those of a similar document, as it was before an edit: the texts of passages that are still
    ///   there are not copied again.
    package static func passages(
        of document: TextDocument, as format: ProseFormat, after earlier: [Passage] = []
    ) -> [Passage] {
        document.withBytes { bytes in
            var builder = PassageBuilder(bytes, after: earlier)
            switch format {
            case .plain:
                addParagraphs(of: bytes, lineStarts: document.lineStarts, to: &builder)
            case .markdown:
                var blocks = MarkdownBlocks(bytes)
                blocks.read(lineStarts: document.lineStarts)
                blocks.addPassages(to: &builder)
            case .commitMessage:
                CommitMessage(bytes, lineStarts: document.lineStarts).addPassages(to: &builder)
            case .source(let syntax) where syntax.isMarkup:
                var scanner = MarkupScanner(bytes)
                scanner.addPassages(to: &builder)
            case .source(let syntax):
                var scanner = SourceScanner(bytes, syntax: syntax)
                scanner.addPassages(to: &builder)
            }
            return builder.passages
        }
    }

    /// What lies between blank lines. The lines end where the last of them does in the text.
    static func addParagraphs(of bytes: Bytes, lineStarts: [Int], to builder: inout PassageBuilder) {
        var start: Int?
        var end = 0
        for (index, lineStart) in zip(lineStarts.indices, lineStarts) {
            let next = index + 1 < lineStarts.endIndex ? lineStarts[index + 1] : bytes.count
            if isBlank(lineStart..<next, in: bytes) {
                if let first = start { builder.add(first..<end) }
                start = nil
            } else {
                start = start ?? lineStart
                end = next
            }
        }
        if let start { builder.add(start..<end) }
    }

    @inline(__always)
    static func isBlank(_ line: Range<Int>, in bytes: Bytes) -> Bool {
        var position = line.lowerBound
        while position < line.upperBound {
            let length = bytes.whiteSpace(at: position)
            guard length > 0 else { return false }
            position += length
        }
        return true
    }
}
