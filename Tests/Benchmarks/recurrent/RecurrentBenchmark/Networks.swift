import RecurrentNetworks

/// What all rows of the table are measured on: Embedding 10,000 × 64 → 64 units → Dense 4, 100 steps.
enum Size {
    static let vocabulary = 10_000
    static let features = 64
    static let units = 64
    static let classes = 4
    static let steps = 100
    static let batch = 32
}

/// "lstm", "bilstm" or "gru" between an embedding and a softmax.
func configuration(layer name: String, maskZero: Bool = true) -> NetworkConfiguration {
    let options = RecurrentOptions(units: Size.units)
    let layer: LayerConfiguration
    switch name {
    case "lstm": layer = .lstm(options)
    case "bilstm": layer = .bidirectional(.lstm(options))
    case "gru": layer = .gru(options)
    default: fail("no layer is called \(name): lstm, bilstm, gru")
    }
    return NetworkConfiguration(layers: [
        .embedding(inputDimension: Size.vocabulary, outputDimension: Size.features, maskZero: maskZero), layer,
        .dense(units: Size.classes, activation: .softmax),
    ])
}
