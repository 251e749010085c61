import ArgumentParser
import Models
import Numerics
import RecurrentNetworks
import Reports
import TimeSeries
import TrainingRuns

struct Outlier: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a page that shows what one outlier does under each scaler.",
        discussion: """
            Puts one value that is out of place among the rows to train on, 5 to 50 standard deviations above their mean, \
            and shows what each scaler then makes of the other values, and how small networks that learn from them \
            forecast rows that have no outlier. One HTML file that needs no network. Works in this process, without the \
            daemon.

              sluice outlier weather.csv --target temp_max -o outlier.html
            """)

    @Argument(
        help: ArgumentHelp(
            "The series, read as by train --task forecast, or '-' for standard input.", valueName: "data"))
    var data: String

    @Option(help: ArgumentHelp("A column of numbers.", valueName: "column"))
    var target: String

    @Option(name: [.short, .long], help: ArgumentHelp("The page to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("The column of the dates; found by its name else.", valueName: "column"))
    var dateColumn: String?

    @Option(help: ArgumentHelp("How many rows are read for a forecast.", valueName: "rows"))
    var window = 28

    @Option(help: "What to do about missing values and rows.")
    var missing = MissingValues.refuse

    @Option(help: "What to do about rows of the same date.")
    var repeated = RepeatedTimes.refuse

    func run() throws {
        try InstructionSet.check()
        var study = OutlierStudy(data: SeriesFile(path: data, dateColumn: dateColumn), target: target)
        study.window = window
        study.repair.missing = missing
        study.repair.repeated = repeated
        study.threads = Processors.count
        var display = ProgressDisplay { Output.raw($0) }
        defer { display.finish() }
        let page: [UInt8]
        do {
            page = try OutlierReport(study: study).page { display.show($0, of: $1, what: "training") }
        } catch {
            throw Failure("\(error)", hint: error.hint)
        }
        do { try FileSystem.replace(output, with: page) } catch { throw Failure("\(error)") }
        display.finish()
        Output.write("wrote \(output), \(Quantity.bytes(page.count))\n")
    }
}
