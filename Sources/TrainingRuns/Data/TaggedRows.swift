import JSON
import TextAnalysis

/// How texts with tagged tokens are written in a file.
enum TaggedFormat {
    /// `{"tokens": […], "tags": […]}`, and the text itself where it is given.
    case jsonLines
    /// A token a line, its tag in the last column, an empty line after a text (CoNLL).
    case columns
    /// A text a line, whose spaces are what its characters are tagged with.
    case spacing
}

extension DataFile {
    /// Names that are looked for when none is given, in this order.
    static let usualTokenColumns = ["tokens", "words"]
    static let usualTagColumns = ["tags", "labels", "ner_tags"]

    /// Gives every text in order, with the number of the line it begins on, holding no more than one.
    ///
    /// - Parameters:
    ///   - spacing: the texts are plain lines, and their spaces are what is to be learned.
    ///   - isWanted: asked at every line; false ends the reading there.
    func forEachTaggedRow(
        spacing: Bool, while isWanted: () -> Bool = { true },
        _ body: (_ row: TaggedTexts.Row, _ line: Int) throws(DataError) -> Void
    ) throws(DataError) {
        var lines = try LineReader(file: path)
        var line: [UInt8] = []
        var count = 0
        var format: TaggedFormat? = spacing ? .spacing : nil
        if spacing { try checkPlain() }
        var sentence = Sentence(file: path)
        while try lines.next(into: &line) {
            guard isWanted() else { return }
            let number = lines.number
            if format == nil, !isBlank(line) {
                let isJSON = DataFormat.fromExtension(of: path) == .jsonLines || line.first == UInt8(ascii: "{")
                format = isJSON ? .jsonLines : .columns
            }
            switch format {
            case .jsonLines where !isBlank(line):
                count += 1
                try body(taggedRow(line, number: number), number)
            case .columns:
                if line.isEmpty {
                    if let row = try sentence.take() {
                        count += 1
                        try body(row.row, row.line)
                    }
                } else {
                    try sentence.add(line, number: number)
                }
            case .spacing where !isBlank(line):
                count += 1
                try body(Self.spacedRow(decode(line, file: path, line: number)), number)
            default: break
            }
        }
        if let row = try sentence.take() {
            count += 1
            try body(row.row, row.line)
        }
        guard count > 0 else {
            throw DataError(
                .empty, file: path, came: "no text", expected: spacing ? "a text a line" : "texts with tagged tokens",
                hint: "is this the right file?")
        }
    }

    // MARK: - JSON lines

    private func taggedRow(_ line: [UInt8], number: Int) throws(DataError) -> TaggedTexts.Row {
        let object = try jsonObject(
            line, number: number, example: #"{"tokens": ["in", "Seoul"], "tags": ["O", "B-city"]}"#)
        let names = object.members.map(\.name)
        let tokenName = try column(textColumn, Self.usualTokenColumns, "text", in: names, line: number)
        let tagName = try column(labelColumn, Self.usualTagColumns, "label", in: names, line: number)
        let tokens = try strings(object[tokenName], tokenName, number)
        let tags = try strings(object[tagName], tagName, number)
        guard tokens.count == tags.count else {
            throw DataError(
                .tokenCount, file: path, line: number, came: "\(tokens.count) tokens and \(tags.count) tags",
                expected: "a tag for each token", hint: "mend the row, or leave it out")
        }
        let text = Self.usualTextColumns.lazy.compactMap { object[$0]?.string }.first
        return try TaggedTexts.Row(
            tokens: tokens, tags: tags.map { (tag) throws(DataError) in try checked(tag, line: number) }, text: text,
            file: path, line: number)
    }

    private func strings(_ value: JSONValue?, _ name: String, _ number: Int) throws(DataError) -> [String] {
        let strings = value?.array.map { elements in elements.compactMap(\.string) }
        guard let strings, strings.count == value?.array?.count else {
            throw wrongType(name, "an array of strings", number)
        }
        return strings
    }

    // MARK: - Plain lines

    /// Columns would be learned as if they were words.
    func checkPlain() throws(DataError) {
        guard DataFormat.fromExtension(of: path) != nil else { return }
        throw DataError(
            .unknownFormat, file: path, came: "a file of columns or of JSON, by its name",
            expected: "plain text, one text a line", hint: "write the texts alone to a file, for example with cut")
    }

    /// What a spacing model calls a word.
    package static let wordType = "word"

    /// Every character but the white space is a token: it begins a word at the start and after white space.
    private static func spacedRow(_ text: String) -> TaggedTexts.Row {
        var row = TaggedTexts.Row(text: text, tokens: [], tags: [])
        var begins = true
        var offset = 0
        for character in text {
            let end = offset + character.utf8.count
            if character.isWhitespace {
                begins = true
            } else {
                row.tokens.append(offset..<end)
                row.tags.append(begins ? .begin(wordType) : .inside(wordType))
                begins = false
            }
            offset = end
        }
        return row
    }
}

/// The lines of one text in columns, as far as they have come.
private struct Sentence {
    let file: String
    private var tokens: [String] = []
    private var tags: [String] = []
    private var line = 0
    /// A token of white space has come: the tokens of the file are its characters.
    private var areCharacters = false

    init(file: String) {
        self.file = file
    }

    mutating func add(_ bytes: [UInt8], number: Int) throws(DataError) {
        // Signs that begin a comment may be tokens too, but seldom the first, and seldom two together.
        if bytes.starts(with: "##".utf8) || tokens.isEmpty && bytes.starts(with: "# ".utf8) { return }
        let whole = try decode(bytes, file: file, line: number)
        let columns =
            whole.contains("\t")
            ? whole.split(separator: "\t", omittingEmptySubsequences: false) : whole.split(separator: " ")
        guard columns.count >= 2, let token = columns.first, let tag = columns.last, !token.isEmpty,
            tag.contains(where: { !$0.isWhitespace }),
            tag.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7f })
        else {
            throw DataError(
                .wrongFieldCount, file: file, line: number, came: "'\(excerpt(whole))'",
                expected: "a token, a tab and its tag, or an empty line after a text",
                hint: "write JSON lines with tokens and tags, or one token a line")
        }
        if tokens.isEmpty { line = number }
        if token.allSatisfy(\.isWhitespace) { areCharacters = true }
        tokens.append(String(token))
        tags.append(String(tag))
    }

    /// The text, and where it began; nil where nothing has come.
    mutating func take() throws(DataError) -> (row: TaggedTexts.Row, line: Int)? {
        guard !tokens.isEmpty else { return nil }
        defer { (tokens, tags) = ([], []) }
        let text = areCharacters ? tokens.joined() : nil
        return (try TaggedTexts.Row(tokens: tokens, tags: tags, text: text, file: file, line: line), line)
    }
}

extension TaggedTexts.Row {
    /// `text`: nil where the tokens stand with a space between them.
    fileprivate init(
        tokens: [String], tags: [String], text: String?, file: String, line: Int
    ) throws(DataError) {
        let text = text ?? tokens.joined(separator: " ")
        let utf8 = Array(text.utf8)
        self.init(text: text, tokens: [], tags: tags.map { TokenTag($0) })
        var start = 0
        for token in tokens {
            let wanted = Array(token.utf8)
            while start + wanted.count <= utf8.count, !utf8[start...].starts(with: wanted) { start += 1 }
            guard !wanted.isEmpty, start + wanted.count <= utf8.count else {
                throw DataError(
                    .strayToken, file: file, line: line, came: "the token '\(excerpt(token))'",
                    expected: token.isEmpty ? "tokens that are not empty" : "one that comes next in the text",
                    hint: "mend the row, or leave the text out: the tokens then stand with a space between them")
            }
            self.tokens.append(start..<start + wanted.count)
            start += wanted.count
        }
    }
}
