import Testing
import TrainingRuns

struct `A series is drawn on a terminal` {
    private static func plot(
        _ past: [Double], _ forecast: [Double], lower: [Double] = [], upper: [Double] = [], title: String = "y"
    ) -> SeriesPlot {
        SeriesPlot(
            title: title, past: past, forecast: forecast, lower: lower, upper: upper, marks: ("first", "now", "end"))
    }

    /// The part right of the axis, row by row.
    private static func drawn(_ text: String) -> [Substring] {
        text.split(separator: "\n").dropFirst().prefix { !$0.contains("+--") }.map { line in
            line.drop { $0 != "|" && $0 != "+" }.dropFirst()
        }
    }

    @Test func `values rise from the lowest dot on the left to the highest on the right`() {
        let rows = Self.drawn(Self.plot([0, 1, 2, 3], [4]).text(width: 20, height: 2, hasColour: false))
        #expect(rows.count == 2)
        // Dot 7 is the lowest on the left of a character, dot 4 the highest on its right.
        #expect((rows[1].unicodeScalars.first?.value ?? 0) & 0x2847 == 0x2840)
        #expect((rows[0].unicodeScalars.last?.value ?? 0) & 0x2808 == 0x2808)
        #expect(rows[1].count < rows[0].count)
    }

    @Test func `where a value is missing nothing is drawn`() throws {
        let text = Self.plot([1, 1, .nan, .nan, .nan, 1, 1], [1]).text(width: 40, height: 3, hasColour: false)
        let line = try #require(Self.drawn(text).first { $0.contains { $0 != " " } })
        #expect(line.split(separator: " ").count == 2)
    }

    @Test func `a forecast goes on from the last value`() throws {
        let text = Self.plot([1, 1, 1], [1, 1]).text(width: 40, height: 3, hasColour: true)
        let line = try #require(Self.drawn(text).first { $0.contains("36m") })
        // Not interrupted where the colour changes.
        #expect(!line.contains(" ") && line.hasSuffix("\u{1b}[0m"), "\(line)")
    }

    @Test(arguments: [
        Self.plot([1, 2, 3, 2, 1, 2], [3, 4], lower: [2, 2], upper: [4, 6]),
        Self.plot((0..<5000).map { Double($0 % 97) }, (0..<365).map(Double.init)),
        Self.plot([5], [5], lower: [5], upper: [5], title: "아주 긴 이름을 가진 열이라서 잘려야 하는 제목입니다 그래도 더 길게"),
        Self.plot([], [1]),
        Self.plot([-1.7e308, 1.7e308], [0], lower: [-1.7e308], upper: [1.7e308]),
        Self.plot([.nan, .infinity, 1e-300, 3e-300], [2e-300, .nan], lower: [.nan, 0], upper: [1, .infinity]),
        Self.plot([1e15, 1e15 + 1], [1e15 + 2]),
    ])
    func `no line is wider than the terminal, with colours or without`(plot: SeriesPlot) {
        for width in [18, 30, 40, 80, 200] {
            let plain = plot.text(width: width, height: 8, hasColour: false)
            let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { TextWidth.of(String($0)) <= width }, "\(plain)")
            #expect(lines.allSatisfy { $0.last != " " || $0.hasPrefix("  ") }, "\(plain)")
            #expect(plain.isEmpty || lines.count == 12, "\(plain)")
            #expect(!plain.contains("\u{1b}"))
            let coloured = plot.text(width: width, height: 8, hasColour: true).split(separator: "\n")
            // A colour that a line begins ends with it.
            let escapes = coloured.map { $0.split(separator: "\u{1b}").dropFirst() }
            #expect(escapes.allSatisfy { $0.last?.hasPrefix("[0m") ?? true })
        }
    }

    @Test func `where there is nothing to draw, or no room, there is no picture`() {
        #expect(Self.plot([1, 2], []).text(width: 80, hasColour: false) == "")
        #expect(Self.plot([.nan], [.nan]).text(width: 80, hasColour: false) == "")
        #expect(Self.plot([1, 2], [3]).text(width: 12, hasColour: false) == "")
    }

    @Test func `ticks are round numbers, and the marks stand below`() {
        let text = Self.plot([0, 10], [35]).text(width: 60, height: 12, hasColour: false)
        #expect(["0 +", "10 +", "20 +", "30 +"].allSatisfy(text.contains), "\(text)")
        let small = Self.plot([1e-9], [3e-9]).text(width: 60, height: 12, hasColour: false)
        #expect(["10e-10 +", "20e-10 +", "30e-10 +"].allSatisfy(small.contains), "\(small)")
        let last = text.split(separator: "\n").last ?? ""
        #expect(last.contains("first") && last.contains("now") && last.hasSuffix("end"))
    }
}
