import Numerics
import Testing
import WordVectors

struct VectorFormatTests {
    static let files = [
        "word2vec.bin", "word2vec-c.bin", "word2vec.txt", "glove.txt", "fasttext.bin", "fasttext-old.bin",
        "fasttext-supervised.bin", "fasttext-subwords.bin", "fasttext-quantized.ftz", "fasttext-pruned.ftz",
        "finalfusion.fifu", "finalfusion-buckets.fifu", "finalfusion-fasttext.fifu", "finalfusion-quantized.fifu",
        "floret.txt", "floret-4.txt", "matrix.npy", "matrix-fortran.npy", "matrix-double.npy",
    ]

    static func golden(_ name: String) throws -> (file: MappedFile, vocabulary: MappedFile?) {
        let needsWords = name.hasPrefix("floret") || name.hasSuffix(".npy")
        return (
            try MappedFile(path: goldens + "/" + name),
            needsWords ? try MappedFile(path: goldens + "/words.txt") : nil
        )
    }

    private static func expected(_ name: String) throws -> [(word: String, kind: String, vector: [Float])] {
        let text = try MappedFile(path: goldens + "/expected.tsv").withUnsafeBytes {
            String(decoding: $0, as: UTF8.self)
        }
        return text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "\t")
            guard fields.count == 4, fields[0] == name else { return nil }
            let vector = fields[3].split(separator: " ").compactMap { UInt32($0, radix: 16) }.map(
                Float.init(bitPattern:))
            return (String(fields[1]), String(fields[2]), vector)
        }
    }

    private static func cosine(_ a: [Float], _ b: [Float]) -> Float {
        func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        return dot(a, b) / (dot(a, a) * dot(b, b)).squareRoot()
    }

    @Test(arguments: files)
    func `Words have the vectors that the file's own program gives them`(name: String) throws {
        let (file, vocabulary) = try Self.golden(name)
        let read = try ReadVectors(file, vocabulary: vocabulary)
        let expected = try Self.expected(name)
        #expect(!expected.isEmpty)
        for (word, kind, vector) in expected {
            switch kind {
            case "listed": #expect(read.vectors[word]?.map(\.bitPattern) == vector.map(\.bitPattern), "\(word)")
            case "unlisted":
                #expect(read.vectors[word] == nil)
                #expect(read.subwords?.vector(of: word)?.map(\.bitPattern) == vector.map(\.bitPattern), "\(word)")
            case "close":
                let listed = try #require(read.vectors[word])
                #expect(zip(listed, vector).allSatisfy { abs($0 - $1) <= 1e-6 }, "\(word)")
            case "direction":
                let made = try #require(read.subwords?.vector(of: word))
                #expect(Self.cosine(made, vector) > 0.99999, "\(word)")
            default:
                // The file has fewer digits than the program's memory.
                let made = try #require(read.subwords?.vector(of: word))
                #expect(zip(made, vector).allSatisfy { abs($0 - $1) <= 1e-4 * max(abs($1), 1e-3) }, "\(word)")
                if let listed = read.vectors[word] { #expect(listed == made) }
            }
        }
    }

    @Test(arguments: files.filter { $0.hasSuffix(".bin") || $0.hasSuffix(".ftz") || $0.hasSuffix(".fifu") })
    func `A binary file that is cut anywhere is refused`(name: String) throws {
        let bytes = try Self.golden(name).file.withUnsafeBytes(Array.init)
        // The C program's last line feed is no part of a vector.
        for count in 0..<bytes.count - (name == "word2vec-c.bin" ? 1 : 0) {
            #expect(throws: WordVectorsError.self, "\(count)") {
                try ReadVectors(MappedFile(copying: Array(bytes[..<count])))
            }
        }
    }

    @Test(arguments: [
        "word2vec.txt", "glove.txt", "matrix.npy", "matrix-fortran.npy", "matrix-double.npy", "floret.txt",
    ])
    func `A text or a matrix that is cut anywhere is refused, but text that says no length at the end of a line`(
        name: String
    ) throws {
        let (file, vocabulary) = try Self.golden(name)
        let bytes = file.withUnsafeBytes(Array.init)
        for count in 0..<bytes.count where name != "glove.txt" || count == 0 || bytes[count - 1] != 10 {
            #expect(throws: WordVectorsError.self, "\(count)") {
                try ReadVectors(MappedFile(copying: Array(bytes[..<count])), vocabulary: vocabulary)
            }
        }
    }

    @Test(arguments: files)
    func `No damage ends the process`(name: String) throws {
        let (file, vocabulary) = try Self.golden(name)
        let bytes = file.withUnsafeBytes(Array.init)
        var chance = Chance(state: 11)
        for index in bytes.indices {
            for value in [bytes[index] ^ 1 << UInt8.random(in: 0..<8, using: &chance), 0xff] {
                var damaged = bytes
                damaged[index] = value
                _ = try? ReadVectors(MappedFile(copying: damaged), vocabulary: vocabulary)
            }
        }
        for count in stride(from: 0, to: bytes.count, by: 3) {
            _ = try? ReadVectors(MappedFile(copying: Array(bytes[..<count])), vocabulary: vocabulary, threads: 2)
        }
    }

    @Test(arguments: VectorFormat.allCases)
    func `A file of another format, and bytes by chance, are no such file`(format: VectorFormat) throws {
        let words = try MappedFile(path: goldens + "/words.txt")
        for name in Self.files {
            _ = try? ReadVectors(Self.golden(name).file, vocabulary: words, format: format)
        }
        var chance = Chance(state: 3)
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) }
            #expect(throws: WordVectorsError.self) {
                try ReadVectors(MappedFile(copying: bytes), vocabulary: words, format: format)
            }
        }
    }

    @Test(arguments: [
        ("3 2\na 1 2\nb 3 4\n", "3 words of 2"), ("1 2\na 1 2\nb 3 4\n", "more follow"),
        ("4000000000000 300\na 1\n", "words: 4000000000000 came"), ("1 10000000\na 1\n", "dimensions: 10000000 came"),
        ("9223372036854775807 65536\na 1\n", "words: 9223372036854775807 came"),
        ("2 2\na 1 2\nb 3\n", "line 3"), ("a 1 2\nb 3 x\n", "line 2"), ("a 1 2\nb 3\n", "line 2"),
        ("-1 2\n", "words: -1 came"), ("3 0\n", "dimensions: 0 came"), ("", "is empty"), ("hello\n", "expected a word"),
        ("\u{1f}", "does not end"),
    ])
    func `A text that contradicts itself is refused, and the error says where`(text: String, part: String) throws {
        let error = #expect(throws: WordVectorsError.self) { try ReadVectors(mapped(text)) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test(
        arguments: [
            ([0x80, 0x04, 0x95, 0, 0], "pickle"), ([0x1f, 0x8b, 8], "gunzip"), ([0x50, 0x4b, 3, 4], "zip"),
            ([0x7f, 0x45, 0x4c, 0x46, 0, 0], "finalfusion"),
        ] as [([UInt8], String)])
    func `What is no file of vectors is named`(bytes: [UInt8], part: String) {
        let error = #expect(throws: WordVectorsError.self) { try ReadVectors(MappedFile(copying: bytes)) }
        #expect(error?.description.contains(part) == true)
    }

    @Test func `A matrix of Python objects is refused, whatever it holds`() throws {
        let bytes = try Self.golden("matrix.npy").file.withUnsafeBytes(Array.init)
        let text = String(decoding: bytes.prefix(128).dropFirst(10), as: UTF8.self).replacing("'<f4'", with: "'|O' ")
        let file = MappedFile(copying: Array(bytes[..<10]) + Array(text.utf8) + bytes[128...])
        let error = #expect(throws: WordVectorsError.self) {
            try ReadVectors(file, vocabulary: MappedFile(path: goldens + "/words.txt"))
        }
        #expect(error?.description.contains("pickle") == true)
    }

    @Test func `A matrix without words asks for them, and for as many as it has rows`() throws {
        let file = try Self.golden("matrix.npy").file
        let missing = #expect(throws: WordVectorsError.self) { try ReadVectors(file) }
        #expect(missing?.description.contains("--vocabulary") == true)
        let few = #expect(throws: WordVectorsError.self) { try ReadVectors(file, vocabulary: mapped("a\nb")) }
        #expect(few?.description.contains("2 words came") == true)
    }

    @Test func `A matrix whose header has the other quotes is the same`() throws {
        let bytes = try Self.golden("matrix.npy").file.withUnsafeBytes(Array.init)
        let header = bytes[10..<128].map { $0 == UInt8(ascii: "'") ? UInt8(ascii: "\"") : $0 }
        let words = try MappedFile(path: goldens + "/words.txt")
        let other = try ReadVectors(
            MappedFile(copying: Array(bytes[..<10]) + header + bytes[128...]), vocabulary: words)
        #expect(try other.vectors == ReadVectors(MappedFile(copying: bytes), vocabulary: words).vectors)
    }

    @Test(arguments: [0, 1, 2]) func `A part of finalfusion's that comes twice is refused`(number: Int) throws {
        let bytes = try Self.golden("finalfusion.fifu").file.withUnsafeBytes(Array.init)
        func number32(at place: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) } }
        let count = number32(at: 8)
        try #require(number < count)
        var chunk = 12 + 4 * count..<12 + 4 * count
        // A kind, a length of 64 bits, and as many bytes.
        for _ in 0...number { chunk = chunk.upperBound..<chunk.upperBound + 12 + number32(at: chunk.upperBound + 4) }
        let kinds = bytes[12..<12 + 4 * count] + bytes[chunk.prefix(4)]
        let doubled = bytes[..<8] + [UInt8(count + 1), 0, 0, 0] + kinds + bytes[(12 + 4 * count)...] + bytes[chunk]
        let error = #expect(throws: WordVectorsError.self) { try ReadVectors(MappedFile(copying: Array(doubled))) }
        #expect(
            error?.description.contains("came after one that holds the same") == true, "\(error?.description ?? "")")
    }

    @Test func `What is no finite number is read, so that it can be told`() throws {
        for field in ["inf", "+inf", "-inf", "infinity", "+infinity", "-Infinity", "nan", "-nan"] {
            #expect(try ReadVectors(mapped("a 1 \(field)\n")).vectors["a"]?[1].isFinite == false, "\(field)")
        }
    }

    @Test func `Lines end in any way, and blank ones say nothing`() throws {
        for text in ["a 1 2\r\nb 3 4\r\n", "a 1 2 \nb 3 4 \n\n", "a 1 2\n\nb 3 4\n", "2 2\na 1 2\nb  3  4\n"] {
            let read = try ReadVectors(mapped(text))
            #expect(read.words == ["a", "b"], "\(text)")
            #expect(read.vectors["b"] == [3, 4])
        }
    }

    /// 380,000 lines with a place for 65,536 numbers each would take 99 GB.
    @Test func `Blank lines take no room, however many numbers a row has`() throws {
        let row = "a" + String(repeating: " 1", count: 65_536) + "\n"
        let blank = String(repeating: "\n", count: 380_000)
        let read = try ReadVectors(mapped("1 65536\n" + row + blank))
        #expect(read.vectors.mapValues { $0 == [Float](repeating: 1, count: 65_536) } == ["a": true])
        // As many rows as can be: a word of no byte, a digit a number.
        let rows = try ReadVectors(mapped("3 2\n 1 2\nb 3 4\nc 5 6\n" + blank))
        #expect(rows.vectors["c"] == [5, 6])
    }

    @Test func `Long text is read alike by any number of threads`() throws {
        var text = ""
        for index in 0..<60_000 { text += "w\(index) \(Float(index) / 7) -\(index).5e-3 0.1\n" }
        let one = try ReadVectors(mapped(text))
        let three = try ReadVectors(mapped(text), threads: 3)
        #expect(one.words == three.words)
        #expect(one.vectors == three.vectors)
        #expect(one.words.count == 60_000)
        #expect(one.vectors["w14"] == [2, -0.0145, 0.1])
    }

    @Test func `Numbers are rounded as the standard library rounds them`() throws {
        var chance = Chance(state: 5)
        var numbers = [
            "0", "-0", "0.0", "1", "-1.5", ".5", "5.", "1e3", "1E-3", "16777217", "0.1", "3.4028235e38", "1e-45",
            "1.4e-45",
            "7.006492321624085e-46", "123456789012345678901234567890", "0.000000000000000000000000000001", "1e-400",
            "9007199791611905", "16777216.999999999999", "1.00000017881393432617187499", "1.00000017881393432617187501",
            "0.50000002980232238769531250",
        ]
        for _ in 0..<15_000 {
            let bits = UInt32.random(in: 0..<Float.infinity.bitPattern, using: &chance)
            let value = Float(bitPattern: bits)
            numbers.append("\(value)")
            numbers.append("\(Double(value))")
            // The middle between two.
            numbers.append("\((Double(value) + Double(value.nextUp)) / 2)")
            numbers.append("\(Double(Int32.random(in: .min ... .max, using: &chance)) / 100_000)")
        }
        let read = try ReadVectors(mapped("1 \(numbers.count)\nw " + numbers.joined(separator: " ") + "\n"))
        let row = try #require(read.vectors["w"])
        for (number, value) in zip(numbers, row) {
            #expect(value.bitPattern == Float(number)?.bitPattern, "\(number)")
        }
    }
}
