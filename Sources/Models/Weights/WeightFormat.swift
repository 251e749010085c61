import RecurrentNetworks

/// How weights are stored.
package enum WeightFormat: String, Sendable, CaseIterable {
    /// As they were trained.
    case float32
    /// Half the size, 3 decimal digits.
    case float16
    /// Embeddings as 8-bit rows with a float32 scale each (`x` and `x.scales`), all else as float16: a quarter of the size.
    case int8
}

/// A network's weights as a safetensors file and back.
enum WeightFile {
    static let scales = ".scales"

    static func write(_ weights: [String: Tensor], format: WeightFormat) -> [UInt8] {
        SafeTensors.file(of: tensors(weights, format: format))
    }

    /// In the order in which they go into a file.
    static func tensors(
        _ weights: [String: Tensor], format: WeightFormat
    ) -> [(name: String, type: SafeTensors.ElementType, shape: [Int], bytes: [UInt8])] {
        var tensors: [(name: String, type: SafeTensors.ElementType, shape: [Int], bytes: [UInt8])] = []
        for (name, tensor) in weights {
            switch (tensor.values, format) {
            case (.float32(let values), .int8) where isEmbedding(name, tensor):
                let (rows, scales) = Quantization.rows(of: values, columns: tensor.shape[1])
                tensors.append((name, .int8, tensor.shape, Elements.bytes(rows)))
                tensors.append((name + Self.scales, .float32, [scales.count], Elements.bytes(scales)))
            case (.int8(let rows, let scales), .int8):
                tensors.append((name, .int8, tensor.shape, Elements.bytes(rows)))
                tensors.append((name + Self.scales, .float32, [scales.count], Elements.bytes(scales)))
            case (_, .float32):
                tensors.append((name, .float32, tensor.shape, Elements.bytes(floats(of: tensor))))
            case (_, .float16), (.float32, .int8):
                tensors.append((name, .float16, tensor.shape, Elements.float16Bytes(floats(of: tensor))))
            }
        }
        return tensors.sorted { ($1.type.size, $0.name) < ($0.type.size, $1.name) }
    }

    /// The bytes of the largest file that these weights may be in: float32, with scales and a header.
    static func maximumSize(of weights: [(name: String, shape: [Int])]) -> Int {
        weights.reduce(8 + SafeTensors.maximumHeader) { $0 + 4 * $1.shape.reduce(1, *) + 4 * ($1.shape.first ?? 0) }
    }

    /// The weights in the file; refuses what is not finite, and rows whose scales are missing. A tensor that is not
    /// needed, or not in this shape, comes without its values: it is going to be refused, so it takes no memory.
    static func read(
        _ file: UnsafeRawBufferPointer, needed: [(name: String, shape: [Int])]
    ) throws(FieldError) -> [String: Tensor] {
        let entries = try SafeTensors(file).entries
        let shapes = Dictionary(needed.map { ($0.name, $0.shape) }) { first, _ in first }
        var weights: [String: Tensor] = [:]
        for (name, entry) in entries {
            if name.hasSuffix(Self.scales), entries[String(name.dropLast(Self.scales.count))]?.type == .int8 {
                continue
            }
            guard shapes[name] == entry.shape else {
                weights[name] = Tensor(shape: entry.shape, values: .float32([]))
                continue
            }
            guard entry.type == .int8 else {
                weights[name] = Tensor(shape: entry.shape, values: .float32(try floats(entry, name, file)))
                continue
            }
            guard let scales = entries[name + Self.scales], scales.type != .int8 else {
                throw FieldError(
                    field: name, reason: "has 8-bit rows without '\(name + Self.scales)'; expected a scale for each row"
                )
            }
            guard let rowCount = entry.shape.first, scales.shape == [rowCount] else {
                throw FieldError(
                    field: name + Self.scales,
                    reason: "has the shape \(scales.shape); expected one scale for each row of \(entry.shape)")
            }
            weights[name] = Tensor(
                shape: entry.shape,
                values: .int8(
                    rows: Elements.values(UnsafeRawBufferPointer(rebasing: file[entry.bytes])),
                    scales: try floats(scales, name + Self.scales, file)))
        }
        return weights
    }

    private static func floats(
        _ entry: SafeTensors.Entry, _ name: String, _ file: UnsafeRawBufferPointer
    ) throws(FieldError) -> [Float] {
        let bytes = UnsafeRawBufferPointer(rebasing: file[entry.bytes])
        let values: [Float] =
            switch entry.type {
            case .float32: Elements.values(bytes)
            case .float16: Elements.float16(bytes)
            case .bfloat16: Elements.bfloat16(bytes)
            case .int8: (Elements.values(bytes) as [Int8]).map(Float.init)
            case .float64, .int32, .int64, .uint8, .uint32:
                throw FieldError(
                    field: name, reason: "\(entry.type.rawValue) came; expected weights as F32, F16, BF16 or I8")
            }
        guard Elements.areFinite(values) else {
            throw FieldError(
                field: name,
                reason:
                    "has a value that is infinite or no number; expected finite weights: train again, with a smaller "
                    + "learning rate or clipping, or store as float32 what is beyond 65504")
        }
        return values
    }

    static func isFinite(_ tensor: Tensor) -> Bool {
        switch tensor.values {
        case .float32(let values): Elements.areFinite(values)
        case .int8(_, let scales): Elements.areFinite(scales)
        }
    }

    private static func isEmbedding(_ name: String, _ tensor: Tensor) -> Bool {
        name.hasSuffix("/embeddings") && tensor.shape.count == 2
    }

    private static func floats(of tensor: Tensor) -> [Float] {
        switch tensor.values {
        case .float32(let values): return values
        case .int8(let rows, let scales):
            let columns = scales.isEmpty ? 0 : rows.count / scales.count
            return rows.indices.map { Float(rows[$0]) * scales[$0 / columns] }
        }
    }
}

/// 8-bit rows: each row's largest magnitude is 127 of its scale.
package enum Quantization {
    /// The value at (r, c) is nearly `scales[r] * rows[r * columns + c]`: off by half a scale at most.
    package static func rows(of values: [Float], columns: Int) -> (rows: [Int8], scales: [Float]) {
        guard columns > 0 else { return ([], []) }
        var rows: [Int8] = []
        var scales: [Float] = []
        rows.reserveCapacity(values.count)
        scales.reserveCapacity(values.count / columns)
        for start in stride(from: 0, to: values.count - columns + 1, by: columns) {
            let row = values[start..<start + columns]
            let scale = row.reduce(0) { max($0, $1.magnitude) } / 127
            scales.append(scale)
            for value in row {
                // A scale too small to divide by stands for a row of zeros.
                let step = scale > 0 ? (value / scale).rounded(.toNearestOrEven) : 0
                rows.append(Int8(max(-127, min(127, step))))
            }
        }
        return (rows, scales)
    }
}
