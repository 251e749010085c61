/// What a pattern means, before it is a program.
indirect enum PatternNode {
    case empty
    case set(ScalarSet)
    case sequence([PatternNode])
    case alternation([PatternNode])
    case repetition(PatternNode, Range<Int>, isLazy: Bool)
    case group(PatternNode, index: Int)
    case assertion(PatternAssertion)
}

enum PatternAssertion: Sendable {
    case startOfText, endOfText
    /// The end, or a line feed that is the last of the text.
    case endOrLastLineFeed
    case startOfLine, endOfLine
    case wordBoundary, noWordBoundary
}

/// Reads a pattern in the syntax of Python's `re`, with \p{…} as in UTS #18, and without what needs backtracking.
struct PatternParser {
    /// `PatternNode.repetition` without an upper bound.
    static let unbounded = Int.max - 1

    private let pattern: [Unicode.Scalar]
    private var position = 0
    private var flags: Flags
    private var depth = 0
    private(set) var groupCount = 0
    private(set) var groupNames: [String: Int] = [:]

    private struct Flags {
        var ignoresCase = false
        /// ^ and $ match at line feeds.
        var isMultiline = false
        /// . matches a line feed.
        var dotMatchesAll = false
    }

    private static let deepest = 200
    static let mostGroups = 99
    static let mostRepetitions = 1000

    init(_ pattern: String, ignoringCase: Bool) {
        self.pattern = Array(pattern.unicodeScalars)
        flags = Flags(ignoresCase: ignoringCase)
    }

    mutating func parse() throws(RegularExpressionError) -> PatternNode {
        let node = try parseAlternation()
        guard position == pattern.count else { throw invalid("a ) that closes nothing; write \\) for the sign itself") }
        return node
    }

    private var next: Unicode.Scalar? { position < pattern.count ? pattern[position] : nil }

    private mutating func take(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard pattern[position...].starts(with: scalars) else { return false }
        position += scalars.count
        return true
    }

    private func invalid(_ reason: String) -> RegularExpressionError { .invalid(position: position, reason: reason) }

    private func unsupported(_ feature: String, _ hint: String) -> RegularExpressionError {
        .unsupported(position: position, feature: feature, hint: hint)
    }

    // MARK: Structure

    private mutating func parseAlternation() throws(RegularExpressionError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw .tooLarge(what: "levels of groups", came: depth, limit: Self.deepest)
        }
        let flagsBefore = flags
        defer { flags = flagsBefore }
        var branches = [try parseSequence()]
        while take("|") { branches.append(try parseSequence()) }
        return branches.count == 1 ? branches[0] : .alternation(branches)
    }

    private mutating func parseSequence() throws(RegularExpressionError) -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if let node = try parseAtom() { nodes.append(try parseQuantifiers(of: node)) }
        }
        return nodes.count == 1 ? nodes[0] : nodes.isEmpty ? .empty : .sequence(nodes)
    }

    /// Nil for what stands for nothing, such as flags.
    private mutating func parseAtom() throws(RegularExpressionError) -> PatternNode? {
        guard let scalar = next else { return nil }
        switch scalar {
        case "(": return try parseGroup()
        case "[": return .set(try parseClass())
        case "\\": return try parseEscape()
        case ".":
            position += 1
            return .set(flags.dotMatchesAll ? ScalarSet([0...0x10ffff]) : ScalarSet(0x0a).inverted)
        case "^":
            position += 1
            return .assertion(flags.isMultiline ? .startOfLine : .startOfText)
        case "$":
            position += 1
            return .assertion(flags.isMultiline ? .endOfLine : .endOrLastLineFeed)
        case "*", "+", "?": throw invalid("a \(scalar) that repeats nothing; write \\\(scalar) for the sign itself")
        case "{" where quantifier(at: position) != nil:
            throw invalid("a count that repeats nothing; write \\{ for the sign itself")
        default:
            position += 1
            return .set(literal(scalar.value))
        }
    }

    private func literal(_ scalar: UInt32) -> ScalarSet {
        flags.ignoresCase ? ScalarSet(scalar).ignoringCase : ScalarSet(scalar)
    }

    private mutating func parseQuantifiers(of node: PatternNode) throws(RegularExpressionError) -> PatternNode {
        guard let (counts, end) = quantifier(at: position) else { return node }
        if case .assertion = node { throw invalid("a count of \(pattern[position - 1]), which matches no characters") }
        guard counts.lowerBound <= Self.mostRepetitions,
            counts.upperBound == Self.unbounded + 1 || counts.upperBound <= Self.mostRepetitions + 1
        else {
            throw .tooLarge(
                what: "repetitions of one thing",
                came: counts.upperBound == Self.unbounded + 1 ? counts.lowerBound : counts.upperBound - 1,
                limit: Self.mostRepetitions)
        }
        guard !counts.isEmpty else { throw invalid("a count whose greatest is less than its least") }
        position = end
        let isLazy = take("?")
        if next == "+" {
            throw unsupported("a possessive quantifier", "leave the + out: nothing is tried twice here")
        }
        if quantifier(at: position) != nil { throw invalid("a count of a count; put the first in (?:…)") }
        return .repetition(node, counts, isLazy: isLazy)
    }

    /// Least ..< most + 1, and where it ends. What looks like none is literal, as in `{name}`.
    private func quantifier(at start: Int) -> (Range<Int>, end: Int)? {
        guard start < pattern.count else { return nil }
        switch pattern[start] {
        case "*": return (0..<Self.unbounded + 1, start + 1)
        case "+": return (1..<Self.unbounded + 1, start + 1)
        case "?": return (0..<2, start + 1)
        case "{": break
        default: return nil
        }
        var index = start + 1
        func number() -> Int? {
            var value: Int?
            while index < pattern.count, pattern[index].value &- 0x30 < 10 {
                value = min((value ?? 0) * 10 + Int(pattern[index].value - 0x30), 1_000_000)
                index += 1
            }
            return value
        }
        let least = number()
        var most = least
        if index < pattern.count, pattern[index] == "," {
            index += 1
            most = number() ?? Self.unbounded
            guard least != nil || most != Self.unbounded else { return nil }
        }
        guard let most, index < pattern.count, pattern[index] == "}" else { return nil }
        let from = least ?? 0
        return (from..<max(from, most + 1), index + 1)
    }

    // MARK: Groups

    private mutating func parseGroup() throws(RegularExpressionError) -> PatternNode? {
        let start = position
        position += 1
        var index: Int?
        var inner = flags
        if take("?") {
            if take("#") {
                while position < pattern.count, next != ")" { position += 1 }
                guard take(")") else { throw invalid("a comment that no ) ends") }
                return nil
            }
            if take("=") || take("!") {
                throw unsupported("a look-ahead", "match what follows too, and keep a group of what is wanted")
            }
            if take("<=") || take("<!") {
                throw unsupported("a look-behind", "match what is before too, and keep a group of what is wanted")
            }
            if take(">") { throw unsupported("an atomic group", "write (?:…): nothing is tried twice here") }
            if take("P=") { throw unsupported("a back-reference", "no engine matches them in linear time") }
            if next == "(" || next == "|" || next == "R" || next == "&" {
                throw unsupported("a conditional or recursive group", "write what it may be as alternatives")
            }
            if take("P<") || take("<") {
                index = try openGroup(named: try parseName(until: ">"))
            } else if !take(":") {
                guard try parseFlags(&inner) else {
                    // (?i): for the rest of the group around it.
                    flags = inner
                    return nil
                }
            }
        } else {
            index = try openGroup(named: nil)
        }
        let outer = flags
        flags = inner
        let node = try parseAlternation()
        flags = outer
        guard take(")") else {
            position = start
            throw invalid("a ( that nothing closes; write \\( for the sign itself")
        }
        if let index { return .group(node, index: index) }
        // Within a group it may be counted.
        if case .assertion = node { return .sequence([node]) }
        return node
    }

    private mutating func openGroup(named name: String?) throws(RegularExpressionError) -> Int {
        groupCount += 1
        guard groupCount <= Self.mostGroups else {
            throw .tooLarge(what: "groups", came: groupCount, limit: Self.mostGroups)
        }
        if let name {
            guard groupNames.updateValue(groupCount, forKey: name) == nil else {
                throw invalid("a second group named \(name)")
            }
        }
        return groupCount
    }

    private mutating func parseName(until end: Unicode.Scalar) throws(RegularExpressionError) -> String {
        var name = String.UnicodeScalarView()
        while let scalar = next, scalar != end {
            guard CharacterProperties.word.contains(scalar.value) else {
                throw invalid("a name of a group with \(scalar) in it; letters, digits and _ are allowed")
            }
            name.append(scalar)
            position += 1
        }
        guard next == end, !name.isEmpty else {
            throw invalid("a name of a group that is empty or not ended by \(end)")
        }
        position += 1
        return String(name)
    }

    /// Flags, and whether a group of their own follows.
    private mutating func parseFlags(_ flags: inout Flags) throws(RegularExpressionError) -> Bool {
        var value = true
        while let flag = next {
            position += 1
            switch flag {
            case "i": flags.ignoresCase = value
            case "m": flags.isMultiline = value
            case "s": flags.dotMatchesAll = value
            case "u": break
            case "-" where value: value = false
            case ":": return true
            case ")": return false
            default:
                position -= 1
                throw unsupported("the flag or group (?\(flag)", "there are (?i), (?m), (?s), (?:…) and (?<name>…)")
            }
        }
        throw invalid("flags that no ) ends")
    }

    // MARK: Escapes

    private mutating func parseEscape() throws(RegularExpressionError) -> PatternNode {
        guard position + 1 < pattern.count else { throw invalid("a \\ at the end; write \\\\ for the sign itself") }
        let scalar = pattern[position + 1]
        let assertion: PatternAssertion? =
            switch scalar {
            case "b": .wordBoundary
            case "B": .noWordBoundary
            case "A": .startOfText
            case "Z", "z": .endOfText
            default: nil
            }
        if let assertion {
            position += 2
            return .assertion(assertion)
        }
        return .set(try parseEscapedSet(inClass: false))
    }

    /// What a backslash and the next characters stand for.
    private mutating func parseEscapedSet(inClass: Bool) throws(RegularExpressionError) -> ScalarSet {
        guard position + 1 < pattern.count else { throw invalid("a \\ at the end; write \\\\ for the sign itself") }
        let scalar = pattern[position + 1]
        let set: ScalarSet
        switch scalar {
        case "d": set = CharacterProperties.digit
        case "D": set = CharacterProperties.digit.inverted
        case "w": set = CharacterProperties.word
        case "W": set = CharacterProperties.word.inverted
        case "s": set = CharacterProperties.space
        case "S": set = CharacterProperties.space.inverted
        case "p", "P": return try parseProperty()
        default:
            let value = try parseEscapedScalar(inClass: inClass)
            return inClass ? ScalarSet(value) : literal(value)
        }
        position += 2
        return set
    }

    private mutating func parseEscapedScalar(inClass: Bool) throws(RegularExpressionError) -> UInt32 {
        let scalar = pattern[position + 1]
        let control: [Unicode.Scalar: UInt32] = ["n": 10, "t": 9, "r": 13, "f": 12, "v": 11, "a": 7, "0": 0]
        if let value = control[scalar] {
            position += 2
            return value
        }
        switch scalar {
        case "b" where inClass:
            position += 2
            return 8
        case "x": return try parseHexadecimal(digits: 2)
        case "u": return try parseHexadecimal(digits: 4)
        case "U": return try parseHexadecimal(digits: 8)
        case "1"..."9", "k", "g":
            throw unsupported("a back-reference", "no engine matches them in linear time; write what it may be again")
        case "X", "R", "G", "K":
            throw unsupported("\\\(scalar)", "leave it out, or write the characters that are meant")
        default:
            guard !(scalar.value | 0x20 &- 0x61 < 26) else {
                throw invalid("\\\(scalar), which stands for nothing; write \(scalar) for the letter itself")
            }
            position += 2
            return scalar.value
        }
    }

    /// \x41, \u0041, \U00000041, and any number of digits in braces.
    private mutating func parseHexadecimal(digits: Int) throws(RegularExpressionError) -> UInt32 {
        let start = position
        position += 2
        let isBraced = take("{")
        var value: UInt32 = 0
        var count = 0
        while count < (isBraced ? 8 : digits), let digit = next?.hexadecimalDigit {
            value = value << 4 | digit
            count += 1
            position += 1
        }
        guard isBraced ? take("}") && count > 0 : count == digits, Unicode.Scalar(value) != nil else {
            position = start
            throw invalid("a code point that is not of hexadecimal digits: two after \\x, four after \\u, or \\u{…}")
        }
        return value
    }

    /// \p{Hangul}, \P{L}, \pL, \p{^Lu}.
    private mutating func parseProperty() throws(RegularExpressionError) -> ScalarSet {
        let start = position
        var isInverted = pattern[position + 1] == "P"
        position += 2
        var name = String.UnicodeScalarView()
        if take("{") {
            if take("^") { isInverted.toggle() }
            while let scalar = next, scalar != "}" {
                name.append(scalar)
                position += 1
            }
            guard take("}") else { throw invalid("a property that no } ends") }
        } else if let scalar = next {
            name.append(scalar)
            position += 1
        }
        guard let set = CharacterProperties.set(named: String(name)) else {
            position = start
            throw invalid(
                "a property \"\(String(name))\" that is not known; there are general categories such as L and Lu, scripts such "
                    + "as Hangul and Han, Any, ASCII, White_Space and Emoji")
        }
        let cased = flags.ignoresCase ? set.ignoringCase : set
        return isInverted ? cased.inverted : cased
    }

    // MARK: Classes

    private mutating func parseClass() throws(RegularExpressionError) -> ScalarSet {
        let start = position
        position += 1
        let isInverted = take("^")
        var set = ScalarSet([])
        var ranges: [ClosedRange<UInt32>] = []
        var isFirst = true
        while true {
            guard let scalar = next else {
                position = start
                throw invalid("a [ that no ] closes; write \\[ for the sign itself")
            }
            if scalar == "]" && !isFirst { break }
            isFirst = false
            if pattern[position...].starts(with: ["[", ":"]) {
                throw unsupported(
                    "a class of POSIX", "write [[:alpha:]] as \\p{L}, [[:digit:]] as \\d, [[:space:]] as \\s")
            }
            let itemStart = position
            let item = try parseClassItem()
            guard next == "-", position + 1 < pattern.count, pattern[position + 1] != "]" else {
                if case .set(let members) = item { set = set.union(members) }
                if case .scalar(let value) = item { ranges.append(value...value) }
                continue
            }
            position += 1
            guard case .scalar(let first) = item, case .scalar(let last) = try parseClassItem(), first <= last else {
                position = itemStart
                throw invalid("a range of characters that does not go from a lesser to a greater one")
            }
            ranges.append(first...last)
        }
        position += 1
        set = set.union(ScalarSet(ranges))
        if flags.ignoresCase { set = set.ignoringCase }
        return isInverted ? set.inverted : set
    }

    private enum ClassItem {
        case scalar(UInt32)
        case set(ScalarSet)
    }

    private mutating func parseClassItem() throws(RegularExpressionError) -> ClassItem {
        guard let scalar = next else { throw invalid("a [ that no ] closes; write \\[ for the sign itself") }
        guard scalar == "\\" else {
            position += 1
            return .scalar(scalar.value)
        }
        let set = try parseEscapedSet(inClass: true)
        if set.ranges.count == 1, let range = set.ranges.first, range.count == 1 { return .scalar(range.lowerBound) }
        return .set(set)
    }
}

extension Unicode.Scalar {
    /// Of 0 to 9, a to f, A to F.
    fileprivate var hexadecimalDigit: UInt32? {
        if value &- 0x30 < 10 { return value - 0x30 }
        let letter = value | 0x20
        return letter &- 0x61 < 6 ? letter - 0x61 + 10 : nil
    }
}
