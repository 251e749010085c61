#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Points in a plane such that those which are near each other in many dimensions stay near: t-SNE (van der Maaten and
/// Hinton, JMLR 2008), with exaggeration 4 and momentum 0.5 for the first 60 steps, momentum 0.8 after them, gains, and
/// scikit-learn's learning rate n / 48, at least 50. Its exaggeration of 12 over more steps draws points that differ alike in
/// many directions together until nothing is left of one axis. Distances are those of points of length
/// 1, as words are compared; the attraction is that of three times `perplexity` neighbours (as Barnes–Hut t-SNE), the
/// repulsion that of all points.
///
/// It begins with the principal components and draws nothing by lot, so that the same points give the same plane.
package struct StochasticNeighbourEmbedding: Sendable, Equatable {
    /// By point.
    package let x: [Float]
    package let y: [Float]
    /// What is left of the Kullback–Leibler divergence between the neighbourhoods, in nats: smaller is truer.
    package let divergence: Double

    /// - Parameters:
    ///   - points: each of D numbers.
    ///   - start: by point, where it begins: the first two principal components.
    ///   - perplexity: about how many neighbours a point has.
    ///   - progress: called with the share that is done, 0 ... 1.
    package init(
        of points: [[Float]], from start: [[Double]], perplexity: Double = 30, steps: Int = 500,
        progress: (Double) -> Void = { _ in }
    ) {
        let count = points.count
        guard count > 3 else {
            x = start.map { Float($0.first ?? 0) }
            y = start.map { Float($0.count > 1 ? $0[1] : 0) }
            divergence = 0
            return
        }
        let affinities = Affinities(points, perplexity: min(perplexity, Double(count - 1) / 3)) { progress($0 * 0.1) }
        var plane = Plane(start)
        let exaggerated = 60
        let rate = max(Float(count) / 48, 50)
        for step in 0..<steps {
            plane.step(
                affinities, exaggeration: step < exaggerated ? 4 : 1, momentum: step < exaggerated ? 0.5 : 0.8,
                rate: rate)
            if step % 10 == 0 { progress(0.1 + 0.9 * Double(step) / Double(steps)) }
        }
        divergence = plane.divergence(affinities)
        x = Array(plane.x.prefix(count))
        y = Array(plane.y.prefix(count))
    }
}

/// How much each point is a neighbour of its nearest ones: symmetric, of sum 1.
private struct Affinities {
    /// Of point i: `others[starts[i]..<starts[i + 1]]`, ascending, and as many weights.
    var starts: [Int] = [0]
    var others: [Int] = []
    var weights: [Float] = []

    init(_ points: [[Float]], perplexity: Double, progress: (Double) -> Void) {
        let count = points.count
        let neighbours = min(count - 1, max(1, Int(3 * perplexity)))
        let unit = points.map { point in
            let length = point.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return length > 0 ? point.map { $0 / length } : point
        }
        var rows = [[Int: Float]](repeating: [:], count: count)
        for index in 0..<count {
            // 2 − 2 cos is the square of the distance between points of length 1.
            var near = unit.indices.lazy.filter { $0 != index }.map { other in
                (other, max(0, 2 - 2 * Self.product(unit[index], unit[other])))
            }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
            near.removeLast(near.count - neighbours)
            for (other, probability) in zip(near.map(\.0), Self.probabilities(near.map(\.1), perplexity)) {
                // p(i, j) = (p(j | i) + p(i | j)) / 2n.
                let half = probability / Float(2 * count)
                rows[index][other, default: 0] += half
                rows[other][index, default: 0] += half
            }
            if index % 100 == 0 { progress(Double(index) / Double(count)) }
        }
        for row in rows {
            for (other, weight) in row.sorted(by: { $0.key < $1.key }) {
                others.append(other)
                weights.append(weight)
            }
            starts.append(others.count)
        }
    }

    private static func product(_ a: [Float], _ b: [Float]) -> Float {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                var sum: Float = 0
                for i in 0..<min(a.count, b.count) { sum += a[i] * b[i] }
                return sum
            }
        }
    }

    /// exp(−β d) / Σ, with the β at which the entropy is that of so many equal neighbours.
    private static func probabilities(_ distances: [Float], _ perplexity: Double) -> [Float] {
        let wanted = log(perplexity)
        let least = Double(distances.first ?? 0)
        var (low, high, beta) = (0.0, Double.infinity, 1.0)
        var values: [Double] = []
        for _ in 0..<64 {
            var (sum, weighted) = (0.0, 0.0)
            values = distances.map { distance in
                let distance = Double(distance) - least
                let value = exp(-beta * distance)
                sum += value
                weighted += value * distance
                return value
            }
            let entropy = log(sum) + beta * weighted / sum
            values = values.map { $0 / sum }
            if abs(entropy - wanted) < 1e-5 { break }
            if entropy > wanted { low = beta } else { high = beta }
            beta = high == .infinity ? beta * 2 : (low + high) / 2
        }
        return values.map { Float($0) }
    }
}

/// Where the points are, and how they move. Counts are padded to a multiple of eight with points far away, which repel
/// nothing.
private struct Plane {
    private let count: Int
    var x: [Float]
    var y: [Float]
    private var speedX: [Float]
    private var speedY: [Float]
    private var gainX: [Float]
    private var gainY: [Float]

    private static let far: Float = 1e15

    init(_ start: [[Double]]) {
        count = start.count
        let padded = (count + 7) / 8 * 8
        // The first component gets a standard deviation of 10⁻⁴, as in scikit-learn.
        let mean = start.reduce(0) { $0 + ($1.first ?? 0) } / Double(count)
        let variance = start.reduce(0) { $0 + (($1.first ?? 0) - mean) * (($1.first ?? 0) - mean) } / Double(count)
        let scale = variance > 0 ? 1e-4 / variance.squareRoot() : 1
        x = start.map { Float(($0.first ?? 0) * scale) }
        y = start.map { Float(($0.count > 1 ? $0[1] : 0) * scale) }
        for index in count..<padded {
            x.append(Self.far * Float(index))
            y.append(Self.far)
        }
        speedX = [Float](repeating: 0, count: count)
        speedY = speedX
        gainX = [Float](repeating: 1, count: count)
        gainY = gainX
    }

    /// Of each point Σ w² (a − b) over all others, with w = 1 / (1 + |a − b|²); and Σ w over all pairs.
    private func repulsion() -> (x: [Float], y: [Float], sum: Double) {
        var (forceX, forceY) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
        var sum = 0.0
        x.withUnsafeBytes { x in
            y.withUnsafeBytes { y in
                for index in 0..<count {
                    let (ownX, ownY) = (SIMD8(repeating: self.x[index]), SIMD8(repeating: self.y[index]))
                    var (forcesX, forcesY, sums) = (SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero)
                    for place in stride(from: 0, to: 4 * self.x.count, by: 32) {
                        let dx = ownX - x.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
                        let dy = ownY - y.loadUnaligned(fromByteOffset: place, as: SIMD8<Float>.self)
                        let weight = 1 / (1 + dx * dx + dy * dy)
                        sums += weight
                        forcesX += weight * weight * dx
                        forcesY += weight * weight * dy
                    }
                    forceX[index] = forcesX.sum()
                    forceY[index] = forcesY.sum()
                    // Without the point itself, whose weight is 1.
                    sum += Double(sums.sum()) - 1
                }
            }
        }
        return (forceX, forceY, max(sum, 1e-12))
    }

    mutating func step(_ affinities: Affinities, exaggeration: Float, momentum: Float, rate: Float) {
        let repulsion = repulsion()
        let share = Float(1 / repulsion.sum)
        for index in 0..<count {
            var (forceX, forceY) = (-repulsion.x[index] * share, -repulsion.y[index] * share)
            for place in affinities.starts[index]..<affinities.starts[index + 1] {
                let other = affinities.others[place]
                let (dx, dy) = (x[index] - x[other], y[index] - y[other])
                let weight = exaggeration * affinities.weights[place] / (1 + dx * dx + dy * dy)
                forceX += weight * dx
                forceY += weight * dy
            }
            Self.move(4 * forceX, &speedX[index], &gainX[index], momentum, rate)
            Self.move(4 * forceY, &speedY[index], &gainY[index], momentum, rate)
        }
        for index in 0..<count {
            x[index] += speedX[index]
            y[index] += speedY[index]
        }
    }

    /// A gain grows while the gradient keeps turning the point round, and shrinks while it goes on.
    private static func move(
        _ gradient: Float, _ speed: inout Float, _ gain: inout Float, _ momentum: Float, _ rate: Float
    ) {
        gain = max(0.01, speed * gradient < 0 ? gain + 0.2 : gain * 0.8)
        speed = momentum * speed - rate * gain * gradient
    }

    func divergence(_ affinities: Affinities) -> Double {
        let sum = repulsion().sum
        var divergence = 0.0
        for index in 0..<count {
            for place in affinities.starts[index]..<affinities.starts[index + 1] {
                let other = affinities.others[place]
                let (dx, dy) = (Double(x[index] - x[other]), Double(y[index] - y[other]))
                let p = Double(affinities.weights[place])
                let q = 1 / (1 + dx * dx + dy * dy) / sum
                if p > 0 { divergence += p * log(p / q) }
            }
        }
        return divergence
    }
}
