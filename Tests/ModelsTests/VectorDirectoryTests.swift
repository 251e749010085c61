import JSON
import Models
import Numerics
import Testing
import WordVectors

@Suite struct `Word vectors` {
    private static func table(_ count: Int = 40, subwords: SubwordScheme? = nil) throws -> VectorTable {
        var builder = WordListBuilder()
        for index in 0..<count {
            var word = index == 1 ? "영화 관" : "word\(index)"
            #expect(word.withUTF8 { builder.append(UnsafeRawBufferPointer($0)) })
        }
        func rows(_ count: Int) -> VectorRows {
            .float32(SharedElements((0..<count * 3).map { Float($0 * 7 % 31) - 15.25 }))
        }
        return try VectorTable(
            words: builder.finish(), dimensions: 3, rows: rows(count),
            subwords: subwords.map { scheme throws in
                try SubwordTable(scheme: scheme, rows: rows(scheme.rowCount), dimensions: 3)
            }, counts: SharedElements((0..<count).map { UInt64(1000 - $0) }))
    }

    private static func opened(_ path: String) throws -> StoredVectors {
        guard case .vectors(let vectors) = try ModelDirectory.openAny(path) else {
            throw TroubleWithTheTest(what: "no vectors")
        }
        return vectors
    }

    @Test(arguments: [
        nil, SubwordScheme.fastText(lengths: 3...6, buckets: 20, kept: nil),
        .fastText(lengths: 2...4, buckets: 2_000_000, kept: [7: 0, 1_999_999: 2, 12: 1]),
        .jamo(characters: 1...4, jamo: 3...5, buckets: 11),
        .floret(lengths: 2...3, buckets: 9, hashes: 2, seed: 2_166_136_261, start: "<", end: ">"),
        .finalfusion(lengths: 3...6, exponent: 4),
    ])
    func `come back as they were written, and opening them changes nothing`(scheme: SubwordScheme?) throws {
        let folder = try TemporaryFolder()
        let table = try Self.table(subwords: scheme)
        let card = ModelCard(description: "d", languages: ["ko"])
        for withIndex in [true, false] {
            let path = folder.path + "/words\(withIndex)"
            try ModelDirectory.write(
                StoredVectors(name: "words", table: table, card: card), withIndex: withIndex, to: path)
            #expect(TemporaryFolder.names(in: path).contains("index.safetensors") == withIndex)
            let stored = try Self.opened(path)
            #expect(stored.name == "words\(withIndex)" && stored.path == path && stored.card == card)
            #expect(stored.table.count == 40 && stored.table.dimensions == 3)
            #expect(stored.table.words.index(of: "영화 관") == 1 && stored.table.words[39] == "word39")
            #expect((0..<40).allSatisfy { stored.table.vector(at: $0) == table.vector(at: $0) })
            #expect((0..<40).allSatisfy { stored.table.counts[$0] == table.counts[$0] })
            #expect(stored.table.subwords?.scheme == scheme)
            for word in ["words", "영화", "z"] {
                #expect(stored.table.subwords?.vector(of: word) == table.subwords?.vector(of: word))
            }
            stored.table.index.parts.values.withUnsafeElements { stored in
                table.index.parts.values.withUnsafeElements { #expect(stored.elementsEqual($0)) }
            }
            try Checksums.verify(stored)
        }
    }

    @Test func `are stored in 8 bits, each row with its scale`() throws {
        let folder = try TemporaryFolder()
        let table = try Self.table(subwords: .jamo(characters: 1...2, jamo: 3...3, buckets: 5))
        try ModelDirectory.write(StoredVectors(name: "w", table: table), format: .int8, to: folder.path + "/w")
        let stored = try Self.opened(folder.path + "/w")
        for index in 0..<40 {
            for (value, exact) in zip(stored.table.vector(at: index), table.vector(at: index)) {
                #expect(abs(value - exact) <= 16 / 254)
            }
        }
        #expect(stored.table.subwords?.vector(of: "영화") != nil)
    }

    /// What is done to the files, and a part of the error.
    @Test(arguments: [
        ("vocab.txt", "cut", "word_offsets"), ("model.safetensors", "cut", "model.safetensors: "),
        ("index.safetensors", "cut", "index.safetensors: "), ("model.safetensors", "remove", "is missing"),
        ("vocab.txt", "remove", "is missing"), ("model.safetensors", "empty", "header"),
        ("index.safetensors", "empty", "header"),
    ])
    func `are refused where a file is missing or cut short`(file: String, what: String, part: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/w"
        try ModelDirectory.write(StoredVectors(name: "w", table: Self.table()), to: path)
        let bytes = try TemporaryFolder.read(path + "/" + file)
        switch what {
        case "cut": try TemporaryFolder.write(Array(bytes.dropLast(10)), to: path + "/" + file)
        case "empty": try TemporaryFolder.write([], to: path + "/" + file)
        default: TemporaryFolder.remove(path + "/" + file)
        }
        let error = #expect(throws: ModelError.self) { try Self.opened(path) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("\"words\": 40", "\"words\": 41"), ("\"words\": 40", "\"words\": 99999999999"),
        ("\"dimensions\": 3", "\"dimensions\": 4"), ("\"dimensions\": 3", "\"dimensions\": 10000000"),
        ("\"dimensions\": 3", "\"dimensions\": 0"), ("\"jamo\"", "\"hanja\""), ("\"buckets\": 5", "\"buckets\": 6"),
        ("\"buckets\": 5", "\"buckets\": -1"),
    ])
    func `are refused where config.json contradicts the files`(old: String, new: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/w"
        let scheme = SubwordScheme.jamo(characters: 1...2, jamo: 3...3, buckets: 5)
        try ModelDirectory.write(StoredVectors(name: "w", table: Self.table(subwords: scheme)), to: path)
        let config = String(decoding: try TemporaryFolder.read(path + "/config.json"), as: UTF8.self)
        #expect(config.contains(old))
        try TemporaryFolder.write(Array(config.replacing(old, with: new).utf8), to: path + "/config.json")
        #expect(throws: ModelError.self) { try Self.opened(path) }
    }

    @Test func `are refused where a bucket was kept twice`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/w"
        let scheme = SubwordScheme.fastText(lengths: 3...6, buckets: 1 << 30, kept: [0x1234_5678: 0, 0x2345_6789: 1])
        try ModelDirectory.write(StoredVectors(name: "w", table: Self.table(subwords: scheme)), to: path)
        let bytes = try TemporaryFolder.read(path + "/model.safetensors")
        let first: [UInt8] = [0x78, 0x56, 0x34, 0x12]
        let twice = bytes.replacing(first + [0x89, 0x67, 0x45, 0x23], with: first + first)
        try #require(twice != bytes)
        try TemporaryFolder.write(twice, to: path + "/model.safetensors")
        let error = #expect(throws: ModelError.self) { try Self.opened(path) }
        #expect(
            error?.description.contains("model.safetensors: subword_buckets: the bucket 305419896 came twice") == true,
            "\(error?.description ?? "")")
    }

    @Test func `open or are refused, whatever is damaged, and never end the process`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/w"
        let scheme = SubwordScheme.fastText(lengths: 1...2, buckets: 50, kept: [4: 1, 5: 0])
        try ModelDirectory.write(StoredVectors(name: "w", table: Self.table(subwords: scheme)), to: path)
        for file in ["config.json", "vocab.txt", "model.safetensors", "index.safetensors"] {
            let bytes = try TemporaryFolder.read(path + "/" + file)
            for index in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
                var damaged = bytes
                damaged[index] ^= 0x11
                try TemporaryFolder.write(damaged, to: path + "/" + file)
                guard let stored = try? Self.opened(path) else { continue }
                _ = stored.table.words.index(of: "word7")
                for row in 0..<stored.table.count { _ = (stored.table.words[row], stored.table.vector(at: row)) }
                _ = stored.table.subwords?.vector(of: "영화")
                // config.json holds the sums of the others.
                if file != "config.json" { #expect(throws: ModelError.self) { try Checksums.verify(stored) } }
            }
            try TemporaryFolder.write(bytes, to: path + "/" + file)
        }
        try Checksums.verify(Self.opened(path))
    }

    @Test func `that were damaged are found by their checksums`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/w"
        try ModelDirectory.write(StoredVectors(name: "w", table: Self.table()), to: path)
        var bytes = try TemporaryFolder.read(path + "/model.safetensors")
        bytes[4096 + 17] ^= 1
        try TemporaryFolder.write(bytes, to: path + "/model.safetensors")
        let error = #expect(throws: ModelError.self) { try Checksums.verify(Self.opened(path)) }
        #expect(error?.description.contains("model.safetensors") == true)
    }

    @Test func `replace older ones, and leave nothing where they are not finished`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/w"
        for count in [3, 5] {
            try ModelDirectory.write(StoredVectors(name: "w", table: Self.table(count)), to: path)
            #expect(try Self.opened(path).table.count == count)
        }
        do {
            let writer = try VectorsWriter(to: path, dimensions: 3)
            #expect(["a", "b"].map { Array($0.utf8) }.allSatisfy { $0.withUnsafeBytes(writer.append) })
            // Two words and no rows.
            #expect(throws: ModelError.self) { try writer.finish(card: ModelCard()) }
        }
        #expect(TemporaryFolder.names(in: folder.path) == ["w"])
        #expect(try Self.opened(path).table.count == 5)
    }

    @Test func `have no network, which is said to whoever wants one`() throws {
        let folder = try TemporaryFolder()
        try ModelDirectory.write(StoredVectors(name: "w", table: Self.table()), to: folder.path + "/w")
        let error = #expect(throws: ModelError.self) { try ModelDirectory.open(folder.path + "/w") }
        #expect(error?.description.contains("sluice similar") == true)
    }

    /// What xxhsum 0.8 prints for these.
    @Test(arguments: [
        ("", "ef46db3751d8e999"), ("a", "d24ec4f1a98c6e5b"), ("abc", "44bc2cf5ad770999"),
        ("Nobody inspects the spammish repetition", "fbcea83c8a378bf1"),
    ])
    func `have the checksums that other programs compute, too`(text: String, sum: String) throws {
        let folder = try TemporaryFolder()
        try TemporaryFolder.write(Array(text.utf8), to: folder.path + "/vocab.txt")
        let stored = StoredVectors(
            name: "w", path: folder.path, table: try Self.table(), checksums: ["vocab.txt": "xxh64:" + sum])
        try Checksums.verify(stored)
    }
}
