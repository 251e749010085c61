import JSON
import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TimeSeries
import TrainingRuns

struct `Backtests for people and programs` {
    private func report(targets: Int) throws -> BacktestReport {
        let folder = try TemporaryFolder()
        let names = Array(["온도", "습도"].prefix(targets))
        var text = names.joined(separator: ",") + "\n"
        for row in 0..<60 { text += names.indices.map { String((row * (3 + $0)) % 7) }.joined(separator: ",") + "\n" }
        var recipe = try ForecastRecipe.find(nil)
        (recipe.series.targets, recipe.series.window, recipe.series.horizon) = (names, 4, 2)
        recipe.fit.training.epochs = 1
        let run = ForecastRun(
            data: SeriesFile(path: try folder.write(text, to: "a.csv")), recipe: recipe, output: folder.path + "/model")
        return try #require(try run.run { _ in true }.test)
    }

    @Test func `a table has the model first, what it is measured by and the verdict`() throws {
        let report = try report(targets: 1)
        let lines = ReportText.of(report, width: 80, isTerminal: true).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0].hasSuffix("MAE   RMSE   MASE"))
        #expect(lines[1].hasPrefix("model  ") && lines[2].hasPrefix("linear  "))
        #expect(lines.contains { $0.hasPrefix("MASE, rows ahead  model  linear") })
        #expect(lines.contains { $0.contains("% of the truth lies within the intervals") })
        #expect(lines.suffix(2) == [report.verdict[...], ""])
        #expect(lines.allSatisfy { TextWidth.of(String($0)) <= 110 })
    }

    @Test func `several targets have a table each, and one without units together`() throws {
        let report = try report(targets: 2)
        let text = ReportText.of(report, width: 80, isTerminal: true)
        for name in ["온도", "습도", "all targets"] { #expect(text.contains("\n\(name)") || text.hasPrefix(name)) }
        let json = report.json(model: "m")
        #expect(json["targets"]?.array?.compactMap { $0["target"]?.string } == ["온도", "습도"])
        #expect(json["figures"]?.array?.first?["mae"] == nil)
        #expect(json["targets"]?.array?.first?["figures"]?.array?.first?["mae"]?.number != nil)
        #expect(json["figures"]?.array?.first?["steps"]?.array?.count == 2)
        #expect(json["verdict"]?.string == report.verdict)
    }
}
