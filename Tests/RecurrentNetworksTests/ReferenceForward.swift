import RecurrentNetworks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The forward pass in double precision, written for reading: what the fast paths are compared with.
struct ReferenceForward {
    let plan: NetworkPlan
    var weights: [String: [Double]]
    /// Where set, states at the starts of pieces of so many steps are those that were recorded by the first run: what
    /// truncated back-propagation takes for constants.
    var truncation: Int?
    private let recorded = Recorded()

    private final class Recorded {
        var states: [String: (h: [Double], c: [Double])] = [:]
    }

    init(_ network: Network) {
        plan = network.plan
        weights = network.weights.mapValues { tensor in
            switch tensor.values {
            case .float32(let values): values.map(Double.init)
            case .int8(let rows, let scales):
                rows.indices.map { Double(scales[$0 / (tensor.shape.last ?? 1)]) * Double(rows[$0]) }
            }
        }
    }

    typealias Sequence = [[Double]]

    /// The output, one array a tensor (two of them for a bidirectional layer that does not merge), each
    /// (features) or (T, features) row-major. `logits` leaves out the last softmax.
    func callAsFunction(ids: [Int32], width: Int, logits: Bool = false) -> [[Double]] {
        let steps = width == 0 ? 0 : ids.count / width
        return run(ids: ids, width: width, steps: steps, from: [], logits: logits, key: "\(ids)")
    }

    /// The same of a network that begins with an InputLayer.
    func callAsFunction(features: [Double], logits: Bool = false) -> [[Double]] {
        let width = plan.input.features
        let rows = stride(from: 0, to: features.count, by: width).map { Array(features[$0..<$0 + width]) }
        return run(ids: [], width: 0, steps: rows.count, from: [rows], logits: logits, key: "\(features)")
    }

    private func run(
        ids: [Int32], width: Int, steps: Int, from first: [Sequence], logits: Bool, key: String
    ) -> [[Double]] {
        var mask = [Bool](repeating: true, count: steps)
        var tensors = first
        for (index, layer) in plan.layers.enumerated() {
            let x = tensors.first ?? []
            let last = index == plan.layers.count - 1
            switch layer.configuration {
            case .input, .attention: break
            case .embedding(let options):
                let dimension = options.outputDimension
                let table = weight(layer, "embeddings")
                tensors = [
                    (0..<steps).map { step in
                        var sum = [Double](repeating: 0, count: dimension)
                        let bag = ids[step * width..<(step + 1) * width]
                        if options.maskZero { mask[step] = bag.contains { $0 != 0 } }
                        for id in bag where width == 1 || id != 0 {
                            for d in 0..<dimension { sum[d] += table[Int(id) * dimension + d] }
                        }
                        return sum
                    }
                ]
            case .simpleRNN, .gru, .lstm:
                guard let options = layer.configuration.recurrent?.options else { continue }
                let all = run(
                    layer.configuration, prefix: layer.name, x, mask, backwards: options.goBackwards,
                    zeroMasked: options.zeroOutputForMask, key: key)
                tensors = [options.returnSequences ? all.outputs : [all.state]]
            case .bidirectional(let inner, let merge):
                guard let options = inner.recurrent?.options else { continue }
                let forward = run(
                    inner, prefix: layer.name + "/forward", x, mask, backwards: false,
                    zeroMasked: options.returnSequences, key: key)
                let backward = run(
                    inner, prefix: layer.name + "/backward", x, mask, backwards: true,
                    zeroMasked: options.returnSequences, key: key)
                let a = options.returnSequences ? forward.outputs : [forward.state]
                let b = options.returnSequences ? backward.outputs.reversed() : [backward.state]
                switch merge {
                case .concat: tensors = [zip(a, b).map { $0 + $1 }]
                case .sum: tensors = [zip(a, b).map { zip($0, $1).map { $0 + $1 } }]
                case .ave: tensors = [zip(a, b).map { zip($0, $1).map { ($0 + $1) / 2 } }]
                case .mul: tensors = [zip(a, b).map { zip($0, $1).map { $0 * $1 } }]
                case .none: tensors = [a, b]
                }
            case .dense(let units, let activation):
                let kernel = weight(layer, "kernel")
                let bias = weight(layer, "bias")
                tensors = [
                    x.map { row in
                        let z = (0..<units).map { u in
                            row.indices.reduce(bias[u]) { $0 + row[$1] * kernel[$1 * units + u] }
                        }
                        return last && logits && activation == .softmax ? z : Self.activate(z, activation)
                    }
                ]
            case .dropout, .conditionalRandomField: break
            case .activation(let activation): tensors = [x.map { Self.activate($0, activation) }]
            case .layerNormalization(let epsilon):
                let (gamma, beta) = (weight(layer, "gamma"), weight(layer, "beta"))
                tensors = [
                    x.map { row in
                        let count = Double(row.count)
                        let mean = row.reduce(0, +) / count
                        let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
                        return row.indices.map {
                            gamma[$0] * (row[$0] - mean) / (variance + Double(epsilon)).squareRoot() + beta[$0]
                        }
                    }
                ]
            case .globalPooling(let modes):
                let valid = zip(x, mask).filter(\.1).map(\.0)
                let features = layer.input.features
                let attention = weight(layer, "attention")
                let shares = Self.activate(
                    valid.map { row in zip(row, attention).reduce(0) { $0 + $1.0 * $1.1 } }, .softmax)
                tensors = [
                    [
                        modes.flatMap { mode -> [Double] in
                            guard let tail = valid.last else { return [Double](repeating: 0, count: features) }
                            return (0..<features).map { f in
                                switch mode {
                                case .last: tail[f]
                                case .max: valid.reduce(-Double.infinity) { Swift.max($0, $1[f]) }
                                case .mean: valid.reduce(0) { $0 + $1[f] } / Double(valid.count)
                                case .attention: zip(shares, valid).reduce(0) { $0 + $1.0 * $1.1[f] }
                                }
                            }
                        }
                    ]
                ]
            }
        }
        return tensors.map { $0.flatMap { $0 } }
    }

    private func weight(_ layer: LayerPlan, _ name: String) -> [Double] { weights[layer.name + "/" + name] ?? [] }

    static func activate(_ z: [Double], _ activation: Activation) -> [Double] {
        switch activation {
        case .linear: return z
        case .tanh: return z.map { tanh($0) }
        case .sigmoid: return z.map { 1 / (1 + exp(-$0)) }
        case .relu: return z.map { Swift.max(0, $0) }
        case .softmax:
            let top = z.max() ?? 0
            let e = z.map { exp($0 - top) }
            let sum = e.reduce(0, +)
            return e.map { $0 / sum }
        case .elu: return z.map { $0 < 0 ? expm1($0) : $0 }
        case .selu:
            return z.map { 1.0507009873554805 * ($0 < 0 ? 1.6732632423543772 * expm1($0) : $0) }
        case .gelu: return z.map { 0.5 * $0 * erfc(-$0 / 2.0.squareRoot()) }
        case .softplus: return z.map { Swift.max($0, 0) + log1p(exp(-abs($0))) }
        case .softsign: return z.map { $0 / (1 + abs($0)) }
        case .silu: return z.map { $0 / (1 + exp(-$0)) }
        case .hardSigmoid: return z.map { Swift.min(Swift.max($0 / 6 + 0.5, 0), 1) }
        case .leakyReLU: return z.map { $0 < 0 ? 0.2 * $0 : $0 }
        case .exponential: return z.map { exp($0) }
        }
    }

    /// Outputs in the order of processing, and the last state.
    private func run(
        _ layer: LayerConfiguration, prefix: String, _ input: Sequence, _ inputMask: [Bool], backwards: Bool,
        zeroMasked: Bool, key: String
    ) -> (outputs: Sequence, state: [Double]) {
        guard let (options, gates) = layer.recurrent else { return ([], []) }
        let u = options.units
        let width = gates * u
        let x = backwards ? input.reversed() : input
        let mask = backwards ? inputMask.reversed() : inputMask
        let kernel = weights[prefix + "/kernel"] ?? []
        let recurrent = weights[prefix + "/recurrent_kernel"] ?? []
        let bias = weights[prefix + "/bias"] ?? [Double](repeating: 0, count: 2 * width)
        func times(_ v: [Double], _ matrix: [Double], _ start: [Double], _ columns: Range<Int>) -> [Double] {
            columns.map { c in v.indices.reduce(start[c]) { $0 + v[$1] * matrix[$1 * width + c] } }
        }
        let zeros = [Double](repeating: 0, count: width)
        func main(_ z: [Double]) -> [Double] { Self.activate(z, options.activation) }
        func gate(_ z: ArraySlice<Double>) -> [Double] { Self.activate(Array(z), options.recurrentActivation) }
        var h = [Double](repeating: 0, count: u)
        var c = h
        var outputs: Sequence = []
        for (step, (row, valid)) in zip(x, mask).enumerated() {
            if let truncation, step > 0, step.isMultiple(of: truncation) {
                let place = "\(prefix) \(step) \(key)"
                let state = recorded.states[place] ?? (h, c)
                recorded.states[place] = state
                (h, c) = state
            }
            if valid {
                switch layer {
                case .lstm:
                    let a = times(row, kernel, bias, 0..<width)
                    let b = times(h, recurrent, zeros, 0..<width)
                    let z = zip(a, b).map { $0 + $1 }
                    let (input, forget, out) = (gate(z[..<u]), gate(z[u..<2 * u]), gate(z[(3 * u)...]))
                    let candidate = main(Array(z[2 * u..<3 * u]))
                    c = (0..<u).map { i -> Double in
                        let kept: Double = forget[i] * c[i]
                        return kept + input[i] * candidate[i]
                    }
                    h = zip(out, main(c)).map { $0 * $1 }
                case .gru(_, let resetAfter):
                    let a = times(row, kernel, bias, 0..<width)
                    let b = times(h, recurrent, resetAfter ? Array(bias[width...]) : zeros, 0..<width)
                    let sums = zip(a, b).map { $0 + $1 }
                    let (z, r) = (gate(sums[..<u]), gate(sums[u..<2 * u]))
                    let inner =
                        resetAfter
                        ? (0..<u).map { r[$0] * b[2 * u + $0] }
                        : times((0..<u).map { r[$0] * h[$0] }, recurrent, zeros, 2 * u..<width)
                    let candidate = main(zip(a[(2 * u)...], inner).map { $0 + $1 })
                    h = (0..<u).map { i -> Double in z[i] * h[i] + (1 - z[i]) * candidate[i] }
                default:
                    let a = times(row, kernel, bias, 0..<width)
                    let b = times(h, recurrent, zeros, 0..<width)
                    h = main(zip(a, b).map { $0 + $1 })
                }
            }
            outputs.append(valid || !zeroMasked ? h : [Double](repeating: 0, count: u))
        }
        return (outputs, h)
    }
}

extension ReferenceForward {
    static func logSumExp(_ z: [Double]) -> Double { log(z.reduce(0) { $0 + exp($1) }) }
}
