/// A regular expression in the syntax of Python's `re` (without flags but (?i), (?m), (?s)), with \p{…} for general
/// categories and scripts. Immutable and shared.
///
/// No pattern makes it slow: a text costs at most its length times the pattern's, since all the ways to match are followed
/// side by side and none is tried twice. What cannot be done so, look-around and back-references, is refused by name. All
/// matches of a text may cost its length squared where each of them looks at the whole rest, so that there is a limit of
/// steps.
///
/// A character is a scalar here. \w is letters, numbers and _, \d is the general category Nd, \s the property White_Space;
/// upper and lower case are alike by simple case folding. Of several matches that begin together the one counts that a
/// backtracking engine comes to first.
package struct RegularExpression: Sendable {
    /// In UTF-8 offsets.
    package struct Match: Sendable, Equatable {
        package let range: Range<Int>
        /// Of the groups from 1 on; nil for one that takes no part.
        package let groups: [Range<Int>?]
    }

    package let pattern: String
    /// The numbers of the groups that have a name.
    package let groupNames: [String: Int]
    package let groupCount: Int
    private let program: PatternProgram
    private let maximumSteps: Int

    /// In code points.
    package static let longestPattern = 10_000
    /// Of one call: some seconds' work.
    package static let maximumSteps = 500_000_000

    package init(
        _ pattern: String, ignoringCase: Bool = false, maximumSteps: Int = maximumSteps
    ) throws(RegularExpressionError) {
        let length = pattern.unicodeScalars.count
        guard length <= Self.longestPattern else {
            throw .tooLarge(what: "characters", came: length, limit: Self.longestPattern)
        }
        var parser = PatternParser(pattern, ignoringCase: ignoringCase)
        let node = try parser.parse()
        program = try PatternProgram(node, groups: parser.groupCount)
        groupCount = parser.groupCount
        groupNames = parser.groupNames
        self.pattern = pattern
        self.maximumSteps = maximumSteps
    }

    package func firstMatch(in text: String) throws(RegularExpressionError) -> Match? {
        try matches(in: text, atMost: 1).first
    }

    /// All of them, in order; none overlaps another.
    package func matches(in text: String, atMost most: Int = .max) throws(RegularExpressionError) -> [Match] {
        var text = text
        var matches: [Match] = []
        try text.withUTF8Bytes { utf8 throws(RegularExpressionError) in
            try forEachMatch(in: utf8) { match in
                matches.append(match)
                return matches.count < most
            }
        }
        return matches
    }

    /// Calls `body` with each match until it returns false.
    private func forEachMatch(
        in utf8: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Bool
    ) throws(RegularExpressionError) {
        var machine = PatternMachine(program, utf8, limit: maximumSteps)
        var position = 0
        var wasEmpty = false
        while let slots = try machine.firstMatch(from: position, notEmpty: wasEmpty) {
            func range(_ group: Int) -> Range<Int>? {
                let (start, end) = (slots[2 * group], slots[2 * group + 1])
                return start >= 0 && end >= start ? start..<end : nil
            }
            guard let whole = range(0) else { return }
            let groups = (0..<groupCount).map { range($0 + 1) }
            guard body(Match(range: whole, groups: groups)) else { return }
            position = whole.upperBound
            wasEmpty = whole.isEmpty
        }
    }
}

extension RegularExpression {
    /// What matches are replaced by.
    package struct Template: Sendable {
        fileprivate enum Piece: Sendable {
            case literal([UInt8])
            /// 0 is the whole match.
            case group(Int)
        }

        fileprivate let pieces: [Piece]
    }

    /// A text in which $1 and ${1} stand for groups, $0 for the match, ${name} for a group with a name, $$ for a dollar.
    package func template(_ text: String) throws(RegularExpressionError) -> Template {
        var pieces: [Template.Piece] = []
        var rest = text.unicodeScalars[...]
        var literal = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            guard scalar == "$" else {
                literal.append(scalar)
                continue
            }
            if rest.first == "$" {
                rest.removeFirst()
                literal.append("$")
                continue
            }
            var name = String.UnicodeScalarView()
            if rest.first == "{" {
                guard let end = rest.firstIndex(of: "}") else { throw .invalidTemplate(reason: "a ${ that no } ends") }
                name.append(contentsOf: rest[rest.startIndex..<end].dropFirst())
                rest = rest[rest.index(after: end)...]
            } else {
                while let digit = rest.first, digit.value &- 0x30 < 10, name.count < 2 {
                    name.append(digit)
                    rest.removeFirst()
                }
                guard !name.isEmpty else {
                    throw .invalidTemplate(reason: "a $ without a group; write $1, ${name}, or $$ for the sign itself")
                }
            }
            guard let group = Int(String(name)) ?? groupNames[String(name)], (0...groupCount).contains(group) else {
                let names = groupNames.keys.sorted().joined(separator: ", ")
                throw .invalidTemplate(
                    reason: "the pattern has no group \"\(String(name))\"; it has \(groupCount) groups"
                        + (names.isEmpty ? "" : ", with the names \(names)"))
            }
            if !literal.isEmpty { pieces.append(.literal(Array(String(literal).utf8))) }
            literal = String.UnicodeScalarView()
            pieces.append(.group(group))
        }
        if !literal.isEmpty { pieces.append(.literal(Array(String(literal).utf8))) }
        return Template(pieces: pieces)
    }

    /// The text with every match replaced; nil where nothing matches.
    package func replacing(in text: String, with template: Template) throws(RegularExpressionError) -> EditedText? {
        var text = text
        return try text.withUTF8Bytes { utf8 throws(RegularExpressionError) in
            var editor = TextEditor(utf8)
            var replacement: [UInt8] = []
            try forEachMatch(in: utf8) { match in
                replacement.removeAll(keepingCapacity: true)
                for piece in template.pieces {
                    switch piece {
                    case .literal(let bytes): replacement += bytes
                    case .group(0): replacement += utf8[match.range]
                    case .group(let group):
                        if let range = match.groups[group - 1] { replacement += utf8[range] }
                    }
                }
                editor.replace(match.range, with: replacement)
                return !editor.isTooLong
            }
            if editor.isTooLong { throw .resultTooLong }
            return editor.finish()
        }
    }
}
