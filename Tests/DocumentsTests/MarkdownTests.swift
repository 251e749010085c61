import Documents
import Testing

@Suite struct `Markdown` {
    @Test func `is read as cmark reads it`() throws {
        var compared = 0
        var wrong: [String] = []
        for line in try Goldens.text("passages/commonmark.txt").split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped($0) }
            let document = TextDocument(try #require(fields.first))
            let passages = Passages.passages(of: document, as: .markdown)
            expectSound(passages, in: document, fields[0].debugDescription)
            let found = passages.map { words($0.text) }
            if found != Array(fields.dropFirst()) {
                wrong.append("\(fields[0].debugDescription): \(found), expected \(fields.dropFirst())")
            }
            compared += 1
        }
        #expect(compared > 1800)
        #expect(
            wrong.count == 0,
            "\(wrong.count): \(wrong.sorted { $0.count < $1.count }.prefix(15).joined(separator: "\n"))")
    }

    @Test(arguments: [
        ("\u{feff}# 제목", "\u{feff}# «제목»"), ("\u{feff}---\na: b\n---\n글", "\u{feff}---\na: b\n---\n«글»"),
        ("+++\r\na = 1\r\n+++\r\n글", "+++\r\na = 1\r\n+++\r\n«글»"), ("---\na: b\n...\n글", "---\na: b\n...\n«글»"),
        ("---\n끝이 없다", "---\n«끝이 없다»"), ("글\n\n---\n글\n---\n", "«글»\n\n---\n«글»\n---\n"),
    ])
    func `begins after what stands before it`(text: String, expected: String) {
        let document = TextDocument(text)
        #expect(marked(document, Passages.passages(of: document, as: .markdown)) == expected)
    }

    @Test(arguments: ["> ", "- "])
    func `is text where containers are too deep`(mark: String) throws {
        let document = TextDocument(String(repeating: mark, count: 258) + "글")
        let passages = Passages.passages(of: document, as: .markdown)
        #expect(passages.map(\.text) == [mark + mark + "글"])
    }

    @Test func `has what looks like breaks and footnotes and links`() {
        let text = """
            - * - «가»

            - - * * *

            «[^a ‹[^b]› c] ![‹![›d‹](e)› [f ‹[›g‹](h)› i](j) ‹[›k»](l)

            «m (‹https://a›)) n ‹https://a(b)›] o ‹https://a[b]›) p»
            """
        let document = TextDocument(text.filter { !"«»‹›".contains($0) })
        let found = marked(document, Passages.passages(of: document, as: .markdown))
        #expect(found == text)
    }

    /// White space is not compared: where code is left out, a page has two spaces, or none.
    private func words(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    private func unescaped(_ field: Substring) -> String {
        var result = ""
        var isEscape = false
        for character in field {
            guard isEscape || character == "\\" else {
                result.append(character)
                continue
            }
            if isEscape { result.append(["t": "\t", "n": "\n", "r": "\r"][character] ?? character) }
            isEscape.toggle()
        }
        return result
    }
}
