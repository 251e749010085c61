import JSON
import LanguageFeatures
import Models
import RecurrentNetworks
import Testing
import TimeSeries
import TrainingRuns

struct `Runs of forecasts` {
    /// A saw tooth of days, with a column that says what comes.
    private func run(
        in folder: TemporaryFolder, rows: Int = 120, mode: ForecastMode = .direct,
        change: (inout SeriesConfiguration) -> Void = { _ in }
    ) throws -> ForecastRun {
        let start = try #require(TimePoint("2012-01-01"))
        var text = "day,x,next,label\n"
        for row in 0..<rows {
            let day = try #require(SeriesInterval.seconds(86_400).advanced(start, by: row))
            text += "\(day),\(row % 5),\((row + 1) % 5),\(row % 5 < 2 ? "낮음" : "높음")\n"
        }
        var recipe = try ForecastRecipe(
            parsing: Array(
                """
                {"series": {"targets": ["x"], "window": 6, "horizon": 2},
                 "layers": [{"class_name": "GRU", "config": {"units": 12}}, {"class_name": "Dense"}],
                 "fit": {"epochs": 60, "batch_size": 8, "learning_rate": 0.01, "patience": null}}
                """.utf8), name: "small")
        recipe.series.mode = mode
        change(&recipe.series)
        return ForecastRun(
            data: SeriesFile(path: try folder.write(text, to: "saw.csv")), recipe: recipe,
            output: folder.path + "/model")
    }

    private func stored(in folder: TemporaryFolder) throws -> StoredForecaster {
        guard case .forecaster(let stored) = try ModelDirectory.openAny(folder.path + "/model") else {
            throw TroubleWithTheTest(what: "no forecaster")
        }
        return stored
    }

    @Test(arguments: ForecastMode.allCases)
    func `a saw tooth is learned, written and measured beside the baselines`(mode: ForecastMode) throws {
        let folder = try TemporaryFolder()
        var notes: [String] = []
        let summary = try run(in: folder, mode: mode).run { event in
            switch event {
            case .read(let table, let interval): notes.append("\(table.count) \(interval?.description ?? "")")
            case .split(let training, let validation, let test, let season):
                notes.append("\(training) \(validation) \(test) \(season)")
            default: break
            }
            return true
        }
        // One step is learned of more windows than two.
        let windows = mode == .direct ? "65 23 23" : mode == .stateful ? "65 17 23" : "66 24 23"
        #expect(notes == ["120 1d", "\(windows) 7"])
        let report = try #require(summary.test)
        let mase = report.figures.map { ($0.subject, $0.overall.mase ?? .infinity) }
        #expect((mase.first?.1 ?? .infinity) < 0.3, "\(mase)")
        #expect(report.beatsBaselines == false || mase[0].1 < mase[1].1)

        let model = try stored(in: folder)
        #expect(model.configuration.dateColumn == "day" && model.configuration.season == 7)
        #expect(model.configuration.interval == .seconds(86_400))
        #expect(model.residuals?.lower.first?.count == 2 && model.linear != nil)
        #expect(model.card.metrics.contains { $0.name == "mase (seasonal naive)" })
        #expect(model.card.metrics.allSatisfy { $0.measuredOn == "the last 24 rows of saw.csv, unseen in training" })
        #expect(try model.history()?["settings"]?["series"]?["targets"] == ["x"])

        let evaluation = try #require(
            try ForecastEvaluation.of(model, onSeriesIn: folder.path + "/saw.csv", last: 0.2))
        #expect(evaluation.report == report)
        let all = try #require(try ForecastEvaluation.of(model, onSeriesIn: folder.path + "/saw.csv"))
        #expect(all.report.origins == Array(5..<118))
    }

    @Test func `its settings are a recipe that makes the same bits`() throws {
        let folder = try TemporaryFolder()
        var first = try run(in: folder)
        first.recipe.fit.training.epochs = 2
        let weights = try first.run { _ in true }.model.network.weights
        let settings = try #require(try stored(in: folder).history()?["settings"])
        first.recipe = try ForecastRecipe(parsing: settings.serialized(), name: "again")
        first.threads = 2
        #expect(try first.run { _ in true }.model.network.weights == weights)
    }

    @Test func `labels of a text column are learned by what stands beside them`() throws {
        let folder = try TemporaryFolder()
        let summary = try run(in: folder) {
            ($0.targets, $0.inputs, $0.horizon) = (["label"], ["x"], 1)
        }.run { _ in true }
        #expect(summary.model.configuration.labels == ["낮음", "높음"])
        let report = try #require(summary.test)
        #expect((report.labels.first?.report.accuracy ?? 0) > 0.95)
        #expect(report.labels.map(\.subject) == [.model, .lastLabel, .mostFrequentLabel])
        #expect(summary.model.card.metrics.contains { $0.name == "macro_f1 (last label)" })
        #expect(summary.model.linear == nil && summary.model.residuals == nil && summary.model.naiveScale.isEmpty)

        let text = String(decoding: try contents(of: folder.path + "/saw.csv"), as: UTF8.self)
        let path = try folder.write(text + "2012-04-30,0,1,보통\n", to: "unknown.csv")
        let evaluation = try #require(try ForecastEvaluation.of(summary.model, onSeriesIn: path))
        #expect(evaluation.notes.count == 1 && evaluation.notes[0].hasPrefix("1 of "), "\(evaluation.notes)")
    }

    @Test func `labels in the recipe of a target of numbers count for nothing`() throws {
        let folder = try TemporaryFolder()
        var run = try run(in: folder) { $0.labels = ["낮음", "높음"] }
        run.recipe.fit.training.epochs = 1
        #expect(try run.run { _ in true }.model.configuration.labels.isEmpty)
    }

    @Test func `quantiles are learned in place of intervals of residuals`() throws {
        let folder = try TemporaryFolder()
        let summary = try run(in: folder) { $0.quantiles = [0.1, 0.5, 0.9] }.run { _ in true }
        #expect(summary.model.residuals == nil)
        #expect(summary.test?.coverage != nil)
    }

    @Test func `nothing of the later rows changes what is fitted`() throws {
        var fitted: [StoredForecaster] = []
        for last in ["7", "1e6"] {
            let folder = try TemporaryFolder()
            var run = try run(in: folder)
            run.recipe.fit.training.epochs = 2
            var text = String(decoding: try contents(of: folder.path + "/saw.csv"), as: UTF8.self)
            text += "2012-04-30,\(last),0,낮음\n"
            run.data.path = try folder.write(text, to: "longer.csv")
            fitted.append(try run.run { _ in true }.model)
        }
        #expect(fitted[0].encoder == fitted[1].encoder)
        #expect(fitted[0].network.weights == fitted[1].network.weights)
        #expect(fitted[0].linear == fitted[1].linear && fitted[0].naiveScale == fitted[1].naiveScale)
        #expect(fitted[0].residuals == fitted[1].residuals)
    }

    @Test func `no row to train on is filled from a later one, and what was filled in is not measured`() throws {
        let folder = try TemporaryFolder()
        var run = try run(in: folder) { $0.repair.missing = .interpolate }
        run.recipe.fit.training.epochs = 1
        // 120 to train on, 40 to validate with, 40 to measure on.
        var text = "x,other\n"
        for row in 0..<200 {
            let isMissing = (100..<120).contains(row) || (170..<175).contains(row)
            text += "\(isMissing ? "" : row == 120 ? "1000" : "\(row % 5)"),0\n"
        }
        run.data.path = try folder.write(text, to: "gaps.csv")
        let summary = try run.run { _ in true }
        #expect(summary.model.encoder.ranges == [0...4])
        let truth = try #require(summary.test?.targets.first?.truth)
        #expect(truth.map(\.count) == [39, 39])
        #expect(truth.map { $0.count(where: \.isNaN) } == [5, 5])
        #expect(summary.test?.figures.allSatisfy { $0.overall.count == 68 } == true)
    }

    @Test func `a stopped training goes on to the same bits`() throws {
        let folder = try TemporaryFolder()
        var run = try run(in: folder)
        run.recipe.fit.training.epochs = 5
        let whole = try run.run { _ in true }.model.network.weights
        let stopped = try run.run { event in
            if case .fit(.progress(let progress)) = event { progress.epoch < 3 } else { true }
        }
        #expect(stopped.ending == .stopped)
        run.resumes = true
        #expect(try run.run { _ in true }.model.network.weights == whole)
    }

    @Test(arguments: [([], ["x 1.0"]), ([SeriesTransform.difference], [])])
    func `a target that leaves what is trained on is said to`(transforms: [SeriesTransform], said: [String]) throws {
        let folder = try TemporaryFolder()
        var run = try run(in: folder) { $0.transforms = transforms }
        run.recipe.fit.training.epochs = 1
        run.data.path = try folder.write("x\n" + (0..<60).map { "\($0)\n" }.joined(), to: "rising.csv")
        var notes: [String] = []
        _ = try run.run { event in
            if case .leavesRange(let target, let share) = event { notes.append("\(target) \(share)") }
            return true
        }
        #expect(notes == said)
    }

    @Test func `days without weekends are learned as rows that are only numbered, and measured so`() throws {
        let folder = try TemporaryFolder()
        var run = try run(in: folder)
        run.recipe.fit.training.epochs = 1
        let start = try #require(TimePoint("2012-01-02"))
        var text = "date,x\n"
        for row in 0..<60 {
            let day = try #require(SeriesInterval.seconds(86_400).advanced(start, by: row / 5 * 7 + row % 5))
            text += "\(day),\(row % 5)\n"
        }
        run.data.path = try folder.write(text, to: "weeks.csv")
        let error = #expect(throws: TrainingRunError.self) { try run.run { _ in true } }
        guard case .series(let gap, _, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(gap.kind == .gap)
        run.data.dateColumn = SeriesFile.noDates
        let model = try run.run { _ in true }.model
        #expect(model.configuration.dateColumn == nil && model.configuration.season == 1)
        #expect(try stored(in: folder).history()?["settings"]?["series"]?["date_column"] == "none")
        #expect(try ForecastEvaluation.of(model, onSeriesIn: run.data.path)?.table.times == nil)
    }

    @Test func `a series without a test part is not measured, and one without validation has no intervals`() throws {
        let folder = try TemporaryFolder()
        var run = try run(in: folder)
        (run.recipe.fit.validationSplit, run.recipe.fit.testSplit, run.recipe.fit.training.epochs) = (0, 0, 1)
        var said: [String] = []
        let summary = try run.run { event in
            if case .noIntervals(let windows, let coverage) = event { said.append("\(windows) \(coverage)") }
            return true
        }
        #expect(summary.test == nil && summary.model.residuals == nil && summary.model.card.metrics.isEmpty)
        #expect(said == ["0 0.8"])
    }

    @Test(arguments: [
        ("1h", 24), ("15min", 96), ("1d", 7), ("1w", 52), ("1mo", 12), ("3mo", 4), ("1y", 1), ("7h", 1), ("2d", 1),
        ("5mo", 1),
    ])
    func `the season follows from the step`(step: String, season: Int) throws {
        let folder = try TemporaryFolder()
        let interval = try #require(SeriesInterval(step))
        let start = try #require(
            TimePoint(interval.description.hasSuffix("mo") || step == "1y" ? "1950-01" : "1950-01-01"))
        var text = "date,x\n"
        for row in 0..<40 { text += "\(try #require(interval.advanced(start, by: row))),\(row % 3)\n" }
        var run = try run(in: folder)
        run.data.path = try folder.write(text, to: "steps.csv")
        run.recipe.fit.training.epochs = 1
        var found = 0
        let summary = try run.run { event in
            if case .split(_, _, _, let season) = event { found = season }
            return true
        }
        #expect(found == season)
        #expect(summary.model.configuration.interval == interval)
    }

    @Test func `an error of the rows names the line, one of the columns no file is read for`() throws {
        let folder = try TemporaryFolder()
        var run = try run(in: folder)
        run.data.path = try folder.write("date,x\n2012-01-01,1\n\n2012-01-03,2\n2012-01-02,2\n", to: "order.csv")
        let error = #expect(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect(error?.description.contains("order.csv:5: ") == true, "\(error?.description ?? "")")
        // Once rows were sorted no line of the file is theirs.
        run.recipe.series.repair.sorts = true
        run.data.path = try folder.write("date,x\n2012-01-01,1\n2012-01-03,2\n2012-01-02,\n", to: "sorted.csv")
        let sorted = #expect(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect(sorted?.description.contains("sorted.csv: ") == true, "\(sorted?.description ?? "")")
        run.data.path = "/nowhere/at/all.csv"
        run.recipe.series.horizon = 0
        let before = #expect(throws: TrainingRunError.self) { try run.run { _ in true } }
        #expect(before?.description.contains("horizon 0") == true)
    }
}
