import JSON
import Numerics
import Testing
import TrainingRuns
import WordVectors

@Suite struct `Measuring word vectors` {
    private func run() throws -> VectorEvaluationRun {
        let words: [(String, [Float])] = [
            ("man", [0.9, 0.1]), ("woman", [0.8, 0.4]), ("king", [1, 0]), ("queen", [0.9, 0.3]), ("pear", [0.1, -1]),
        ]
        var kept: [Int] = []
        return VectorEvaluationRun(
            try VectorTable(
                words: WordList(distinct: words.map(\.0), kept: &kept), dimensions: 2,
                rows: .float32(SharedElements(words.flatMap(\.1)))))
    }

    @Test(arguments: [false, true])
    func `pairs of words, plain or packed, are read and told`(packed: Bool) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "# judged\nMan\tking\t9\nman\twoman\t8\nking\tpear\t1\nking\tcabbage\t1\nodd line\n", to: "pairs",
            packed: packed)
        let report = try #require(try run().report(on: file))
        guard case .pairs(let scores) = report.scores else {
            Issue.record("these are pairs")
            return
        }
        #expect(scores.known == 3 && scores.unknown == 1 && report.skipped == 1)
        #expect(abs((scores.spearman ?? 0) - 1) < 1e-12)
        #expect(report.text.contains("Spearman       1.0000"))
        #expect(report.json.object?["spearman"]?.number == scores.spearman)
        #expect(report.json.object?["file"]?.string == file)
    }

    @Test func `analogies are told by section and altogether`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            ": family\nman woman king queen\nman woman king pear\n: fruit\nman woman king cabbage\n", to: "analogies")
        let report = try #require(try run().report(on: file))
        #expect(report.text.contains("family     0.5000      1      2        0"))
        #expect(report.text.contains("total      0.5000      1      2        1"))
        let sections = try #require(report.json.object?["sections"]?.array)
        #expect(sections.map { $0.object?["section"]?.string } == ["family", "fruit"])
        #expect(sections.last?.object?["accuracy"] == .null)
        #expect(report.json.object?["right"]?.integer == 1)
        #expect(try run().report(on: file, progress: { _, _ in false }) == nil)
    }

    @Test(arguments: ["", "one two\n", ": a section\n", "\u{0}\u{1}\n"])
    func `a file of neither is refused by name`(text: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(text, to: "neither")
        let error = #expect(throws: DataError.self) { try run().report(on: file) }
        #expect(error?.kind == .unknownFormat)
        #expect(error?.file == file)
    }

    @Test func `a file that is not there, or is no text, is refused`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: DataError.self) { try run().report(on: folder.path + "/nothing") }
        let file = try folder.write([0xff, 0xfe, 0xfd], to: "bytes")
        #expect(throws: DataError.self) { try run().report(on: file) }
    }
}
