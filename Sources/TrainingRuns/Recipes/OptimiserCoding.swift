import JSON
import Models
import RecurrentNetworks

/// `optimizer` and the three ways of clipping, in Keras's vocabulary:
///
///     "optimizer": "rmsprop"
///     "optimizer": {"class_name": "SGD", "config": {"momentum": 0.9, "nesterov": true}}
///
/// `learning_rate` and `weight_decay` stand beside it. Left out they are Keras's defaults: 0.01 for SGD, 0.001 for the
/// others; no decay but AdamW's 0.004.
enum OptimiserCoding {
    private enum Name: String, CaseIterable {
        case adam = "Adam"
        case adamW = "AdamW"
        case rmsprop = "RMSprop"
        case sgd = "SGD"
    }

    static func decode(
        _ fields: Fields
    ) throws(FieldError) -> (optimiser: Optimiser, learningRate: Float, weightDecay: Float) {
        var name = Name.adam
        var config = try Fields(.object(JSONObject()), at: "")
        if let string = fields.has("optimizer") ? try fields.value("optimizer").string : name.rawValue {
            name = try known(string, in: "optimizer", of: fields)
        } else {
            let optimizer = try fields.fields("optimizer")
            try optimizer.allowOnly(["class_name", "config"])
            name = try known(optimizer.string("class_name"), in: "class_name", of: optimizer)
            if optimizer.has("config") { config = try optimizer.fields("config") }
        }
        switch name {
        case .adam, .adamW:
            try config.allowOnly(["beta_1", "beta_2", "epsilon"])
            let optimiser = Optimiser.adam(
                beta1: try config.real("beta_1", from: 0, below: 1) ?? 0.9,
                beta2: try config.real("beta_2", from: 0, below: 1) ?? 0.999,
                epsilon: try config.real("epsilon", above: 0, atMost: 1) ?? 1e-7)
            return (optimiser, 0.001, name == .adamW ? 0.004 : 0)
        case .rmsprop:
            try config.allowOnly(["rho", "epsilon"])
            let optimiser = Optimiser.rmsprop(
                rho: try config.real("rho", from: 0, below: 1) ?? 0.9,
                epsilon: try config.real("epsilon", above: 0, atMost: 1) ?? 1e-7)
            return (optimiser, 0.001, 0)
        case .sgd:
            try config.allowOnly(["momentum", "nesterov"])
            let optimiser = Optimiser.sgd(
                momentum: try config.real("momentum", from: 0, below: 1) ?? 0,
                nesterov: try config.bool("nesterov", default: false))
            return (optimiser, 0.01, 0)
        }
    }

    /// Keras takes "rmsprop" for "RMSprop".
    private static func known(_ string: String, in field: String, of fields: Fields) throws(FieldError) -> Name {
        let name = Name.allCases.first { $0.rawValue.lowercased() == string.lowercased() }
        guard let name else { throw fields.refusal(of: string, in: field, known: Name.allCases.map(\.rawValue)) }
        return name
    }

    static func encode(_ optimiser: Optimiser) -> JSONValue {
        let (name, config): (Name, [(name: String, value: JSONValue)]) =
            switch optimiser {
            case .adam(let beta1, let beta2, let epsilon):
                (.adam, [("beta_1", .shortest(beta1)), ("beta_2", .shortest(beta2)), ("epsilon", .shortest(epsilon))])
            case .rmsprop(let rho, let epsilon):
                (.rmsprop, [("rho", .shortest(rho)), ("epsilon", .shortest(epsilon))])
            case .sgd(let momentum, let nesterov):
                (.sgd, [("momentum", .shortest(momentum)), ("nesterov", .bool(nesterov))])
            }
        return .object(
            JSONObject([("class_name", .string(name.rawValue)), ("config", .object(JSONObject(config)))]))
    }

    // MARK: - Clipping

    private static let clippings: [(name: String, make: @Sendable (Float) -> Clipping)] = [
        ("global_clipnorm", { .globalNorm($0) }), ("clipnorm", { .norm($0) }), ("clipvalue", { .value($0) }),
    ]

    /// One of the three, or null for none; `missing` where none is named.
    static func decodeClipping(_ fields: Fields, default missing: Clipping?) throws(FieldError) -> Clipping? {
        let named = clippings.filter { fields.has($0.name) }
        guard named.count <= 1 else {
            throw FieldError(
                field: fields.path(of: named[1].name),
                reason: "\(named.map(\.name).joined(separator: " and ")) came; expected one of them")
        }
        guard let (name, make) = named.first else { return missing }
        if try fields.isNull(name) { return nil }
        return try fields.real(name, above: 0, atMost: 1e30).map(make)
    }

    static func encode(_ clipping: Clipping?) -> (name: String, value: JSONValue) {
        switch clipping {
        case nil: ("global_clipnorm", .null)
        case .globalNorm(let limit)?: ("global_clipnorm", .shortest(limit))
        case .norm(let limit)?: ("clipnorm", .shortest(limit))
        case .value(let limit)?: ("clipvalue", .shortest(limit))
        }
    }
}
