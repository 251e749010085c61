import Numerics
import RecurrentNetworks

/// Answers with one network in several forms ("computed", "folded", "int8", "int8-folded").
///
/// WEIGHTS holds the float32 values of the network's weights one after the other, in Keras's order and layouts.
/// Requests: "ids 3 17 …" sets one sequence, or several of equal length after "rows 32"; "time FORM 200" answers with
/// the median of so many calls in microseconds, all sequences in each; "answer FORM" with the outputs, sequence by
/// sequence; "step FORM 200" and "answer-steps FORM" with the same of the first sequence, read an id at a time, the
/// output after each; "memory FORM" with bytes; "kernels" with the name.
func answer(layer: String, weights file: String) throws {
    let configuration = configuration(layer: layer)
    let floats = try FileBytes(path: file).withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    var weights: [String: Tensor] = [:]
    var rest = floats[...]
    for needed in try NetworkPlan(configuration).weights {
        weights[needed.name] = Tensor(shape: needed.shape, values: .float32(Array(rest.prefix(needed.count))))
        rest = rest.dropFirst(needed.count)
    }
    let network = try Network(configuration: configuration, weights: weights)
    func form(_ precision: Kernels.Precision, _ product: CompiledNetwork.InputProduct) -> CompiledNetwork {
        CompiledNetwork(plan: network.plan, weights: network.weights, inputProduct: product, precision: precision)
    }
    let forms = [
        "computed": form(.float32, .computed), "folded": form(.float32, .folded),
        "int8": form(.int8, .computed), "int8-folded": form(.int8, .folded),
    ]

    var rows = 1
    var sequences: [[Int32]] = []
    while let line = readLine() {
        let words = line.split(separator: " ").map(String.init)
        let form = words.count > 1 ? forms[words[1]] : nil
        switch (words.first, form) {
        case ("rows", _):
            rows = words.count > 1 ? max(1, Int(words[1]) ?? 1) : 1
            reply("ok \(rows)")
        case ("ids", _):
            let ids = words.dropFirst().compactMap { Int32($0) }
            let steps = ids.count / rows
            sequences = (0..<rows).map { Array(ids[$0 * steps..<($0 + 1) * steps]) }
            reply("ok \(ids.count)")
        case ("time", let form?):
            reply("\(median(of: form, sequences, calls: words.count > 2 ? max(1, Int(words[2]) ?? 1) : 1))")
        case ("answer", let form?):
            reply(outputs(of: form, sequences).joined().map { "\($0)" }.joined(separator: " "))
        case ("step", let form?) where sequences.first?.isEmpty == false:
            let times = steps(of: form, sequences[0], calls: words.count > 2 ? max(1, Int(words[2]) ?? 1) : 1).times
            reply("\(Double(times.sorted()[times.count / 2]) / 1000)")
        case ("answer-steps", let form?) where sequences.first?.isEmpty == false:
            reply(
                steps(of: form, sequences[0], calls: sequences[0].count).output.map { "\($0)" }.joined(separator: " "))
        case ("memory", let form?): reply("\(form.memory)")
        case ("kernels", _): reply(Kernels.active.name)
        default: fail("unknown request: \(line)")
        }
    }
}

private func outputs(of form: CompiledNetwork, _ sequences: [[Int32]]) -> [[Float]] {
    guard sequences.count == 1 else { return form.predict(sequences, width: 1) }
    return sequences.map { $0.withUnsafeBufferPointer { form.predict(ids: $0, width: 1) } }
}

/// Microseconds, the median of `calls`.
private func median(of form: CompiledNetwork, _ sequences: [[Int32]], calls: Int) -> Double {
    var times: [UInt64] = []
    times.reserveCapacity(calls)
    for _ in 0..<calls {
        let start = now()
        let output = outputs(of: form, sequences)
        times.append(now() - start)
        if output.isEmpty { fail("no output") }
    }
    return Double(times.sorted()[calls / 2]) / 1000
}

/// The nanoseconds of so many steps, each read from the state before, and the output after the last.
private func steps(of form: CompiledNetwork, _ ids: [Int32], calls: Int) -> (times: [UInt64], output: [Float]) {
    var state = form.initialState
    var output: [Float] = []
    var times: [UInt64] = []
    times.reserveCapacity(calls)
    for call in 0..<calls {
        let start = now()
        withUnsafePointer(to: ids[call % ids.count]) {
            form.read(.ids(UnsafeBufferPointer(start: $0, count: 1), width: 1), &state)
        }
        form.output(of: state, into: &output)
        times.append(now() - start)
    }
    return (times, output)
}
