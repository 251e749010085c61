import JSON
import Models
import Numerics
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// VectorizeBenchmark TEXTS VECTORIZER OUTPUT THREADS RUNS: fits a vectoriser on the texts of a JSON array, makes their
// rows, prints the seconds of each run, and writes what came for whoever compares it. OUTPUT.json holds the shape and the
// vocabulary, OUTPUT.bin starts (int64), indices (int32) and values (float64), one after another.

struct Trouble: Error, CustomStringConvertible {
    var description: String
}

func json(_ path: String) throws -> JSONValue {
    try FileBytes(path: path).withUnsafeBytes { try JSONValue(parsing: Array($0)) }
}

func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw Trouble(description: "cannot write \(path)") }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Trouble(description: "cannot write \(path)") }
}

func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 6, let threads = Int(arguments[4]), let runs = Int(arguments[5]), runs > 0 else {
        throw Trouble(description: "usage: VectorizeBenchmark TEXTS VECTORIZER OUTPUT THREADS RUNS")
    }
    let texts = try json(arguments[1]).array?.compactMap(\.string) ?? []
    let request = try VectorizerCoding.decode(json(arguments[2]))
    var rows: SparseRows?
    var vocabulary: [String] = []
    for _ in 0..<runs {
        let start = ContinuousClock.now
        let answer = try Vectorizer.fitRows(
            request.configuration, of: texts, vocabulary: request.vocabulary, threads: threads)
        let seconds = start.duration(to: .now) / .seconds(1)
        print(seconds)
        (rows, vocabulary) = answer
    }
    guard let rows, arguments[3] != "-" else { return }
    var bytes: [UInt8] = []
    (rows.starts.map(Int64.init)).withUnsafeBytes { bytes += $0 }
    rows.indices.withUnsafeBytes { bytes += $0 }
    rows.values.withUnsafeBytes { bytes += $0 }
    try write(bytes, to: arguments[3] + ".bin")
    let shape: JSONValue = [.integer(Int64(rows.count)), .integer(Int64(rows.width))]
    let terms = JSONValue.array(vocabulary.map { .string($0) })
    try write(
        JSONValue.object(JSONObject([("shape", shape), ("vocabulary", terms)])).serialized(), to: arguments[3] + ".json"
    )
}

do { try main() } catch {
    print("VectorizeBenchmark: \(error)")
    exit(1)
}
