import LanguageFeatures
import RecurrentNetworks
import Testing
import TrainingRuns

struct `What a terminal shows` {
    @Test(arguments: [
        ("abc", 3), ("한국어", 6), ("ㅋㅋ", 4), ("漢字かな", 8), ("é", 1), ("e\u{301}", 1), ("😀", 2), ("👨‍👩‍👧", 2), ("❤️", 2),
        ("ｗｉｄｅ", 8), ("각", 2), ("a\u{200b}b", 2), ("", 0), ("…", 1),
    ])
    func `a text takes as many columns as a terminal gives it`(text: String, columns: Int) {
        #expect(TextWidth.of(text) == columns)
    }

    @Test func `a text is cut at a column, never inside a character`() {
        #expect(TextWidth.cut("한국어 문장", to: 7) == "한국어…")
        #expect(TextWidth.cut("한국어 문장", to: 6) == "한국…")
        #expect(TextWidth.cut("한국어", to: 6) == "한국어")
        #expect(TextWidth.cut("abc", to: 0) == "")
    }

    @Test func `columns stand straight under Korean labels`() {
        var report = ClassificationReport(labels: ["긍정", "negative", "중립적인 것"])
        for (truth, predicted, times) in [(0, 0, 1200), (0, 1, 30), (1, 1, 900), (2, 0, 7)] {
            for _ in 0..<times { report.add(truth: truth, predicted: predicted, probability: 0.9) }
        }
        let text = ReportText.of(.classification(report), width: 80, isTerminal: true)
        let blocks = text.split(separator: "\n\n").map { $0.split(separator: "\n").map { TextWidth.of(String($0)) } }
        #expect(blocks.count == 3)
        // Every column but the first is aligned to the right, so all lines of a block are equally wide.
        for block in blocks { #expect(Set(block).count == 1, "\(text)") }
        #expect(text.contains("1,200"))
        #expect(text.contains("0.9827"))
    }

    @Test func `a confusion matrix that is too wide is told as pairs`() {
        let labels = (0..<30).map { "분류 \($0)" }
        var report = ClassificationReport(labels: labels)
        for label in labels.indices { report.add(truth: label, predicted: label == 4 ? 7 : label, probability: 0.5) }
        let text = ReportText.of(.classification(report), width: 80, isTerminal: true)
        #expect(text.contains("most often confused\n"))
        #expect(text.contains("분류 4  분류 7"))
        #expect(text.split(separator: "\n").allSatisfy { TextWidth.of(String($0)) <= 80 })
        // Where nobody's terminal would break the lines, it is there whole.
        let whole = ReportText.of(.classification(report), width: 80, isTerminal: false)
        #expect(whole.split(separator: "\n").contains { $0.hasPrefix("true \\ predicted") && $0.hasSuffix("분류 29") })
    }

    @Test func `a confusion matrix that is wide for its labels' names has numbers for them`() {
        let labels = (0..<8).map { "a label with a long name \($0)" }
        var report = ClassificationReport(labels: labels)
        for label in labels.indices { report.add(truth: label, predicted: label == 4 ? 7 : label, probability: 0.5) }
        let lines = ReportText.of(.classification(report), width: 80, isTerminal: true).split(separator: "\n")
        let header = lines.first { $0.hasPrefix("true \\ predicted") }
        #expect(header?.split(separator: " ").suffix(8) == ["1", "2", "3", "4", "5", "6", "7", "8"])
        #expect(lines.contains { $0.hasPrefix("5 a label") && $0.hasSuffix("0  0  0  0  0  0  0  1") })
        #expect(lines.allSatisfy { TextWidth.of(String($0)) <= 80 })
    }

    /// A moment of a real training, with figures that are easy to look for.
    private static var moment: TrainingProgress? {
        var set = TrainingSet(width: 1)
        set.append([1, 2], label: 0)
        set.append([2, 1], label: 1)
        var options = TrainingOptions()
        options.epochs = 1
        let layers: [LayerConfiguration] = [
            .embedding(inputDimension: 3, outputDimension: 2), .simpleRNN(RecurrentOptions(units: 2)),
            .dense(units: 2, activation: .softmax),
        ]
        let trainer = try? Trainer(
            configuration: NetworkConfiguration(layers: layers), options: options, classCount: 2)
        var last: TrainingProgress?
        _ = try? trainer?.train(on: set) { progress in
            last = progress
            return true
        }
        return last
    }

    private static func progress(batch: Int) throws -> TrainingProgress {
        var progress = try #require(moment)
        (progress.epoch, progress.epochs, progress.batch, progress.batches) = (2, 10, batch, 1250)
        (progress.loss, progress.accuracy, progress.textsPerSecond) = (0.41237, 0.8123, 8412.4)
        progress.finished = nil
        return progress
    }

    private final class Sink {
        var text = ""
    }

    private func drawn(width: Int, hasColour: Bool = false, isTerminal: Bool = true) throws -> String {
        let sink = Sink()
        var display = ProgressDisplay(
            screen: .init(isTerminal: isTerminal, hasColour: hasColour, width: { width }),
            write: { sink.text += $0 })
        display.show(try Self.progress(batch: 625))
        return sink.text
    }

    @Test func `the bar says everything at 80 columns`() throws {
        let line = try drawn(width: 80)
        for part in ["epoch 2/10", "[", "]", "625/1250", "loss 0.4124", "texts/s", "left"] {
            #expect(line.contains(part), "\(line)")
        }
    }

    @Test(arguments: [5, 12, 20, 30, 40, 60, 80, 120, 300])
    func `the line never reaches the terminal's last column`(width: Int) throws {
        let line = String(try drawn(width: width).dropFirst().replacing("\u{1b}[K", with: ""))
        #expect(TextWidth.of(line) < width, "\(line)")
    }

    @Test func `colour is used only where it is wanted`() throws {
        #expect(try drawn(width: 80, hasColour: true).contains("\u{1b}[32m"))
        #expect(try !drawn(width: 80).contains("\u{1b}[3"))
    }

    @Test func `without a terminal there is one plain line an epoch`() throws {
        let sink = Sink()
        var display = ProgressDisplay(
            screen: .init(isTerminal: false, hasColour: false, width: { 80 }), write: { sink.text += $0 })
        for batch in 1...5 { display.show(try Self.progress(batch: batch)) }
        #expect(sink.text.isEmpty)
        var last = try Self.progress(batch: 1250)
        var record = try #require(Self.moment?.finished)
        record.epoch = 2
        record.seconds = 12.3
        record.loss = 0.4
        record.accuracy = 0.8
        record.validationLoss = 0.5
        record.validationAccuracy = 0.75
        last.finished = record
        display.show(last)
        #expect(sink.text == "epoch  2/10  loss 0.4000  accuracy 0.8000  validation 0.5000 0.7500  12.3 s\n")
    }

    @Test(arguments: [
        (0.0, 4, "0.0000"), (0.99999, 4, "1.0000"), (12.345, 1, "12.3"), (-0.05, 1, "-0.1"), (1e20, 2, "1e+20"),
        (Double.nan, 2, "nan"), (5.5, 0, "6"), (0.004, 2, "0.00"), (-0.001, 2, "0.00"),
    ])
    func `numbers are written with as many decimals as asked`(value: Double, decimals: Int, text: String) {
        #expect(Quantity.fixed(value, decimals: decimals) == text)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func `counts have their thousands apart`(value: Int, text: String) {
        #expect(Quantity.count(value) == text)
    }

    @Test(arguments: [
        (0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 KB"), (31_457_280, "31.5 MB"), (250_000_000_000, "250 GB"),
    ])
    func `sizes are short`(value: Int, text: String) {
        #expect(Quantity.bytes(value) == text)
    }
}
