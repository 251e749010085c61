import Testing
import TimeSeries

@Suite struct SeriesConfigurationTests {
    static let good = SeriesConfiguration(targets: ["a"], inputs: ["b"], window: 3, horizon: 2)

    @Test func `what an answer holds follows from the configuration`() throws {
        var configuration = Self.good
        configuration.targets = ["a", "c"]
        configuration.quantiles = [0.1, 0.5, 0.9]
        try configuration.check()
        #expect(configuration.networkSteps == 2 && configuration.outputCount == 12 && configuration.contextRows == 3)
        configuration.transforms = [.difference]
        #expect(configuration.contextRows == 4)
        configuration = SeriesConfiguration(targets: ["a"], horizon: 9, mode: .autoregressive)
        try configuration.check()
        #expect(configuration.networkSteps == 1 && configuration.outputCount == 1)
        configuration = SeriesConfiguration(targets: ["w"], inputs: ["a"], horizon: 9, labels: ["rain", "sun", "fog"])
        try configuration.check()
        #expect(configuration.outputCount == 3 && configuration.numericTargets == [])
    }

    typealias Change = @Sendable (inout SeriesConfiguration) -> Void

    static let changes: [(String, Change)] = [
        ("no target", { $0.targets = [] }), ("a more than once", { $0.inputs = ["a"] }),
        ("a more than once", { $0.targets = ["a", "a"] }), ("b more than once", { $0.dateColumn = "b" }),
        ("a column without a name", { $0.inputs = [""] }),
        ("1001 columns", { $0.inputs = (0..<1000).map(String.init) }),
        ("calendar day_of_week, day_of_week", { $0.calendar = [.dayOfWeek, .dayOfWeek] }),
        ("window 0", { $0.window = 0 }),
        ("window 100001", { $0.window = 100_001 }), ("horizon 0", { $0.horizon = 0 }),
        ("horizon -1", { $0.horizon = -1 }),
        ("horizon 10001", { $0.horizon = 10_001 }), ("season 0", { $0.season = 0 }),
        ("transforms log, log1p", { $0.transforms = [.log, .log1p] }),
        ("transforms difference, difference", { $0.transforms = [.difference, .difference] }),
        ("interval of seconds 0", { $0.interval = .seconds(0) }),
        ("interval of months -1", { $0.interval = .months(-1) }),
        ("coverage 1.0", { $0.coverage = 1 }), ("coverage nan", { $0.coverage = .nan }),
        ("quantiles 0.5, 0.1", { $0.quantiles = [0.5, 0.1] }), ("quantiles 0.5, 0.5", { $0.quantiles = [0.5, 0.5] }),
        ("quantiles 0.1, 0.9", { $0.quantiles = [0.1, 0.9] }),
        ("quantiles 0.0", { $0.quantiles = [0] }), ("quantiles nan", { $0.quantiles = [.nan] }),
        ("inputs b of an autoregressive model", { $0.mode = .autoregressive }),
        (
            "quantiles 0.5 of an autoregressive model",
            {
                $0.mode = .autoregressive
                $0.inputs = []
                $0.quantiles = [0.5]
            }
        ), ("one label", { $0.labels = ["x"] }), ("2 labels", { $0.labels = ["x", "x"] }),
        ("2 labels", { $0.labels = ["x", ""] }),
        (
            "nothing to tell the labels of a by",
            {
                $0.labels = ["x", "y"]
                $0.inputs = []
            }
        ),
        (
            "labels with several targets, another mode than direct, quantiles or transforms",
            {
                $0.labels = ["x", "y"]
                $0.transforms = [.log]
            }
        ),
    ]

    @Test(arguments: changes.indices)
    func `a setting that cannot be is refused with what came, and where`(index: Int) throws {
        var configuration = Self.good
        try configuration.check()
        Self.changes[index].1(&configuration)
        let error = try refusal { try configuration.check() }
        #expect(error.kind == .configuration)
        #expect(error.came == Self.changes[index].0)
        #expect(!error.expected.isEmpty && error.hint.first?.isLowercase == true && error.hint.last != ".")
    }

    @Test func `columns that are not read are left out`() throws {
        let table = try SeriesTable(
            columns: ["x", "b", "a"].map { .init(name: $0, values: [1]) }, texts: [.init(name: "w", values: ["sun"])])
        #expect(try Self.good.columns(of: table).columns.map(\.name) == ["a", "b"])
        #expect(try Self.good.columns(of: table).texts == [])
        let labels = SeriesConfiguration(targets: ["w"], inputs: ["a"], labels: ["rain", "sun"])
        #expect(try labels.columns(of: table).texts.map(\.name) == ["w"])
        #expect(try labels.columns(of: table, labels: false).texts == [])
    }
}
