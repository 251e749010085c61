/// What an optimiser does to a weight in steps whose gradient for it is 0: its moments decay, and it may still move.
/// Adam's case is the hardest.
///
/// With m and v as step s left them, step s + j moves the weight by αₛ₊ⱼ·β₁ʲ·m / (√(β₂ʲ·v) + ε). With ρ = β₁/√β₂
/// that is αₛ₊ⱼ·ρʲ·m / (√v + ε·β₂^(−j/2)), so that all moves since step s together are
///
///     m · S₁ / (√v + ε · S₂/S₁),   S₁ = Σ αₛ₊ⱼ·ρʲ,   S₂ = Σ αₛ₊ⱼ·ρʲ·β₂^(−j/2)
///
/// exactly where ε is small beside √v or beside nothing; in between ε stands for its mean, which is wrong by less
/// than 1e-4 of the move, since β₂^(−j/2) stays near 1 as long as ρʲ counts. So a row of an embedding that no text
/// of a batch uses is left alone, and brought up to date at once when it is needed: the result is that of the dense
/// Adam to rounding, for the price of the rows that are used.
struct IdleSteps {
    /// ρ to this power is below 3e-12: what comes later moves nothing.
    private let window: Int

    private let firstDecay: Double
    private let secondDecay: Double
    private let epsilon: Double
    /// [s]: S₁ and S₂ of what has happened since step s, with the later steps' weight decay, up to s + window.
    private var moves: [Double] = [0]
    private var corrected: [Double] = [0]
    /// [s]: the product of what weight decay has left up to step s.
    private var kept: [Double] = [1]
    /// [j] ρʲ and (β₁/β₂)ʲ.
    private let fading: [Double]
    private let fadingCorrected: [Double]

    /// Steps so far.
    var now: Int { moves.count - 1 }

    /// SGD with momentum is Adam's case without the root: ρ is the momentum. RMSprop moves nothing that has no
    /// gradient, and its mean of squares decays.
    init(_ optimiser: Optimiser) {
        let corrected: Double
        let fade: Double
        switch optimiser {
        case .adam(let beta1, let beta2, let epsilon):
            (firstDecay, secondDecay, self.epsilon) = (Double(beta1), Double(beta2), Double(epsilon))
            fade = secondDecay > 0 ? firstDecay / secondDecay.squareRoot() : 0
            corrected = secondDecay > 0 ? firstDecay / secondDecay : 0
        case .sgd(let momentum, _):
            (firstDecay, secondDecay, epsilon) = (Double(momentum), 0, 0)
            (fade, corrected) = (firstDecay, 0)
        case .rmsprop(let rho, _):
            (firstDecay, secondDecay, epsilon) = (0, Double(rho), 0)
            (fade, corrected) = (0, 0)
        }
        var window = 256
        while window < 1 << 16, power(fade, window) > 3e-12 { window *= 2 }
        self.window = window
        fading = (0...window).map { power(fade, $0) }
        fadingCorrected = (0...window).map { power(corrected, $0) }
    }

    /// One step more, of size `alpha`, for which weights were first multiplied by `keep`.
    mutating func append(alpha: Double, keep: Double) {
        let step = now + 1
        for start in max(step - window, 0)..<step {
            moves[start] = moves[start] * keep + alpha * fading[step - start]
            corrected[start] = corrected[start] * keep + alpha * fadingCorrected[step - start]
        }
        kept.append((kept.last ?? 1) * keep)
        moves.append(0)
        corrected.append(0)
    }

    func save(in state: inout TrainingState) {
        state.arrays["idle/moves"] = .float64(moves)
        state.arrays["idle/corrected"] = .float64(corrected)
        state.arrays["idle/kept"] = .float64(kept)
    }

    mutating func restore(from state: TrainingState, steps: Int) throws(TrainingError) {
        moves = try state.doubles("idle/moves", count: steps + 1)
        corrected = try state.doubles("idle/corrected", count: steps + 1)
        kept = try state.doubles("idle/kept", count: steps + 1)
    }

    /// From step `start` to now: w ← w·keep − m·move / (√v + epsilon), m ← m·first, v ← v·second; for SGD
    /// w ← w·keep + m·move.
    struct Passage {
        var keep: Float
        var move: Float
        var epsilon: Float
        var first: Float
        var second: Float
    }

    func passage(since start: Int) -> Passage {
        let steps = now - start
        let end = min(start + window, now)
        let later = kept[end] > 0 ? kept[now] / kept[end] : 0
        let first = power(firstDecay, steps)
        let second = power(secondDecay, steps)
        return Passage(
            keep: kept[start] > 0 ? Float(kept[now] / kept[start]) : 0, move: Float(moves[start] * later),
            epsilon: Float(moves[start] > 0 ? epsilon * corrected[start] / moves[start] : epsilon),
            // Nothing of a moment is left before its floats become denormal, which would be slow.
            first: first < 1e-18 ? 0 : Float(first), second: second < 1e-18 ? 0 : Float(second))
    }
}

/// base ^ exponent by squaring: the same bits on every system.
func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor, rest) = (1.0, base, exponent)
    while rest > 0 {
        if rest & 1 == 1 { result *= factor }
        factor *= factor
        rest >>= 1
    }
    return result
}
