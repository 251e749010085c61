package import Settings

/// What a rule found in a file.
package struct Finding: Sendable, Equatable {
    /// Both from 1; columns in characters of Unicode.
    package struct Place: Sendable, Equatable {
        package var line: Int
        package var column: Int

        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    package var start: Place
    /// Behind the last character.
    package var end: Place
    package var severity: Rule.Severity
    /// The rule's name.
    package var rule: String
    package var message: String

    package init(start: Place, end: Place, severity: Rule.Severity, rule: String, message: String) {
        self.start = start
        self.end = end
        self.severity = severity
        self.rule = rule
        self.message = message
    }
}

extension Rule.Severity {
    /// 0 is the gravest.
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package func isAtLeast(_ other: Rule.Severity) -> Bool { rank <= other.rank }
}

extension Rule {
    /// A rule as it is written on the command line, `model:label` or `model:label>=0.9`; nil where it is none.
    package init?(written text: String) {
        var rest = Substring(text)
        var atLeast = Self.defaultAtLeast
        if let sign = rest.utf8.indices.last(where: { rest[$0...].hasPrefix(">=") }) {
            let number = rest[rest.index(sign, offsetBy: 2)...].trimmingSpaces()
            guard let value = Double(number), SettingsKeys.atLeast.contains(value) else { return nil }
            atLeast = value
            rest = rest[..<sign]
        }
        guard var colon = rest.firstIndex(of: ":") else { return nil }
        // A path may have a colon in one of its folders, and a label a slash.
        if rest[..<colon].contains("/"), let slash = rest.lastIndex(of: "/") {
            colon = rest[slash...].firstIndex(of: ":") ?? colon
        }
        let (model, label) = (rest[..<colon].trimmingSpaces(), rest[rest.index(after: colon)...].trimmingSpaces())
        guard !model.isEmpty, !label.isEmpty else { return nil }
        self.init(model: String(model), label: String(label), atLeast: atLeast)
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
