import RecurrentNetworks

/// The adding problem (Hochreiter, Schmidhuber 1997), as Le, Jaitly and Hinton (2015, arXiv:1504.00941) ask it: each
/// step has a value, drawn from 0 ... 1, and a marker, which is 1 at one step of the first half and at one of the
/// second, else 0. What is asked for is the sum of the two values that are marked.
enum Task {
    static let steps = 200
    /// What always answering 1 comes to: the variance of two values, 1/12 each.
    static let baseline = 1.0 / 6

    static let unseen = sequences(1_000, seed: 2)

    /// The same of some sequences.
    static func baseline(of set: TrainingSet) -> Double {
        set.values.reduce(0) { $0 + Double(($1 - 1) * ($1 - 1)) } / Double(set.count)
    }

    static func sequences(_ count: Int, seed: UInt64) -> TrainingSet {
        var random = Random(state: seed)
        var set = TrainingSet(width: 2, targets: .values(width: 1))
        for _ in 0..<count {
            var features = [Float](repeating: 0, count: 2 * steps)
            for step in 0..<steps { features[2 * step] = random.uniform() }
            let marked = [random.below(steps / 2), steps / 2 + random.below(steps / 2)]
            for step in marked { features[2 * step + 1] = 1 }
            set.append(features: features, values: [features[2 * marked[0]] + features[2 * marked[1]]])
        }
        return set
    }
}

/// Steele and Vigna's SplitMix64.
private struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func uniform() -> Float { Float(next() >> 40) * 0x1p-24 }

    mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }
}
