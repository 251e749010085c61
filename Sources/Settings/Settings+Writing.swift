package import JSON

extension Settings {
    /// What `read` makes these settings of.
    package var json: JSONValue {
        var object = JSONObject()
        func put(_ key: SettingsKeys.Top, _ value: JSONValue?) { object[key.rawValue] = value }
        put(.socket, socket.map { .string($0) })
        if !models.isEmpty { put(.models, .strings(models)) }
        put(.model, model.map { .string($0) })
        put(.vectors, vectors.map { .string($0) })
        put(.dictionary, dictionary.map { .string($0) })
        put(.userDictionary, userDictionary.map { .string($0) })
        if stopWords != .init() {
            put(.stopWords, ["add": .strings(stopWords.add), "remove": .strings(stopWords.remove)])
        }
        put(.idleExit, idleExit.map { .number($0) })
        let switches = Feature.allCases.compactMap { feature in
            features[feature].map { (name: feature.rawValue, value: JSONValue.bool($0)) }
        }
        if !switches.isEmpty { put(.features, .object(JSONObject(switches))) }
        put(.rules, rules.map { .array($0.map(\.json)) })
        put(.languageIds, languageIds.map { .strings($0) })
        var bounds = JSONObject()
        bounds[SettingsKeys.Limits.diagnostics.rawValue] = limits.diagnostics.map { .integer(Int64($0)) }
        bounds[SettingsKeys.Limits.documentBytes.rawValue] = limits.documentBytes.map { .integer(Int64($0)) }
        if !bounds.members.isEmpty { put(.limits, .object(bounds)) }
        return .object(object)
    }
}

extension Rule {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        func put(_ key: SettingsKeys.Rules, _ value: JSONValue) { object[key.rawValue] = value }
        put(.name, .string(name))
        put(.model, .string(model))
        put(.label, .string(label))
        put(.atLeast, .number(atLeast))
        put(.severity, .string(severity.rawValue))
        if let message { put(.message, .string(message)) }
        return .object(object)
    }
}

extension JSONValue {
    fileprivate static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
}
