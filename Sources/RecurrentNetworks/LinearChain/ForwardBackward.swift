#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The sums over all paths of a linear chain: the forward-backward algorithm (Rabiner 1989), with room of its own.
///
/// A path y₀ … yₙ₋₁ over L labels has the score start(y₀) + Σ e(t, yₜ) + Σ transition(yₜ₋₁, yₜ) + end(yₙ₋₁). The sums
/// are of exponentials, each step's divided by its largest, and their logarithms kept apart, so that no length of text
/// overflows. −∞ is a score that nothing may have.
final class ForwardBackward {
    typealias Doubles = UnsafeMutablePointer<Double>

    let labels: Int
    private(set) var steps = 0
    /// (L, L) exp(transitions), and the same with rows and columns changed.
    private let ahead: Scratch<Double>
    private let back: Scratch<Double>
    /// (L) the exponentials of both ends.
    private let start: Scratch<Double>
    private let end: Scratch<Double>
    /// (n, L) exp(e − the step's largest).
    private let emissions = Scratch<Double>()
    /// (n, L) Σ over the paths up to a step, its own emission among them, and over those after it without.
    private let forward = Scratch<Double>()
    private let backward = Scratch<Double>()
    /// (n) what each step of `forward` and of `backward` was divided by.
    private let forwardScale = Scratch<Double>()
    private let backwardScale = Scratch<Double>()
    /// (n) Σ forward · backward.
    private let whole = Scratch<Double>()
    /// log Σ over all paths of exp(score).
    private(set) var logSum = 0.0

    /// Scores beyond these are as good as certain, and exp() of them is still a number.
    private static let bound = 300.0

    init(labels: Int) {
        self.labels = labels
        ahead = Scratch(labels * labels)
        back = Scratch(labels * labels)
        start = Scratch(labels)
        end = Scratch(labels)
    }

    /// (L, L), (L) and (L).
    func use(transitions: ConstantFloats, start from: ConstantFloats, end to: ConstantFloats) {
        for i in 0..<labels {
            for j in 0..<labels {
                let value = Self.exponential(transitions[i * labels + j])
                ahead.start[i * labels + j] = value
                back.start[j * labels + i] = value
            }
            start.start[i] = Self.exponential(from[i])
            end.start[i] = Self.exponential(to[i])
        }
    }

    private static func exponential(_ score: Float) -> Double { exp(min(Double(score), bound)) }

    /// Over `count` steps, at least one; `emission` gives the scores (L) of each.
    func run(steps count: Int, emission: (Int) -> ConstantFloats) {
        let n = labels
        steps = count
        let (e, a, b) = (emissions.room(for: count * n), forward.room(for: count * n), backward.room(for: count * n))
        let (scale, other, z) = (
            forwardScale.room(for: count), backwardScale.room(for: count), whole.room(for: count)
        )
        logSum = 0
        for t in 0..<count {
            let (scores, x, here) = (emission(t), e + t * n, a + t * n)
            var top = -Float.infinity
            for i in 0..<n { top = max(top, scores[i]) }
            for i in 0..<n { x[i] = exp(Double(scores[i] - top)) }
            if t == 0 {
                for i in 0..<n { here[i] = start.start[i] }
            } else {
                Self.multiply(here - n, ahead.start, into: here, n)
            }
            for i in 0..<n { here[i] *= x[i] }
            scale[t] = Self.normalise(here, n)
            logSum += Double(top) + log(scale[t])
        }
        for t in stride(from: count - 1, through: 0, by: -1) {
            let here = b + t * n
            if t == count - 1 {
                for i in 0..<n { here[i] = end.start[i] }
                var last = 0.0
                for i in 0..<n { last += a[t * n + i] * here[i] }
                logSum += log(last)
            } else {
                weigh(t + 1)
                Self.multiply(weighed.start, back.start, into: here, n)
            }
            other[t] = Self.normalise(here, n)
            z[t] = 0
            for i in 0..<n { z[t] += a[t * n + i] * here[i] }
        }
    }

    /// (L) a step's exp(e) · backward.
    private let weighed = Scratch<Double>()

    private func weigh(_ t: Int) {
        let n = labels
        let w = weighed.room(for: n)
        for i in 0..<n { w[i] = emissions.start[t * n + i] * backward.start[t * n + i] }
    }

    /// The probability that step t has label i.
    func marginal(_ t: Int, _ i: Int) -> Double {
        forward.start[t * labels + i] * backward.start[t * labels + i] / whole.start[t]
    }

    /// The probability that the steps from `first` on have just these labels, at least one, and that `follower`, where it
    /// is given, is not the label of the step after them.
    func probability(of path: ArraySlice<Int>, from first: Int, notBefore follower: Int?) -> Double {
        let n = labels
        guard var label = path.first else { return 0 }
        var product = forward.start[first * n + label]
        var t = first
        for next in path.dropFirst() {
            t += 1
            product *= ahead.start[label * n + next] * emissions.start[t * n + next] / forwardScale.start[t]
            label = next
        }
        var rest = backward.start[t * n + label]
        if let follower, t + 1 < steps {
            weigh(t + 1)
            rest -= ahead.start[label * n + follower] * weighed.start[follower] / backwardScale.start[t]
        }
        return max(0, product * rest / whole.start[t])
    }

    /// Adds to (L, L) `sums` how often each pair of labels follows one another, in the mean over all paths, times
    /// `weight` and divided by exp(transition): `expectation` multiplies by it.
    func addPairs(to sums: Doubles, weight: Double) {
        let n = labels
        guard steps > 1 else { return }
        for t in 1..<steps {
            weigh(t)
            let (before, w) = (forward.start + (t - 1) * n, weighed.start)
            // Σ over both labels is what `backward` was before it was divided, against `forward`.
            let factor = weight / (whole.start[t - 1] * backwardScale.start[t - 1])
            for i in 0..<n {
                let (a, row) = (before[i] * factor, sums + i * n)
                if a != 0 { for j in 0..<n { row[j] += a * w[j] } }
            }
        }
    }

    func expectation(_ sums: Doubles, _ i: Int, _ j: Int) -> Double {
        sums[i * labels + j] * ahead.start[i * labels + j]
    }

    /// out (L) = x (L) · M (L, L).
    private static func multiply(_ x: Doubles, _ matrix: Doubles, into out: Doubles, _ n: Int) {
        for j in 0..<n { out[j] = 0 }
        for i in 0..<n {
            let (a, row) = (x[i], matrix + i * n)
            if a != 0 { for j in 0..<n { out[j] += a * row[j] } }
        }
    }

    /// Divides by the largest, and returns it.
    private static func normalise(_ x: Doubles, _ count: Int) -> Double {
        var top = 0.0
        for i in 0..<count { top = max(top, x[i]) }
        if top > 0 { for i in 0..<count { x[i] /= top } }
        return top
    }
}
