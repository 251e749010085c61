/// All weights of a network as training holds them: see `ParameterLayout`.
final class NetworkParameters {
    let layout: ParameterLayout
    /// (denseCount) and (entries, dimension).
    let dense: Scratch<Float>
    let table: Scratch<Float>

    var tableCount: Int { layout.entries * layout.dimension }

    init(_ layout: ParameterLayout) {
        self.layout = layout
        dense = Scratch(layout.denseCount)
        table = Scratch(layout.entries * layout.dimension)
    }

    convenience init(_ layout: ParameterLayout, _ weights: [String: Tensor]) {
        self.init(layout)
        for (name, offset, count) in layout.dense {
            Self.copy(weights[name], to: dense.start + offset, count: count)
        }
        Self.copy(weights[layout.tableName], to: table.start, count: tableCount)
    }

    func copy(from other: NetworkParameters) {
        dense.start.update(from: other.dense.start, count: layout.denseCount)
        table.start.update(from: other.table.start, count: tableCount)
    }

    func tensors(of plan: NetworkPlan) -> [String: Tensor] {
        var tensors: [String: Tensor] = [:]
        for weight in plan.weights {
            let start = weight.name == layout.tableName ? table.start : dense.start + layout.offset(of: weight.name)
            tensors[weight.name] = Tensor(
                shape: weight.shape,
                values: .float32(Array(UnsafeBufferPointer(start: start, count: weight.count))))
        }
        return tensors
    }

    private static func copy(_ tensor: Tensor?, to target: Floats, count: Int) {
        target.zero(count)
        switch tensor?.values {
        case .float32(let values):
            for i in 0..<min(count, values.count) { target[i] = values[i] }
        case .int8(let rows, let scales):
            let columns = max(tensor?.shape.last ?? 1, 1)
            for i in 0..<min(count, rows.count) { target[i] = scales[i / columns] * Float(rows[i]) }
        case nil: break
        }
    }
}
