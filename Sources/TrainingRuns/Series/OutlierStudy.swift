package import LanguageFeatures
import Models
import RecurrentNetworks
package import TimeSeries

/// What one value that is out of place does to a column that is scaled, and to a network that learns from it.
///
/// The value stands in the middle of the rows to train on. Nothing else is changed: the rows to measure on are as they
/// were, and so are those that are read for their forecasts.
package struct OutlierStudy: Sendable {
    package var data: SeriesFile
    /// A column of numbers.
    package var target: String
    package var window = 28
    package var repair = SeriesRepair()
    package var threads = 1

    /// How far above the mean of the rows to train on the outlier lies, in their standard deviations; 0: there is none.
    package static let sizes = [0.0, 5, 10, 20, 50]
    /// Where the weights begin shows in the error: each network is trained from so many beginnings.
    package static let seeds: [UInt64] = [1, 2, 3]
    /// So many of the latest rows, so that it takes seconds.
    package static let maximumRows = 2_000
    package static let units = 16
    package static let epochs = 20
    private static let testShare = 0.2

    package init(data: SeriesFile, target: String) {
        self.data = data
        self.target = target
    }

    package struct Result: Sendable {
        /// The target alone, without the outlier.
        package let table: SeriesTable
        package let training: Range<Int>
        package let test: Range<Int>
        /// Where the outlier is put.
        package let row: Int
        /// Of the rows to train on.
        package let mean, deviation: Double
        /// By scaler, then by size.
        package let scalers: [[Effect]]
        /// One row ahead on the rows to measure on: those who need no network.
        package let baselines: [BacktestReport.Figures]
        /// What was made good, in words.
        package let notes: [String]

        package var values: [Double] { table.columns.first?.values ?? [] }

        package func outlier(_ size: Double) -> Double {
            size == 0 ? values[row] : mean + size * deviation
        }
    }

    package struct Effect: Sendable {
        /// Fitted on the rows to train on, the outlier among them.
        package let scaler: Scaler
        /// How far apart the other values lie once they are scaled, by what it is without the outlier.
        package let keptSpread: Double
        /// One row ahead on the rows to measure on, for each of the seeds whose training did not diverge.
        package let errors: [ForecastErrors]
    }

    /// - Parameter progress: how many trainings are done, of how many; false ends it with `.stopped`.
    package func run(_ progress: (Int, Int) -> Bool = { _, _ in true }) throws(TrainingRunError) -> Result {
        let rows = try read()
        let (values, split) = (rows.table.columns[0].values, try split(rows))
        let whole = try whole(values[split.training])
        let naive = ForecastErrors.naiveScale(of: values, rows: split.training, season: rows.series.season)
        var scalers: [[Effect]] = []
        var baselines: [BacktestReport.Figures] = []
        var done = 0
        let all = ScalerKind.allCases.count * Self.sizes.count * Self.seeds.count
        for kind in ScalerKind.allCases {
            var effects: [Effect] = []
            for size in Self.sizes {
                let (encoder, set) = try learned(
                    rows, split, kind, outlier: size > 0 ? whole.center + size * whole.scale : nil)
                var errors: [ForecastErrors] = []
                for seed in Self.seeds {
                    guard progress(done, all) else { throw .stopped }
                    if let network = try train(on: set, seed: seed) {
                        let figures = try measure(
                            network, encoder, naive, on: rows, split.origins(of: split.test, steps: 1))
                        errors += figures.prefix(1).map(\.overall)
                        if baselines.isEmpty { baselines = Array(figures.dropFirst()) }
                    }
                    done += 1
                }
                let scaler = encoder.scalers[0]
                effects.append(
                    Effect(
                        scaler: scaler, keptSpread: (effects.first?.scaler.scale ?? scaler.scale) / scaler.scale,
                        errors: errors))
            }
            scalers.append(effects)
        }
        return Result(
            table: rows.table, training: split.training, test: split.test, row: Self.row(of: split), mean: whole.center,
            deviation: whole.scale, scalers: scalers, baselines: baselines, notes: rows.notes)
    }

    // MARK: - Steps

    /// The target alone, a row for each step, the latest.
    private func read() throws(TrainingRunError) -> ForecastRows {
        var series = SeriesConfiguration(targets: [target], window: window, repair: repair)
        do { try series.check() } catch { throw .series(error, file: nil) }
        let content: SeriesFile.Content
        do { content = try data.read([.number(target)]) } catch { throw .data(error) }
        do {
            let (all, interval, notes) = try repair.aligned(content.table, interval: nil)
            series.season = ForecastRows.usualSeason(of: interval)
            let truth = all[max(0, all.count - Self.maximumRows)..<all.count]
            let end = try SeriesSplit.ends(rows: truth.count, validation: 0, test: Self.testShare).training
            let (table, fillings) = try repair.filled(truth, ends: [end])
            return ForecastRows(series: series, table: table, truth: truth, notes: notes + fillings)
        } catch {
            throw .series(error, file: data.path)
        }
    }

    private func split(_ rows: ForecastRows) throws(TrainingRunError) -> SeriesSplit {
        do {
            return try SeriesSplit(
                rows: rows.table.count, validation: 0, test: Self.testShare, configuration: rows.series)
        } catch {
            throw .series(error, file: data.path)
        }
    }

    /// The mean and the standard deviation.
    private func whole(_ values: ArraySlice<Double>) throws(TrainingRunError) -> Scaler {
        do throws(SeriesError) {
            let scaler = try Scaler(fitting: .standard, Array(values))
            // The scale of what is constant, or nearly, is 1.
            guard let least = values.min(), let most = values.max(), scaler.scale <= most - least else {
                throw SeriesError(
                    .value, column: target, came: "the same value in all rows to train on",
                    expected: "values that differ, from which one can lie apart", hint: "choose another column")
            }
            return scaler
        } catch {
            throw .series(error, file: data.path)
        }
    }

    private static func row(of split: SeriesSplit) -> Int { split.training.count / 2 }

    /// What is fitted on the rows to train on, and their windows.
    private func learned(
        _ rows: ForecastRows, _ split: SeriesSplit, _ scaler: ScalerKind, outlier: Double?
    ) throws(TrainingRunError) -> (encoder: SeriesEncoder, set: TrainingSet) {
        var series = rows.series
        series.scaler = scaler
        var values = rows.table.columns[0].values
        if let outlier { values[Self.row(of: split)] = outlier }
        do throws(SeriesError) {
            let table = try SeriesTable(
                times: rows.table.times, columns: [SeriesTable.Column(name: target, values: values)])
            let encoder = try SeriesEncoder(fitting: series, on: table, rows: split.training)
            return (
                encoder,
                try SeriesWindows(of: table, encoder).set(origins: split.origins(of: split.training, steps: 1))
            )
        } catch {
            throw .series(error, file: data.path)
        }
    }

    /// Nil where the training diverged.
    private func train(on set: TrainingSet, seed: UInt64) throws(TrainingRunError) -> Network? {
        let configuration = NetworkConfiguration(layers: [
            .input(features: 1), .gru(RecurrentOptions(units: Self.units)), .dense(units: 1),
        ])
        var options = TrainingOptions()
        options.epochs = Self.epochs
        options.batchSize = 32
        options.learningRate = 0.005
        options.loss = .meanSquaredError
        options.patience = nil
        options.seed = seed
        options.threads = threads
        let trainer: Trainer
        do { trainer = try Trainer(configuration: configuration, options: options) } catch {
            throw .training(.network(error))
        }
        do { return try trainer.train(on: set).network } catch {
            if case .diverged = error { return nil }
            throw .training(error)
        }
    }

    /// The network's figures, then those of the baselines.
    private func measure(
        _ network: Network, _ encoder: SeriesEncoder, _ naiveScale: Double, on rows: ForecastRows, _ origins: Range<Int>
    ) throws(TrainingRunError) -> [BacktestReport.Figures] {
        let model: StoredForecaster
        do {
            model = try StoredForecaster(name: target, encoder: encoder, network: network, naiveScale: [naiveScale])
        } catch {
            throw .model(error)
        }
        do {
            return try Forecaster(model).backtest(rows.table, truth: rows.truth, origins: origins)?.figures ?? []
        } catch {
            throw .series(error, file: data.path)
        }
    }
}
