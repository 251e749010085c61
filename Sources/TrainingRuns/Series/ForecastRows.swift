import TimeSeries

/// A series as it is learned from and measured on: read and mended, with a row for every step.
struct ForecastRows {
    /// With what the file decided: the column of the dates, the step, the labels and the season.
    var series: SeriesConfiguration
    var table: SeriesTable
    /// The same rows without what was filled in: what is measured against.
    var truth: SeriesTable
    /// What was made good, in words.
    var notes: [String]

    /// More than in texts to classify would be no labels.
    private static var maximumLabels: Int { LabelledTexts.maximumLabels }

    /// For a new model: a target that holds texts makes it one of labels.
    ///
    /// - Parameter shares: of the rows, as they will be split: no part is filled from those after it.
    static func read(
        _ file: SeriesFile, for series: SeriesConfiguration, findsSeason: Bool,
        shares: (validation: Double, test: Double)
    ) throws(TrainingRunError) -> ForecastRows {
        var (file, series) = (file, series)
        file.dateColumn = file.dateColumn ?? series.dateColumn
        // Whether the target is of labels, and of which, decides the file: what else is wrong is said before it is read.
        series.labels = []
        do { try series.check() } catch { throw .series(error, file: nil) }
        let targets: [SeriesFile.Column] =
            series.targets.count == 1 ? [.either(series.targets[0])] : series.targets.map { .number($0) }
        let (content, mended) = try mended(file, targets, series, shares)
        series.dateColumn = content.dateColumn
        series.interval = mended.interval
        if findsSeason { series.season = usualSeason(of: mended.interval) }
        if let target = mended.table.texts.first { series.labels = try labels(of: target, in: file) }
        do { try series.check() } catch { throw .series(error, file: file.path) }
        return ForecastRows(series: series, table: mended.table, truth: mended.truth, notes: mended.notes)
    }

    /// For a model that there is.
    ///
    /// - Parameter test: the share of the rows that are measured on, the last ones: those before are not filled from them.
    static func read(
        _ path: String, for model: SeriesConfiguration, test: Double
    ) throws(TrainingRunError) -> ForecastRows {
        let file = SeriesFile(path: path, for: model)
        let targets: [SeriesFile.Column] = model.targets.map { model.labels.isEmpty ? .number($0) : .text($0) }
        let mended = try mended(file, targets, model, (0, test)).rows
        return ForecastRows(series: model, table: mended.table, truth: mended.truth, notes: mended.notes)
    }

    private static func mended(
        _ file: SeriesFile, _ targets: [SeriesFile.Column], _ series: SeriesConfiguration,
        _ shares: (validation: Double, test: Double)
    ) throws(TrainingRunError) -> (
        content: SeriesFile.Content,
        rows: (table: SeriesTable, truth: SeriesTable, interval: SeriesInterval?, notes: [String])
    ) {
        let content: SeriesFile.Content
        do { content = try file.read(targets + series.inputs.map { .number($0) }) } catch { throw .data(error) }
        do {
            let (truth, interval, notes) = try series.repair.aligned(content.table, interval: series.interval)
            let ends = try SeriesSplit.ends(rows: truth.count, validation: shares.validation, test: shares.test)
            let (table, fillings) = try series.repair.filled(truth, ends: [ends.training, ends.validation])
            return (content, (table, truth, interval, notes + fillings))
        } catch {
            let line = error.row.flatMap { row in
                isOfFile(error, content.table.times) && content.lines.indices.contains(row - 1)
                    ? content.lines[row - 1] : nil
            }
            throw .series(error, file: file.path, line: line)
        }
    }

    /// Whether the row of an error is one of the file. Once rows were sorted or joined it is not: their order is checked
    /// before anything is changed, repeated times after rows were sorted, all else after both.
    private static func isOfFile(_ error: SeriesError, _ times: [TimePoint]?) -> Bool {
        let steps = zip(times ?? [], (times ?? []).dropFirst())
        return switch error.kind {
        case .order: true
        case .repeatedTime: steps.allSatisfy { $0.seconds <= $1.seconds }
        default: steps.allSatisfy { $0.seconds < $1.seconds }
        }
    }

    private static func labels(
        of target: SeriesTable.TextColumn, in file: SeriesFile
    ) throws(TrainingRunError) -> [String] {
        let labels = Set(target.values).subtracting([""]).sorted()
        let came =
            "\(Quantity.count(labels.count)) different texts in \(Quantity.count(target.values.count)) rows of the "
            + "target '\(excerpt(target.name))'"
        guard labels.count >= 2 else {
            throw .data(
                DataError(
                    .oneClass, file: file.path, came: came, expected: "two labels or more",
                    hint: "is it the column you mean?"))
        }
        guard labels.count <= maximumLabels, labels.count * 2 <= target.values.count else {
            throw .data(
                DataError(
                    .tooManyLabels, file: file.path, came: came,
                    expected: "numbers, or labels that come again and again",
                    hint: "is it the column you mean?"))
        }
        return labels
    }

    /// How often a step of that length goes into what repeats: hours into a day, days into a week, weeks, months and
    /// quarters into a year. Else 1, which makes the seasonal naive forecast the last value.
    static func usualSeason(of interval: SeriesInterval?) -> Int {
        switch interval {
        case .seconds(let step)?:
            let (day, week) = (Int64(86_400), Int64(7 * 86_400))
            if step < day { return day % step == 0 ? Int(day / step) : 1 }
            return step == day ? 7 : step == week ? 52 : 1
        case .months(let months)?: return 12 % months == 0 ? 12 / months : 1
        case nil: return 1
        }
    }
}
