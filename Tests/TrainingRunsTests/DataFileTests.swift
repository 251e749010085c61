import Testing
import TrainingRuns

struct `Data files` {
    static let rows = [("정말 재미있어요", "긍정"), ("a waste of time", "부정"), ("쉼표, 따옴표 \"와\"", "긍정")]

    static let good: [(name: String, content: String)] = [
        ("a.tsv", "label\ttext\n긍정\t정말 재미있어요\n부정\ta waste of time\n긍정\t쉼표, 따옴표 \"와\"\n"),
        (
            "columns in another order.tsv",
            "id\ttext\tlabel\n1\t정말 재미있어요\t긍정\n2\ta waste of time\t부정\n3\t쉼표, 따옴표 \"와\"\t긍정"
        ),
        ("crlf and BOM.tsv", "\u{feff}label\ttext\r\n긍정\t정말 재미있어요\r\n\r\n부정\ta waste of time\r\n긍정\t쉼표, 따옴표 \"와\"\r\n"),
        ("a.csv", "label,text\n긍정,정말 재미있어요\n\"부정\",a waste of time\n긍정,\"쉼표, 따옴표 \"\"와\"\"\"\n"),
        (
            "a.jsonl",
            #"{"text":"정말 재미있어요","label":"긍정"}"# + "\n\n" + #"{"label":"부정","text":"a waste of time","id":7}"# + "\n"
                + #"{"text":"쉼표, 따옴표 \"와\"","label":"긍정"}"#
        ),
        ("a.txt", "__label__긍정 정말 재미있어요\n__label__부정\ta waste of time\n  __label__긍정 쉼표, 따옴표 \"와\"\n"),
        ("no extension, tabs", "label\ttext\n긍정\t정말 재미있어요\n부정\ta waste of time\n긍정\t쉼표, 따옴표 \"와\"\n"),
        ("no extension, commas", "label,text\n긍정,정말 재미있어요\n부정,a waste of time\n긍정,\"쉼표, 따옴표 \"\"와\"\"\""),
        (
            "no extension, JSON",
            #"{"text":"정말 재미있어요","label":"긍정"}"# + "\n" + #"{"label":"부정","text":"a waste of time"}"# + "\n"
                + #"{"text":"쉼표, 따옴표 \"와\"","label":"긍정"}"#
        ),
    ]

    @Test(arguments: good)
    func `every kind gives the same rows, plain and packed`(name: String, content: String) throws {
        let folder = try TemporaryFolder()
        for packed in [false, true] {
            let path = try folder.write(content, to: packed ? name + ".gz" : name, packed: packed)
            var read: [(String, String)] = []
            try DataFile(path: path).forEachRow { text, label, _ in read.append((text, label)) }
            #expect(read.map(\.0) == Self.rows.map(\.0))
            #expect(read.map(\.1) == Self.rows.map(\.1))
            let rows = try DataFile(path: path).read()
            #expect(rows.names == ["긍정", "부정"])
            #expect(rows.labels == [0, 1, 0])
            #expect(rows.counts == [2, 1])
        }
    }

    @Test func `a quoted CSV field may hold line ends, and line numbers go on counting`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("text,label\n\"one\ntwo\r\nthree\",a\nfour,b\nfive\n", to: "a.csv")
        var read: [String] = []
        let error = #expect(throws: DataError.self) {
            try DataFile(path: path).forEachRow { text, _, _ in read.append(text) }
        }
        #expect(read == ["one\ntwo\nthree", "four"])
        #expect(error?.line == 6)
    }

    @Test func `labels that are numbers are put in the order of numbers, others by code points`() throws {
        let folder = try TemporaryFolder()
        let numbers = try folder.write("label,text\n10,a\n9,b\n-1,c\n", to: "n.csv")
        #expect(try DataFile(path: numbers).read().names == ["-1", "9", "10"])
        let words = try folder.write("label,text\n10,a\nb,b\nB,c\n", to: "w.csv")
        #expect(try DataFile(path: words).read().names == ["10", "B", "b"])
    }

    @Test func `JSON labels may be whole numbers and booleans`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("{\"text\":\"a\",\"label\":3}\n{\"text\":\"b\",\"label\":4}\n", to: "a.jsonl")
        #expect(try DataFile(path: path).read().names == ["3", "4"])
    }

    @Test func `columns can be chosen`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("감정,내용,text\n1,하나,x\n0,둘,y\n", to: "a.csv")
        let rows = try DataFile(path: path, textColumn: "내용", labelColumn: "감정").read()
        #expect(rows.texts == ["하나", "둘"])
        #expect(rows.names == ["0", "1"])
    }

    @Test func `gzip members one after another are one file`() throws {
        let folder = try TemporaryFolder()
        let bytes = try gzip(Array("label\ttext\na\tone\n".utf8)) + gzip(Array("b\ttwo\n".utf8)) + [0, 0, 0]
        let path = try folder.write(bytes, to: "two members.tsv.gz")
        #expect(try DataFile(path: path).read().texts == ["one", "two"])
    }

    @Test func `a large file keeps every row in order across the pieces it is read in`() throws {
        let folder = try TemporaryFolder()
        let count = 60_000
        let content = "label\ttext\n" + (0..<count).map { "\($0 % 3)\t문장 번호 \($0)\n" }.joined()
        for packed in [false, true] {
            let path = try folder.write(content, to: packed ? "large.tsv.gz" : "large.tsv", packed: packed)
            let rows = try DataFile(path: path).read()
            #expect(rows.count == count)
            #expect(rows.texts.indices.allSatisfy { rows.texts[$0] == "문장 번호 \($0)" })
        }
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        var name: String
        var content: [UInt8]
        var kind: DataError.Kind
        var line: Int?
        /// A part of the message or hint that a person needs.
        var says: String
        var testDescription: String { "\(kind): \(name)" }

        init(_ name: String, _ content: String, _ kind: DataError.Kind, line: Int? = nil, says: String) {
            self.init(name, Array(content.utf8), kind, line: line, says: says)
        }

        init(_ name: String, _ content: [UInt8], _ kind: DataError.Kind, line: Int? = nil, says: String) {
            (self.name, self.content, self.kind, self.line, self.says) = (name, content, kind, line, says)
        }
    }

    static let bad: [Bad] = [
        Bad("empty.tsv", "", .empty, says: "right file"),
        Bad("blank.tsv", "\n\n  \n", .empty, says: "right file"),
        Bad("header only.tsv", "label\ttext\n", .empty, says: "header and no rows"),
        Bad("header only.csv", "label,text", .empty, says: "header and no rows"),
        Bad("no text.tsv", "label\tcontent\na\tb\n", .missingColumn, line: 1, says: "'label', 'content'"),
        Bad("no label.csv", "text,stars\na,b\n", .missingColumn, line: 1, says: "--label-column"),
        Bad("no label.jsonl", "{\"text\":\"a\",\"stars\":1}\n", .missingColumn, line: 1, says: "'text', 'stars'"),
        Bad("twice.csv", "text,label,text\na,b,c\n", .repeatedColumn, line: 1, says: "'text'"),
        Bad("too many.tsv", "label\ttext\na\tb\na\tb\tc\n", .wrongFieldCount, line: 3, says: "3 fields"),
        Bad("too many.csv", "label,text\na,b\n\na,b,c\n", .wrongFieldCount, line: 4, says: "put quotes"),
        Bad("too few.tsv", "label\ttext\na\n", .wrongFieldCount, line: 2, says: "1 field;"),
        Bad("unclosed.csv", "label,text\na,\"b\nc,d\n", .unclosedQuote, line: 2, says: "never ends"),
        Bad("stray.csv", "label,text\na,\"b\" c\n", .strayQuote, line: 2, says: "written twice"),
        Bad(
            "broken.jsonl", "{\"text\":\"a\",\"label\":\"b\"}\n{\"text\":\n", .invalidJSON, line: 2, says: "JSON object"
        ),
        Bad("numbers.jsonl", "17\n", .wrongType, line: 1, says: "no object"),
        Bad("text type.jsonl", "{\"text\":1,\"label\":\"b\"}\n", .wrongType, line: 1, says: "'text'"),
        Bad("label type.jsonl", "{\"text\":\"a\",\"label\":[\"b\"]}\n", .wrongType, line: 1, says: "'label'"),
        Bad("array.json", "[{\"text\":\"a\"}]", .unknownFormat, line: 1, says: "jq -c"),
        Bad("prose", "정말 재미있어요\n", .unknownFormat, line: 1, says: "정말 재미있어요"),
        Bad("no label.txt", "__label__a b\nc d\n", .missingLabel, line: 2, says: "'c d'"),
        Bad("two labels.txt", "__label__a __label__b c\n", .severalLabels, line: 1, says: "one label"),
        Bad("empty label.txt", "__label__ c\n", .emptyLabel, line: 1, says: "empty label"),
        Bad("empty label.tsv", "label\ttext\n\ta\n", .emptyLabel, line: 2, says: "empty label"),
        Bad("blank label.csv", "label,text\n\" \",a\n", .emptyLabel, line: 2, says: "empty label"),
        Bad("label of two lines.csv", "label,text\n\"a\nb\",c\n", .unusableLabel, line: 2, says: "--label-column"),
        Bad(
            "CP949.tsv", Array("label\ttext\na\tx".utf8) + [0xc1, 0xa4, 0xb8, 0xbb, 0x0a], .invalidUTF8, line: 2,
            says: "CP949"),
        Bad(
            "cut.jsonl", Array("{\"text\":\"".utf8) + [0xed, 0x95] + Array("\",\"label\":\"b\"}".utf8), .invalidUTF8,
            line: 1, says: "byte 10"),
        Bad("UTF-16.csv", [0xff, 0xfe, 0x6c, 0x00], .invalidUTF8, line: 1, says: "UTF-16"),
        Bad(
            "no gzip.tsv.gz", [0x1f, 0x8b, 0x08, 0x00, 1, 2, 3, 4, 5, 6, 0xff, 0xff, 0xff], .damagedGzip,
            says: "gzip -t"),
    ]

    @Test(arguments: bad)
    func `every bad file is refused with its place and the mend`(file: Bad) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(file.content, to: file.name)
        let error = try #require(throws: DataError.self) { try DataFile(path: path).read() }
        #expect(error.kind == file.kind)
        #expect(error.line == file.line)
        #expect(error.file == path)
        #expect("\(error)\n\(error.hint)".contains(file.says), "\(error)\n\(error.hint)")
        #expect(!error.hint.isEmpty)
    }

    @Test func `a gzip file is refused wherever it is cut`() throws {
        let folder = try TemporaryFolder()
        let content = "label\ttext\n" + (0..<200).map { "a\t문장 \($0)\n" }.joined()
        let whole = try gzip(Array(content.utf8))
        for kept in stride(from: 3, to: whole.count, by: 7) {
            let path = try folder.write(Array(whole[..<kept]), to: "cut.tsv.gz")
            let error = #expect(throws: DataError.self) { try DataFile(path: path).read() }
            #expect(error?.kind == .damagedGzip)
        }
    }

    @Test func `a missing file and a folder are refused`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: DataError.self) { try DataFile(path: folder.path + "/none.tsv").read() }
        let error = #expect(throws: DataError.self) { try DataFile(path: folder.path).read() }
        #expect(error?.kind == .unreadable)
    }
}
