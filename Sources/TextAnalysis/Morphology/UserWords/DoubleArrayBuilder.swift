/// Makes the double array of a lexicon (Aoe, 1989): a state is a place that its followers are counted from, the end of
/// a key at 0 and each byte at its value + 1; a follower's `check` is that place.
struct DoubleArrayBuilder {
    private(set) var units: [LexiconTables.Unit] = [LexiconTables.Unit(base: 0, check: 0)]
    /// Whether some state counts from a place.
    private var isState = [true]
    /// Where the search for a place begins: before it most units are taken.
    private var firstFree = 1

    /// Keys still to be spelt from a unit on: those in `keys`, which share their first `depth` bytes.
    private struct Branch {
        var keys: Range<Int>
        var depth: Int
        var unit: Int
    }

    /// `keys` are sorted by their bytes and differ; the value of each is at the same place in `values`, not negative.
    init(keys: [[UInt8]], values: [Int32]) {
        var branches = [Branch(keys: 0..<keys.count, depth: 0, unit: 0)]
        while let branch = branches.popLast() {
            var followers: [(code: Int, keys: Range<Int>)] = []
            for index in branch.keys {
                let code = keys[index].count == branch.depth ? 0 : Int(keys[index][branch.depth]) + 1
                if let last = followers.last, last.code == code {
                    followers[followers.count - 1].keys = last.keys.lowerBound..<(index + 1)
                } else {
                    followers.append((code, index..<(index + 1)))
                }
            }
            let state = place(for: followers.map(\.code))
            units[branch.unit].base = Int32(truncatingIfNeeded: state)
            for follower in followers {
                units[state + follower.code].check = UInt32(truncatingIfNeeded: state)
                if follower.code == 0 {
                    units[state].base = ~values[follower.keys.lowerBound]
                } else {
                    branches.append(
                        Branch(keys: follower.keys, depth: branch.depth + 1, unit: state + follower.code))
                }
            }
        }
    }

    /// A place from which all these codes are free, found from the first free unit on. It is taken.
    private mutating func place(for codes: [Int]) -> Int {
        while firstFree < units.count, units[firstFree].check != 0 { firstFree += 1 }
        let first = max(firstFree - (codes.first ?? 0), 1)
        var state = first
        while true {
            grow(to: state + 257)
            if !isState[state], codes.allSatisfy({ units[state + $0].check == 0 }) { break }
            state += 1
        }
        isState[state] = true
        // A few units are left unused, or every search would go over all of them again.
        if state - first > 512 { firstFree = state }
        return state
    }

    private mutating func grow(to count: Int) {
        guard units.count < count else { return }
        let more = max(count - units.count, units.count / 2)
        units += [LexiconTables.Unit](repeating: LexiconTables.Unit(base: 0, check: 0), count: more)
        isState += [Bool](repeating: false, count: more)
    }
}
