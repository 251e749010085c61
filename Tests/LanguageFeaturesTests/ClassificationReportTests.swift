import JSON
import LanguageFeatures
import Testing

@Suite struct `Classification reports` {
    static func goldens() throws -> [JSONValue] {
        try #require(JSONValue(parsing: GoldenFiles.text(of: "reports/reports.json")).array)
    }

    @Test func `figures are scikit-learn's`() throws {
        let goldens = try Self.goldens()
        #expect(goldens.count == 9)
        for golden in goldens {
            let name = try #require(golden["name"]?.string)
            func numbers(_ field: String) throws -> [Double] {
                try #require(golden[field]?.array, "\(name): \(field)").compactMap(\.number)
            }
            var report = ClassificationReport(labels: try #require(golden["labels"]?.array).compactMap(\.string))
            let truth = try numbers("truth")
            let predicted = try numbers("predicted")
            for ((truth, predicted), probability) in zip(zip(truth, predicted), try numbers("probability")) {
                report.add(truth: Int(truth), predicted: Int(predicted), probability: probability)
            }
            func expect(_ figures: [Double], _ expected: [Double], _ what: String) {
                #expect(figures.count == expected.count, "\(name): \(what)")
                for (figure, expected) in zip(figures, expected) {
                    #expect(abs(figure - expected) < 1e-12, "\(name): \(what)")
                }
            }
            #expect(report.count == truth.count)
            expect([report.accuracy], [try #require(golden["accuracy"]?.number)], "accuracy")
            expect([report.macroF1], [try #require(golden["macro_f1"]?.number)], "macro F1")
            expect(report.classes.map(\.precision), try numbers("precision"), "precision")
            expect(report.classes.map(\.recall), try numbers("recall"), "recall")
            expect(report.classes.map(\.f1), try numbers("f1"), "F1")
            expect(report.classes.map { Double($0.support) }, try numbers("support"), "support")
            expect(
                [report.calibrationError], [try #require(golden["calibration_error"]?.number)], "calibration error")
            let bins = try #require(golden["calibration"]?.array)
            #expect(bins.count == Reliability.binCount)
            for (bin, expected) in zip(report.reliability.bins, bins) {
                expect(
                    [Double(bin.count), bin.accuracy, bin.meanProbability], expected.array?.compactMap(\.number) ?? [],
                    "a bin of the calibration")
            }
            let confusion = try #require(golden["confusion"]?.array).map { $0.array?.compactMap(\.integer) ?? [] }
            #expect(report.confusion == confusion, "\(name)")
        }
    }

    @Test func `a report of no rows has figures of zero`() {
        let report = ClassificationReport(labels: ["a", "b"])
        #expect(report.count == 0)
        #expect(report.accuracy == 0 && report.macroF1 == 0 && report.calibrationError == 0)
        #expect(report.classes.map(\.f1) == [0, 0])
    }

    @Test(arguments: [(2, 0), (0, 2), (-1, 0), (0, -1)])
    func `rows of no class are left out`(truth: Int, predicted: Int) {
        var report = ClassificationReport(labels: ["a", "b"])
        report.add(truth: truth, predicted: predicted, probability: 0.5)
        #expect(report == ClassificationReport(labels: ["a", "b"]))
    }

    @Test(arguments: [-1.0, 0, 2, .infinity, .nan])
    func `odd probabilities are counted without harm`(probability: Double) {
        var report = ClassificationReport(labels: ["a", "b"])
        report.add(truth: 0, predicted: 0, probability: probability)
        #expect(report.count == 1)
        #expect(report.accuracy == 1)
    }
}
