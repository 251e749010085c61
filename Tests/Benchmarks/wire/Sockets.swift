#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

private func makeSocket() -> Int32 {
    #if canImport(Glibc)
        socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
        socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
}

private func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
}

/// A blocking client: a line out, a line in.
final class Client: @unchecked Sendable {
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    init(path: String) {
        descriptor = makeSocket()
        guard withAddress(path, { connect(descriptor, $0, $1) }) == 0 else { fail("cannot connect to \(path)") }
    }

    deinit { close(descriptor) }

    func ask(_ line: [UInt8]) -> ArraySlice<UInt8> {
        guard write(descriptor, line, line.count) == line.count else { fail("the server is gone") }
        var count = 0
        while count == 0 || buffer[count - 1] != 10 {
            let more = buffer.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
            guard more > 0 else { fail("the server closed the connection") }
            count += more
        }
        return buffer[..<count]
    }
}

/// Answers each `request` bytes with `answer` bytes, to one client, until it goes.
func serveEcho(path: String, request: Int, answer: Int) {
    let listener = makeSocket()
    guard withAddress(path, { bind(listener, $0, $1) }) == 0, listen(listener, 4) == 0 else { fail("no echo") }
    let descriptor = accept(listener, nil, nil)
    var input = [UInt8](repeating: 0, count: request)
    let output = [UInt8](repeating: 0x20, count: answer - 1) + [10]
    while read(descriptor, &input, request) > 0 {
        if write(descriptor, output, answer) != answer { break }
    }
    close(descriptor)
}

/// Many clients at once, each on a thread of its own.
enum Crowd {
    private final class Results: @unchecked Sendable {
        var times: [[Double]]
        init(_ count: Int) { times = Array(repeating: [], count: count) }
    }

    static func run(_ count: Int, each: Int, path: String, _ line: [UInt8]) -> (times: [Double], seconds: Double) {
        let clients = (0..<count).map { _ in Client(path: path) }
        for client in clients { _ = client.ask(line) }
        let threads = Thread.Group()
        let results = Results(count)
        let lock = Thread.Lock()
        let total = microseconds {
            for (index, client) in clients.enumerated() {
                threads.start {
                    var times: [Double] = []
                    for _ in 0..<each { times.append(microseconds { _ = client.ask(line) }) }
                    lock.with { results.times[index] = times }
                }
            }
            threads.join()
        }
        return (results.times.flatMap { $0 }, total / 1e6)
    }
}

func microseconds(_ body: () -> Void) -> Double {
    let start = ContinuousClock.now
    body()
    return start.duration(to: .now) / .microseconds(1)
}

func percentile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
}

func column(_ values: [Double], _ share: Double) -> String {
    let text = String((percentile(values, share) * 10).rounded() / 10)
    return String(repeating: " ", count: max(0, 8 - text.count)) + text
}
