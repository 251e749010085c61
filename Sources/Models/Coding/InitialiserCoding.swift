import JSON
import RecurrentNetworks

/// Initialisers as Keras writes them: a name, or a class with its config. Names of classes and of functions are both
/// read: `"glorot_uniform"`, `{"class_name": "RandomUniform", "config": {"minval": -0.1, "maxval": 0.1}}`.
enum InitialiserCoding {
    private enum ClassName: String, CaseIterable {
        case zeros = "Zeros"
        case ones = "Ones"
        case glorotUniform = "GlorotUniform"
        case orthogonal = "Orthogonal"
        case randomUniform = "RandomUniform"
        case randomNormal = "RandomNormal"

        /// "glorot_uniform"
        var functionName: String {
            var name = ""
            for letter in rawValue {
                if letter.isUppercase, !name.isEmpty { name.append("_") }
                name += letter.lowercased()
            }
            return name
        }
    }

    static func decode(
        _ name: String, of fields: Fields, default missing: Initialiser
    ) throws(FieldError) -> Initialiser {
        guard fields.has(name) else { return missing }
        guard try fields.value(name).string == nil else {
            return try initialiser(try className(try fields.string(name), name, of: fields), nil)
        }
        let outer = try fields.fields(name)
        try outer.allowOnly(["class_name", "config"])
        let className = try className(try outer.string("class_name"), "class_name", of: outer)
        return try initialiser(className, outer.has("config") ? try outer.fields("config") : nil)
    }

    private static func className(_ string: String, _ name: String, of fields: Fields) throws(FieldError) -> ClassName {
        // Keras's Embedding has "uniform" for its default.
        if string == "uniform" { return .randomUniform }
        if string == "normal" { return .randomNormal }
        guard let found = ClassName.allCases.first(where: { $0.rawValue == string || $0.functionName == string }) else {
            throw fields.refusal(of: string, in: name, known: ClassName.allCases.map(\.functionName))
        }
        return found
    }

    private static func initialiser(_ className: ClassName, _ config: Fields?) throws(FieldError) -> Initialiser {
        func number(_ name: String, _ missing: Double) throws(FieldError) -> Double {
            guard let config, config.has(name) else { return missing }
            return try config.number(name)
        }
        switch className {
        case .zeros, .ones: try config?.allowOnly([])
        case .glorotUniform, .orthogonal: try config?.allowOnly(["seed"])
        case .randomUniform: try config?.allowOnly(["minval", "maxval", "seed"])
        case .randomNormal: try config?.allowOnly(["stddev", "seed"])
        }
        if let config, config.has("seed"), try !config.value("seed").isNull {
            throw FieldError(field: config.path(of: "seed"), reason: "only null is supported: the fit has a seed")
        }
        switch className {
        case .zeros: return .zeros
        case .ones: return .ones
        case .glorotUniform: return .glorotUniform
        case .orthogonal: return .orthogonal
        case .randomUniform:
            return .randomUniform(minimum: try number("minval", -0.05), maximum: try number("maxval", 0.05))
        case .randomNormal: return .randomNormal(deviation: try number("stddev", 0.05))
        }
    }

    static func encode(_ initialiser: Initialiser) -> JSONValue {
        func named(_ className: ClassName, _ config: JSONObject) -> JSONValue {
            .object(JSONObject([("class_name", .string(className.rawValue)), ("config", .object(config))]))
        }
        switch initialiser {
        case .zeros: return .string(ClassName.zeros.functionName)
        case .ones: return .string(ClassName.ones.functionName)
        case .glorotUniform: return .string(ClassName.glorotUniform.functionName)
        case .orthogonal: return .string(ClassName.orthogonal.functionName)
        case .randomUniform(let minimum, let maximum):
            return named(.randomUniform, JSONObject([("minval", .number(minimum)), ("maxval", .number(maximum))]))
        case .randomNormal(let deviation): return named(.randomNormal, JSONObject([("stddev", .number(deviation))]))
        }
    }
}
