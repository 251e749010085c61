import Numerics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How much of an output each step brought about (Sundararajan, Taly and Yan, "Axiomatic Attribution for Deep
/// Networks", 2017): of the output itself, after its activation, so of a probability where the last layer is a
/// softmax. The path is straight, from embeddings that are all 0, under the same mask, to those of the sequence.
///
/// A step's attribution is the sum over its embedding's dimensions. All steps together make output − baseline
/// (completeness), but for `gap`.
package struct IntegratedGradients: Sendable, Equatable {
    /// (T); a masked step's is 0.
    package let attributions: [Double]
    /// f(x), and f where all embeddings are 0.
    package let output: Double
    package let baseline: Double
    /// Points of the path that the integral is a sum over.
    package let points: Int

    /// |Σ attributions − (output − baseline)|
    package var gap: Double { abs(attributions.reduce(0, +) - (output - baseline)) }
}

extension SequenceExplainer {
    /// What the points of a batch may take, beside one of them, which is always allowed.
    private static let batchMemory = 32 << 20
    private static let mostPoints = 1_024
    private static let rule = gaussLegendre(8)

    /// The integral over a piece of the path is right where it is the difference of the output at the ends of the
    /// piece. Pieces where it is not are halved, until 1,024 points are used: a network may change its mind on a short
    /// part of the path.
    ///
    /// - Parameters:
    ///   - output: which number of the answer, from 0.
    ///   - tolerance: of the gap.
    ///   - isWanted: asked between batches.
    /// - Returns: nil where it is no longer wanted.
    package func integratedGradients(
        of output: Int, tolerance: Double = 1e-3, while isWanted: () -> Bool = { true }
    ) -> IntegratedGradients? {
        precondition((0..<outputCount).contains(output))
        load(rows: 1)
        let count = steps * dimension
        embedded.room(for: count).update(from: firstValues, count: count)

        guard let start = points(at: [0], of: output, while: isWanted) else { return nil }
        var values: [Double: Double] = [0: start[0].value]
        var used = 1
        var attributions = [Double](repeating: 0, count: steps)
        var pieces: [ClosedRange<Double>] = [0...0.5, 0.5...1]
        while !pieces.isEmpty {
            let places = pieces.flatMap { piece in
                Self.rule.map { piece.lowerBound + $0.node * (piece.upperBound - piece.lowerBound) }
                    + [piece.upperBound]
            }
            guard let points = points(at: places, of: output, while: isWanted) else { return nil }
            used += points.count
            let size = Self.rule.count + 1
            for (index, piece) in pieces.enumerated() {
                values[piece.upperBound] = points[(index + 1) * size - 1].value
            }
            let parts = pieces.indices.map { index in
                part(of: pieces[index], points[(index * size)...], between: values)
            }
            // What is done is right to within its share, so only what is at hand is asked.
            let isDone = parts.reduce(0) { $0 + $1.error } <= tolerance / 2
            var halves: [ClosedRange<Double>] = []
            for (piece, part) in zip(pieces, parts) {
                let length = piece.upperBound - piece.lowerBound
                // A short piece has more than its share: the network's floats are no better.
                let isRight = isDone || part.error <= tolerance / 2 * max(length, 1 / 32)
                if isRight || used + (halves.count + 2) * size > Self.mostPoints {
                    for step in 0..<steps { attributions[step] += part.attributions[step] }
                } else {
                    let middle = piece.lowerBound + length / 2
                    halves += [piece.lowerBound...middle, middle...piece.upperBound]
                }
            }
            pieces = halves
        }
        return IntegratedGradients(
            attributions: attributions, output: values[1] ?? 0, baseline: values[0] ?? 0, points: used)
    }

    /// The integral over a piece, by step, and how far its sum is from the difference between the ends.
    private func part(
        of piece: ClosedRange<Double>, _ points: ArraySlice<Point>, between values: [Double: Double]
    ) -> (attributions: [Double], error: Double) {
        let length = piece.upperBound - piece.lowerBound
        var attributions = [Double](repeating: 0, count: steps)
        for (point, rule) in zip(points, Self.rule) {
            for step in 0..<steps { attributions[step] += length * rule.weight * point.slopes[step] }
        }
        let difference = (values[piece.upperBound] ?? 0) - (values[piece.lowerBound] ?? 0)
        return (attributions, abs(attributions.reduce(0, +) - difference))
    }

    private var dimension: Int { plan.layers.first?.output.features ?? 0 }

    /// A point of the path: the output there, and by step x · ∂output/∂x.
    private struct Point {
        var value: Double
        var slopes: [Double]
    }

    /// The points `place` · x.
    private func points(at places: [Double], of output: Int, while isWanted: () -> Bool) -> [Point]? {
        let kernels = shard.context.kernels
        let x = embedded.start
        let most = max(1, Self.batchMemory / max(1, steps * plan.bytesPerPlace))
        var points: [Point] = []
        for start in stride(from: 0, to: places.count, by: most) {
            guard isWanted() else { return nil }
            let batch = places[start..<min(start + most, places.count)]
            let rows = batch.count
            load(rows: rows)
            let path = input.room(for: steps * rows * dimension)
            for step in 0..<steps {
                for (row, place) in batch.enumerated() {
                    let target = path + (step * rows + row) * dimension
                    target.update(from: x + step * dimension, count: dimension)
                    kernels.scale(dimension, by: Float(place), target)
                }
            }
            let outputs = shard.forward(from: path)
            let values = (0..<rows).map { Double(outputs[place(of: output, row: $0, rows: rows)]) }
            let gradient = backward(from: output, rows: rows)
            points += values.enumerated().map { row, value in
                Point(
                    value: value,
                    slopes: (0..<steps).map { step in
                        let place = gradient + (step * rows + row) * dimension
                        return Double(kernels.dot(dimension, x + step * dimension, place))
                    })
            }
        }
        return points
    }
}

/// Nodes and weights of the Gauss–Legendre rule on 0 ... 1: exact for polynomials of degree 2n − 1.
func gaussLegendre(_ count: Int) -> [(node: Double, weight: Double)] {
    (0..<count).map { index in
        // Newton's method on the Legendre polynomial, from an estimate that leads to each root but once.
        var x = cos(Double.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
        var slope = 0.0
        for _ in 0..<100 {
            var (p, before) = (1.0, 0.0)
            for degree in 1...count {
                let n = Double(degree)
                (p, before) = (((2 * n - 1) * x * p - (n - 1) * before) / n, p)
            }
            slope = Double(count) * (x * p - before) / (x * x - 1)
            let change = p / slope
            x -= change
            if abs(change) < 1e-15 { break }
        }
        return ((1 + x) / 2, 1 / ((1 - x * x) * slope * slope))
    }
}
