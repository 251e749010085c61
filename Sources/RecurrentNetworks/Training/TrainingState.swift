/// All that a training needs to go on as if it had never been interrupted: weights, the best of them, the optimiser's
/// moments, the position in the data and what decides when to stop. Random numbers are drawn from keys, not from a
/// generator with a state: the position says which come next.
package struct TrainingState: Sendable, Equatable {
    package enum Values: Sendable, Equatable {
        case float32([Float])
        case float64([Double])
        case int32([Int32])

        package var count: Int {
            switch self {
            case .float32(let values): values.count
            case .float64(let values): values.count
            case .int32(let values): values.count
            }
        }
    }

    package var arrays: [String: Values]
    package var numbers: [String: Double]
    package var history: [EpochRecord]

    package init(arrays: [String: Values] = [:], numbers: [String: Double] = [:], history: [EpochRecord] = []) {
        self.arrays = arrays
        self.numbers = numbers
        self.history = history
    }

    mutating func save(_ scratch: Scratch<Float>, _ count: Int, as name: String) {
        arrays[name] = .float32(Array(UnsafeBufferPointer(start: scratch.start, count: count)))
    }

    // What is read was written by another process, perhaps of other data: every part is checked for being there and
    // for its size.

    func number(_ name: String) throws(TrainingError) -> Double {
        guard let number = numbers[name] else { throw .stateDoesNotFit("it has no '\(name)'") }
        return number
    }

    func integer(_ name: String, _ range: ClosedRange<Int>) throws(TrainingError) -> Int {
        guard let integer = Int(exactly: try number(name)), range.contains(integer) else {
            throw .stateDoesNotFit("'\(name)' is out of range")
        }
        return integer
    }

    func restore(_ scratch: Scratch<Float>, _ count: Int, from name: String) throws(TrainingError) {
        guard case .float32(let values)? = arrays[name], values.count == count else { throw misfit(name, count) }
        for i in 0..<count { scratch.start[i] = values[i] }
    }

    func int32s(_ name: String, count: Int, in range: ClosedRange<Int32>) throws(TrainingError) -> [Int32] {
        guard case .int32(let values)? = arrays[name], values.count == count, values.allSatisfy(range.contains) else {
            throw misfit(name, count)
        }
        return values
    }

    func doubles(_ name: String, count: Int) throws(TrainingError) -> [Double] {
        guard case .float64(let values)? = arrays[name], values.count == count else { throw misfit(name, count) }
        return values
    }

    private func misfit(_ name: String, _ count: Int) -> TrainingError {
        .stateDoesNotFit("'\(name)' has \(arrays[name]?.count ?? 0) values, \(count) are needed")
    }
}

// MARK: - The parts

extension NetworkParameters {
    func save(in state: inout TrainingState, as name: String) {
        state.save(dense, layout.denseCount, as: name + "/dense")
        state.save(table, tableCount, as: name + "/table")
    }

    func restore(from state: TrainingState, as name: String) throws(TrainingError) {
        try state.restore(dense, layout.denseCount, from: name + "/dense")
        try state.restore(table, tableCount, from: name + "/table")
    }
}

/// What a training is of: its options, layers and rows. Another number of threads is the same training.
struct TrainingIdentity {
    /// FNV-1a: Swift's own hash differs from run to run.
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ plan: NetworkPlan, _ options: TrainingOptions, _ sets: [TrainingSet]) {
        var options = options
        options.threads = 1
        add("\(plan.layers) \(options)".utf8.map(Int32.init))
        for set in sets {
            add(set.ids)
            add(set.offsets.map(Int32.init(truncatingIfNeeded:)))
            if let length = set.windowLength { add([Int32(truncatingIfNeeded: length)]) }
            add(set.labels)
            for values in [set.features, set.values, set.weights] {
                add(values.map { Int32(bitPattern: $0.bitPattern) })
            }
        }
    }

    private mutating func add(_ values: [Int32]) {
        for value in values { hash = (hash ^ UInt64(UInt32(bitPattern: value))) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ UInt64(values.count)) &* 0x0000_0100_0000_01B3
    }

    var values: [Int32] {
        [Int32(truncatingIfNeeded: hash >> 32), Int32(truncatingIfNeeded: hash)]
    }
}
