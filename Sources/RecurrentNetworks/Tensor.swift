/// A weight: row-major values and their shape.
package struct Tensor: Sendable, Equatable {
    package var shape: [Int]
    package var values: Values

    package enum Values: Sendable, Equatable {
        case float32([Float])
        /// 8-bit rows with one scale a row: the value at (r, c) is `scales[r] * rows[r * columns + c]`.
        /// Only for embeddings.
        case int8(rows: [Int8], scales: [Float])
    }

    package init(shape: [Int], values: Values) {
        self.shape = shape
        self.values = values
    }
}
