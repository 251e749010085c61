import JSON
import Models
import RecurrentNetworks
import TimeSeries

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `series/forecast` over the socket beside `daemon/ping`, in turns, both with the daemon on the client's processor: seven
/// days of 28, by a GRU of 32 units. False where the first takes more than twice as long.
func forecasts(beside ping: [UInt8], _ program: String, _ folder: String) -> Bool {
    let path = folder + "/made-forecaster"
    do { try ModelDirectory.write(madeForecaster(), to: path) } catch { fail("\(error)") }
    let home = Processors.allowed.first
    let daemon = Daemon(program, ["serve", "--socket", folder + "/f.sock"], socket: folder + "/f.sock", on: home)
    let client = Client(path: daemon.socket)
    let values = (0..<28).map { JSONValue.number((sin(Double($0)) * 100).rounded() / 10 + 15) }
    let question: JSONValue = [
        "jsonrpc": "2.0", "id": 1, "method": "series/forecast",
        "params": ["values": .array(values), "model": .string(path)],
    ]
    let line = question.serialized() + [10]
    let answer = String(decoding: client.ask(line), as: UTF8.self)
    guard answer.contains("\"forecast\"") else { fail("the daemon answers \(answer)") }
    if let home { Processors.stay(on: [home]) }
    var (forecastTimes, pingTimes): ([Double], [Double]) = ([], [])
    for round in 0..<5_500 {
        let times = [microseconds { _ = client.ask(line) }, microseconds { _ = client.ask(ping) }]
        guard round >= 500 else { continue }
        forecastTimes.append(times[0])
        pingTimes.append(times[1])
    }
    Processors.stay(on: Processors.allowed)
    daemon.stop()
    unlink(folder + "/f.sock.lock")
    for file in ["config.json", "model.safetensors", "README.md"] { unlink(path + "/" + file) }
    rmdir(path)
    let ratio = percentile(forecastTimes, 0.5) / percentile(pingTimes, 0.5)
    print("series/forecast, 28 values → 7, GRU 32               p50 µs   p99 µs")
    print("  over the socket                            \(column(forecastTimes, 0.5)) \(column(forecastTimes, 0.99))")
    print("  daemon/ping                                \(column(pingTimes, 0.5)) \(column(pingTimes, 0.99))")
    print("  series/forecast / daemon/ping: \((ratio * 100).rounded() / 100)  (must be at most 2.0)")
    return ratio <= 2
}

/// With all that a trained one has: intervals and a linear baseline.
private func madeForecaster() throws -> StoredForecaster {
    let (window, horizon) = (28, 7)
    let configuration = SeriesConfiguration(targets: ["y"], window: window, horizon: horizon, season: 7)
    let layers = NetworkConfiguration(layers: [
        .input(features: 1, isSequence: true), .gru(RecurrentOptions(units: 32)),
        .dense(units: horizon, activation: .linear),
    ])
    return try StoredForecaster(
        name: "made",
        encoder: SeriesEncoder(
            configuration: configuration, scalers: [Scaler(kind: .standard, center: 15, scale: 7)], ranges: [0...30]),
        network: Network(configuration: layers, weights: initialWeights(of: NetworkPlan(layers), seed: 1)),
        linear: LinearBaseline(
            window: window, targets: 1, horizon: horizon,
            kernel: Array(repeating: 1 / Double(window), count: window * horizon),
            bias: Array(repeating: 0, count: horizon)),
        residuals: ResidualIntervals(
            lower: [(1...horizon).map { -Double($0) }], upper: [(1...horizon).map { Double($0) }]),
        naiveScale: [1])
}
