/// The message that git, or another system, has handed to an editor: what it says by itself is left out.
struct CommitMessage {
    private let bytes: Bytes
    private let lineStarts: [Int]
    /// Of each paragraph the lines, without those left out.
    private var paragraphs: [[Int]] = []

    init(_ bytes: Bytes, lineStarts: [Int]) {
        self.bytes = bytes
        self.lineStarts = lineStarts
        var isAfterBlank = true
        for index in lineStarts.indices {
            let start = lineStarts[index]
            if isScissors(at: start) { break }
            // The comments of git, Jujutsu and Mercurial. One does not end a paragraph: git takes out the line.
            if bytes[start] == UInt8(ascii: "#") || bytes.has("JJ:", at: start) || bytes.has("HG:", at: start) {
                continue
            }
            if Passages.isBlank(line(index), in: bytes) {
                isAfterBlank = true
            } else if isAfterBlank {
                paragraphs.append([index])
                isAfterBlank = false
            } else {
                paragraphs[paragraphs.count - 1].append(index)
            }
        }
        if paragraphs.count > 1, let last = paragraphs.last, areTrailers(last) { paragraphs.removeLast() }
    }

    func addPassages(to builder: inout PassageBuilder) {
        for paragraph in paragraphs { builder.add(paragraph.map { line($0) }) }
    }

    /// With its end.
    private func line(_ index: Int) -> Range<Int> {
        lineStarts[index]..<(index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count)
    }

    /// `# ------------------------ >8 ------------------------`: what follows is a diff.
    private func isScissors(at start: Int) -> Bool {
        guard bytes[start] == UInt8(ascii: "#") || bytes.has("JJ:", at: start) else { return false }
        var position = start + 1
        while bytes[position] == UInt8(ascii: "-") || bytes[position] == 0x20 { position += 1 }
        return position > start + 8 && bytes.has(">8 -", at: position) || bytes.has("ignore-rest", at: start + 4)
    }

    /// Whether lines are all `Signed-off-by: somebody` or the like. One of them has to be of a name that is no mere
    /// word, as "Note" is, or of those that projects use.
    private func areTrailers(_ lines: [Int]) -> Bool {
        var hasSureOne = false
        for index in lines {
            let line = line(index)
            if index != lines.first, bytes[line.lowerBound] == 0x20 || bytes[line.lowerBound] == 0x09 { continue }
            if bytes.has("(cherry picked from commit ", at: line.lowerBound) {
                hasSureOne = true
                continue
            }
            var end = line.lowerBound
            var isHyphenated = false
            while Bytes.isLetterOrDigit(bytes[end]) || bytes[end] == 0x2d {
                if bytes[end] == 0x2d { isHyphenated = true }
                end += 1
            }
            guard end > line.lowerBound, bytes[end] == UInt8(ascii: ":") else { return false }
            if isHyphenated || Self.names.contains(bytes.string(in: line.lowerBound..<end).lowercased()) {
                hasSureOne = true
            }
        }
        return hasSureOne
    }

    private static let names: Set<String> = [
        "bug", "cc", "closes", "fixes", "implements", "issue", "issues", "link", "refs", "references", "related",
        "resolves", "see", "task", "ticket", "version",
    ]
}
