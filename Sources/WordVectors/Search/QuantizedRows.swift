package import Numerics

/// Rows in 8 bits with a bound on what is lost, in the order in which the scan reads them.
///
/// Row x is stored as x̂ = scale · q with q from -127 to 127, scale = max|x| / 127, and error = ‖x − x̂‖ rounded up.
package struct QuantizedRows: Sendable {
    package struct Parts: Sendable {
        /// (⌈count / 16⌉, ⌈dimensions / 4⌉, 16, 4): q + 128; 128 in what is padding.
        package var values: SharedElements<UInt8>
        /// (⌈count / 16⌉ · 16), 0 in what is padding.
        package var scales: SharedElements<Float>
        package var errors: SharedElements<Float>
        /// ‖x‖ of each row.
        package var norms: SharedElements<Float>

        package init(
            values: SharedElements<UInt8>, scales: SharedElements<Float>, errors: SharedElements<Float>,
            norms: SharedElements<Float>
        ) {
            self.values = values
            self.scales = scales
            self.errors = errors
            self.norms = norms
        }
    }

    package let count: Int
    package let dimensions: Int
    package let parts: Parts

    /// Checks the parts' sizes, and that scales, errors and norms are finite and not below 0.
    package init(checking parts: Parts, count: Int, dimensions: Int) throws(WordVectorsError) {
        self.parts = parts
        self.count = count
        self.dimensions = dimensions
    }

    /// - Precondition: `rows` are rows of so many dimensions.
    package init(quantizing rows: VectorRows, dimensions: Int) throws(WordVectorsError) {
        throw .invalid(field: "index", reason: "is not made yet")
    }

    package var memory: Int {
        parts.values.count + 4 * (parts.scales.count + parts.errors.count + parts.norms.count)
    }

    package var isPoisoned: Bool {
        parts.values.isPoisoned || parts.scales.isPoisoned || parts.errors.isPoisoned || parts.norms.isPoisoned
    }
}
