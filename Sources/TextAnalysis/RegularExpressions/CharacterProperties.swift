/// Sets of scalars by their properties. The data lies in the generated files beside this.
enum CharacterProperties {
    /// Letters, numbers and _, which is what Python's `re` takes for words.
    static let word = ScalarSet(
        runs(of: categories, categoryNames.indices.filter { "LN".contains(categoryNames[$0].prefix(1)) })
            + [0x5f...0x5f])
    static let digit = ScalarSet(runs(of: categories, categoryNames.indices.filter { categoryNames[$0] == "Nd" }))
    /// The property White_Space.
    static let space = ScalarSet([
        0x09...0x0d, 0x20...0x20, 0x85...0x85, 0xa0...0xa0, 0x1680...0x1680, 0x2000...0x200a, 0x2028...0x2029,
        0x202f...0x202f, 0x205f...0x205f, 0x3000...0x3000,
    ])

    /// A general category (L, Lu), a script (Hangul, Hang, script=Han), or Any, ASCII, Emoji. Upper and lower case, spaces,
    /// _ and - do not matter. Nil for a name that none has.
    static func set(named name: String) -> ScalarSet? {
        var name = normalized(name)
        var onlyScript = false
        for prefix in ["script=", "sc=", "scx=", "generalcategory=", "gc=", "is"] where name.hasPrefix(prefix) {
            if name.count == prefix.count { return nil }
            name.removeFirst(prefix.count)
            onlyScript = prefix.hasPrefix("s")
            break
        }
        if !onlyScript {
            if let long = longCategories[name] { name = long }
            let members = categoryNames.indices.filter { normalized(categoryNames[$0]).hasPrefix(name) }
            if name.count <= 2, !members.isEmpty { return ScalarSet(runs(of: categories, members)) }
            switch name {
            case "any": return ScalarSet([0...0x10ffff])
            case "ascii": return ScalarSet([0...0x7f])
            case "whitespace": return space
            case "emoji": return emoji
            default: break
            }
        }
        let members = scriptNames.indices.filter {
            normalized(scriptNames[$0].0) == name || normalized(scriptNames[$0].1) == name
        }
        return members.isEmpty ? nil : ScalarSet(runs(of: scripts, members))
    }

    private static let longCategories = [
        "letter": "l", "mark": "m", "number": "n", "punctuation": "p", "symbol": "s", "separator": "z", "other": "c",
        "uppercaseletter": "lu", "lowercaseletter": "ll", "titlecaseletter": "lt", "modifierletter": "lm",
        "otherletter": "lo", "decimalnumber": "nd", "punct": "p", "digit": "nd",
    ]

    private static let emoji = ScalarSet(
        (UInt32(0x23)...0x1_faff).filter { Unicode.Scalar($0)?.properties.isEmoji ?? false }.map { $0...$0 })

    private static func normalized(_ name: String) -> String {
        String(name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" })
    }

    /// The ranges of some values of a table of starts of runs: code point << 8 | value.
    private static func runs(of starts: [UInt32], _ values: [Int]) -> [ClosedRange<UInt32>] {
        let values = Set(values.map { UInt32(truncatingIfNeeded: $0) })
        return starts.indices.filter { values.contains(starts[$0] & 0xff) }.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] >> 8 : 0x110000
            return starts[index] >> 8...max(starts[index] >> 8, end - 1)
        }
    }
}
