/// Answers a sequence again after it has changed, at the price of what follows the change: it keeps states on the way
/// and goes on from the last one before the first id that is different. The answer has the bits of a fresh run.
///
/// States are kept closely near the end, where text is written, and further apart the further back, about 8·log₂ T of
/// them for T steps: what is read before a change d steps from the end is at most 8 steps or d/7. A network that cannot
/// be read forwards is run over the whole sequence each time; its plan's `obstacleToReading` says why.
package struct IncrementalReader: Sendable {
    package let network: Network
    /// The steps that the last answer took.
    package private(set) var stepsRead = 0
    /// The sequence that was read last, and its ids a step.
    private var ids: [Int32] = []
    private var width = 1
    /// In the order of their steps; the first is the initial state. None where the network is not read forwards.
    private var states: [NetworkState]
    /// A row for every step, (T, features), of a network that answers with a sequence; else empty.
    private var rows: [Float] = []

    package init(_ network: Network) {
        self.network = network
        states = (try? network.initialState()).map { [$0] } ?? []
    }

    /// The bytes of the states that are kept.
    package var memory: Int { states.reduce(0) { $0 + $1.bytes } }

    /// How many states are kept.
    package var stateCount: Int { states.count }

    /// What `Network.predict` answers, for the sequence as it is now, of `width` ids a step.
    package mutating func output(ids new: [Int32], width: Int) -> [Float] {
        let steps = width > 0 ? new.count / width : 0
        guard !states.isEmpty else {
            stepsRead = steps
            return new.withUnsafeBufferPointer { network.predict(ids: $0, width: width) }
        }
        let same = width == self.width ? Self.commonPrefix(ids, new) / max(1, width) : 0
        (ids, self.width) = (new, width)
        // The initial state, at step 0, always stays.
        while let last = states.last, last.steps > min(same, steps) { states.removeLast() }
        guard var state = states.last else { return [] }
        stepsRead = steps - state.steps
        read(&state, steps: steps)
        thinOut(steps: steps)
        return network.plan.output.isSequence ? rows : network.output(of: state)
    }

    /// Reads on to the end, and keeps states on the way.
    private mutating func read(_ state: inout NetworkState, steps: Int) {
        let features = network.plan.output.features
        let answersSequence = network.plan.output.isSequence
        let (ids, width) = (ids, width)
        if answersSequence { rows.removeSubrange((state.steps * features)...) }
        while state.steps < steps {
            let next = Self.stop(after: state.steps, steps: steps)
            ids.withUnsafeBufferPointer { ids in
                let part = NetworkInput.ids(ids, width: width)[state.steps..<next]
                if answersSequence {
                    rows += network.outputs(reading: part, &state)
                } else {
                    network.read(part, &state)
                }
            }
            states.append(state)
        }
    }

    /// The step at which the next state is kept on the way to the end. Never closer than eight steps, since a run in
    /// small pieces costs more than one in large ones.
    private static func stop(after step: Int, steps: Int) -> Int {
        let spacing = max(8, spacing(steps - step))
        return min(steps, (step / spacing + 1) * spacing)
    }

    /// Lets go of states that are closer to each other than their distance from the end allows.
    private mutating func thinOut(steps: Int) {
        states.removeAll { state in
            let distance = steps - state.steps
            return distance > 0 && !state.steps.isMultiple(of: Self.spacing(distance))
        }
    }

    /// How far apart states are so many steps before the end: the power of two of an eighth of them.
    private static func spacing(_ distance: Int) -> Int {
        distance < 16 ? 1 : 1 << (Int.bitWidth - 4 - distance.leadingZeroBitCount)
    }

    private static func commonPrefix(_ a: [Int32], _ b: [Int32]) -> Int {
        let count = min(a.count, b.count)
        return a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                var same = 0
                while same < count, a[same] == b[same] { same += 1 }
                return same
            }
        }
    }
}
