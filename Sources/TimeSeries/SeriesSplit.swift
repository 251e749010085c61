/// Rows that are learned from, those that decide when to stop, and those that are only measured on, in the order of time.
///
/// What is forecast lies wholly within a part; what is read for it may reach back into the part before, as it would have
/// been known by then.
package struct SeriesSplit: Sendable, Equatable {
    package let training: Range<Int>
    /// Empty where its share is 0.
    package let validation: Range<Int>
    package let test: Range<Int>

    private let contextRows: Int

    /// `validation` and `test` are shares of the rows. Refused where a part has not a single window with its horizon.
    package init(
        rows: Int, validation: Double, test: Double, configuration: SeriesConfiguration
    ) throws(SeriesError) {
        guard validation >= 0, test >= 0, validation + test < 1 else {
            throw SeriesError(
                .configuration, came: "validation \(validation) and test \(test)",
                expected: "shares of the rows that leave some to learn from", hint: "take 0.2 for both")
        }
        try configuration.check()
        let needed = configuration.contextRows + configuration.horizon
        guard rows >= needed else {
            throw SeriesError(
                .length, came: "\(rows) rows",
                expected: "at least \(needed), for a window of \(configuration.contextRows) "
                    + "and a horizon of \(configuration.horizon)",
                hint: "give more rows, or train with a shorter window or horizon")
        }
        let testRows = Int((Double(rows) * test).rounded())
        let validationRows = min(Int((Double(rows) * validation).rounded()), rows - testRows)
        let end = rows - testRows - validationRows
        training = 0..<end
        self.validation = end..<end + validationRows
        self.test = end + validationRows..<rows
        contextRows = configuration.contextRows
        let parts = [("training", training), ("validation", self.validation), ("test", self.test)]
        let shares = [1, validation, test]
        for ((name, part), share) in zip(parts, shares)
        where share > 0 && origins(of: part, steps: configuration.horizon).isEmpty {
            throw SeriesError(
                .length, came: "\(part.count) of \(rows) rows in the \(name) part",
                expected: name == "training"
                    ? "at least \(needed), for a window of \(contextRows) and a horizon of \(configuration.horizon)"
                    : "at least \(configuration.horizon), as many as the horizon",
                hint: "give more rows, take another split, or train with a shorter window or horizon")
        }
    }

    /// The last rows of windows whose next `steps` rows all lie within `part`, and which have their context before them.
    package func origins(of part: Range<Int>, steps: Int) -> Range<Int> {
        let first = max(part.lowerBound - 1, contextRows - 1)
        return first..<max(first, part.upperBound - max(steps, 1))
    }
}
