/// Columns of text for a terminal, padded by what each takes there, so that Korean stands as straight as English.
package struct Table: Sendable, CustomStringConvertible {
    package enum Alignment: Sendable {
        case left, right
    }

    private let columns: [Alignment]
    private var rows: [[String]] = []

    package init(columns: [Alignment]) {
        self.columns = columns
    }

    package mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    /// Each row ends with a line end; the last column is not padded.
    package var description: String {
        let widths = columns.indices.map { column in
            rows.map { column < $0.count ? TextWidth.of($0[column]) : 0 }.max() ?? 0
        }
        var text = ""
        for row in rows {
            var line = ""
            for (column, alignment) in columns.enumerated() {
                if column > 0 { line += "  " }
                let cell = column < row.count ? row[column] : ""
                line += TextWidth.padded(cell, to: widths[column], atStart: alignment == .right)
            }
            while line.last == " " { line.removeLast() }
            text += line + "\n"
        }
        return text
    }
}

/// Numbers as people read them.
package enum Quantity {
    /// A share of one with four decimals: 0.8712.
    package static func rate(_ value: Double) -> String { fixed(value, decimals: 4) }

    /// 999, 12,345.
    package static func count(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return value < 0 ? "-" + result : result
    }

    /// Three figures or so: 0.42, 9.1, 120.
    package static func short(_ value: Double) -> String {
        fixed(value, decimals: value.magnitude < 1 ? 2 : value.magnitude < 100 ? 1 : 0)
    }

    package static func bytes(_ value: Int) -> String {
        let units = ["bytes", "KB", "MB", "GB", "TB"]
        var amount = Double(value)
        var unit = 0
        while amount >= 1000 && unit < units.count - 1 {
            amount /= 1000
            unit += 1
        }
        return "\(unit == 0 ? String(value) : short(amount)) \(units[unit])"
    }

    package static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 9e15 else { return String(value) }
        let digits = String(Int(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = padded.dropLast(decimals)
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return decimals == 0 ? sign + padded : "\(sign)\(whole).\(padded.suffix(decimals))"
    }
}
