package import JSON

extension Settings {
    /// The settings in a value, and what is wrong in it. What is wrong is left out, and the rest applies.
    ///
    /// - Parameters:
    ///   - folder: the absolute path of the folder that relative paths are relative to; nil: relative paths are wrong.
    ///   - source: who gave the value, for the messages.
    package static func read(
        _ json: JSONValue, relativeTo folder: String?, source: String
    ) -> (settings: Settings, problems: [SettingsProblem]) {
        var reader = SettingsReader(source: source, folder: folder)
        var settings = Settings()
        if !json.isNull {
            reader.members(
                of: json, "", named: SettingsKeys.Top.self, expected: #"an object, such as {"model": "sentiment-ko"}"#
            ) { reader, name, key, value in
                settings.read(name, key, value, with: &reader)
            }
        }
        return (settings, reader.problems)
    }

    private mutating func read(
        _ name: SettingsKeys.Top, _ key: String, _ value: JSONValue, with reader: inout SettingsReader
    ) {
        switch name {
        case .schema: break
        case .socket: socket = reader.path(key, value)
        case .models:
            let paths: JSONValue = value.string == nil ? value : [value]
            models = reader.list(key, paths, expected: "a list of paths") { $0.path($1, $2) } ?? []
        case .model: model = reader.nameOrPath(key, value)
        case .vectors: vectors = reader.nameOrPath(key, value)
        case .dictionary: dictionary = reader.nameOrPath(key, value)
        case .userDictionary: userDictionary = reader.path(key, value)
        case .stopWords: stopWords = .read(key, value, with: &reader)
        case .idleExit:
            idleExit = reader.number(key, value, in: SettingsKeys.idleExit, expected: SettingsKeys.idleExitText)
        case .features:
            var switches: [Feature: Bool] = [:]
            reader.members(of: value, key, named: Feature.self, expected: #"an object, such as {"hover": false}"#) {
                switches[$1] = $0.bool($2, $3)
            }
            features = switches
        case .rules: rules = reader.list(key, value, expected: "a list of rules") { Rule.read($1, $2, with: &$0) }
        case .languageIds:
            languageIds = reader.strings(key, value, expected: #"a list, such as ["plaintext", "markdown"]"#)
        case .limits: limits = .read(key, value, with: &reader)
        }
    }
}

extension StopWordChanges {
    fileprivate static func read(
        _ key: String, _ value: JSONValue, with reader: inout SettingsReader
    ) -> StopWordChanges {
        var result = StopWordChanges()
        reader.members(
            of: value, key, named: SettingsKeys.StopWords.self,
            expected: #"an object, such as {"add": ["영화"], "remove": ["not"]}"#
        ) { reader, name, key, value in
            let words = reader.strings(key, value, expected: "a list of words") ?? []
            switch name {
            case .add: result.add = words
            case .remove: result.remove = words
            }
        }
        return result
    }
}

extension Limits {
    fileprivate static func read(_ key: String, _ value: JSONValue, with reader: inout SettingsReader) -> Limits {
        var result = Limits()
        reader.members(
            of: value, key, named: SettingsKeys.Limits.self, expected: #"an object, such as {"diagnostics": 100}"#
        ) { reader, name, key, value in
            switch name {
            case .diagnostics: result.diagnostics = reader.integer(key, value, in: SettingsKeys.diagnostics)
            case .documentBytes: result.documentBytes = reader.integer(key, value, in: SettingsKeys.documentBytes)
            }
        }
        return result
    }
}

extension Rule {
    /// Nil, with its problems noted, where anything of it is wrong: half a rule would report something else.
    fileprivate static func read(_ key: String, _ value: JSONValue, with reader: inout SettingsReader) -> Rule? {
        var (model, label, message, name): (String?, String?, String?, String?)
        var atLeast: Double? = defaultAtLeast
        var severity: Severity? = defaultSeverity
        let before = reader.wrongs
        reader.members(
            of: value, key, named: SettingsKeys.Rules.self,
            expected: #"an object, such as {"model": "sentiment-ko", "label": "negative", "atLeast": 0.9}"#
        ) { reader, member, key, value in
            switch member {
            case .model: model = reader.nameOrPath(key, value)
            case .label: label = reader.string(key, value, expected: "one of the model's labels")
            case .atLeast:
                atLeast = reader.number(key, value, in: SettingsKeys.atLeast, expected: "a probability from 0 to 1")
            case .severity: severity = reader.choice(key, value, of: Severity.self)
            case .message: message = reader.string(key, value, expected: "a text that is not empty")
            case .name: name = reader.string(key, value, expected: "a name")
            }
        }
        guard reader.wrongs == before else { return nil }
        guard let model else {
            reader.wrong(key + ".model", found: "missing", expected: "a name, or a path with a '/' in it")
            return nil
        }
        guard let label else {
            reader.wrong(key + ".label", found: "missing", expected: "one of the model's labels")
            return nil
        }
        guard let atLeast, let severity else { return nil }
        return Rule(
            name: name, model: model, label: label, atLeast: atLeast, severity: severity, message: message)
    }
}
