/// A series and how it is foreseen to go on, for a terminal. Drawn with braille, two dots across and four down in a
/// character, and ASCII: both are one column wide everywhere, which block and line characters are not in some Korean
/// terminals.
package struct SeriesPlot: Sendable {
    package var title: String
    /// What was, the oldest first; NaN where it is missing.
    package var past: [Double]
    package var forecast: [Double]
    /// Beside `forecast`, or empty.
    package var lower: [Double]
    package var upper: [Double]
    /// What stands below the first value of the past, its last one, and the last step.
    package var marks: (first: String, last: String, end: String)

    /// The least columns that are worth drawing on.
    private static let leastColumns = 16

    package init(
        title: String, past: [Double], forecast: [Double], lower: [Double], upper: [Double],
        marks: (first: String, last: String, end: String)
    ) {
        self.title = title
        self.past = past
        self.forecast = forecast
        self.lower = lower
        self.upper = upper
        self.marks = marks
    }

    /// Lines of at most `width` columns, `height` of them above the axis; empty where there is nothing to draw, or no
    /// room for it.
    package func text(width: Int, height: Int = 14, hasColour: Bool) -> String {
        let values = (past + forecast + lower + upper).filter(\.isFinite)
        guard let least = values.min(), let greatest = values.max(), !forecast.isEmpty else { return "" }
        let scale = Scale(least, greatest, dots: 4 * height)
        let ticks = scale.ticks(atMost: max(2, height / 3))
        let labelWidth = ticks.map(\.label.count).max() ?? 0
        let columns = width - labelWidth - 2
        guard columns >= Self.leastColumns else { return "" }

        let across = Across(points: past.count + forecast.count, dots: 2 * columns)
        // The forecast goes on from where the past ends.
        let start = past.last.map { $0.isFinite ? [$0] : [] } ?? []
        let first = past.count - start.count
        var truth = Dots(columns: columns, rows: height)
        var foreseen = truth
        var between = truth
        truth.draw(past, from: 0, across, scale)
        foreseen.draw(start + forecast, from: first, across, scale)
        between.fill(start + lower, start + upper, from: first, across, scale)

        var text = legend(width: width, hasColour: hasColour)
        for row in 0..<height {
            let label = ticks.first { $0.dot / 4 == row }?.label
            text += TextWidth.padded(label ?? "", to: labelWidth, atStart: true) + (label == nil ? " |" : " +")
            var line = Painted(hasColour: hasColour)
            for column in 0..<columns {
                let (f, t, b) = (foreseen[column, row], truth[column, row], between[column, row])
                if f != 0 {
                    line.append(Self.braille(f | t), .forecast)
                } else if t != 0 {
                    line.append(Self.braille(t), .past)
                } else if b != 0 {
                    line.append(Self.braille(b), .interval)
                } else {
                    line.skip()
                }
            }
            text += line.line
        }
        let now = across.dot(max(0, past.count - 1)) / 2
        let margin = String(repeating: " ", count: labelWidth + 1)
        text += margin + "+" + (0..<columns).map { $0 == now ? "+" : "-" }.joined() + "\n"
        text += margin + " " + axis(columns, now: now) + "\n"
        return text
    }

    private func legend(width: Int, hasColour: Bool) -> String {
        var shown: [(sample: String, name: String, kind: Painted.Kind)] = []
        // Without colours the two lines look alike, and the mark on the axis parts them.
        if hasColour { shown += [("⠒⠒", "past", .past), ("⠒⠒", "forecast", .forecast)] }
        if !lower.isEmpty { shown.append(("⢌⠢", "interval", .interval)) }
        let columns = shown.reduce(0) { $0 + 5 + $1.name.count }
        var line = Painted(hasColour: hasColour)
        line.append(TextWidth.cut(title, to: max(1, width - columns)), .past)
        for part in shown where columns < width {
            line.skip(2)
            line.append(part.sample, part.kind)
            line.append(" " + part.name, .past)
        }
        return line.line
    }

    /// The marks, as many as there is room for: that of the end first.
    private func axis(_ columns: Int, now: Int) -> String {
        let end = TextWidth.cut(marks.end, to: columns)
        var right = columns - TextWidth.of(end)
        var text = end
        let width = TextWidth.of(marks.last)
        let begin = min(max(0, now - width / 2), right - 2 - width)
        if begin >= 0, width > 0 {
            text = TextWidth.padded(marks.last, to: right - begin) + text
            right = begin
        }
        if TextWidth.of(marks.first) + 2 <= right {
            return TextWidth.padded(marks.first, to: right) + text
        }
        return String(repeating: " ", count: right) + text
    }

    private static func braille(_ dots: UInt8) -> String {
        String(Unicode.Scalar(0x2800 + UInt32(dots)).map(Character.init) ?? " ")
    }
}

/// Values as dots from above, 0 to `dots` - 1. All by halves: the greatest double less the least is no number.
private struct Scale {
    let least: Double
    let greatest: Double
    let dots: Int

    init(_ least: Double, _ greatest: Double, dots: Int) {
        // All the same: a line through the middle.
        let margin = least == greatest ? max(1, least.magnitude / 8) : 0
        self.least = least - margin
        self.greatest = greatest + margin
        self.dots = dots
    }

    /// Nil of what is no number.
    func dot(_ value: Double) -> Int? {
        let place = (greatest / 2 - value / 2) / (greatest / 2 - least / 2) * Double(dots - 1)
        return place.isFinite ? min(max(0, Int(place.rounded())), dots - 1) : nil
    }

    /// Round numbers within the scale: 1, 2 or 5 times a power of ten apart.
    func ticks(atMost count: Int) -> [(dot: Int, label: String)] {
        let wanted = (greatest / 2 - least / 2) / Double(count) * 2
        guard wanted.isFinite, wanted > 0 else { return [] }
        var power = 1.0
        var exponent = 0
        // A little more than wanted is as good: powers that are divided out are not exact.
        let enough = wanted * (1 + 1e-9)
        while power > enough, exponent > -300 {
            power /= 10
            exponent -= 1
        }
        while power * 10 <= enough, exponent < 307 {
            power *= 10
            exponent += 1
        }
        let factor = [1.0, 2, 5].first { $0 * power * (1 + 1e-9) >= wanted } ?? 10
        let step = factor * power
        let isPlain = exponent >= -6 && max(least.magnitude, greatest.magnitude) < 1e9
        var ticks: [(dot: Int, label: String)] = []
        var number = (least / step - 1e-9).rounded(.up)
        while ticks.count <= count, number <= greatest / step + 1e-9, let dot = dot(number * step) {
            let label =
                isPlain
                ? Quantity.fixed(number * step, decimals: max(0, -exponent))
                : number == 0 ? "0" : Quantity.fixed(number * factor, decimals: 0) + "e\(exponent)"
            ticks.append((dot, label))
            number += 1
        }
        return ticks
    }
}

/// Points as dots from the left.
private struct Across {
    let points: Int
    let dots: Int

    func dot(_ point: Int) -> Int {
        points < 2 ? dots / 2 : point * (dots - 1) / (points - 1)
    }
}

/// A picture of dots.
private struct Dots {
    let columns: Int
    let rows: Int
    private var cells: [UInt8]

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: 0, count: columns * rows)
    }

    subscript(column: Int, row: Int) -> UInt8 { cells[row * columns + column] }

    private mutating func set(_ x: Int, _ y: Int) {
        guard (0..<2 * columns).contains(x), (0..<4 * rows).contains(y) else { return }
        // Unicode's numbering of the dots: 1 to 3 and 7 to the left, 4 to 6 and 8 to the right.
        let bits: [UInt8] = x % 2 == 0 ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
        cells[y / 4 * columns + x / 2] |= bits[y % 4]
    }

    /// A line through the values, interrupted where one is missing.
    mutating func draw(_ values: [Double], from first: Int, _ across: Across, _ scale: Scale) {
        var before: (x: Int, y: Int)?
        for (index, value) in values.enumerated() {
            guard let y = scale.dot(value) else {
                before = nil
                continue
            }
            let x = across.dot(first + index)
            line(from: before ?? (x, y), to: (x, y))
            before = (x, y)
        }
    }

    private mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
        let steps = max(abs(end.x - start.x), abs(end.y - start.y))
        for step in 0...steps {
            let share = steps == 0 ? 1 : Double(step) / Double(steps)
            set(
                start.x + Int((share * Double(end.x - start.x)).rounded()),
                start.y + Int((share * Double(end.y - start.y)).rounded()))
        }
    }

    /// What lies between two lines, one dot in four.
    mutating func fill(_ lower: [Double], _ upper: [Double], from first: Int, _ across: Across, _ scale: Scale) {
        let bounds = zip(lower, upper).enumerated().compactMap { index, pair -> (x: Int, low: Int, high: Int)? in
            guard let low = scale.dot(pair.0), let high = scale.dot(pair.1) else { return nil }
            return (across.dot(first + index), low, high)
        }
        for (index, end) in bounds.enumerated() {
            let start = index > 0 ? bounds[index - 1] : end
            for x in start.x...max(start.x, end.x) {
                let share = end.x == start.x ? 1 : Double(x - start.x) / Double(end.x - start.x)
                let high = start.high + Int((share * Double(end.high - start.high)).rounded())
                let low = start.low + Int((share * Double(end.low - start.low)).rounded())
                for y in high...max(high, low) where (x + 2 * (y % 2)) % 4 == 0 { set(x, y) }
            }
        }
    }
}

/// A line with as few changes of colour as there can be, and no white space at its end.
private struct Painted {
    /// With the escape sequence that begins it.
    enum Kind: String {
        case past = "\u{1b}[0m"
        case forecast = "\u{1b}[0;36m"
        case interval = "\u{1b}[0;2m"
    }

    private var text = ""
    private var kind = Kind.past
    private var spaces = 0
    private let hasColour: Bool

    init(hasColour: Bool) {
        self.hasColour = hasColour
    }

    mutating func skip(_ columns: Int = 1) { spaces += columns }

    mutating func append(_ piece: String, _ new: Kind) {
        text += String(repeating: " ", count: spaces)
        spaces = 0
        if hasColour, new != kind {
            text += new.rawValue
            kind = new
        }
        text += piece
    }

    /// The colour that holds by itself holds after it.
    var line: String { text + (kind == .past ? "" : Kind.past.rawValue) + "\n" }
}
