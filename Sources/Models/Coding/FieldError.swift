/// Why a JSON value is not the configuration it should be.
package struct FieldError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Where: "layers[2].config.units". Empty for the value itself.
    package var field: String
    /// What came, what was expected, and the mend where there is a likely one.
    package var reason: String

    package init(field: String, reason: String) {
        self.field = field
        self.reason = reason
    }

    package var description: String { field.isEmpty ? reason : "\(field): \(reason)" }
}
