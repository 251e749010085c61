/// The rows of a shard, time-major and without padding: rows stand in order of falling length, and step t holds only
/// the rows that still run. A "place" is a (step, row) pair; places lie step after step.
final class PackedBatch {
    private(set) var rows = 0
    private(set) var steps = 0
    /// All places: the sum of the lengths.
    private(set) var places = 0
    /// Some place is masked, at the left or between others.
    private(set) var hasMasked = false

    /// active[t]: rows at step t, falling. offset[t]: the first place of step t; offset[steps] == places.
    let active = Scratch<Int>()
    let offset = Scratch<Int>()
    /// (rows) falling.
    let lengths = Scratch<Int>()
    /// (places) 1 where the step counts, 0 where it is masked.
    let mask = Scratch<UInt8>()
    /// (places) the place of the same row, counted from its other end.
    let mirror = Scratch<Int32>()
    /// The ids of place p: ids[idStart[p]..<idStart[p + 1]].
    let idStart = Scratch<Int32>()
    let ids = Scratch<Int32>()
    /// Of all places; 0 where the steps are numbers, and `idStart` says nothing.
    private var idCount = 0
    /// (places, width of the set): the steps as numbers, where the set has such.
    let features = Scratch<Float>()
    /// (rows) where each row stands in the set.
    let source = Scratch<Int>()

    // An output is a row, or a place where every step is answered.
    private(set) var outputs = 0
    /// Outputs that are masked or have no target do not count; the mean of the loss is over those that do.
    private(set) var counted = 0
    private(set) var hasLabels = false
    /// (outputs) the class, −1 where there is none.
    let labels = Scratch<Int32>()
    /// (outputs, width of the targets)
    let values = Scratch<Float>()
    /// (outputs) what each loss is multiplied by; 0 where the output does not count.
    let weights = Scratch<Float>()

    var allIds: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(start: ids.start, count: idCount) }

    /// The places that count, step after step.
    func eachValid(_ body: (_ row: Int, _ place: Int) -> Void) {
        for t in 0..<steps {
            let place = offset.start[t]
            for row in 0..<active.start[t] where mask.start[place + row] != 0 { body(row, place + row) }
        }
    }

    /// Takes every `stride`-th of `chosen` from `first` on. `chosen` are indices into `set`, in order of falling
    /// `length`; the ids of the set have been checked.
    func fill(
        from set: TrainingSet, lengths setLengths: [Int32], chosen: ArraySlice<Int>, first: Int, stride step: Int,
        maskZero: Bool
    ) {
        rows = 0
        places = 0
        let most = (chosen.count + step - 1) / step
        lengths.room(for: most)
        source.room(for: most)
        var position = chosen.startIndex + first
        while position < chosen.endIndex {
            let index = chosen[position]
            source.start[rows] = index
            lengths.start[rows] = Int(setLengths[index])
            places += Int(setLengths[index])
            rows += 1
            position += step
        }
        steps = rows == 0 ? 0 : lengths.start[0]
        layOut()
        if set.features.isEmpty {
            set.ids.withUnsafeBufferPointer {
                copyIds(from: $0, offsets: set.offsets, width: set.width, maskZero: maskZero)
            }
        } else {
            copyFeatures(of: set)
        }
        copyTargets(of: set)
    }

    /// The targets of `rows` of a set whose targets are sequences, in order of their falling lengths, as a decoder
    /// reads them: one step late.
    func fillDecoder(from set: TrainingSet, rows chosen: [Int]) {
        guard case .sequences(let start) = set.targets else { return }
        rows = chosen.count
        lengths.room(for: rows)
        source.room(for: rows)
        for (row, index) in chosen.enumerated() {
            source.start[row] = index
            lengths.start[row] = set.targetLength(index)
        }
        steps = rows == 0 ? 0 : lengths.start[0]
        places = (0..<rows).reduce(0) { $0 + lengths.start[$1] }
        layOut()
        (hasMasked, hasLabels, outputs, counted) = (false, true, places, places)
        mask.room(for: places).update(repeating: 1, count: places)
        let (from, read, write) = (idStart.room(for: places + 1), ids.room(for: places), labels.room(for: places))
        let w = weights.room(for: places)
        eachPlace { place, row, t in
            let index = source.start[row]
            let target = set.targetOffsets[index] + t
            from[place] = Int32(truncatingIfNeeded: place)
            read[place] = t == 0 ? start : set.labels[target - 1]
            write[place] = set.labels[target]
            w[place] = set.weights.isEmpty ? 1 : set.weights[index]
        }
        from[places] = Int32(truncatingIfNeeded: places)
        idCount = places
    }

    private func layOut() {
        active.room(for: steps + 1)
        offset.room(for: steps + 1)
        mirror.room(for: places)
        var running = rows
        var place = 0
        for t in 0..<steps {
            while running > 0, lengths.start[running - 1] <= t { running -= 1 }
            active.start[t] = running
            offset.start[t] = place
            place += running
        }
        active.start[steps] = 0
        offset.start[steps] = place
        for t in 0..<steps {
            for row in 0..<active.start[t] {
                mirror.start[offset.start[t] + row] = Int32(
                    truncatingIfNeeded: offset.start[lengths.start[row] - 1 - t] + row)
            }
        }
    }

    private func copyIds(from all: UnsafeBufferPointer<Int32>, offsets: [Int], width: Int, maskZero: Bool) {
        mask.room(for: places)
        idStart.room(for: places + 1)
        ids.room(for: places * width)
        hasMasked = false
        var count = 0
        var place = 0
        for t in 0..<steps {
            for row in 0..<active.start[t] {
                idStart.start[place] = Int32(truncatingIfNeeded: count)
                let start = (offsets[source.start[row]] + t) * width
                var some: Int32 = 0
                for i in start..<start + width {
                    let id = all[i]
                    some |= id
                    // In a bag of several ids 0 fills the free places; alone it is an id like any other.
                    if id != 0 || width == 1 {
                        ids.start[count] = id
                        count += 1
                    }
                }
                let valid = !maskZero || some != 0
                mask.start[place] = valid ? 1 : 0
                if !valid { hasMasked = true }
                place += 1
            }
        }
        idStart.start[places] = Int32(truncatingIfNeeded: count)
        idCount = count
    }

    private func copyFeatures(of set: TrainingSet) {
        let width = set.width
        let to = features.room(for: places * width)
        mask.room(for: places).update(repeating: 1, count: places)
        (hasMasked, idCount) = (false, 0)
        set.features.withUnsafeBufferPointer { all in
            eachPlace { place, row, t in
                let from = (set.offsets[source.start[row]] + t) * width
                for i in 0..<width { to[place * width + i] = all[from + i] }
            }
        }
    }

    private func copyTargets(of set: TrainingSet) {
        let width = set.targets.valuesWidth
        hasLabels = width == 0
        outputs = set.targets.areSteps ? places : rows
        counted = 0
        // Those of a decoder are laid out on their own.
        if case .sequences = set.targets { return }
        let (l, v, w) = (labels.room(for: outputs), values.room(for: outputs * width), weights.room(for: outputs))
        func copy(_ output: Int, row: Int, from target: Int, counts: Bool) {
            var counts = counts
            if hasLabels {
                l[output] = set.labels[target]
                counts = counts && l[output] >= 0
            } else {
                for i in 0..<width { v[output * width + i] = set.values[target * width + i] }
            }
            w[output] = counts ? set.weights.isEmpty ? 1 : set.weights[source.start[row]] : 0
            if counts { counted += 1 }
        }
        if set.targets.areSteps {
            eachPlace { place, row, t in
                copy(place, row: row, from: set.offsets[source.start[row]] + t, counts: mask.start[place] != 0)
            }
        } else {
            for row in 0..<rows { copy(row, row: row, from: source.start[row], counts: true) }
        }
    }

    func eachPlace(_ body: (_ place: Int, _ row: Int, _ step: Int) -> Void) {
        for t in 0..<steps {
            for row in 0..<active.start[t] { body(offset.start[t] + row, row, t) }
        }
    }
}
