import Models
import Testing
import TrainingRuns
import WordVectors

@Suite struct `Importing word vectors` {
    private func run(_ text: String, in folder: TemporaryFolder, _ set: (inout VectorImport) -> Void = { _ in }) throws
        -> (summary: VectorImport.Summary, table: VectorTable)
    {
        var run = VectorImport(file: try folder.write(text, to: "vectors.txt"), output: folder.path + "/words")
        set(&run)
        let summary = try #require(try run.run())
        guard case .vectors(let stored) = try ModelDirectory.openAny(folder.path + "/words") else {
            throw TroubleWithTheTest(what: "no vectors")
        }
        return (summary, stored.table)
    }

    @Test func `keeps each word once, mends what is no UTF-8, and leaves out what is not finite`() throws {
        let folder = try TemporaryFolder()
        let (summary, table) = try run(
            "the 1 2\nof 3 4\nthe 5 6\nbad nan 1\nworse 1 inf\nnull 0 0\n 7 8\n영화 9 10\n", in: folder)
        #expect((0..<table.count).map { table.words[$0] } == ["the", "of", "null", "영화"])
        #expect((0..<table.count).map { table.vector(at: $0) } == [[1, 2], [3, 4], [0, 0], [9, 10]])
        #expect(summary.words == 4 && summary.read == 8 && summary.dimensions == 2)
        #expect(summary.duplicates == 1 && summary.zeros == 1 && summary.unlistable == 1)
        #expect(summary.notFinite == 2 && summary.firstNotFinite == 4)
    }

    @Test func `counts what was mended, and rows of zeros, only where they are kept`() throws {
        let folder = try TemporaryFolder()
        var bytes = Array("null 0 0\nnull 0 0\n 0 0\n".utf8)
        // Both become the same word.
        for byte: UInt8 in [0xff, 0xfe] { bytes += [0x61, byte] + Array(" 1 2\n".utf8) }
        let run = VectorImport(file: try folder.write(bytes, to: "vectors.txt"), output: folder.path + "/words")
        let summary = try #require(try run.run())
        #expect(summary.words == 2 && summary.read == 5 && summary.duplicates == 2 && summary.unlistable == 1)
        #expect(summary.repaired == 1 && summary.zeros == 1)
    }

    @Test func `stops at the limit`() throws {
        let folder = try TemporaryFolder()
        let (summary, table) = try run("3 2\na 1 2\nb 3 4\nc 5 6\n", in: folder) { $0.limit = 2 }
        #expect(summary.read == 2 && table.count == 2 && table.words[1] == "b")
    }

    @Test(arguments: 1...3)
    func `writes the same whatever the number of threads`(threads: Int) throws {
        let folder = try TemporaryFolder()
        let text = (0..<50_000).map { "w\($0 % 49_000) \(Double($0) / 3) -0.5 \($0)e-4\n" }.joined()
        var expected: VectorTable?
        for number in [1, threads] {
            let (summary, table) = try run(text, in: folder) { $0.threads = number }
            #expect(summary.words == 49_000 && summary.duplicates == 1_000)
            if let expected {
                #expect((0..<49_000).allSatisfy { table.vector(at: $0) == expected.vector(at: $0) })
            }
            expected = table
        }
    }

    @Test(arguments: [
        ("", "is empty"), ("a nan\n", "nothing was written"), ("4 2\na 1 2\n", "cut short"), ("\u{1}\n", "line 1"),
    ])
    func `writes nothing where there is nothing to write`(text: String, part: String) throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: TrainingRunError.self) { try run(text, in: folder) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
        #expect(throws: ModelError.self) { try ModelDirectory.openAny(folder.path + "/words") }
    }

    @Test func `leaves nothing where it is stopped`() throws {
        let folder = try TemporaryFolder()
        let text = (0..<100).map { "w\($0) 1 2\n" }.joined()
        let run = VectorImport(file: try folder.write(text, to: "vectors.txt"), output: folder.path + "/words")
        #expect(try run.run { _, _ in false } == nil)
        #expect(throws: ModelError.self) { try ModelDirectory.openAny(folder.path + "/words") }
    }

    @Test func `says what is wrong with the path`() throws {
        let folder = try TemporaryFolder()
        for (path, part) in [("/nowhere.txt", "is not there"), ("", "is no file")] {
            let run = VectorImport(file: folder.path + path, output: folder.path + "/words")
            let error = #expect(throws: TrainingRunError.self) { try run.run() }
            #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
        }
    }
}
