/// Why a series cannot be read, learned from or continued: where, what came, what was expected and what to do.
package struct SeriesError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, CaseIterable {
        /// A setting is outside what it may be, or two of them contradict each other.
        case configuration
        /// Columns of different lengths, a name that occurs twice, a value that is infinite.
        case table
        case missingColumn
        /// Times that are needed and are not there.
        case missingTimes
        case order
        case repeatedTime
        /// A time that no number of steps leads to.
        case interval
        /// A gap between two rows that is too large to be filled.
        case gap
        case missingValue
        /// A number that a transform cannot take, or too large to compute with.
        case value
        /// Fewer rows than are needed.
        case length
        /// More steps into the future than the model can answer.
        case steps
        /// Something that a file says of a model contradicts the rest.
        case model
    }

    package var kind: Kind
    package var column: String?
    /// Counted from 1, without a line of names.
    package var row: Int?
    package var came: String
    package var expected: String
    package var hint: String

    package init(
        _ kind: Kind, column: String? = nil, row: Int? = nil, came: String, expected: String, hint: String
    ) {
        self.kind = kind
        self.column = column
        self.row = row
        self.came = came
        self.expected = expected
        self.hint = hint
    }

    package var description: String {
        let place = [column.map { "column \($0)" }, row.map { "row \($0)" }].compactMap(\.self)
        return (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + "\(came); expected \(expected)"
    }
}
