import JSON
package import LanguageFeatures
package import Models
package import RecurrentNetworks
package import TimeSeries

/// From a file of a series and a recipe to a model directory: read, mend, split by time, scale by the rows to learn from,
/// train, write, and measure beside the naive forecasts on the last rows.
package struct ForecastRun: Sendable {
    package var data: SeriesFile
    package var recipe: ForecastRecipe
    /// The model directory. The model is called after it.
    package var output: String
    package var threads = 1
    /// As in `NetworkFit`.
    package var resumes = false
    package var checkpointInterval = 60.0
    package var license = ""
    /// For the card: what the model does, and where its data comes from; nil: said from the columns and the file's name.
    package var description: String?
    package var source: String?

    package init(data: SeriesFile, recipe: ForecastRecipe, output: String) {
        self.data = data
        self.recipe = recipe
        self.output = output
    }

    /// What happens, as it happens.
    package enum Event {
        case read(SeriesTable, interval: SeriesInterval?)
        /// What was made good, in words.
        case repaired(String)
        /// Windows to learn from, to tell when to stop and to measure with, and after how many rows the series repeats.
        case split(training: Int, validation: Int, test: Int, season: Int)
        /// A target that leaves, in that share of the later rows, the values that are trained on: it has a trend.
        case leavesRange(target: String, share: Double)
        /// Labels that no row to train on has.
        case unseenLabels([String])
        /// That many windows to validate with are too few for intervals of that coverage.
        case noIntervals(windows: Int, coverage: Double)
        /// Numbers of a row that the network reads.
        case network(features: Int, parameters: Int)
        case fit(NetworkFit.Event)
        case measuring(done: Int, of: Int)
    }

    package struct Summary: Sendable {
        package var model: StoredForecaster
        package var history: [EpochRecord]
        /// From 1; nil where no epoch was finished.
        package var bestEpoch: Int?
        package var ending: TrainingResult.Ending
        /// Of the last rows, where any were kept aside.
        package var test: BacktestReport?
    }

    /// Trains, writes the directory, and measures what was written.
    ///
    /// - Parameter report: false, in answer to `.fit(.progress)`, ends the training; the best weights so far are written.
    ///   Nothing else is ended by it.
    package func run(_ report: (Event) -> Bool) throws(TrainingRunError) -> Summary {
        try OutputPlace.check(output)
        let rows = try ForecastRows.read(
            data, for: recipe.series, findsSeason: recipe.findsSeason,
            shares: (recipe.fit.validationSplit, recipe.fit.testSplit))
        let (series, table) = (rows.series, rows.table)
        _ = report(.read(table, interval: series.interval))
        for note in rows.notes { _ = report(.repaired(note)) }

        let split: SeriesSplit
        let encoder: SeriesEncoder
        let windows: SeriesWindows
        do throws(SeriesError) {
            split = try SeriesSplit(
                rows: table.count, validation: recipe.fit.validationSplit, test: recipe.fit.testSplit,
                configuration: series)
            encoder = try SeriesEncoder(fitting: series, on: table, rows: split.training)
            windows = try SeriesWindows(of: table, encoder)
        } catch {
            throw .series(error, file: data.path)
        }
        let training = windows.set(origins: split.origins(of: split.training, steps: series.stepsAhead))
        let validation = windows.set(origins: Self.validationOrigins(series, split))
        let tested = split.origins(of: split.test, steps: series.horizon)
        _ = report(
            .split(
                training: training.count, validation: validation.count, test: tested.count, season: series.season))
        for event in leavingRange(encoder, table, split) { _ = report(event) }
        let unseen = unseenLabels(series, table, split)
        if !unseen.isEmpty { _ = report(.unseenLabels(unseen)) }

        let result = try train(encoder, on: training, validation: validation, report)
        let history = TrainingHistory.json(
            recipe: recipe.name, settings: recipe.settings(of: series), result: result)
        var model = try stored(encoder, result.network, table, split)
        // Written before anything is measured, so that nothing that happens meanwhile can lose it.
        try write(model, history)
        fit.removeCheckpoint(after: result.ending)
        let validated = split.origins(of: split.validation, steps: series.horizon)
        if series.labels.isEmpty, series.quantiles.isEmpty {
            let residuals = validated.isEmpty ? [] : try backtest(model, rows, validated, report).residuals
            let intervals = ResidualIntervals(residuals: residuals, coverage: series.coverage)
            if intervals == nil { _ = report(.noIntervals(windows: validated.count, coverage: series.coverage)) }
            model = try changed(model, residuals: intervals, model.card)
        }
        var test: BacktestReport?
        if !tested.isEmpty {
            let figures = try backtest(model, rows, tested, report)
            var card = model.card
            card.metrics = metrics(figures, split)
            model = try changed(model, residuals: model.residuals, card)
            test = figures
        }
        try write(model, history)
        return Summary(
            model: model, history: result.history, bestEpoch: result.bestEpoch, ending: result.ending, test: test)
    }

    // MARK: - Steps

    private var fit: NetworkFit {
        NetworkFit(output: output, resumes: resumes, checkpointInterval: checkpointInterval)
    }

    /// Targets that a network which reads no changes is asked to tell beyond all that it has seen.
    private func leavingRange(_ encoder: SeriesEncoder, _ table: SeriesTable, _ split: SeriesSplit) -> [Event] {
        let series = encoder.configuration
        guard !series.transforms.contains(.difference) else { return [] }
        return zip(series.numericTargets, encoder.ranges).compactMap { name, range in
            let later = (table.values(of: name) ?? []).dropFirst(split.training.count)
            guard !later.isEmpty else { return nil }
            let share = Double(later.count { !range.contains($0) }) / Double(later.count)
            return share > 0.2 ? .leavesRange(target: name, share: share) : nil
        }
    }

    /// Labels of the series that no row to train on has, so that nothing is learned of them.
    private func unseenLabels(_ series: SeriesConfiguration, _ table: SeriesTable, _ split: SeriesSplit) -> [String] {
        guard !series.labels.isEmpty, let texts = table.texts(of: series.targets[0]) else { return [] }
        let seen = Set(texts[split.training])
        return series.labels.filter { !seen.contains($0) }
    }

    private func train(
        _ encoder: SeriesEncoder, on set: TrainingSet, validation: TrainingSet, _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> TrainingResult {
        let series = encoder.configuration
        let trainer: Trainer
        do throws(RecipeError) {
            let (configuration, loss) = try recipe.network(for: series, features: encoder.featureCount)
            var options = recipe.fit.training
            options.threads = threads
            options.loss = loss
            do throws(NetworkError) {
                trainer = try Trainer(
                    configuration: configuration, options: options,
                    classCount: series.labels.isEmpty ? nil : series.labels.count,
                    isStepwise: series.mode == .stateful)
            } catch {
                throw RecipeError(recipe: recipe.name, reason: error.description, hint: "nothing was trained")
            }
        } catch {
            throw .recipe(error)
        }
        _ = report(.network(features: encoder.featureCount, parameters: trainer.plan.parameterCount))
        return try fit.train(trainer, on: set, validation: validation) { report(.fit($0)) }
    }

    /// What decides when to stop. A network that answers after every row of a window is asked about rows of this part
    /// alone, where it is long enough for that.
    private static func validationOrigins(_ series: SeriesConfiguration, _ split: SeriesSplit) -> Range<Int> {
        let origins = split.origins(of: split.validation, steps: series.stepsAhead)
        let first = split.validation.lowerBound + series.window - 1
        return series.mode == .stateful && first < origins.upperBound ? first..<origins.upperBound : origins
    }

    // MARK: - The model

    /// With what is fitted on the rows to train on beside the network.
    private func stored(
        _ encoder: SeriesEncoder, _ network: Network, _ table: SeriesTable, _ split: SeriesSplit
    ) throws(TrainingRunError) -> StoredForecaster {
        let series = encoder.configuration
        let targets = series.numericTargets.map { table.values(of: $0) ?? [] }
        do {
            return try StoredForecaster(
                name: FileSystem.lastComponent(of: output), encoder: encoder, network: network,
                linear: Self.linear(targets, series, split),
                naiveScale: targets.map {
                    ForecastErrors.naiveScale(of: $0, rows: split.training, season: series.season)
                },
                card: ModelCard(
                    description: description ?? Self.summary(of: series),
                    data: "\(source ?? dataName), \(Quantity.count(table.count)) rows, "
                        + "\(Quantity.count(split.training.count)) of them trained on",
                    license: license))
        } catch {
            throw .model(error)
        }
    }

    private func changed(
        _ model: StoredForecaster, residuals: ResidualIntervals?, _ card: ModelCard
    ) throws(TrainingRunError) -> StoredForecaster {
        do {
            return try StoredForecaster(
                name: model.name, encoder: model.encoder, network: model.network, linear: model.linear,
                residuals: residuals, naiveScale: model.naiveScale, card: card)
        } catch {
            throw .model(error)
        }
    }

    private func write(_ model: StoredForecaster, _ history: JSONValue) throws(TrainingRunError) {
        do { try ModelDirectory.write(model, history: history, to: output) } catch { throw .model(error) }
    }

    private func backtest(
        _ model: StoredForecaster, _ rows: ForecastRows, _ origins: Range<Int>, _ report: (Event) -> Bool
    ) throws(TrainingRunError) -> BacktestReport {
        let figures: BacktestReport?
        do {
            figures = try ForecastEvaluation.backtest(of: model, on: rows, origins: origins) {
                _ = report(.measuring(done: $0, of: origins.count))
                return true
            }
        } catch {
            throw .series(error, file: data.path)
        }
        guard let figures else { throw .stopped }
        return figures
    }

    private var dataName: String { InputBytes.name(of: data.path) }

    /// To six decimals: more would be noise.
    private func metrics(_ report: BacktestReport, _ split: SeriesSplit) -> [ModelCard.Metric] {
        let rows = "the last \(Quantity.count(split.test.count)) rows of \(dataName), unseen in training"
        return report.metrics.map {
            ModelCard.Metric(name: $0.name, value: ($0.value * 1e6).rounded() / 1e6, measuredOn: rows)
        }
    }

    /// Of the whole window, where that is not too much for it.
    private static func linear(
        _ targets: [[Double]], _ series: SeriesConfiguration, _ split: SeriesSplit
    ) -> LinearBaseline? {
        guard !targets.isEmpty else { return nil }
        return LinearBaseline(
            fitting: targets, origins: split.origins(of: split.training, steps: series.horizon),
            window: min(
                series.window, LinearBaseline.longestWindow(targets: targets.count, horizon: series.horizon)),
            horizon: series.horizon)
    }

    private static func summary(of series: SeriesConfiguration) -> String {
        let targets = listing(series.targets, atMost: 5)
        let read = "from the \(Quantity.count(series.window)) rows before"
        if !series.labels.isEmpty {
            return "Which of \(Quantity.count(series.labels.count)) labels \(targets) has "
                + (series.horizon == 1 ? "in the next row" : "\(Quantity.count(series.horizon)) rows on") + ", \(read)."
        }
        return "The next \(series.horizon == 1 ? "value" : "\(Quantity.count(series.horizon)) values") of \(targets), "
            + "\(read)."
    }
}
