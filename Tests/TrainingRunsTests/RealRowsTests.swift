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

    @Test func `the default recipe learns from four thousand reviews what two thousand others say`() throws {
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
            data: try first(4000, of: "train.tsv"), recipe: try Recipe.find("default"), output: folder.path + "/model")
        run.heldOut = try first(2000, of: "test.tsv")
        run.recipe.fit.training.epochs = 2
        let report = try #require(try run.run { _ in true }.heldOut)
        #expect(report.count == 2000)
        // Measured 0.77; half of the rows are positive.
        #expect(report.accuracy > 0.72)
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
        func rounded(_ report: ClassificationReport) -> Double { (report.accuracy * 1e6).rounded() / 1e6 }
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
