import Testing
import TextAnalysis

@Suite struct `Regular expressions` {
    @Test func `match what Python matches`() throws {
        var compared = 0
        var wrong: [String] = []
        for line in try Goldens.lines("regular-expressions/expressions.txt") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped($0) }
            try #require(fields.count == 3)
            let (pattern, text) = (fields[0], fields[1])
            let expression = try RegularExpression(pattern)
            let offsets = codePointOffsets(of: text)
            let found = try expression.matches(in: text).map { match in
                // Some cases have no groups.
                ([match.range] + (fields[2].contains(";") ? match.groups : [])).map { range in
                    range.map { "\(offsets[$0.lowerBound]),\(offsets[$0.upperBound])" } ?? "-"
                }.joined(separator: ";")
            }.joined(separator: " ")
            if found != fields[2] { wrong.append("\(pattern) in \(text): \(found), expected \(fields[2])") }
            compared += 1
        }
        #expect(compared > 3000)
        #expect(wrong.prefix(5) == [])
    }

    @Test(arguments: [
        ("(a+)+$", String(repeating: "a", count: 20_000) + "b"), ("(a*)*b", String(repeating: "a", count: 20_000)),
        ("(?:a|a)*c", String(repeating: "a", count: 20_000)), ("(?:a?){200}a{200}", String(repeating: "a", count: 200)),
        ("(.*)(.*)(.*)(.*)x", String(repeating: "가", count: 20_000)),
    ])
    func `that take for ever elsewhere take their length times the text's`(pattern: String, text: String) throws {
        let expression = try RegularExpression(pattern)
        let start = ContinuousClock.now
        _ = try expression.firstMatch(in: text)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test(arguments: [
        "(?:(?:(?:a{0}){1000}){1000}){1000}", "(?:(?:(?:){0,1000}){0,1000}){0,1000}", "(?:(?:(?:){1,}){1000}){1000}",
    ])
    func `that count nothing end`(pattern: String) {
        let start = ContinuousClock.now
        let match = try? RegularExpression(pattern).firstMatch(in: "a")
        #expect(match == nil || match?.range == 0..<0)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func `may have two hundred groups within one another`() throws {
        let deep = String(repeating: "(?:", count: 198) + "a" + String(repeating: ")*", count: 198)
        let expression = try RegularExpression(deep)
        let match = try expression.firstMatch(in: "aaa")
        #expect(match?.range == 0..<3)
    }

    @Test func `give up after so many steps`() throws {
        let text = String(repeating: "a", count: 3000)
        let expression = try RegularExpression("a.*b|a", maximumSteps: 100_000)
        #expect(throws: RegularExpressionError.tooManySteps(limit: 100_000)) { try expression.matches(in: text) }
        let unbounded = try RegularExpression("a.*b|a")
        let found = try unbounded.matches(in: text)
        #expect(found.count == 3000)
    }

    @Test(arguments: [
        ("(?=a)", "look-ahead"), ("(?!a)", "look-ahead"), ("(?<=a)", "look-behind"), ("(?<!a)b", "look-behind"),
        ("(a)\\1", "back-reference"), ("(?P<n>a)(?P=n)", "back-reference"), ("\\k<n>", "back-reference"),
        ("a++", "possessive"),
        ("(?>a)", "atomic"), ("(?(1)a|b)", "conditional"), ("[[:alpha:]]", "POSIX"), ("(?x) a", "flag"), ("\\X", "\\X"),
    ])
    func `that need backtracking are refused by name`(pattern: String, feature: String) {
        #expect {
            try RegularExpression(pattern)
        } throws: { error in
            guard case .unsupported(_, let name, let hint)? = error as? RegularExpressionError else { return false }
            return name.contains(feature) && !hint.isEmpty
        }
    }

    @Test(arguments: [
        ("(", 0), (")", 0), ("a)", 1), ("(a", 0), ("[a", 0), ("[]", 0), ("*", 0), ("a|*", 2), ("a**", 2), ("^*", 1),
        ("a{2}{3}", 4),
        ("\\", 0), ("a\\", 1), ("[b-a]", 1), ("[\\d-z]", 1), ("\\q", 0), ("\\x4", 0), ("\\u{110000}", 0),
        ("\\ud800", 0),
        ("(?P<a>x)(?P<a>y)", 14), ("(?P<>x)", 4), ("(?P<a-b>x)", 5), ("\\p{Klingon}", 0), ("\\p{L", 4), ("a{3,2}", 1),
        ("(?i", 3), ("{2}", 0),
    ])
    func `that cannot be read say where`(pattern: String, position: Int) {
        #expect {
            try RegularExpression(pattern)
        } throws: { error in
            guard case .invalid(position, let reason)? = error as? RegularExpressionError else { return false }
            return !reason.isEmpty
        }
    }

    @Test(arguments: [
        String(repeating: "(", count: 300) + String(repeating: ")", count: 300),
        String(repeating: "(?:a)", count: 5000),
        "a{1000}{1000}", "(?:a{1000}){1000}", "a{100000}", "(?:(?:(?:a{50}){50}){50}){50}",
        String(repeating: "(a)", count: 100),
        String(repeating: "[^a-z]", count: 2000),
    ])
    func `that are too large are refused`(pattern: String) {
        #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
    }

    @Test func `of random signs never end the process`() {
        let signs = Array("()[]{}|*+?.\\^$-,:<>=!P#ia1dwbpL가\u{301}😀 ").map(String.init)
        var generator = SeededGenerator(seed: 21)
        var read = 0
        for _ in 0..<20_000 {
            let pattern = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                signs.randomElement(using: &generator) ?? ""
            }.joined()
            guard let expression = try? RegularExpression(pattern, maximumSteps: 100_000) else { continue }
            read += 1
            _ = try? expression.matches(in: "a가 1\n()😀aa")
        }
        #expect(read > 500)
    }

    @Test(arguments: [
        ("(\\w+)@(\\w+)", "$2 at ${1}", "me@home, you@work", "home at me, work at you"),
        ("(?P<first>a)(b)?", "[$first]", "", ""),
        ("ㅋ{2,}", "ㅋㅋ", "재밌다ㅋㅋㅋㅋㅋ", "재밌다ㅋㅋ"), ("x*", "-", "abxd", "-a-b--d-"), ("(a)|b", "<$1>", "ab", "<a><>"),
        ("a", "$$", "aa", "$$"), ("(?<n>\\d)", "${n}${n}", "1 2", "11 22"), ("가", "", "가나가", "나"),
        ("(?i)HI", "$0!", "hi Hi", "hi! Hi!"),
    ])
    func `replace what they match`(pattern: String, template: String, text: String, expected: String) throws {
        let expression = try RegularExpression(pattern)
        guard template != "[$first]" else {
            #expect(throws: RegularExpressionError.self) { try expression.template(template) }
            return
        }
        let edited = try expression.replacing(in: text, with: expression.template(template))
        #expect(edited?.text ?? text == expected)
    }

    @Test(arguments: ["$", "$x", "${", "${a}", "$3", "${}", "$99"])
    func `refuse replacements without meaning`(template: String) throws {
        let expression = try RegularExpression("(a)(?<b>b)")
        #expect(throws: RegularExpressionError.self) { try expression.template(template) }
    }

    private func unescaped(_ field: Substring) -> String {
        var text = ""
        var rest = field[...]
        while let sign = rest.unicodeScalars.first {
            if sign == "%",
                let value = UInt32(rest.unicodeScalars.dropFirst().prefix(2).map(String.init).joined(), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                text.unicodeScalars.append(scalar)
                rest.unicodeScalars.removeFirst(3)
            } else {
                text.unicodeScalars.append(sign)
                rest.unicodeScalars.removeFirst()
            }
        }
        return text
    }

    /// By UTF-8 offset.
    private func codePointOffsets(of text: String) -> [Int] {
        var offsets: [Int] = []
        for (index, scalar) in text.unicodeScalars.enumerated() {
            offsets += repeatElement(index, count: String(scalar).utf8.count)
        }
        return offsets + [text.unicodeScalars.count]
    }
}
