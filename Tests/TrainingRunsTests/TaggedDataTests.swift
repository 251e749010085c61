import Models
import Testing
import TextAnalysis
import TrainingRuns

struct `Reading tagged texts` {
    private func read(_ text: String, to name: String, spacing: Bool = false) throws -> TaggedTexts {
        let folder = try TemporaryFolder()
        let file = DataFile(path: try folder.write(text, to: name))
        return try TaggedTexts.read(file, for: try Recipe.find(spacing ? "spacing-ko" : "default", task: .tag))
    }

    private func parts(_ row: TaggedTexts.Row) -> [String] {
        let utf8 = Array(row.text.utf8)
        return zip(row.tokens, row.tags).map { String(decoding: utf8[$0], as: UTF8.self) + "/" + $1.text }
    }

    @Test(arguments: [
        ("rows.jsonl", #"{"tokens": ["in", "New", "York"], "tags": ["O", "B-city", "I-city"]}"#),
        ("rows.json", #"{"words": ["in", "New", "York"], "labels": ["O", "B-city", "I-city"], "id": 3}"#),
        (
            "rows.jsonl",
            #"{"text": "in New York", "tokens": ["in", "New", "York"], "ner_tags": ["O", "B-city", "I-city"]}"#
        ),
        ("rows.tsv", "# id = 1\nin\tO\nNew\tB-city\nYork\tI-city\n\n"),
        ("rows.conll", "\n\nin IN O O\nNew NNP I-NP B-city\nYork NNP I-NP I-city"),
        ("rows.txt", "## klue-ner\tin\nin\tO\nNew\tB-city\nYork\tI-city\r\n\r\n"),
    ])
    func `a text's tokens and tags are read in every format`(name: String, text: String) throws {
        let texts = try read(text, to: name)
        #expect(texts.names == ["O", "B-city", "I-city"])
        #expect(texts.repairs == 0)
        #expect(texts.rows.map(\.text) == ["in New York"])
        #expect(texts.rows.map(parts) == [["in/O", "New/B-city", "York/I-city"]])
    }

    @Test func `a file of characters has its spaces among them`() throws {
        let texts = try read("경\tB-OG\n찰\tI-OG\n은\tO\n \tO\n또\tO\n\n은\tO\n#\tO\n", to: "rows.tsv")
        #expect(texts.rows.map(\.text) == ["경찰은 또", "은#"])
        #expect(parts(texts.rows[0]) == ["경/B-OG", "찰/I-OG", "은/O", " /O", "또/O"])
    }

    @Test func `tokens are found in the text that is given`() throws {
        let texts = try read(
            #"{"text": "Is it 5°, Joe?", "tokens": ["Is", "it", "5", "°", ",", "Joe", "?"], "tags": ["O","O","B-t","I-t","O","B-n","O"]}"#,
            to: "rows.jsonl")
        #expect(parts(texts.rows[0]) == ["Is/O", "it/O", "5/B-t", "°/I-t", ",/O", "Joe/B-n", "?/O"])
    }

    @Test func `inside tags that go on with nothing begin spans, and are counted`() throws {
        let texts = try read("a\tI-x\nb\tI-x\n\nc\tO\nd\tI-y\ne\tI-x\n", to: "rows.tsv")
        #expect(texts.rows.map { $0.tags.map(\.text) } == [["B-x", "I-x"], ["O", "B-y", "B-x"]])
        #expect(texts.repairs == 3)
        #expect(texts.names == ["O", "B-x", "I-x", "B-y", "I-y"])
    }

    @Test func `plain lines are tagged with their spaces`() throws {
        let texts = try read("가 나다\n\n 라\n", to: "lines.txt", spacing: true)
        #expect(texts.names == ["B-word", "I-word"])
        #expect(texts.rows.map(parts) == [["가/B-word", "나/B-word", "다/I-word"], ["라/B-word"]])
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var kind: DataError.Kind
        var line: Int?
        var says: String
        var testDescription: String { says }

        init(_ name: String, _ text: String, _ kind: DataError.Kind, line: Int? = nil, says: String) {
            (self.name, self.text, self.kind, self.line, self.says) = (name, text, kind, line, says)
        }
    }

    static let good = #"{"tokens": ["a"], "tags": ["O"]}"# + "\n"
    static let wrong = [
        Wrong(
            "a.jsonl", good + #"{"tokens": ["a", "b"], "tags": ["O"]}"#, .tokenCount, line: 2,
            says: "2 tokens and 1 tags"),
        Wrong("a.jsonl", good + #"{"tokens": "a", "tags": ["O"]}"#, .wrongType, line: 2, says: "array of strings"),
        Wrong("a.jsonl", good + #"{"tokens": ["a"], "tags": [1]}"#, .wrongType, line: 2, says: "'tags'"),
        Wrong("a.jsonl", good + #"{"token": ["a"], "tags": ["O"]}"#, .missingColumn, line: 2, says: "'tokens'"),
        Wrong("a.jsonl", good + #"{"tokens": ["a"], "tgas": ["O"]}"#, .missingColumn, line: 2, says: "'tags'"),
        Wrong("a.jsonl", good + #"{"tokens": [""], "tags": ["O"]}"#, .strayToken, line: 2, says: "not empty"),
        Wrong("a.jsonl", good + #"{"tokens": ["a"], "tags": [" "]}"#, .emptyLabel, line: 2, says: "empty label"),
        Wrong(
            "a.jsonl", good + #"{"text": "ab", "tokens": ["b", "a"], "tags": ["O", "O"]}"#, .strayToken, line: 2,
            says: "comes next in the text"),
        Wrong("a.jsonl", good + "{", .invalidJSON, line: 2, says: "one JSON object a line"),
        Wrong("a.tsv", "a\tO\nb\n", .wrongFieldCount, line: 2, says: "a token, a tab and its tag"),
        Wrong("a.tsv", "a\tO\nb\t \n", .wrongFieldCount, line: 2, says: "a token, a tab and its tag"),
        Wrong("a.tsv", "a\tO\nb\tO\n", .oneClass, says: "at least two tags"),
        Wrong("a.tsv", "\n\n", .empty, says: "no text"),
        Wrong("a.tsv", "", .empty, says: "no text"),
        Wrong("a.jsonl", #"{"tokens": [], "tags": []}"#, .oneClass, says: "at least two tags"),
    ]

    @Test(arguments: wrong)
    func `what cannot be read is refused by its line`(file: Wrong) throws {
        let error = try #require(throws: DataError.self) { try read(file.text, to: file.name) }
        #expect(error.kind == file.kind, "\(error)")
        #expect(error.line == file.line)
        #expect("\(error)".contains(file.says), "\(error)")
    }

    @Test func `a file of columns is no plain text`() throws {
        let error = try #require(throws: DataError.self) { try read("label\ttext\n", to: "a.tsv", spacing: true) }
        #expect(error.kind == .unknownFormat)
    }

    @Test func `tags go from tokens to steps and back, however they are cut`() throws {
        let row = try read(
            #"{"text": "in (New York), 5pm", "tokens": ["in", "(New", "York),", "5", "pm"], "tags": ["O", "B-c", "I-c", "B-t", "I-t"]}"#,
            to: "rows.jsonl"
        ).rows[0]
        let pipeline = try TextPipeline(
            configuration: TextPipelineConfiguration(
                normalization: NormalizationOptions(), segmentation: .words(affixes: 0), maximumLength: 99),
            vocabulary: Vocabulary())
        let steps = pipeline.encodeWithRanges(row.text).ranges
        let stepTags = row.stepTags(steps)
        // in ( New York ) , 5pm: the step 5pm begins in the token 5, and pm begins in no step.
        #expect(stepTags.map { $0?.text } == ["O", "B-c", "I-c", "I-c", "I-c", "I-c", "B-t"])
        let tokenTags = row.tokenTags(stepTags.compactMap { $0 }, steps, outside: .other("O"))
        #expect(tokenTags == row.tags)
    }
}
