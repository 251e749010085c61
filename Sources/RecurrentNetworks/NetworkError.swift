/// Why a configuration or a set of weights makes no network. Every text names the layer, what came, what is
/// needed and the mend.
package enum NetworkError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A layer that cannot stand where it stands, or has an impossible option.
    case invalidConfiguration(layer: String, came: String, needed: String, mend: String)
    case missingWeight(name: String, needed: [Int])
    case wrongShape(name: String, came: [Int], needed: [Int])
    /// The values of a tensor are not as many as its shape says.
    case wrongValueCount(name: String, shape: [Int], came: Int, needed: Int)
    /// 8-bit values for a weight that is no embedding.
    case wrongValueType(name: String)
    case unknownWeight(name: String, nearest: String?)
    case tooLarge(parameters: Int, limit: Int)
    /// A network that has to see the last step before it can begin, or that remembers nothing.
    case notReadForwards(layer: String, reason: String)
    /// A state to begin with that does not fit its layer.
    case unsuitableState(layer: String, came: String, needed: String)

    package var description: String {
        switch self {
        case .invalidConfiguration(let layer, let came, let needed, let mend):
            return "layer '\(layer)': came \(came), needs \(needed); \(mend)"
        case .missingWeight(let name, let needed):
            return "weight '\(name)' is missing: shape \(Self.text(of: needed)) is needed; "
                + "store it, or take the layer out of the configuration"
        case .wrongShape(let name, let came, let needed):
            return "weight '\(name)': shape \(Self.text(of: came)) came, \(Self.text(of: needed)) is needed; "
                + "store the weights that belong to this configuration"
        case .wrongValueCount(let name, let shape, let came, let needed):
            return "weight '\(name)': \(came) values came, shape \(Self.text(of: shape)) needs \(needed); "
                + "store as many values as the shape says"
        case .wrongValueType(let name):
            return "weight '\(name)': 8-bit values came, 32-bit ones are needed; "
                + "only an embedding may be stored in 8 bits"
        case .unknownWeight(let name, let nearest):
            let hint = nearest.map { ": did you mean '\($0)'?" } ?? ""
            return "weight '\(name)' belongs to no layer\(hint); remove it or rename it"
        case .notReadForwards(let layer, let reason):
            return "layer '\(layer)': a sequence cannot be read step by step, since \(reason); "
                + "give the network whole sequences"
        case .unsuitableState(let layer, let came, let needed):
            return "layer '\(layer)': a state of \(came) came, \(needed) is needed; "
                + "begin with states of layers of the same kind and units"
        case .tooLarge(let parameters, let limit):
            // Training holds each parameter, its gradient and two moments.
            let gibibytes = (Double(parameters) * 16 / 1_073_741_824 * 10).rounded() / 10
            return "the network has \(parameters) parameters, which take \(gibibytes) GiB to train; "
                + "at most \(limit) are allowed: make the vocabulary or the layers smaller"
        }
    }

    private static func text(of shape: [Int]) -> String {
        "(" + shape.map(String.init).joined(separator: ", ") + ")"
    }
}
