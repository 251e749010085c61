import JSON
import Models
import Numerics
import WordVectors

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `words/similar` over the socket beside the search itself in this process, in turns: the ten nearest of 400,000 words of
/// 50 numbers. False where the first takes more than 1.1 times as long.
func searches(_ program: String, _ folder: String) -> Bool {
    let path = folder + "/made"
    do { try ModelDirectory.write(StoredVectors(name: "made", table: madeTable(400_000, 50)), to: path) } catch {
        fail("\(error)")
    }
    guard case .vectors(let stored)? = try? ModelDirectory.openAny(path) else { fail("the vectors do not open") }
    let search = NeighbourSearch(stored.table)
    let home = Processors.allowed.first
    let daemon = Daemon(program, ["serve", "--socket", folder + "/w.sock"], socket: folder + "/w.sock", on: home)
    let client = Client(path: daemon.socket)
    func question(_ row: Int) -> [UInt8] {
        let params: JSONValue = [
            "word": .string(stored.table.words[row]), "vectors": .string(path), "relations": false,
        ]
        return (["jsonrpc": "2.0", "id": 1, "method": "words/similar", "params": params] as JSONValue).serialized() + [
            10
        ]
    }
    let first = String(decoding: client.ask(question(0)), as: UTF8.self)
    guard first.contains("neighbours") else { fail("the daemon answers \(first)") }
    if let home { Processors.stay(on: [home]) }
    var (socketTimes, ownTimes): ([Double], [Double]) = ([], [])
    for round in 0..<1_000 {
        let row = round * 397 % stored.table.count
        let line = question(row)
        func ask() -> Double { microseconds { _ = client.ask(line) } }
        func find() -> Double { microseconds { _ = try? search.nearest(NeighbourQuery(positive: [row], count: 10)) } }
        // Whoever comes second finds some of what the first one has read.
        let times: (socket: Double, own: Double)
        if round % 2 == 0 {
            times.socket = ask()
            times.own = find()
        } else {
            times.own = find()
            times.socket = ask()
        }
        guard round >= 50 else { continue }
        socketTimes.append(times.socket)
        ownTimes.append(times.own)
    }
    Processors.stay(on: Processors.allowed)
    daemon.stop()
    unlink(folder + "/w.sock.lock")
    for file in ["config.json", "vocab.txt", "model.safetensors", "index.safetensors", "README.md", "history.json"] {
        unlink(path + "/" + file)
    }
    rmdir(path)
    let ratio = percentile(socketTimes, 0.5) / percentile(ownTimes, 0.5)
    print("words/similar, 10 of 400,000 × 50                p50 µs   p99 µs")
    print("  over the socket                            \(column(socketTimes, 0.5)) \(column(socketTimes, 0.99))")
    print("  the search in this process                 \(column(ownTimes, 0.5)) \(column(ownTimes, 0.99))")
    print("  socket / process: \((ratio * 100).rounded() / 100)  (must be at most 1.1)")
    return ratio <= 1.1
}

/// Points around two thousand centres, by a generator of our own.
private func madeTable(_ count: Int, _ dimensions: Int) throws -> VectorTable {
    var state: UInt64 = 1
    func random() -> Float {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(state >> 40) / Float(1 << 24) - 0.5
    }
    let centres = (0..<2_000 * dimensions).map { _ in random() }
    var kept: [Int] = []
    let words = WordList(distinct: (0..<count).lazy.map { "word\($0)" }, kept: &kept)
    let rows = SharedElements<Float>(count: count * dimensions) { rows in
        for row in 0..<count {
            let centre = row % 2_000 * dimensions
            for place in 0..<dimensions { rows[row * dimensions + place] = centres[centre + place] + 0.6 * random() }
        }
    }
    return try VectorTable(words: words, dimensions: dimensions, rows: .float32(rows))
}
