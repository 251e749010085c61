import LanguageFeatures
import Models
import Numerics
import RecurrentNetworks
import Testing
import TextAnalysis
import TrainingRuns

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

private let dataFolder: String? = {
    guard let value = getenv("SLUICE_DATA"), value.pointee != 0 else { return nil }
    return String(cString: value)
}()

@Suite(.enabled(if: dataFolder != nil, "SLUICE_DATA is not set: no real rows to train on"))
struct `On real rows` {
    @Test func `the large file of reviews is read through gzip, every row of it`() throws {
        let rows = try DataFile(path: #require(dataFolder) + "/nsmc/train-large.tsv.gz").read()
        #expect(rows.count == 215_900)
        #expect(rows.names == ["negative", "positive"])
        #expect(rows.counts == [107_950, 107_950])
    }

    @Test(arguments: [("default", 2, 0.75), ("bag-of-n-grams", 5, 0.77)])
    func `a recipe learns from four thousand reviews what two thousand others say`(
        name: String, epochs: Int, least: Double
    ) throws {
        let folder = try TemporaryFolder()
        let data = try #require(dataFolder)
        func first(_ count: Int, of name: String) throws -> DataFile {
            var lines = ["label\ttext"]
            try DataFile(path: "\(data)/nsmc/\(name)").forEachRow { text, label, _ in
                if lines.count <= count { lines.append("\(label)\t\(text)") }
            }
            return DataFile(path: try folder.write(lines.joined(separator: "\n"), to: name))
        }
        var run = TrainingRun(
            data: try first(4000, of: "train.tsv"), recipe: try Recipe.find(name), output: folder.path + "/model")
        run.heldOut = try first(2000, of: "test.tsv")
        run.recipe.fit.training.epochs = epochs
        let report = try #require(try run.run { _ in true }.heldOut)
        #expect(report.count == 2000)
        // Half of the rows are positive.
        #expect(report.accuracy > least, "\(report.accuracy)")
    }

    @Test(arguments: [("slots-en", "f1", 0.94), ("intent-en", "accuracy", 0.975)])
    func `the built-in models of English read the test rows as well as their cards say`(
        name: String, figure: String, least: Double
    ) throws {
        let model = try BuiltInModels.open(name)
        let test = DataFile(
            path: try #require(dataFolder) + "/snips/test.jsonl", labelColumn: model.task == .tag ? nil : "intent")
        let report = try Evaluation.report(of: model, on: test)
        #expect(report.count == 700)
        let value = try #require(report.figures.first { $0.name == figure }?.value)
        #expect(value >= least)
        let onCard = model.card.metrics.first { $0.name == figure && $0.measuredOn.contains("unseen in training") }
        #expect(onCard?.value == (value * 1e6).rounded() / 1e6)
    }

    /// The spans that a model finds which a few rows were enough for, in others.
    private func found(
        _ recipe: String, epochs: Int, _ write: (TemporaryFolder) throws -> (rows: DataFile, others: DataFile)
    ) throws -> TaggingReport {
        let folder = try TemporaryFolder()
        let files = try write(folder)
        var run = TrainingRun(
            data: files.rows, recipe: try Recipe.find(recipe, task: .tag), output: folder.path + "/model")
        run.heldOut = files.others
        run.recipe.fit.training.epochs = epochs
        guard case .tagging(let report)? = try run.run({ _ in true }).heldOut else {
            throw TroubleWithTheTest(what: "no report of a tagging")
        }
        return report
    }

    @Test func `where the spaces of Korean reviews belong is learned from others`() throws {
        let report = try found("spacing-ko", epochs: 3) { folder in
            var texts: [String] = []
            try DataFile(path: try #require(dataFolder) + "/nsmc/train.tsv").forEachRow(while: { texts.count < 11_000 })
            {
                text, _, _ in texts.append(text)
            }
            func file(_ rows: Range<Int>, _ name: String) throws -> DataFile {
                DataFile(path: try folder.write(texts[rows].joined(separator: "\n"), to: name))
            }
            return (try file(0..<10_000, "rows.txt"), try file(10_000..<11_000, "others.txt"))
        }
        #expect(report.count == 1000)
        // Measured 0.62; of 200,000 texts 0.73.
        #expect(report.overall.f1 > 0.57)
    }

    @Test func `the names in Korean sentences are learned from others, character by character`() throws {
        let report = try found("names-ko", epochs: 5) { folder in
            let file = DataFile(path: try #require(dataFolder) + "/klue-ner/dev.tsv")
            let texts = try TaggedTexts.read(file, for: try Recipe.find("names-ko", task: .tag)).rows
            #expect(texts.count == 5000)
            func write(_ rows: ArraySlice<TaggedTexts.Row>, _ name: String) throws -> DataFile {
                let sentences = rows.map { row in
                    let utf8 = Array(row.text.utf8)
                    return zip(row.tokens, row.tags).map {
                        String(decoding: utf8[$0], as: UTF8.self) + "\t" + $1.text + "\n"
                    }.joined()
                }
                return DataFile(path: try folder.write(sentences.joined(separator: "\n"), to: name))
            }
            return (try write(texts[..<4000], "rows.tsv"), try write(texts[4000...], "others.tsv"))
        }
        #expect(report.count == 1000)
        // Measured 0.69; of nine epochs 0.72.
        #expect(report.overall.f1 > 0.64)
    }

    @Test func `the built-in model reads as well in 8 bits`() throws {
        let model = try BuiltInModels.open("sentiment-ko")
        var texts: [EncodedText] = []
        var labels: [Int] = []
        try DataFile(path: #require(dataFolder) + "/nsmc/test.tsv").forEachRow { text, label, _ in
            guard texts.count < 2000 else { return }
            texts.append(model.pipeline.encode(text))
            labels.append(label == "positive" ? 1 : 0)
        }
        func accuracy(_ precision: Kernels.Precision) -> Double {
            let network = CompiledNetwork(
                plan: model.network.plan, weights: model.network.weights, precision: precision)
            let answers = network.predict(texts.map(\.ids), width: texts[0].width)
            return Double(zip(answers, labels).count { ($0[1] > $0[0] ? 1 : 0) == $1 }) / Double(labels.count)
        }
        let (exact, small) = (accuracy(.float32), accuracy(.int8))
        #expect(exact > 0.86)
        #expect(abs(exact - small) <= 0.002, "\(exact) in float32, \(small) in 8 bits")
    }

    @Test func `the built-in model reads the test rows as well as its card says`() throws {
        let model = try BuiltInModels.open("sentiment-ko")
        let data = try #require(dataFolder) + "/nsmc/"
        let test = DataFile(path: data + "test.tsv")
        func onCard(_ rows: String) -> Double? {
            model.card.metrics.first { $0.name == "accuracy" && $0.measuredOn.contains(rows) }?.value
        }
        func rounded(_ report: EvaluationReport) -> Double { (report.accuracy * 1e6).rounded() / 1e6 }
        let report = try Evaluation.report(of: model, on: test)
        #expect(report.count == 10_000)
        #expect(report.accuracy >= 0.870)
        #expect(rounded(report) == onCard("unseen in training"))
        let apart = try Evaluation.report(
            of: model, on: test, without: TextRepeats(of: DataFile(path: data + "train-large.tsv.gz")))
        #expect(apart.count == 9776)
        #expect(rounded(apart) == onCard("nearly repeat a row trained on"))
    }
}
