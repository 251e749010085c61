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

func fail(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    exit(1)
}

func put(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { bytes in
        var written = 0
        while written < bytes.count {
            let count = write(1, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            guard count > 0 else { fail("cannot write") }
            written += count
        }
    }
}

/// The file in pieces that end with lines, as many bytes each as fit a cache.
func forEachPiece(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    var start = 0
    while start < bytes.count {
        var end = min(start + 1 << 17, bytes.count)
        while end < bytes.count, bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
        try body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
    }
}

func wakati(_ dictionary: String, _ path: String, threads: Int) throws {
    let analyser = MorphologicalAnalyser(try DictionaryDirectory.open(dictionary))
    let file = try MappedFile(path: path)
    try file.withUnsafeBytes { bytes in
        let bytes = bytes.bindMemory(to: UInt8.self)
        guard threads > 1 else {
            var worker = LatticeWorker()
            var output: [UInt8] = []
            try forEachPiece(of: bytes) { piece in
                output.removeAll(keepingCapacity: true)
                try analyser.appendSeparated(piece, to: &output, worker: &worker)
                put(output)
            }
            return
        }
        let pieces = Pieces(analyser: analyser, bytes: bytes)
        let running = (0..<threads).map { _ in pieces.start() }
        for thread in running { pthread_join(thread, nil) }
    }
}

/// Hands pieces out in order and writes their answers in order.
final class Pieces: @unchecked Sendable {
    private let analyser: MorphologicalAnalyser
    private let pieces: [UnsafeBufferPointer<UInt8>]
    private var next = 0
    private var written = 0
    private var waiting: [Int: [UInt8]] = [:]
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init(analyser: MorphologicalAnalyser, bytes: UnsafeBufferPointer<UInt8>) {
        self.analyser = analyser
        var pieces: [UnsafeBufferPointer<UInt8>] = []
        forEachPiece(of: bytes) { pieces.append($0) }
        self.pieces = pieces
        pthread_mutex_init(lock, nil)
    }

    func start() -> pthread_t {
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(self).toOpaque()
        pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Pieces>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, argument)
        return thread
    }

    private func work() {
        var worker = LatticeWorker()
        while let index = take() {
            var output: [UInt8] = []
            do {
                try analyser.appendSeparated(pieces[index], to: &output, worker: &worker)
            } catch {
                fail("\(error)")
            }
            deliver(output, index)
        }
    }

    private func take() -> Int? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard next < pieces.count else { return nil }
        next += 1
        return next - 1
    }

    private func deliver(_ output: [UInt8], _ index: Int) {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        waiting[index] = output
        while let output = waiting.removeValue(forKey: written) {
            put(output)
            written += 1
        }
    }
}

func features(_ dictionary: String, _ path: String) throws {
    try forEachLine(of: path, dictionary) { analyser, line, worker in
        [try analyser.tokens(of: line, worker: &worker)]
    }
}

func alternatives(_ dictionary: String, _ path: String, count: Int) throws {
    try forEachLine(of: path, dictionary) { analyser, line, worker in
        try analyser.alternatives(of: line, count: count, worker: &worker)
    }
}

/// Writes the analyses of each line as the `mecab` command does.
func forEachLine(
    of path: String, _ dictionary: String,
    _ analyses: (MorphologicalAnalyser, UnsafeBufferPointer<UInt8>, inout LatticeWorker) throws -> [[LatticeToken]]
) throws {
    let analyser = MorphologicalAnalyser(try DictionaryDirectory.open(dictionary))
    var bytes = try FileBytes(path: path).withUnsafeBytes { Array($0) }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    var worker = LatticeWorker()
    var output: [UInt8] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        let line = Array(line)
        for tokens in try line.withUnsafeBufferPointer({ try analyses(analyser, $0, &worker) }) {
            for token in tokens {
                output += line[token.start..<token.end]
                output.append(UInt8(ascii: "\t"))
                output += analyser.feature(of: token).utf8
                output.append(UInt8(ascii: "\n"))
            }
            output += "EOS\n".utf8
        }
    }
    put(output)
}

func timeOpening(_ dictionary: String) throws {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for _ in 0..<11 {
        times.append(try clock.measure { _ = MorphologicalAnalyser(try DictionaryDirectory.open(dictionary)) })
    }
    times.sort()
    print(times[0] / .milliseconds(1), times[5] / .milliseconds(1))
}
