import RecurrentNetworks

/// Small made-up sequences with a rule to learn.
enum ToyTexts {
    /// The label is the class of the one marked id (1, 2 or 3) among others of no meaning; lengths 2 to 14.
    static func marked(_ count: Int, seed: UInt64, classes: Int = 3) -> TrainingSet {
        var stream = GoldenStream(seed: seed)
        func below(_ bound: Int) -> Int { Int((stream.draw(1, scale: 1)[0] + 0.5) * Double(bound)) }
        var set = TrainingSet(width: 1)
        for _ in 0..<count {
            let label = below(classes)
            var ids = (0..<2 + below(13)).map { _ in Int32(4 + below(12)) }
            ids[below(ids.count)] = Int32(1 + label)
            set.append(ids, label: Int32(label))
        }
        return set
    }

    /// The same with `padding` masked steps at the end of each.
    static func padded(_ set: TrainingSet, by padding: Int) -> TrainingSet {
        var padded = TrainingSet(width: set.width)
        for i in 0..<set.count {
            let zeros = [Int32](repeating: 0, count: padding * set.width)
            let steps = set.steps(of: i)
            padded.append(
                Array(set.ids[steps.lowerBound * set.width..<steps.upperBound * set.width]) + zeros,
                label: set.labels[i])
        }
        return padded
    }

    static func classifier(_ layers: LayerConfiguration..., classes: Int = 3) -> NetworkConfiguration {
        NetworkConfiguration(
            layers: [.embedding(inputDimension: 16, outputDimension: 8)] + layers
                + [.dense(units: classes, activation: .softmax)])
    }
}
