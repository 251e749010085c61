import ArgumentParser
import TimeSeries
import TrainingRuns

/// What a person may say of a series to be learned, in place of the recipe.
struct SeriesOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A column to tell ahead. May be repeated. Of one that holds texts the label is told.",
            valueName: "column"))
    var target: [String] = []

    @Option(help: ArgumentHelp("A column to read beside the targets. May be repeated.", valueName: "column"))
    var input: [String] = []

    @Option(
        help: ArgumentHelp(
            "The column of the dates, or none, where rows are only numbered; found by its name else.",
            valueName: "column"))
    var dateColumn: String?

    @Option(help: "What to read of the date. May be repeated.")
    var calendar: [CalendarFeature] = []

    @Option(help: ArgumentHelp("How many rows are read.", valueName: "rows"))
    var window: Int?

    @Option(help: ArgumentHelp("How many rows are told ahead.", valueName: "rows"))
    var horizon: Int?

    @Option(
        help: """
            All steps at once, one step that is fed back, or a state that goes on from row to row.
            """)
    var mode: ForecastMode?

    @Option(help: "How columns are brought to one size, by the rows to train on.")
    var scaler: ScalerKind?

    @Option(help: "What is done to the targets before that, in this order. May be repeated.")
    var transform: [SeriesTransform] = []

    @Option(
        help: ArgumentHelp(
            "After how many rows the series repeats, for the seasonal naive forecast; found by the dates else.",
            valueName: "rows"))
    var season: Int?

    @Option(help: "What to do about missing values and rows.")
    var missing: MissingValues?

    @Option(help: "What to do about rows of the same date.")
    var repeated: RepeatedTimes?

    @Flag(help: "Put rows that are out of order in the order of their dates.")
    var sort = false

    @Option(
        help: ArgumentHelp(
            "The step from row to row, such as 1h, 7d, 1mo or 1y; found by the dates else.",
            valueName: "step"),
        transform: { text in
            guard let interval = SeriesInterval(text) else {
                throw ValidationError("--interval must be a number and a unit, such as 15min, 1h, 7d, 1mo or 1y.")
            }
            return interval
        })
    var interval: SeriesInterval?

    @Option(
        help: ArgumentHelp(
            "Quantiles to learn, such as 0.1,0.5,0.9; else intervals are of what the validation rows missed by.",
            valueName: "numbers"),
        transform: { text in
            let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
            guard numbers.allSatisfy({ $0 != nil }) else {
                throw ValidationError("--quantiles must be numbers with commas between them, such as 0.1,0.5,0.9.")
            }
            return numbers.compactMap(\.self)
        })
    var quantiles: [Double]?

    @Option(
        help: ArgumentHelp(
            "The share of the truth that an interval is to hold, where no quantiles are learned.", valueName: "share"))
    var coverage: Double?

    /// The flags that were given.
    var given: [String] {
        let flags: [(String, Bool)] = [
            ("--target", !target.isEmpty), ("--input", !input.isEmpty), ("--date-column", dateColumn != nil),
            ("--calendar", !calendar.isEmpty), ("--window", window != nil), ("--horizon", horizon != nil),
            ("--mode", mode != nil), ("--scaler", scaler != nil), ("--transform", !transform.isEmpty),
            ("--season", season != nil), ("--missing", missing != nil), ("--repeated", repeated != nil),
            ("--sort", sort), ("--interval", interval != nil), ("--quantiles", quantiles != nil),
            ("--coverage", coverage != nil),
        ]
        return flags.filter(\.1).map(\.0)
    }

    /// The recipe, with what was said here in place of what it says.
    func laid(over recipe: ForecastRecipe) -> ForecastRecipe {
        var recipe = recipe
        if !target.isEmpty { recipe.series.targets = target }
        if !input.isEmpty { recipe.series.inputs = input }
        if let dateColumn { recipe.series.dateColumn = dateColumn }
        if !calendar.isEmpty { recipe.series.calendar = calendar }
        if let window { recipe.series.window = window }
        if let horizon { recipe.series.horizon = horizon }
        if let mode { recipe.series.mode = mode }
        if let scaler { recipe.series.scaler = scaler }
        if !transform.isEmpty { recipe.series.transforms = transform }
        if let season { (recipe.series.season, recipe.findsSeason) = (season, false) }
        if let missing { recipe.series.repair.missing = missing }
        if let repeated { recipe.series.repair.repeated = repeated }
        if sort { recipe.series.repair.sorts = true }
        if let interval { recipe.series.interval = interval }
        if let quantiles { (recipe.series.quantiles, recipe.fit.loss) = (quantiles, nil) }
        if let coverage { recipe.series.coverage = coverage }
        return recipe
    }
}

extension CalendarFeature: ExpressibleByArgument {}
extension ForecastMode: ExpressibleByArgument {}
extension ScalerKind: ExpressibleByArgument {}
extension SeriesTransform: ExpressibleByArgument {}
extension MissingValues: ExpressibleByArgument {}
extension RepeatedTimes: ExpressibleByArgument {}
