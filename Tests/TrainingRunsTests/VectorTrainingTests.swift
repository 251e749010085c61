import JSON
import Models
import Numerics
import Testing
import TextAnalysis
import TrainingRuns
import WordVectors

@Suite struct `Training word vectors` {
    private static let lines = String(repeating: "The cat sat\nA dog sat\n고양이 개 the\n", count: 40)

    private func training(
        _ text: String, in folder: TemporaryFolder, packed: Bool = false
    ) throws -> VectorTraining {
        var training = VectorTraining(
            corpora: [try folder.write(text, to: packed ? "text.gz" : "text.txt", packed: packed)],
            output: folder.path + "/words")
        training.options.dimensions = 8
        training.buckets = 100
        return training
    }

    @Test(arguments: [false, true])
    func `reads lines, plain or packed, and writes a directory that opens`(packed: Bool) throws {
        let folder = try TemporaryFolder()
        var training = try training(Self.lines, in: folder, packed: packed)
        training.normalizer = try Normalizer(["lowercase"])
        training.subwords = .jamo
        let summary = try #require(try training.run())
        #expect(summary.words == 5 * 360)
        guard case .vectors(let stored) = try ModelDirectory.openAny(folder.path + "/words") else {
            Issue.record("no word vectors were written")
            return
        }
        let table = stored.table
        #expect(table.count == 7 && table.dimensions == 8 && table.words[0] == "the" && table.counts[0] == 80)
        #expect(table.subwords?.scheme == .jamo(characters: 1...4, jamo: 3...5, buckets: 100))
        #expect(stored.card.data.hasSuffix("360 words"))
    }

    @Test(arguments: [
        ("a b c\n", nil), ("고양이 개 dog\n", SubwordScheme.jamo(characters: 1...4, jamo: 3...5, buckets: 100)),
        ("cat dog 개\n", .fastText(lengths: 3...6, buckets: 100, kept: nil)),
    ])
    func `takes jamo where most words are Hangul`(line: String, scheme: SubwordScheme?) throws {
        let folder = try TemporaryFolder()
        var training = try training(String(repeating: line, count: 10), in: folder)
        training.subwords = scheme == nil ? .none : .auto
        #expect(try #require(try training.run()).vectors.table.subwords?.scheme == scheme)
    }

    // What fastText has as its own defaults for n-grams of characters, and word2vec for skip-gram and for CBOW.
    @Test(arguments: [
        (VectorTraining.Subwords.characters, VectorTrainingOptions.Model.skipGram, [0.05, 1e-4, 0.5]),
        (.characters, .continuousBagOfWords, [0.05, 1e-4, 0.5]), (.none, .skipGram, [0.025, 1e-3, 0.75]),
        (.none, .continuousBagOfWords, [0.05, 1e-3, 0.75]), (.jamo, .skipGram, [0.025, 1e-3, 0.75]),
    ])
    func `rate, subsampling and negatives are those of the program whose model it is`(
        subwords: VectorTraining.Subwords, model: VectorTrainingOptions.Model, expected: [Double]
    ) throws {
        let folder = try TemporaryFolder()
        var training = try training(Self.lines, in: folder)
        training.subwords = subwords
        training.options.model = model
        _ = try #require(try training.run())
        let history = try JSONValue(parsing: contents(of: folder.path + "/words/history.json"))
        let settings = ["learning_rate", "subsampling", "negative_power"].map { history["settings"]?[$0]?.number }
        #expect(settings == expected)
    }

    @Test func `writes nothing where it is told to stop`() throws {
        let folder = try TemporaryFolder()
        let training = try training(Self.lines, in: folder)
        let summary = try training.run { if case .progress = $0 { false } else { true } }
        #expect(summary == nil)
        #expect(!ModelDirectory.exists(at: folder.path + "/words"))
    }

    @Test func `says which line is no text, and what has too few words`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Array("good\n".utf8) + [0xff, 0x0a], to: "bad.txt")
        let bad = VectorTraining(corpora: [file], output: folder.path + "/words")
        #expect {
            try bad.run()
        } throws: { error in
            guard case .data(let error)? = error as? TrainingRunError else { return false }
            return error.kind == .invalidUTF8 && error.line == 2
        }
        let few = try training("one word each\n", in: folder)
        #expect {
            try few.run()
        } throws: { error in
            if case .vectors(.invalid(field: "minimum_count", _))? = error as? TrainingRunError { true } else { false }
        }
    }
}
