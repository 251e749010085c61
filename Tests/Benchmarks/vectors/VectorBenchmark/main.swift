import Numerics
import WordVectors

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// VectorBenchmark ROWS.npy [WORDS.txt]: opens float32 rows, prints "ready", the seconds that making 8-bit rows took, and
// then answers a command a line:
//   nearest COUNT EXACT ROW…   the neighbours of these rows, one query each, together: seconds, then index and similarity
//                              of each query's answers
//   plain COUNT ROW            the same by the plain scan
//   evaluate FILE              seconds, then what the file's words or questions come to

struct Trouble: Error, CustomStringConvertible {
    var description: String
}

/// float32 rows in C order, of version 1.0 with its usual header of 128 bytes.
func rows(_ path: String) throws -> (rows: VectorRows, count: Int, dimensions: Int) {
    let file = try MappedFile(path: path)
    let header = file.withUnsafeBytes { String(decoding: $0.prefix(128), as: UTF8.self) }
    let shape = header.split(separator: "(").last?.split(separator: ")").first?.split(separator: ",").compactMap {
        Int($0.filter(\.isNumber))
    }
    guard header.contains("'<f4'"), header.contains("False"), let shape, shape.count == 2,
        let elements = SharedElements<Float>(file, bytes: 128..<(128 + 4 * shape[0] * shape[1]))
    else { throw Trouble(description: "\(path) is no array of float32 rows") }
    return (.float32(elements), shape[0], shape[1])
}

func text(_ path: String) throws -> String {
    try FileBytes(path: path).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
}

func seconds<Value>(_ body: () throws -> Value) rethrows -> (Double, Value) {
    let start = ContinuousClock.now
    let value = try body()
    return (start.duration(to: .now) / .seconds(1), value)
}

func shown(_ answer: Neighbours) -> String {
    answer.rows.map { "\($0.index):\($0.similarity)" }.joined(separator: " ")
}

func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else { throw Trouble(description: "usage: VectorBenchmark ROWS.npy [WORDS.txt]") }
    let (rows, count, dimensions) = try rows(arguments[1])
    var kept: [Int] = []
    let words =
        arguments.count > 2
        ? try text(arguments[2]).split(separator: "\n").map(String.init) : (0..<count).map { "\($0)" }
    let list = WordList(distinct: words, kept: &kept)
    let (making, index) = try seconds { try QuantizedRows(quantizing: rows, dimensions: dimensions) }
    let table = try VectorTable(words: list, dimensions: dimensions, rows: rows, index: index)
    let search = NeighbourSearch(table)
    print("ready", making, Kernels.active.name)
    fflush(nil)
    while let line = readLine() {
        let parts = line.split(separator: " ").map(String.init)
        switch parts.first {
        case "nearest":
            let numbers = parts.dropFirst().compactMap(Int.init)
            let queries = numbers.dropFirst(2).map { row in
                var query = NeighbourQuery(positive: [row], count: numbers[0])
                query.exact = numbers[1] != 0
                return query
            }
            let (time, answers) = seconds { search.nearest(Array(queries)) }
            print(time)
            for answer in answers { print(shown(try answer.get())) }
        case "plain":
            let numbers = parts.dropFirst().compactMap(Int.init)
            let (time, answer) = try seconds {
                try search.exhaustive(NeighbourQuery(positive: [numbers[1]], count: numbers[0]))
            }
            print(time)
            print(shown(answer))
        case "evaluate":
            var skipped = 0
            let set = try EvaluationSet(parsing: text(parts[1]), skipped: &skipped)
            let evaluation = VectorEvaluation(table)
            switch set {
            case .pairs(let pairs):
                let (time, scores) = seconds { evaluation.scores(of: pairs) }
                print(time)
                print(scores.spearman ?? 0, scores.pearson ?? 0, scores.known, scores.unknown)
            case .analogies(let sections):
                let (time, scores) = seconds { evaluation.scores(of: sections) ?? [] }
                print(time)
                print(scores.reduce(0) { $0 + $1.right }, scores.reduce(0) { $0 + $1.known })
            }
        default: throw Trouble(description: "what is \"\(line)\"?")
        }
        fflush(nil)
    }
}

do { try main() } catch {
    print("VectorBenchmark: \(error)")
    exit(1)
}
