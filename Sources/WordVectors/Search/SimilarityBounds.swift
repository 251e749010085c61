import Numerics

/// What a scan of rows in few bits says of the similarity that `NeighbourSearch.exhaustive` would compute.
///
/// Let q be the query, x a row, q̂ and x̂ what is stored of them, e ≥ ‖x − x̂‖ the row's error, n = ‖x‖. From
/// q·x = q̂·x̂ + (q − q̂)·x + q̂·(x − x̂) and Cauchy and Schwarz,
///
///     |q·x − q̂·x̂| ≤ ‖q − q̂‖ n + ‖q̂‖ e.
///
/// q̂·x̂ is a sum of whole numbers times two scales, so only its last three products are rounded, each by at most
/// u = 2⁻²⁴ of a size below 4‖q‖n (since e ≤ n for as many dimensions as there may be). The reference adds d products
/// in float32, in any order: it is off by at most 1.01 d u ‖q‖n (Higham, Accuracy and Stability of Numerical
/// Algorithms, 3.1), and what vanishes of tiny products is less, since ‖q‖n ≥ 10⁻³⁰. The norm, the division by it and
/// the comparison add a few u. All of that is below `slack` · ‖q‖n with slack = (2d + 128) u, which is added to the
/// bound, so that a row whose similarity equals a threshold is above it, strictly, as the kernel compares.
///
/// Of 4 bits the bound would keep every row. There the two residuals count as what they are in practice, without
/// relation to the query: with a spread of 1/√d of their lengths, and numbers rounded to a scale s lose s/√12 each.
/// Rows within `deviations` of that are kept.
struct SimilarityBounds {
    /// For `RowScan`.
    let numbers: [Int8]
    let scale: Float
    let errorFactor: Float

    private let measure: SimilarityMeasure
    /// ‖q − q̂‖ and what floating point adds, for each unit of a row's norm.
    private let normFactor: Float

    static let deviations = 5.0

    /// - Precondition: the vector has a length, and numbers that are finite.
    init(_ vector: [Float], measure: SimilarityMeasure, bits: ScannedRows.Bits) {
        self.measure = measure
        let greatest = vector.reduce(0) { max($0, $1.magnitude) }
        let scale = greatest / 127
        var numbers: [Int8] = []
        numbers.reserveCapacity(vector.count)
        var (squares, rounded, lost) = (0.0, 0.0, 0.0)
        for value in vector {
            let number = max(-127, min(127, (value / scale).rounded(.toNearestOrEven)))
            // Where the scale vanishes there is no number, and what is lost is all.
            numbers.append(Int8(exactly: number) ?? 0)
            let stored = Double(scale) * Double(numbers.last ?? 0)
            squares += Double(value) * Double(value)
            rounded += stored * stored
            lost += (Double(value) - stored) * (Double(value) - stored)
        }
        self.numbers = numbers
        self.scale = scale
        let dimensions = Double(vector.count)
        let norm = squares.squareRoot()
        let slack = (2 * dimensions + 128) * 0x1p-24 * norm
        switch bits {
        case .eight:
            normFactor = Float(lost.squareRoot() + slack).nextUp
            errorFactor = Float(rounded.squareRoot()).nextUp
        case .four:
            normFactor = Float(Self.deviations * (lost / dimensions).squareRoot() + slack).nextUp
            errorFactor = Float(Self.deviations * norm / 12.0.squareRoot())
        }
    }

    /// What every similarity is above.
    var least: Float { measure == .dot ? -.greatestFiniteMagnitude : -2 }

    /// What makes hits of the rows whose similarity may be `similarity` or more.
    func criterion(atLeast similarity: Float) -> (normFactor: Float, threshold: Float) {
        measure == .dot ? (normFactor, similarity) : (normFactor - similarity, 0)
    }

    /// How far cosines may be off, where `errors` are those of the rows divided by their norms.
    @inline(__always)
    func margins(_ errors: SIMD16<Float>) -> SIMD16<Float> { normFactor + errorFactor * errors }

    /// - Parameters:
    ///   - score: q̂·x̂.
    ///   - norm: above 0.
    @inline(__always)
    func similarity(score: Float, norm: Float, error: Float) -> (lower: Float, upper: Float) {
        let margin = normFactor * norm + errorFactor * error
        guard measure != .dot else { return (score - margin, score + margin) }
        return ((score - margin) / norm, (score + margin) / norm)
    }
}
