/// A CRF while it trains: what comes goes through, and its loss takes the place of the cross-entropy of each step.
///
/// The loss is −log p(labels | scores) over the steps of a row that count, one after another: those that are masked or
/// have no target are not there for the chain.
final class ChainLayer: ShardLayer {
    private let labels: Int
    private let transitions: Int
    private let start: Int
    private let end: Int
    private let sums: ForwardBackward
    private let output = Scratch<Float>()
    /// (L, L) see `ForwardBackward.addPairs`.
    private let pairs: Scratch<Double>
    /// ∂loss/∂(transitions, start_transitions, end_transitions) of the last loss, to be added when it goes back.
    private let gradient: Scratch<Double>
    private var places: [Int] = []

    init(name: String, labels: Int, layout: ParameterLayout) {
        self.labels = labels
        transitions = layout.offset(of: name + "/transitions")
        start = layout.offset(of: name + "/start_transitions")
        end = layout.offset(of: name + "/end_transitions")
        sums = ForwardBackward(labels: labels)
        pairs = Scratch(labels * labels)
        gradient = Scratch(labels * (labels + 2))
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        let y = output.room(for: context.batch.places * labels)
        y.update(from: input, count: context.batch.places * labels)
        return y
    }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        let g = context.gradient.start
        for i in 0..<labels * labels { g[transitions + i] += Float(gradient.start[i]) }
        for i in 0..<labels {
            g[start + i] += Float(gradient.start[labels * labels + i])
            g[end + i] += Float(gradient.start[labels * (labels + 1) + i])
        }
        return dOutput
    }

    /// output (places, L): scores become the probabilities of the labels, or where `gradientScale` is given
    /// ∂/∂output of the sum, multiplied by it.
    ///
    /// - Returns: Σ over the rows, each times its weight, and how many steps' most probable label is that of the target.
    func loss(_ context: ShardContext, _ output: Floats, gradientScale: Float?) -> (sum: Double, correct: Double) {
        let (batch, n) = (context.batch, labels)
        sums.use(
            transitions: context.dense + transitions, start: context.dense + start, end: context.dense + end)
        pairs.start.update(repeating: 0, count: n * n)
        gradient.start.update(repeating: 0, count: n * (n + 2))
        var (sum, correct) = (0.0, 0.0)
        for row in 0..<batch.rows {
            places.removeAll(keepingCapacity: true)
            for t in 0..<batch.lengths.start[row] {
                let place = batch.offset.start[t] + row
                if batch.weights.start[place] > 0 { places.append(place) } else { (output + place * n).zero(n) }
            }
            guard let first = places.first else { continue }
            sums.run(steps: places.count) { ConstantFloats(output + places[$0] * n) }
            let weight = batch.weights.start[first]
            sum += (sums.logSum - score(context, output)) * Double(weight)
            if let gradientScale { addGradient(batch, Double(gradientScale * weight)) }
            correct += writeSteps(batch, output, gradientScale.map { Double($0 * weight) })
        }
        if gradientScale != nil {
            for i in 0..<n {
                for j in 0..<n { gradient.start[i * n + j] += sums.expectation(pairs.start, i, j) }
            }
        }
        return (sum, correct)
    }

    /// Of the targets' own path.
    private func score(_ context: ShardContext, _ output: Floats) -> Double {
        let (w, targets) = (context.dense, context.batch.labels.start)
        var score = 0.0
        var before: Int?
        for place in places {
            let label = Int(targets[place])
            score += Double(before.map { w[transitions + $0 * labels + label] } ?? w[start + label])
            score += Double(output[place * labels + label])
            before = label
        }
        return score + Double(before.map { w[end + $0] } ?? 0)
    }

    /// What the chain's own scores are to change by, but for the pairs, which wait for the end of the batch.
    private func addGradient(_ batch: PackedBatch, _ scale: Double) {
        let (n, g, targets) = (labels, gradient.start, batch.labels.start)
        sums.addPairs(to: pairs.start, weight: scale)
        for (before, after) in zip(places, places.dropFirst()) {
            g[Int(targets[before]) * n + Int(targets[after])] -= scale
        }
        for i in 0..<n {
            g[n * n + i] += scale * sums.marginal(0, i)
            g[n * (n + 1) + i] += scale * sums.marginal(places.count - 1, i)
        }
        if let first = places.first, let last = places.last {
            g[n * n + Int(targets[first])] -= scale
            g[n * (n + 1) + Int(targets[last])] -= scale
        }
    }

    private func writeSteps(_ batch: PackedBatch, _ output: Floats, _ scale: Double?) -> Double {
        var correct = 0.0
        for (t, place) in places.enumerated() {
            let (z, target) = (output + place * labels, Int(batch.labels.start[place]))
            var best = 0
            for i in 0..<labels {
                if sums.marginal(t, i) > sums.marginal(t, best) { best = i }
                let probability = sums.marginal(t, i)
                z[i] = Float(scale.map { (probability - (i == target ? 1 : 0)) * $0 } ?? probability)
            }
            if best == target { correct += 1 }
        }
        return correct
    }
}
