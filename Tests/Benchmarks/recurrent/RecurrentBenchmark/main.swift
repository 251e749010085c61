// Times the compiled network for bench.py, which asks by lines on standard input and reads lines back.
//
//     RecurrentBenchmark WEIGHTS VOCABULARY DIMENSION UNITS CLASSES
//
// WEIGHTS: float32 values of embedding, kernel, recurrent kernel, bias, dense kernel and dense bias, in Keras's
// layouts, one after the other. Requests: "ids 3 17 …" sets the sequence; "time computed 200" and
// "time folded 200" answer with the median of so many calls in microseconds; "answer computed" and
// "answer folded" with the output; "memory computed" and "memory folded" with bytes; "kernels" with the name.

import Numerics
import RecurrentNetworks

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes a line at once, though a pipe takes it.
func reply(_ line: String) {
    print(line)
    fflush(nil)
}

func fail(_ message: String) -> Never {
    reply("error \(message)")
    exit(2)
}

let sizes = CommandLine.arguments.dropFirst(2).compactMap { Int($0) }
guard CommandLine.arguments.count == 6, sizes.count == 4 else {
    fail("usage: RecurrentBenchmark WEIGHTS VOCABULARY DIMENSION UNITS CLASSES")
}
let (vocabulary, dimension, units, classes) = (sizes[0], sizes[1], sizes[2], sizes[3])

let network: Network
do {
    let configuration = NetworkConfiguration(layers: [
        .embedding(inputDimension: vocabulary, outputDimension: dimension),
        .lstm(RecurrentOptions(units: units)),
        .dense(units: classes, activation: .softmax),
    ])
    let floats = try FileBytes(path: CommandLine.arguments[1]).withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    var weights: [String: Tensor] = [:]
    var rest = floats[...]
    for needed in try NetworkPlan(configuration).weights {
        weights[needed.name] = Tensor(shape: needed.shape, values: .float32(Array(rest.prefix(needed.count))))
        rest = rest.dropFirst(needed.count)
    }
    network = try Network(configuration: configuration, weights: weights)
} catch {
    fail("\(error)")
}

let forms = [
    "computed": CompiledNetwork(plan: network.plan, weights: network.weights),
    "folded": CompiledNetwork(plan: network.plan, weights: network.weights, inputProduct: .folded),
]

func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

/// Microseconds, the median of `calls`.
func median(of form: CompiledNetwork, ids: [Int32], calls: Int) -> Double {
    ids.withUnsafeBufferPointer { ids in
        var times: [UInt64] = []
        times.reserveCapacity(calls)
        for _ in 0..<calls {
            let start = now()
            let output = form.predict(ids: ids, width: 1)
            times.append(now() - start)
            if output.isEmpty { fail("no output") }
        }
        return Double(times.sorted()[calls / 2]) / 1000
    }
}

var ids: [Int32] = []
while let line = readLine() {
    let words = line.split(separator: " ").map(String.init)
    let form = words.count > 1 ? forms[words[1]] : nil
    switch (words.first, form) {
    case ("ids", _):
        ids = words.dropFirst().compactMap { Int32($0) }
        reply("ok \(ids.count)")
    case ("time", let form?):
        let calls = words.count > 2 ? Int(words[2]) ?? 1 : 1
        reply("\(median(of: form, ids: ids, calls: max(1, calls)))")
    case ("answer", let form?):
        reply(ids.withUnsafeBufferPointer { form.predict(ids: $0, width: 1) }.map { "\($0)" }.joined(separator: " "))
    case ("memory", let form?):
        reply("\(form.memory)")
    case ("kernels", _):
        reply(Kernels.active.name)
    default:
        fail("unknown request: \(line)")
    }
}
