/// Runs a program over a text: all the ways in which it may match side by side, in their order, so that each scalar
/// costs at most the program's length and nothing is read twice. The scratch of one call.
struct PatternMachine {
    private let program: PatternProgram
    private let utf8: UnsafeBufferPointer<UInt8>
    private let limit: Int
    private var current: Threads
    private var following: Threads
    private var walk: Walk

    init(_ program: PatternProgram, _ utf8: UnsafeBufferPointer<UInt8>, limit: Int) {
        self.program = program
        self.utf8 = utf8
        self.limit = limit
        current = Threads(instructions: program.instructions.count, slots: program.slots)
        following = current
        walk = Walk(program, utf8)
    }

    /// The slots of the first match that begins at `start` or after it, the one that a backtracking engine finds. With
    /// `notEmpty` none is empty at `start`.
    mutating func firstMatch(from start: Int, notEmpty: Bool) throws(RegularExpressionError) -> [Int]? {
        var position = start
        var found: [Int]?
        current.removeAll()
        while true {
            if current.active.isEmpty {
                guard found == nil, !program.isAnchored || position == 0, let next = candidate(from: position) else {
                    return found
                }
                position = next
                current.removeAll()
            }
            let isEnd = position >= utf8.count
            let (scalar, end) = isEnd ? (0, position) : UTF8Bytes.scalar(in: utf8, at: position)
            if found == nil, !program.isAnchored || position == 0, isEnd || mayBegin(utf8[position]) {
                walk.begin(at: position)
                walk.add(0, to: &current)
            }
            following.removeAll()
            walk.steps += current.active.count + 1
            guard walk.steps <= limit else { throw .tooManySteps(limit: limit) }
            walk.position = end
            for index in current.active {
                switch program.instructions[index] {
                case .take(let set):
                    guard !isEnd, program.sets[set].contains(scalar) else { continue }
                    walk.load(index, of: current)
                    walk.add(index + 1, to: &following)
                    continue
                default:
                    if notEmpty && position == start { continue }
                    walk.load(index, of: current)
                    found = walk.slots
                }
                // What comes after a match in the order is worse.
                break
            }
            swap(&current, &following)
            if isEnd { return found }
            position = end
        }
    }

    @inline(__always)
    private func mayBegin(_ byte: UInt8) -> Bool { program.firstBytes?[Int(byte)] ?? true }

    /// The next place that a match may begin at.
    private func candidate(from position: Int) -> Int? {
        guard let firstBytes = program.firstBytes else { return position }
        var index = position
        while index < utf8.count {
            if firstBytes[Int(utf8[index])] { return index }
            index += 1
        }
        return nil
    }
}

/// Threads in their order, at most one an instruction.
private struct Threads {
    /// Those that take a scalar or end.
    var active: [Int] = []
    /// They and the splits on the way to them.
    private var seen: [Int] = []
    /// Where an instruction stands in `seen`, if it does: a sparse set (Briggs and Torczon 1993). A loop that was come to
    /// again stands there as itself and the number of instructions.
    private var places: [Int]
    /// `slots` of each instruction.
    var kept: [Int]

    init(instructions: Int, slots: Int) {
        places = [Int](repeating: 0, count: 2 * instructions)
        kept = [Int](repeating: -1, count: instructions * slots)
        seen.reserveCapacity(instructions)
        active.reserveCapacity(instructions)
    }

    @inline(__always)
    mutating func removeAll() {
        active.removeAll(keepingCapacity: true)
        seen.removeAll(keepingCapacity: true)
    }

    /// False where it was there already.
    @inline(__always)
    mutating func insert(_ index: Int) -> Bool {
        let place = places[index]
        if place < seen.count, seen[place] == index { return false }
        places[index] = seen.count
        seen.append(index)
        return true
    }
}

/// From one instruction to those that take a scalar or end, in their order.
private struct Walk {
    private let instructions: [PatternProgram.Instruction]
    private let utf8: UnsafeBufferPointer<UInt8>
    /// Where in the text.
    var position = 0
    var steps = 0
    /// The slots of the thread that is being followed; -1 where nothing was kept.
    private(set) var slots: [Int]
    /// Instructions still to look at, and slots to put back once what is after them is done.
    private var stack: [Task] = []

    private enum Task {
        case look(Int)
        case restore(slot: Int, Int)
    }

    init(_ program: PatternProgram, _ utf8: UnsafeBufferPointer<UInt8>) {
        instructions = program.instructions
        self.utf8 = utf8
        slots = [Int](repeating: -1, count: program.slots)
    }

    mutating func begin(at position: Int) {
        self.position = position
        for slot in slots.indices { slots[slot] = -1 }
    }

    /// Goes on with the slots of a thread.
    @inline(__always)
    mutating func load(_ index: Int, of threads: Threads) {
        let start = index * slots.count
        for slot in slots.indices { slots[slot] = threads.kept[start + slot] }
    }

    /// Adds the instructions that take or end, from one on.
    mutating func add(_ first: Int, to threads: inout Threads) {
        follow(first, &threads)
        while let task = stack.popLast() {
            switch task {
            case .look(let index): follow(index, &threads)
            case .restore(let slot, let value): slots[slot] = value
            }
        }
    }

    /// Goes along one way and leaves the others on the stack.
    @inline(__always)
    private mutating func follow(_ first: Int, _ threads: inout Threads) {
        var index = first
        while true {
            steps += 1
            switch instructions[index] {
            // These lead on to one place only, and never in a circle without one of those below.
            case .jump(let target): index = target
            case .save(let slot):
                stack.append(.restore(slot: slot, slots[slot]))
                slots[slot] = position
                index += 1
            case .assert(let assertion):
                guard holds(assertion) else { return }
                index += 1
            case .split(let first, let second):
                guard threads.insert(index) else { return }
                stack.append(.look(second))
                index = first
            case .loop(let body, let after, let isLazy):
                guard threads.insert(index) else {
                    // An empty round: a backtracking engine leaves the loop then.
                    guard threads.insert(index + instructions.count) else { return }
                    index = after
                    continue
                }
                stack.append(.look(isLazy ? body : after))
                index = isLazy ? after : body
            case .take, .match:
                guard threads.insert(index) else { return }
                threads.active.append(index)
                let start = index * slots.count
                for slot in slots.indices { threads.kept[start + slot] = slots[slot] }
                return
            }
        }
    }

    private func holds(_ assertion: PatternAssertion) -> Bool {
        switch assertion {
        case .startOfText: position == 0
        case .endOfText: position == utf8.count
        case .endOrLastLineFeed: position == utf8.count || (position + 1 == utf8.count && utf8[position] == 0x0a)
        case .startOfLine: position == 0 || utf8[position - 1] == 0x0a
        case .endOfLine: position == utf8.count || utf8[position] == 0x0a
        case .wordBoundary: isWordBefore != isWordAfter
        case .noWordBoundary: isWordBefore == isWordAfter
        }
    }

    private var isWordBefore: Bool { isWord(TextBytes(utf8).before(position).0) }

    private var isWordAfter: Bool { isWord(TextBytes(utf8).peek(position)) }

    /// NUL, which stands for what is beyond the text, is none.
    private func isWord(_ scalar: UInt32) -> Bool { CharacterProperties.word.contains(scalar) }
}
