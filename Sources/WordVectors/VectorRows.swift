package import Numerics

/// Rows of numbers, (count, dimensions), as they are stored: float32, or 8-bit with a scale for each row.
package enum VectorRows: Sendable {
    case float32(SharedElements<Float>)
    /// Row i is `scales[i]` · `values[i]`.
    case int8(SharedElements<Int8>, scales: SharedElements<Float>)

    /// How many rows of so many dimensions there are; nil where it is no whole number, or scales are missing.
    package func count(dimensions: Int) -> Int? {
        let values =
            switch self {
            case .float32(let values): values.count
            case .int8(let values, _): values.count
            }
        guard dimensions > 0, values % dimensions == 0 else { return nil }
        if case .int8(_, let scales) = self, scales.count != values / dimensions { return nil }
        return values / dimensions
    }

    package var memory: Int {
        switch self {
        case .float32(let values): 4 * values.count
        case .int8(let values, let scales): values.count + 4 * scales.count
        }
    }

    package var isPoisoned: Bool {
        switch self {
        case .float32(let values): values.isPoisoned
        case .int8(let values, let scales): values.isPoisoned || scales.isPoisoned
        }
    }

    /// Row `index` as float32: where it lies, or in `scratch`, which has `dimensions` places.
    /// - Precondition: the row is there.
    @inline(__always)
    func withRow<Result>(
        _ index: Int, dimensions: Int, scratch: UnsafeMutablePointer<Float>,
        _ body: (UnsafePointer<Float>) -> Result
    ) -> Result {
        if case .float32(let values) = self {
            return values.withUnsafeElements { values in
                // The slice is checked; rows have at least one number.
                UnsafeBufferPointer(rebasing: values[(index * dimensions)..<((index + 1) * dimensions)]).baseAddress
                    .map(body) ?? body(scratch)
            }
        }
        copy(index, dimensions: dimensions, to: scratch)
        return body(scratch)
    }

    /// Writes row `index` as float32.
    /// - Precondition: the row is there, and `target` has `dimensions` places.
    package func copy(_ index: Int, dimensions: Int, to target: UnsafeMutablePointer<Float>) {
        switch self {
        case .float32(let values):
            values.withUnsafeElements { values in
                let row = UnsafeBufferPointer(rebasing: values[(index * dimensions)..<((index + 1) * dimensions)])
                for (place, value) in row.enumerated() { target[place] = value }
            }
        case .int8(let values, let scales):
            let scale = scales[index]
            values.withUnsafeElements { values in
                let row = UnsafeBufferPointer(rebasing: values[(index * dimensions)..<((index + 1) * dimensions)])
                for (place, value) in row.enumerated() { target[place] = scale * Float(value) }
            }
        }
    }
}
