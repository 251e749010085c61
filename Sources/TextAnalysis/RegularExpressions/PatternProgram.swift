/// A pattern as a program for `PatternMachine` (Thompson 1968, Pike's machine as Cox describes it).
struct PatternProgram: Sendable {
    enum Instruction: Sendable {
        /// Takes a scalar of sets[set].
        case take(set: Int)
        /// Goes on at both, the first before the second.
        case split(Int, Int)
        /// A split that is come back to. A round that took nothing goes on after it.
        case loop(body: Int, after: Int, isLazy: Bool)
        case jump(Int)
        /// Keeps the position: slot 2g is where group g begins, 2g + 1 where it ends.
        case save(slot: Int)
        case assert(PatternAssertion)
        case match
    }

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []
    /// Two a group, the whole match first.
    let slots: Int
    /// Whether a match may begin with a byte, by byte; nil where one may be empty or begin anywhere.
    private(set) var firstBytes: [Bool]?
    /// It can only match at the beginning of the text.
    private(set) var isAnchored = false

    static let longest = 5000

    init(_ node: PatternNode, groups: Int) throws(RegularExpressionError) {
        slots = 2 * (groups + 1)
        try append(.save(slot: 0))
        try compile(node)
        try append(.save(slot: 1))
        try append(.match)
        findFirstBytes()
    }

    @discardableResult
    private mutating func append(_ instruction: Instruction) throws(RegularExpressionError) -> Int {
        guard instructions.count < Self.longest else {
            throw .tooLarge(
                what: "steps once its counts are written out", came: instructions.count + 1, limit: Self.longest)
        }
        instructions.append(instruction)
        return instructions.count - 1
    }

    private mutating func compile(_ node: PatternNode) throws(RegularExpressionError) {
        switch node {
        case .empty: break
        case .set(let set):
            sets.append(set)
            try append(.take(set: sets.count - 1))
        case .sequence(let nodes):
            for node in nodes { try compile(node) }
        case .alternation(let branches):
            var jumps: [Int] = []
            for (index, branch) in branches.enumerated() {
                guard index + 1 < branches.count else {
                    try compile(branch)
                    break
                }
                let split = try append(.jump(0))
                try compile(branch)
                jumps.append(try append(.jump(0)))
                instructions[split] = .split(split + 1, instructions.count)
            }
            for jump in jumps { instructions[jump] = .jump(instructions.count) }
        case .group(let node, let index):
            try append(.save(slot: 2 * index))
            try compile(node)
            try append(.save(slot: 2 * index + 1))
        case .assertion(let assertion):
            try append(.assert(assertion))
        case .repetition(let node, let counts, let isLazy):
            try compile(node, counts, isLazy: isLazy)
        }
    }

    private mutating func compile(
        _ node: PatternNode, _ counts: Range<Int>, isLazy: Bool
    ) throws(RegularExpressionError) {
        func fork(_ body: Int, _ after: Int) -> Instruction { isLazy ? .split(after, body) : .split(body, after) }
        let most = counts.upperBound - 1
        let isUnbounded = most >= PatternParser.unbounded
        // x+ is x and back, where no round can be empty; else x{2,} is xxx*.
        let isPlus = isUnbounded && counts.lowerBound > 0 && !node.mayBeEmpty
        for _ in 0..<(isPlus ? counts.lowerBound - 1 : counts.lowerBound) {
            let start = instructions.count
            try compile(node)
            // Of nothing once is enough: no limit of steps would end counts of counts of it.
            if instructions.count == start { break }
        }
        if isPlus {
            let body = instructions.count
            try compile(node)
            let back = try append(.jump(0))
            instructions[back] = fork(body, back + 1)
        } else if isUnbounded {
            let loop = try append(.jump(0))
            try compile(node)
            let after = try append(.jump(loop)) + 1
            instructions[loop] = .loop(body: loop + 1, after: after, isLazy: isLazy)
        } else {
            var splits: [Int] = []
            for _ in counts.lowerBound..<max(counts.lowerBound, most) {
                splits.append(try append(.jump(0)))
                let start = instructions.count
                try compile(node)
                if instructions.count == start { break }
            }
            for split in splits { instructions[split] = fork(split + 1, instructions.count) }
        }
    }

    // MARK: How a match begins

    private mutating func findFirstBytes() {
        var bytes = [Bool](repeating: false, count: 256)
        var seen = [Bool](repeating: false, count: instructions.count)
        var waiting = [0]
        var mayBeAnywhere = false
        var isAnchored = true
        // Instructions, and whether the beginning of the text was asked for before them.
        while let index = waiting.popLast() {
            guard !seen[index] else { continue }
            seen[index] = true
            switch instructions[index] {
            case .take(let set):
                isAnchored = false
                sets[set].firstBytes { bytes[Int($0)] = true }
            case .split(let first, let second), .loop(let first, let second, _): waiting += [second, first]
            case .jump(let target): waiting.append(target)
            case .save: waiting.append(index + 1)
            case .assert(.startOfText): break
            case .assert:
                isAnchored = false
                waiting.append(index + 1)
            case .match:
                isAnchored = false
                mayBeAnywhere = true
            }
        }
        self.isAnchored = isAnchored
        let hasStart = instructions.contains {
            if case .assert(.startOfText) = $0 { return true }
            return false
        }
        firstBytes = mayBeAnywhere || hasStart ? nil : bytes
    }
}

extension PatternNode {
    /// Whether it matches without taking a scalar.
    fileprivate var mayBeEmpty: Bool {
        switch self {
        case .empty, .assertion: true
        case .set: false
        case .sequence(let nodes): nodes.allSatisfy(\.mayBeEmpty)
        case .alternation(let branches): branches.contains(where: \.mayBeEmpty)
        case .repetition(let node, let counts, _): counts.lowerBound == 0 || node.mayBeEmpty
        case .group(let node, _): node.mayBeEmpty
        }
    }
}
