/// The directions in which points differ most (Pearson 1901), as scikit-learn's `PCA` has them, whatever the machine:
/// the covariance's eigenvectors by Jacobi's rotations in a fixed order, each with the sign that makes its largest
/// entry positive.
package struct PrincipalComponents: Sendable, Equatable {
    /// By component: (D), of length 1.
    package let axes: [[Double]]
    /// By component: the share of the points' variance that lies along it, 0 ... 1; falling.
    package let explainedVariance: [Double]
    /// By point: its distances from the mean along the components.
    package let coordinates: [[Double]]

    /// - Parameters:
    ///   - points: each of D numbers.
    ///   - count: how many components; at most D are given.
    package init(of points: [[Float]], count: Int) {
        let dimension = points.first?.count ?? 0
        var mean = [Double](repeating: 0, count: dimension)
        for point in points { for i in 0..<dimension { mean[i] += Double(point[i]) } }
        for i in 0..<dimension { mean[i] /= Double(points.count) }

        var covariance = SymmetricMatrix(dimension)
        var centred = mean
        for point in points {
            for i in 0..<dimension { centred[i] = Double(point[i]) - mean[i] }
            covariance.addSquare(of: centred)
        }
        let total = (0..<dimension).reduce(0) { $0 + covariance[$1, $1] }
        let vectors = covariance.diagonalise()
        // Equals keep the order of their columns.
        let order = (0..<dimension).sorted { (covariance[$1, $1], $0) < (covariance[$0, $0], $1) }.prefix(count)
        axes = order.map { column in
            let axis = vectors[column]
            let largest = axis.indices.reduce(0) { abs(axis[$1]) > abs(axis[$0]) ? $1 : $0 }
            return axis[largest] < 0 ? axis.map { -$0 } : axis
        }
        explainedVariance = order.map { total > 0 ? max(0, covariance[$0, $0] / total) : 0 }
        let axes = axes
        coordinates = points.map { point in
            axes.map { axis in
                (0..<dimension).reduce(0) { $0 + (Double(point[$1]) - mean[$1]) * axis[$1] }
            }
        }
    }
}

private struct SymmetricMatrix {
    private let size: Int
    private var values: [Double]

    init(_ size: Int) {
        self.size = size
        values = [Double](repeating: 0, count: size * size)
    }

    subscript(row: Int, column: Int) -> Double { values[row * size + column] }

    mutating func addSquare(of vector: [Double]) {
        for i in 0..<size {
            let factor = vector[i]
            for j in 0..<size { values[i * size + j] += factor * vector[j] }
        }
    }

    /// Jacobi's cyclic method: eigenvalues on the diagonal when it is done; returns the eigenvectors, one an array.
    mutating func diagonalise() -> [[Double]] {
        // Row k is the eigenvector of column k: rotations then work on rows alone.
        var vectors = [Double](repeating: 0, count: size * size)
        for i in 0..<size { vectors[i * size + i] = 1 }
        let scale = values.reduce(0) { max($0, abs($1)) }
        for _ in 0..<64 {
            var isDone = true
            for p in 0..<size {
                for q in (p + 1)..<max(size, p + 1) {
                    let off = values[p * size + q]
                    guard abs(off) > 1e-14 * scale else { continue }
                    isDone = false
                    let theta = (values[q * size + q] - values[p * size + p]) / (2 * off)
                    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
                    let c = 1 / (t * t + 1).squareRoot()
                    rotate(p, q, c, t * c, &vectors)
                }
            }
            if isDone { break }
        }
        return (0..<size).map { Array(vectors[$0 * size..<($0 + 1) * size]) }
    }

    /// A ← Jᵀ A J, where J turns p and q; the same of the vectors' rows.
    private mutating func rotate(_ p: Int, _ q: Int, _ c: Double, _ s: Double, _ vectors: inout [Double]) {
        let size = size
        values.withUnsafeMutableBufferPointer { a in
            for k in 0..<size {
                let (x, y) = (a[k * size + p], a[k * size + q])
                a[k * size + p] = c * x - s * y
                a[k * size + q] = s * x + c * y
            }
            Self.rotateRows(a, p * size, q * size, size, c, s)
        }
        vectors.withUnsafeMutableBufferPointer { Self.rotateRows($0, p * size, q * size, size, c, s) }
    }

    private static func rotateRows(
        _ a: UnsafeMutableBufferPointer<Double>, _ p: Int, _ q: Int, _ size: Int, _ c: Double, _ s: Double
    ) {
        for k in 0..<size {
            let (x, y) = (a[p + k], a[q + k])
            a[p + k] = c * x - s * y
            a[q + k] = s * x + c * y
        }
    }
}
