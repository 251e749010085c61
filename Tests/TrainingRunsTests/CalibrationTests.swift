import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TrainingRuns

struct `Calibrating a classifier` {
    /// Rows of which every third has the other label: who learned the first sort by heart is far too sure.
    private static func noisy(_ count: Int) -> String {
        "label\ttext\n"
            + (0..<count).map { row in
                let label = (row % 2 == 0) == (row % 3 != 0) ? "a" : "b"
                return "\(label)\t\(row % 2 == 0 ? "one" : "two") \(row * 7919 % 1009)\n"
            }.joined()
    }

    private func run(_ count: Int, in folder: TemporaryFolder) throws -> TrainingRun {
        var recipe = try Recipe(parsing: SmallTexts.recipe(), name: "small")
        recipe.fit.training.epochs = 30
        recipe.fit.training.patience = nil
        recipe.fit.training.monitor = .validationAccuracy
        let path = try folder.write(Self.noisy(count), to: "noisy.tsv")
        return TrainingRun(data: DataFile(path: path), recipe: recipe, output: folder.path + "/model")
    }

    @Test func `a model that is too sure becomes less sure, and is as often right`() throws {
        let folder = try TemporaryFolder()
        var calibration: Calibration?
        let summary = try run(600, in: folder).run { event in
            if case .calibrated(let came) = event { calibration = came }
            return true
        }
        let came = try #require(calibration)
        #expect(came.temperature > 1.05)
        #expect(came.errorAfter < came.errorBefore)
        // What was stored is what was calibrated.
        let error = try #require(summary.validation?.figures.first { $0.name == "calibration_error" }?.value)
        #expect(abs(error - came.errorAfter) < 1e-4)
    }

    @Test func `a few validation rows say too little`() throws {
        let folder = try TemporaryFolder()
        var events = 0
        _ = try run(300, in: folder).run { event in
            if case .calibrated = event { events += 1 }
            return true
        }
        #expect(events == 0)
    }

    @Test func `the temperature is the one that makes the true labels most probable`() throws {
        // Three classes, sure of the first at e² : 1 : 1, right every other time: with softmax(2 β, 0, 0) the loss is
        // least where exp(2 β) / (exp(2 β) + 2) = 1/2, so β = ln 2 / 2.
        let row: [Float] = [0.78698606, 0.10650697, 0.10650697]
        let rows = (0..<100).flatMap { _ in row }
        let labels = (0..<100).map { Int32($0 % 4 == 0 ? 1 : $0 % 4 == 1 ? 2 : 0) }
        let temperature = Calibration.temperature(probabilities: rows, labels: labels, classes: 3)
        #expect(abs(temperature - 2 / 0.6931472) < 1e-4)
        // One that is always right cannot be sure enough: the range ends it.
        let right = Calibration.temperature(
            probabilities: rows, labels: [Int32](repeating: 0, count: 100), classes: 3)
        #expect(abs(right - Calibration.range.lowerBound) < 1e-6)
        // Nothing is too impossible for a number.
        let never = Calibration.temperature(probabilities: [1, 0, 0, 0, 1, 0], labels: [2, 0], classes: 3)
        #expect(never.isFinite)
    }
}
