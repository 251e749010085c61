/// Why the files of a dictionary are refused: which file and which field of it, what came, what was expected, and what
/// to do.
package struct DictionaryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file's name, such as `sys.dic`.
    package var file: String
    /// The field, such as `version`, or what stands in its place, such as `line 3`.
    package var field: String
    package var came: String
    package var expected: String
    package var advice: String

    package init(
        file: String, field: String, came: String, expected: String,
        advice: String = "compile the dictionary again, or get an undamaged copy"
    ) {
        self.file = file
        self.field = field
        self.came = came
        self.expected = expected
        self.advice = advice
    }

    package var description: String { "\(file): \(field): \(came) came; expected \(expected): \(advice)" }
}
