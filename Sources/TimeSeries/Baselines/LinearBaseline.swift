/// Ordinary linear regression from the raw values of a window of targets to all steps of the horizon, with as much
/// ridge as makes it solvable: 1e-6 of each column's own variance.
package struct LinearBaseline: Sendable, Equatable {
    /// Rows of a window.
    package let window: Int
    package let targets: Int
    package let horizon: Int
    /// (window · targets, horizon · targets) row-major; both sides by row, then by target.
    package let kernel: [Double]
    /// (horizon · targets).
    package let bias: [Double]

    /// From a file. Nil unless the sizes agree and all numbers are finite.
    package init?(window: Int, targets: Int, horizon: Int, kernel: [Double], bias: [Double]) {
        guard window >= 1, targets >= 1, horizon >= 1, Self.fits(window, targets, horizon),
            bias.count == horizon * targets, kernel.count == window * targets * bias.count,
            kernel.allSatisfy(\.isFinite), bias.allSatisfy(\.isFinite)
        else { return nil }
        self.window = window
        self.targets = targets
        self.horizon = horizon
        self.kernel = kernel
        self.bias = bias
    }

    /// Numbers that are read, and read and forecast together, at most: the work grows with their third power.
    private static func fits(_ window: Int, _ targets: Int, _ horizon: Int) -> Bool {
        window <= 1024 && horizon <= 2048 && targets <= 1024 && window * targets <= 1024
            && (window + horizon) * targets <= 2048
    }

    /// The longest window that so many targets can be forecast from; below 1 where they are too many.
    package static func longestWindow(targets: Int, horizon: Int) -> Int {
        min(1024, 2048 - horizon * targets) / max(targets, 1)
    }

    /// `series` is [target][row], `origins` the last rows of the windows that are learned from, all of whose context and
    /// horizon are in the series.
    ///
    /// Nil where that is not so, where there are fewer than two windows or missing values among them, and where more
    /// than 1,024 numbers would be read or 2,048 read and forecast.
    package init?(fitting series: [[Double]], origins: Range<Int>, window: Int, horizon: Int) {
        let targets = series.count
        guard targets >= 1, window >= 1, horizon >= 1, Self.fits(window, targets, horizon), origins.count >= 2,
            origins.lowerBound >= window - 1,
            series.allSatisfy({ $0.count >= horizon && origins.upperBound <= $0.count - horizon })
        else { return nil }
        let rows = origins.lowerBound - window + 1..<origins.upperBound + horizon
        let parts = series.map { Array($0[rows]) }
        guard parts.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
        let centers = parts.map { mean(of: $0) }
        let moments = WindowMoments(
            of: zip(parts, centers).map { part, center in part.map { $0 - center } }, width: window + horizon,
            count: origins.count)
        let inputs = window * targets
        let outputs = horizon * targets
        var normal = [Double](repeating: 0, count: inputs * inputs)
        var sides = [Double](repeating: 0, count: outputs * inputs)
        for i in 0..<inputs {
            for j in 0...i { normal[i * inputs + j] = moments.covariance(i, j) }
            let variance = moments.covariance(i, i)
            normal[i * inputs + i] += variance > 0 ? variance * 1e-6 : 1
            for k in 0..<outputs { sides[k * inputs + i] = moments.covariance(inputs + k, i) }
        }
        guard factorize(&normal, size: inputs) else { return nil }
        var kernel = [Double](repeating: 0, count: inputs * outputs)
        var bias = [Double](repeating: 0, count: outputs)
        for k in 0..<outputs {
            var solution = Array(sides[k * inputs..<(k + 1) * inputs])
            solve(normal, &solution)
            bias[k] = centers[k % targets] + moments.means[inputs + k]
            for i in 0..<inputs {
                kernel[i * outputs + k] = solution[i]
                bias[k] -= solution[i] * (centers[i % targets] + moments.means[i])
            }
        }
        self.init(window: window, targets: targets, horizon: horizon, kernel: kernel, bias: bias)
    }

    /// The rows after `row`: [target][step]. `series` is [target][row]; nil where it has not the window before.
    package func forecast(_ series: [[Double]], after row: Int) -> [[Double]]? {
        guard series.count == targets, row >= window - 1, series.allSatisfy({ row < $0.count }) else { return nil }
        var outputs = bias
        for offset in 0..<window {
            for target in 0..<targets {
                let value = series[target][row - window + 1 + offset]
                let place = (offset * targets + target) * outputs.count
                for k in outputs.indices { outputs[k] += value * kernel[place + k] }
            }
        }
        return (0..<targets).map { target in (0..<horizon).map { outputs[$0 * targets + target].finite } }
    }
}

/// Means and covariances of all that stands in windows of `width` rows that follow each other row by row.
///
/// Two windows share all but a row, so a sum of products is that of the entries one row earlier, less its first summand
/// and with one more: the work is rows × entries instead of rows × entries².
private struct WindowMoments {
    /// By row of the window, then by target.
    private(set) var means: [Double]
    private var products: [Double]
    private let count: Double

    /// `parts` is [target][row], centred about; of `count + width - 1` rows.
    init(of parts: [[Double]], width: Int, count: Int) {
        let targets = parts.count
        let size = width * targets
        self.count = Double(count)
        means = [Double](repeating: 0, count: size)
        products = [Double](repeating: 0, count: size * size)
        for target in 0..<targets {
            for place in 0..<width {
                means[place * targets + target] = mean(of: parts[target][place..<place + count])
            }
        }
        for (t, first) in parts.enumerated() {
            for (u, second) in parts.enumerated() {
                for lag in 0..<width {
                    var sum = 0.0
                    for row in 0..<count { sum += first[row] * second[row + lag] }
                    // Entries (place, t) and (place + lag, u).
                    for place in 0..<width - lag {
                        if place > 0 {
                            sum -= first[place - 1] * second[place - 1 + lag]
                            sum += first[place - 1 + count] * second[place - 1 + count + lag]
                        }
                        let (i, j) = (place * targets + t, (place + lag) * targets + u)
                        products[i * size + j] = sum
                        products[j * size + i] = sum
                    }
                }
            }
        }
    }

    func covariance(_ i: Int, _ j: Int) -> Double {
        products[i * means.count + j] - count * means[i] * means[j]
    }
}

/// The lower triangle of `matrix` (size × size, row-major) becomes its Cholesky factor; false where it has none.
private func factorize(_ matrix: inout [Double], size: Int) -> Bool {
    for i in 0..<size {
        for j in 0...i {
            var sum = matrix[i * size + j]
            for k in 0..<j { sum -= matrix[i * size + k] * matrix[j * size + k] }
            if i == j {
                guard sum > 0, sum.isFinite else { return false }
                matrix[i * size + i] = sum.squareRoot()
            } else {
                matrix[i * size + j] = sum / matrix[j * size + j]
            }
        }
    }
    return true
}

/// `vector` becomes the solution of the system whose Cholesky factor is `factor`.
private func solve(_ factor: [Double], _ vector: inout [Double]) {
    let size = vector.count
    for i in 0..<size {
        for k in 0..<i { vector[i] -= factor[i * size + k] * vector[k] }
        vector[i] /= factor[i * size + i]
    }
    for i in (0..<size).reversed() {
        for k in i + 1..<size { vector[i] -= factor[k * size + i] * vector[k] }
        vector[i] /= factor[i * size + i]
    }
}
