import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TrainingRuns

struct `Learning from teachers` {
    @Test func `a model learns from what teachers say of texts without labels`() throws {
        let folder = try TemporaryFolder()
        // Of either label one row, which says nothing of the others; the rest has lost its labels.
        let few = SmallTexts.rows.prefix(2).map { "\($0.label)\t\($0.text)\n" }.joined()
        let texts = SmallTexts.rows.map { "\($0.text)\n" }.joined() + "\n  \n"
        var run = try run(rows: "label\ttext\n\(few)", in: folder)
        func accuracy() throws -> Double {
            let model = try run.run { _ in true }.model
            return Evaluation.report(of: model, on: try DataFile(path: folder.path + "/all.tsv").read()).accuracy
        }
        run.recipe.fit.validationSplit = 0
        #expect(try accuracy() < 0.95)
        run.teachers = [try teacher(seed: 1, in: folder), try teacher(seed: 2, in: folder)]
        run.unlabelled = DataFile(path: try folder.write(texts, to: "texts.txt"))
        var asked: [Int] = []
        #expect(try accuracy() > 0.95)
        let summary = try run.run { event in
            if case .teaching(let done, let all) = event { asked += [done, all] }
            return true
        }
        // Rows are left out of the texts.
        #expect(asked == [0, SmallTexts.rows.count - 2])
        #expect(
            summary.model.card.data
                == "rows.tsv, 2 rows, and 110 texts of texts.txt with what 2 teachers say of them")
    }

    @Test func `the same teachers give the same bits for any number of threads`() throws {
        let folder = try TemporaryFolder()
        let texts = SmallTexts.rows.map { "\($0.text)!\n" }.joined()
        var weights: [[String: Tensor]] = []
        var run = try run(rows: SmallTexts.tsv, in: folder)
        run.teachers = [try teacher(seed: 1, in: folder)]
        run.unlabelled = DataFile(path: try folder.write(texts, to: "texts.txt"))
        run.recipe.fit.training.epochs = 2
        for threads in [1, 2] {
            run.threads = threads
            weights.append(try run.run { _ in true }.model.network.weights)
        }
        #expect(weights[0] == weights[1])
    }

    @Test func `a teacher of other labels, and a file that is not of lines, are refused`() throws {
        let folder = try TemporaryFolder()
        var run = try run(rows: "label\ttext\na\tone\nb\ttwo\na\tthree\nb\tfour\n", in: folder)
        run.teachers = [try teacher(seed: 1, in: folder)]
        run.unlabelled = DataFile(path: try folder.write("하나\n", to: "texts.txt"))
        let error = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(error)".contains("'날씨', '음식'") && "\(error)".contains("'a', 'b'"))
        run.data = DataFile(path: folder.path + "/all.tsv")
        run.unlabelled = DataFile(path: folder.path + "/all.tsv")
        let other = try #require(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect("\(other)".contains("one text a line"))
        run.teachers = [folder.path + "/nothing"]
        #expect(throws: TrainingRunError.self) { try run.run { _ in true } }
    }

    private func teacher(seed: UInt64, in folder: TemporaryFolder) throws -> String {
        let path = try folder.write(SmallTexts.tsv, to: "all.tsv")
        var recipe = try Recipe(parsing: SmallTexts.recipe(), name: "small")
        recipe.fit.training.seed = seed
        let output = folder.path + "/teacher\(seed)"
        _ = try TrainingRun(data: DataFile(path: path), recipe: recipe, output: output).run { _ in true }
        return output
    }

    private func run(rows: String, in folder: TemporaryFolder) throws -> TrainingRun {
        _ = try folder.write(SmallTexts.tsv, to: "all.tsv")
        return TrainingRun(
            data: DataFile(path: try folder.write(rows, to: "rows.tsv")),
            recipe: try Recipe(parsing: SmallTexts.recipe(), name: "small"), output: folder.path + "/model")
    }
}
