import Documents
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct `Passages of a format` {
    private static let names = [
        "c", "cpp", "csharp", "css", "dart", "elisp", "git-commit", "go", "haskell", "html", "java", "javascript",
        "kotlin", "lisp", "lua", "markdown", "php", "plaintext", "python", "ruby", "rust", "scala", "shellscript",
        "sql", "swift", "toml", "vim", "yaml",
    ]

    /// In Tests/Goldens/passages/marked « and » stand around each passage, ‹ and › around what is left out within one.
    @Test(arguments: names)
    func `are those that are marked`(name: String) throws {
        let expected = try Goldens.text("passages/marked/\(name).txt")
        let document = TextDocument(expected.filter { !"«»‹›".contains($0) })
        let passages = Passages.passages(of: document, as: try #require(ProseFormat(languageID: name)))
        expectSound(passages, in: document, name)
        let found = marked(document, passages).split(separator: "\n", omittingEmptySubsequences: false)
        let lines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(found.count == lines.count)
        for (line, other) in zip(lines, found) { #expect(other == line) }
    }

    @Test(arguments: [
        ("plaintext", ProseFormat.plain), ("text", .plain), ("Markdown", .markdown), ("gitcommit", .commitMessage),
        ("git-commit", .commitMessage),
    ])
    func `follow from a language's identifier`(name: String, format: ProseFormat) {
        #expect(ProseFormat(languageID: name) == format)
    }

    @Test(arguments: ["json", "jsonc", "binary", "", "hex", "csv", "한글"])
    func `are none where the language is not known to have prose`(name: String) {
        #expect(ProseFormat(languageID: name) == nil)
    }

    @Test(arguments: [
        ("sh", "shellscript"), ("c++", "cpp"), ("cs", "csharp"), ("typescriptreact", "javascript"),
        ("emacs-lisp", "elisp"), ("objective-c", "c"), ("xml", "html"),
    ])
    func `are the same by the name of another editor`(name: String, other: String) throws {
        let format = try #require(ProseFormat(languageID: name))
        #expect(format == ProseFormat(languageID: other))
    }

    @Test func `have here documents after shifts by names`() throws {
        let text = "a = 1 <<b\nc = <<EOS\n«two words»\nEOS\nd = 1 <<b <<E\ne = <<EOS\n«more words»\nEOS\n"
        let document = TextDocument(text.filter { !"«»".contains($0) })
        let format = try #require(ProseFormat(languageID: "ruby"))
        #expect(marked(document, Passages.passages(of: document, as: format)) == text)
    }
}

@Suite struct `Any text` {
    static let languages = [
        "plaintext", "markdown", "git-commit", "c", "csharp", "dart", "go", "groovy", "java", "javascript", "kotlin",
        "php", "rust", "scala", "swift", "python", "ruby", "elixir", "julia", "perl", "r", "shellscript", "powershell",
        "yaml", "ini", "lua", "haskell", "sql", "ocaml", "fsharp", "erlang", "lisp", "elisp", "clojure", "vim", "css",
        "scss", "html",
    ]

    /// What means something somewhere.
    private static let marks =
        RandomText.pieces
        + [
            "\"", "\"", "'", "`", "\"\"\"", "'''", "\\", "\\\"", "\\(", "${", "$(", "#{", "{", "}", "(", ")", "[", "]",
            "//", "///", "/*", "*/", "#", "##", "--", "--[[", "]]", "[=[", "]=]", "{-", "-}", "<!--", "-->", "<", ">",
            "</", "<b>", "<script>", "<?php", "?>", "<<EOF", "<<<EOF", "<<~EOF", "EOF", "=begin", "=end", "#|", "|#",
            "R\"(", ")\"", "r#\"", "\"#", "@\"", "$\"", "f\"", ";", "%", "*", "_", "**", "~~", "!", "![", "](", "|",
            "|---|", "```", "~~~", "> ", "- ", "1. ", "    ", "---", "===", "[a]: b", "&amp;", "http://", "two words",
            "Signed-off-by: x", "# --- >8 ---", "\n\n", "#include", "/", "=/", "?", "$", "=", "(*", "*)", "{{", "}}",
            "\\u{", "\\x", "\\N{", "é", "한글 두", "\u{202e}",
        ]

    @Test(arguments: languages)
    func `has sound passages in any format`(language: String) throws {
        let format = try #require(ProseFormat(languageID: language))
        var random = SeededGenerator(seed: 3)
        for _ in 0..<600 {
            let text = RandomText.make(upTo: 60, from: Self.marks, with: &random)
            let document = TextDocument(text)
            let passages = Passages.passages(of: document, as: format)
            expectSound(passages, in: document, "\(language): \(text.debugDescription)")
            if !passages.isEmpty { try expectOffsetsAgree(passages) }
        }
    }

    @Test(arguments: languages)
    func `of random bytes has sound passages in any format`(language: String) throws {
        let format = try #require(ProseFormat(languageID: language))
        var random = SeededGenerator(seed: 4)
        for _ in 0..<100 {
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let document = TextDocument(text)
            expectSound(Passages.passages(of: document, as: format), in: document, "\(language): \(bytes)")
        }
    }

    /// Each is many beginnings of something that never ends.
    private static let beginnings = [
        "[", "![", "[[a](", "[a]: ", "(", "*a_ ", "**a ", "*a**", "`a``b", "<a ", "<a b='", "<!--", "<!a", "<?",
        "<![CDATA[",
        "a@b", "<a:", "&a", "http://", "http://a)", "> ", "- ", "\t- ", "|", "|a\n|-\n", "\n- a", "a\n", "\"${", "\"$(",
        "\"\\(", "f\"{", "#{\"", "/*", "{-", "<<a\n", "<<a", "=/[", "\\u{", "r#\"", "####", "[==", "--[=", "R\"a",
        "@\"", "'\\",
        "{{", "</", "<script>", "<b", "//a\n", "# a\n", "\"\"\"", "$a", "~~a", "a\r", "a: b\n", "<?php", "한",
        "\u{3000}", " ",
        "[^a]", "\n[a]: b\n", "[a]", "]", "](b)", "\\", "# --- >8", "=begin\n",
    ].map { Growing(first: $0) }

    /// Each is many beginnings, and then many ends or what every beginning may be looked at for.
    private static let beginningsAndEnds = [
        Growing(middle: "https://a", last: ")"), Growing(middle: "https://a", last: "]"),
        Growing(first: "- ", middle: "x"), Growing(first: "> ", middle: "x"),
        Growing(first: "[^", middle: "a", last: "]"), Growing(first: "![", last: "[a](b)"),
        Growing(first: "- ", middle: "x", last: "\n\n\n\n"), Growing(first: "- ", middle: "x\n", last: "      "),
        Growing(first: "> ", middle: "x", last: "\n>>>"),
    ]

    @Test(arguments: beginnings + beginningsAndEnds)
    func `costs no more than its length`(growing: Growing) throws {
        let small = TextDocument(growing.text(count: 16_000))
        let large = TextDocument(growing.text(count: 32_000))
        for language in Self.languages {
            let format = try #require(ProseFormat(languageID: language))
            expectSound(Passages.passages(of: large, as: format), in: large, "\(language): \(growing)")
            // Of twice the length, four times as much where beginnings are looked at for each other; the least of
            // several times, for others share the machine.
            var (short, long) = (Int.max, Int.max)
            for _ in 0..<8 {
                short = min(short, nanoseconds { Passages.passages(of: small, as: format) })
                long = min(long, nanoseconds { Passages.passages(of: large, as: format) })
                if long < 3 * short { break }
            }
            #expect(long < 3 * short + 200_000, "\(language): \(short) ns, \(long) ns")
        }
    }

    /// Of this thread's own time.
    private func nanoseconds(_ body: () -> [Passage]) -> Int {
        func now() -> Int {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
        }
        let start = now()
        withExtendedLifetime(body()) {}
        return now() - start
    }

    private func expectOffsetsAgree(_ passages: [Passage]) throws {
        for passage in passages {
            let count = passage.text.utf8.count
            for offset in [0, count / 2, count] {
                let place = passage.documentRange(of: offset..<offset).lowerBound
                #expect(passage.offset(of: place) == offset)
            }
            #expect(passage.documentRange(of: 0..<count) == passage.range)
        }
    }
}

/// A text of any length: something over and over, something once, and something else as often as the first.
struct Growing: CustomTestStringConvertible {
    var first = ""
    var middle = ""
    var last = ""

    /// - Parameter count: about as many bytes.
    func text(count: Int) -> String {
        let times = count / max(1, first.utf8.count + last.utf8.count)
        return String(repeating: first, count: times) + middle + String(repeating: last, count: times)
    }

    var testDescription: String { [first, middle, last].map(\.debugDescription).joined(separator: " ") }
}
