import JSON

/// Reads values that somebody wrote, and notes those that are not what they should be. `null` is as good as nothing:
/// editors send it for what is not set.
struct SettingsReader {
    let source: String
    /// What relative paths are relative to; nil: nothing is.
    let folder: String?
    private(set) var problems: [SettingsProblem] = []
    /// How much was wrong, noted or not.
    private(set) var wrongs = 0

    /// A file may have a million wrong names; nobody reads as many messages.
    private static let mostProblems = 100

    init(source: String, folder: String?) {
        self.source = source
        self.folder = folder
    }

    mutating func wrong(_ key: String, found: String, expected: String) {
        wrongs += 1
        guard problems.count < Self.mostProblems else { return }
        problems.append(.init(source: source, key: key, found: found, expected: expected))
    }

    mutating func wrong(_ key: String, _ value: JSONValue, expected: String) {
        wrong(key, found: SettingsProblem.describe(value), expected: expected)
    }

    /// Gives each member of an object that has a known name and is not null to `body`, with its whole key.
    /// - Parameter prefix: the key of the object itself, empty for the outermost.
    mutating func members<Name: RawRepresentable<String> & CaseIterable>(
        of value: JSONValue, _ prefix: String, named: Name.Type, expected: String,
        _ body: (inout SettingsReader, Name, String, JSONValue) -> Void
    ) {
        guard let object = value.object else { return wrong(prefix, value, expected: expected) }
        for member in object.members {
            let (name, value) = (member.name, member.value)
            let key = (prefix.isEmpty ? "" : prefix + ".") + SettingsProblem.describe(name: name)
            guard let known = Name(rawValue: name) else {
                let names = Name.allCases.map(\.rawValue)
                wrong(
                    key, found: "unknown",
                    expected: NearestName.nearest(to: name, among: names).map { "'\($0)'" }
                        ?? "one of " + names.joined(separator: ", "))
                continue
            }
            if !value.isNull { body(&self, known, key, value) }
        }
    }

    mutating func string(_ key: String, _ value: JSONValue, expected: String) -> String? {
        guard let text = value.string, !text.isEmpty else {
            wrong(key, value, expected: expected)
            return nil
        }
        return text
    }

    mutating func path(_ key: String, _ value: JSONValue) -> String? {
        string(key, value, expected: "a path").flatMap { absolute(key, $0) }
    }

    /// A name as it is, a path made absolute.
    mutating func nameOrPath(_ key: String, _ value: JSONValue) -> String? {
        guard let text = string(key, value, expected: "a name, or a path with a '/' in it") else { return nil }
        return SettingsPath.isPath(text) ? absolute(key, text) : text
    }

    private mutating func absolute(_ key: String, _ path: String) -> String? {
        let absolute = SettingsPath.absolute(path, in: folder ?? "")
        if folder != nil || path.hasPrefix("/") || path.hasPrefix("~/") { return absolute }
        wrong(key, .string(path), expected: "an absolute path, since there is no folder that it could be relative to")
        return nil
    }

    mutating func bool(_ key: String, _ value: JSONValue) -> Bool? {
        if value.bool == nil { wrong(key, value, expected: "true or false") }
        return value.bool
    }

    mutating func number(_ key: String, _ value: JSONValue, in range: ClosedRange<Double>, expected: String) -> Double?
    {
        guard let number = value.number, range.contains(number) else {
            wrong(key, value, expected: expected)
            return nil
        }
        return number
    }

    mutating func integer(_ key: String, _ value: JSONValue, in range: ClosedRange<Int>) -> Int? {
        guard let integer = value.integer, range.contains(integer) else {
            wrong(key, value, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return integer
    }

    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ key: String, _ value: JSONValue, of type: Choice.Type
    ) -> Choice? {
        if let choice = value.string.flatMap(Choice.init) { return choice }
        wrong(key, value, expected: "one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
        return nil
    }

    /// The elements that `read` takes; nil where it is no list at all.
    mutating func list<Element>(
        _ key: String, _ value: JSONValue, expected: String,
        _ read: (inout SettingsReader, String, JSONValue) -> Element?
    ) -> [Element]? {
        guard let elements = value.array else {
            wrong(key, value, expected: expected)
            return nil
        }
        var result: [Element] = []
        for (index, element) in elements.enumerated() {
            if let element = read(&self, "\(key)[\(index)]", element) { result.append(element) }
        }
        return result
    }

    mutating func strings(_ key: String, _ value: JSONValue, expected: String) -> [String]? {
        list(key, value, expected: expected) { reader, key, value in
            reader.string(key, value, expected: "a text that is not empty")
        }
    }
}
