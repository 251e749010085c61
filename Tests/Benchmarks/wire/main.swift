// How long a round trip over the Unix socket takes: `daemon/ping` against a raw echo of as many bytes, the classification
// of a review by 1 and by 64 clients at once, its analysis against the same in this process and an echo, a search for
// related words against the search itself, and a forecast against `daemon/ping`.
//
//     WireBenchmark --sluice PATH [--rounds N]
//
// One client, plain and blocking, asks both servers in turn, so that whatever else the machine does falls on both
// alike. The echo is a process of its own, as the daemon is, with blocking reads and writes: as little as a round
// trip can be.
//
// Waking a process on another processor may cost several times what the round trip does otherwise, and where the
// scheduler puts a process is luck: so the servers stay on one processor, and the client is measured beside them on
// it and on another one.

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

func option(_ name: String) -> String? {
    let arguments = CommandLine.arguments
    guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
    return arguments[index + 1]
}

func fail(_ text: String) -> Never {
    let line = Array("WireBenchmark: \(text)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(2)
}

if let path = option("--echo"), let request = option("--request").flatMap({ Int($0) }),
    let answer = option("--answer").flatMap({ Int($0) })
{
    serveEcho(path: path, request: request, answer: answer)
    exit(0)
}
guard let program = option("--sluice") else { fail("usage: WireBenchmark --sluice PATH [--rounds N]") }
let rounds = option("--rounds").flatMap { Int($0) } ?? 20

var template = Array("/tmp/sluice-bench-XXXXXX".utf8CString)
guard let made = mkdtemp(&template) else { fail("no temporary folder") }
let folder = String(cString: made)
let socketPath = folder + "/s.sock"
let home = Processors.allowed.first
let daemon = Daemon(program, ["serve", "--socket", socketPath], socket: socketPath, on: home)

let ping = Array(#"{"jsonrpc":"2.0","id":1,"method":"daemon/ping"}"#.utf8) + [10]
let client = Client(path: daemon.socket)
let pong = client.ask(ping)
let echoPath = folder + "/e.sock"
let echo = Daemon(
    CommandLine.arguments[0],
    ["--echo", echoPath, "--request", String(ping.count), "--answer", String(pong.count)], socket: echoPath, on: home)
let echoClient = Client(path: echo.socket)

func roundTrips(_ place: String) -> Bool {
    var pingTimes: [Double] = []
    var echoTimes: [Double] = []
    for _ in 0..<500 {
        _ = client.ask(ping)
        _ = echoClient.ask(ping)
    }
    for _ in 0..<rounds {
        for _ in 0..<500 { echoTimes.append(microseconds { _ = echoClient.ask(ping) }) }
        for _ in 0..<500 { pingTimes.append(microseconds { _ = client.ask(ping) }) }
    }
    let ratio = percentile(pingTimes, 0.5) / percentile(echoTimes, 0.5)
    print(place)
    print("  raw echo, blocking reads and writes        \(column(echoTimes, 0.5)) \(column(echoTimes, 0.99))")
    print("  daemon/ping                                \(column(pingTimes, 0.5)) \(column(pingTimes, 0.99))")
    print("  daemon/ping / echo: \((ratio * 100).rounded() / 100)  (must be at most 2.0)")
    return ratio <= 2
}

var isMet = true

print("round trip, \(ping.count) bytes there and \(pong.count) back      p50 µs   p99 µs")
if let home {
    Processors.stay(on: [home])
    isMet = roundTrips("client and server on one processor")
    if let other = Processors.allowed.dropFirst().first {
        Processors.stay(on: [other])
        isMet = roundTrips("client and server on two processors") && isMet
    } else {
        print("client and server on two processors: NOT RUN, there is one")
    }
    Processors.stay(on: Processors.allowed)
} else {
    isMet = roundTrips("client and server where the system puts them")
}
daemon.stop()
echo.stop()

let words = [
    "정말", "오랜만에", "본", "영화인데", "처음부터", "끝까지", "눈을", "뗄", "수", "없을", "만큼", "재미있고", "배우들의",
    "연기도", "훌륭했고", "음악도", "좋았지만", "마지막", "부분이", "조금", "아쉬워서", "별", "하나를", "뺐어요", "그래도",
    "친구들과", "다시", "한번", "보고", "싶네요",
]
let review = words.joined(separator: " ")
let question =
    Array(#"{"jsonrpc":"2.0","id":1,"method":"text/classify","params":{"text":"\#(review)"}}"#.utf8) + [10]
// Its threads may be anywhere.
let unpinned = Daemon(program, ["serve", "--socket", socketPath], socket: socketPath)
let answer = Client(path: unpinned.socket).ask(question)
if String(decoding: answer, as: UTF8.self).contains("\"error\"") {
    print("text/classify: NOT RUN, the daemon answers \(String(decoding: answer, as: UTF8.self))")
} else {
    print("text/classify of \(words.count) words                         p50 µs   p99 µs   texts/s")
    for clients in [1, 64] {
        let (times, seconds) = Crowd.run(clients, each: max(200, 10_000 / clients), path: unpinned.socket, question)
        let rate = Int(Double(times.count) / seconds)
        print(
            "\(clients == 1 ? " 1 client " : "64 clients")                                   \(column(times, 0.5)) \(column(times, 0.99)) \(rate)"
        )
    }
}
unpinned.stop()
unlink(unpinned.socket + ".lock")
isMet = analyses(of: review, program, folder) && isMet
isMet = searches(program, folder) && isMet
isMet = forecasts(beside: ping, program, folder) && isMet
unlink(unpinned.socket + ".lock")
rmdir(folder)
exit(isMet ? 0 : 1)
