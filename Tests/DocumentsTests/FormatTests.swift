import Documents
import Testing

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
    @Test(arguments: [
        "[", "![", "[[a](", "[a]: ", "(", "*a_ ", "**a ", "*a**", "`a``b", "<a ", "<a b='", "<!--", "<!a", "<?",
        "<![CDATA[",
        "a@b", "<a:", "&a", "http://", "http://a)", "> ", "- ", "\t- ", "|", "|a\n|-\n", "\n- a", "a\n", "\"${", "\"$(",
        "\"\\(", "f\"{", "#{\"", "/*", "{-", "<<a\n", "=/[", "\\u{", "r#\"", "####", "[==", "--[=", "R\"a", "@\"",
        "'\\",
        "{{", "</", "<script>", "<b", "//a\n", "# a\n", "\"\"\"", "$a", "~~a", "a\r", "a: b\n", "<?php", "한",
        "\u{3000}", " ",
        "[^a]", "\n[a]: b\n", "[a]", "]", "](b)", "\\", "# --- >8", "=begin\n",
    ])
    func `of one piece over and over costs no more than its length`(piece: String) throws {
        let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
        let document = TextDocument(text)
        let start = ContinuousClock.now
        for language in Self.languages {
            let format = try #require(ProseFormat(languageID: language))
            expectSound(Passages.passages(of: document, as: format), in: document, "\(language): \(piece)")
        }
        // Their number times their number would take minutes.
        #expect(ContinuousClock.now - start < .seconds(60))
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
