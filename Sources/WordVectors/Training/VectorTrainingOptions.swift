/// How word vectors are trained. The defaults are word2vec's where it has one; `takeDefaults` gives those of other
/// models.
package struct VectorTrainingOptions: Sendable, Equatable {
    package enum Model: String, Sendable, CaseIterable {
        /// Each word of a window foretells the word in its middle.
        case skipGram = "skip-gram"
        /// Their mean does.
        case continuousBagOfWords = "cbow"
    }

    package var model = Model.skipGram
    package var dimensions = 100
    /// The most words to either side; how many is drawn anew for each word, from 1 to this.
    package var window = 5
    /// Words drawn against each that is right.
    package var negative = 5
    /// They are drawn by their counts to this power.
    package var negativePower = 0.75
    package var epochs = 5
    /// Words above this share of all are passed over ever more often: kept with probability √(t/f) + t/f. 0: none is.
    package var subsampling = 1e-3
    /// At first; falls with what is read to a ten-thousandth.
    package var learningRate: Float = 0.025
    /// What words are made of beside themselves; nil for nothing.
    package var subwords: SubwordScheme?
    package var seed: UInt64 = 1
    /// Whether the vectors are the same, to the bit, for any number of threads. On one thread they are in any case.
    package var isDeterministic = false
    /// Bytes that the rows and their copies may take, such as the machine has.
    package var memoryLimit = 32 << 30

    package init() {}

    /// Takes the rate, the subsampling and the power of the counts that the program has whose model this is: word2vec,
    /// or with n-grams of characters fastText. They are its own defaults and were not chosen by what comes of them.
    package mutating func takeDefaults() {
        if case .fastText? = subwords {
            (learningRate, subsampling, negativePower) = (0.05, 1e-4, 0.5)
        } else {
            (learningRate, subsampling, negativePower) = (model == .skipGram ? 0.025 : 0.05, 1e-3, 0.75)
        }
    }

    func check() throws(WordVectorsError) {
        func expect(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws(WordVectorsError) {
            guard range.contains(value) else {
                throw .invalid(
                    field: name, reason: "\(value) came; expected \(range.lowerBound) to \(range.upperBound)")
            }
        }
        try expect("dimensions", dimensions, 1...4096)
        try expect("window", window, 1...100)
        try expect("negative", negative, 1...100)
        try expect("epochs", epochs, 1...10_000)
        guard subsampling >= 0, subsampling <= 1 else {
            throw .invalid(field: "subsampling", reason: "\(subsampling) came; expected 0 to 1, such as 0.001")
        }
        guard negativePower >= 0, negativePower <= 1 else {
            throw .invalid(field: "negative_power", reason: "\(negativePower) came; expected 0 to 1, such as 0.75")
        }
        guard learningRate > 0, learningRate <= 1 else {
            throw .invalid(field: "learning_rate", reason: "\(learningRate) came; expected above 0, at most 1")
        }
        if let subwords {
            try subwords.check()
            // 2³¹ rows, so that a row's number has 32 bits with those of the words before it.
            try expect("buckets", subwords.rowCount, 1...(Int(Int32.max) - WordList.greatestCount))
        }
    }
}
