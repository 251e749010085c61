/// What a network remembers of the steps that it has read: each recurrent layer's hidden state, and its cell where
/// it has one, and what each pooling layer has gathered. It is what Keras's `stateful` layers keep between calls,
/// as a value: a copy is a place to come back to, and reading on from it gives the same bits as one run over all
/// the steps.
///
/// A state belongs to the plan that made it; it holds no weights.
package struct NetworkState: Sendable, Equatable {
    /// Steps read, those that a mask leaves out among them.
    package internal(set) var steps = 0
    /// The steps that counted. The mask is the same for all layers, and so is this.
    var counted = 0
    /// Whether the last step counted; true before the first.
    var lastCounted = true
    /// The layers' parts, one after the other.
    var values: [Float]
    let parts: [Part]

    /// What one layer remembers, and where it lies.
    enum Part: Sendable, Equatable {
        /// hidden (units), then with a cell the cell (units).
        case recurrent(layer: String, units: Int, hasCell: Bool)
        /// The pools of a layer: see `CompiledPooling`.
        case pooled(count: Int)

        var count: Int {
            switch self {
            case .recurrent(_, let units, let hasCell): hasCell ? 2 * units : units
            case .pooled(let count): count
            }
        }
    }

    /// Before the first step: all zero.
    init(of plan: NetworkPlan) {
        parts = plan.layers.flatMap(\.stateParts)
        values = [Float](repeating: 0, count: parts.reduce(0) { $0 + $1.count })
    }

    /// The bytes of the values.
    package var bytes: Int { values.count * MemoryLayout<Float>.stride }

    /// The states of the recurrent layers, the first layer first; of a bidirectional one the forward state, then the
    /// backward one. What Keras's layers answer with `return_state`.
    package var recurrent: [RecurrentState] {
        var states: [RecurrentState] = []
        eachRecurrent { _, first, units, hasCell in
            states.append(
                RecurrentState(
                    hidden: Array(values[first..<first + units]),
                    cell: hasCell ? Array(values[first + units..<first + 2 * units]) : nil))
        }
        return states
    }

    /// Sets the states of the first recurrent layers, as many as came.
    mutating func set(_ states: [RecurrentState]) throws(NetworkError) {
        var places: [(layer: String, first: Int, units: Int, hasCell: Bool)] = []
        eachRecurrent { places.append(($0, $1, $2, $3)) }
        guard states.count <= places.count else {
            throw .unsuitableState(
                layer: "none", came: "\(states.count) states", needed: "at most \(places.count), one a recurrent layer")
        }
        for (state, place) in zip(states, places) {
            guard state.hidden.count == place.units, state.cell?.count == (place.hasCell ? place.units : nil) else {
                throw .unsuitableState(
                    layer: place.layer, came: state.shape,
                    needed: RecurrentState.shape(hidden: place.units, cell: place.hasCell ? place.units : nil))
            }
            let floats = state.hidden + (state.cell ?? [])
            values.replaceSubrange(place.first..<place.first + floats.count, with: floats)
        }
    }

    private func eachRecurrent(_ body: (_ layer: String, _ first: Int, _ units: Int, _ hasCell: Bool) -> Void) {
        var first = 0
        for part in parts {
            if case .recurrent(let layer, let units, let hasCell) = part { body(layer, first, units, hasCell) }
            first += part.count
        }
    }
}

/// The state of one recurrent layer, or of one direction of it.
package struct RecurrentState: Sendable, Equatable {
    /// (units)
    package var hidden: [Float]
    /// (units): of an LSTM; nil for the others.
    package var cell: [Float]?

    package init(hidden: [Float], cell: [Float]? = nil) {
        self.hidden = hidden
        self.cell = cell
    }

    fileprivate var shape: String { Self.shape(hidden: hidden.count, cell: cell?.count) }

    fileprivate static func shape(hidden: Int, cell: Int?) -> String {
        "hidden (\(hidden))" + (cell.map { " and cell (\($0))" } ?? " and no cell")
    }
}

extension LayerPlan {
    /// What the layer remembers between steps.
    fileprivate var stateParts: [NetworkState.Part] {
        func part(_ layer: LayerConfiguration) -> [NetworkState.Part] {
            guard let units = layer.recurrent?.options.units else { return [] }
            if case .lstm = layer { return [.recurrent(layer: name, units: units, hasCell: true)] }
            return [.recurrent(layer: name, units: units, hasCell: false)]
        }
        switch configuration {
        case .input, .embedding, .dense, .dropout, .layerNormalization, .activation, .attention,
            .conditionalRandomField:
            return []
        case .simpleRNN, .gru, .lstm: return part(configuration)
        case .bidirectional(let inner, _): return part(inner) + part(inner)
        case .globalPooling(let modes):
            return [.pooled(count: CompiledPooling.carriedCount(modes, features: input.features))]
        }
    }
}

extension NetworkPlan {
    /// Why the network cannot be read step by step, from the first to the last: nil where it can.
    package var obstacleToReading: NetworkError? {
        if let decoderStart {
            return .notReadForwards(
                layer: layers[decoderStart].name, reason: "the decoder begins where the encoder has read the last step")
        }
        var remembers = false
        for layer in layers {
            switch layer.configuration {
            case .input, .embedding, .dense, .dropout, .layerNormalization, .activation, .attention,
                .conditionalRandomField:
                break
            case .simpleRNN(let options), .gru(let options, _), .lstm(let options):
                guard !options.goBackwards else {
                    return .notReadForwards(layer: layer.name, reason: "it begins with the last step (go_backwards)")
                }
                remembers = true
            case .bidirectional:
                return .notReadForwards(layer: layer.name, reason: "its way back begins with the last step")
            case .globalPooling: remembers = true
            }
        }
        guard !remembers else { return nil }
        return .notReadForwards(layer: layers.last?.name ?? "none", reason: "no layer remembers anything of a step")
    }

    /// Whether a sequence can be read a part at a time, and gone on with from a `NetworkState`.
    package var readsForwards: Bool { obstacleToReading == nil }
}
