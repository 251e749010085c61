import JSONRPC
import Testing

private func headers(_ body: String) -> String { "Content-Length: \(body.utf8.count)\r\n\r\n\(body)" }

/// Everything that comes out when `bytes` are put in piece by piece.
private func frames(_ pieces: [ArraySlice<UInt8>], limits: FrameDecoder.Limits = .init()) -> [FrameDecoder.Frame] {
    var decoder = FrameDecoder(limits: limits)
    var result: [FrameDecoder.Frame] = []
    for piece in pieces {
        decoder.append(Array(piece))
        while let frame = decoder.next() { result.append(frame) }
    }
    if let last = decoder.finish() { result.append(last) }
    return result
}

private func texts(_ frames: [FrameDecoder.Frame]) -> [String] {
    frames.map { frame in
        switch frame {
        case .message(let bytes): String(String(decoding: bytes, as: UTF8.self).drop { $0.isWhitespace }.trimmed)
        case .tooLong: "<too long>"
        case .broken: "<broken>"
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

@Suite struct `Frames are cut out of a stream` {
    static let streams: [(String, [String])] = [
        ("{}\n", ["{}"]), ("{}", ["{}"]), ("\n\r\n  {\"a\":1}\r\n\n[2]\n\n", ["{\"a\":1}", "[2]"]),
        ("{\"text\":\"한글 😀\"}\n{}\n", ["{\"text\":\"한글 😀\"}", "{}"]),
        ("{bad\nContent-Length: 2\n{}\n", ["{bad", "Content-Length: 2", "{}"]),
        (headers("{}"), ["{}"]), (headers("{}") + headers("[1,\n2]") + headers(""), ["{}", "[1,\n2]", ""]),
        ("\r\n" + headers("{\"text\":\"한글 😀\"}") + "\r\n" + headers("{}"), ["{\"text\":\"한글 😀\"}", "{}"]),
        ("content-length:2\r\n\r\n{}", ["{}"]), ("Content-Length: 2\n\n{}", ["{}"]),
        ("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\nX: y\r\n\r\n{}", ["{}"]),
        ("Content-Type: a/b; charset=\"utf8\"\r\nContent-Length:  2 \r\n\r\n{}", ["{}"]),
        ("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", ["{}"]),
        ("\u{FEFF}{}\n{}\n", ["\u{FEFF}{}", "{}"]), ("", []), (" \r\n\t", []),
    ]

    @Test(arguments: streams)
    func `Wherever the bytes are split`(stream: String, expected: [String]) {
        let bytes = Array(stream.utf8)
        #expect(texts(frames([bytes[...]])) == expected)
        for split in 0...bytes.count {
            #expect(texts(frames([bytes[..<split], bytes[split...]])) == expected, "split at \(split)")
        }
        #expect(texts(frames(bytes.indices.map { bytes[$0...$0] })) == expected)
    }

    @Test(arguments: [
        ("X: y\r\n\r\n{}", "no Content-Length"), ("Content-Length: -1\r\n\r\n{}", "\"-1\""),
        ("Content-Length: 99999999999999999999999\r\n\r\n{}", "expected bytes"),
        ("Content-Length: two\r\n\r\n{}", "\"two\""), ("Content-Length: +2\r\n\r\n{}", "\"+2\""),
        ("Content-Length: 2 2\r\n\r\n{}", "\"2 2\""), ("Content-Length:\r\n\r\n{}", "\"\""),
        ("Content-Length: 0x2\r\n\r\n{}", "\"0x2\""), ("Content-Length: 2.0\r\n\r\n{}", "\"2.0\""),
        ("Content-Length 2\r\n\r\n{}", "expected a header field"),
        ("GET / HTTP/1.1\r\n\r\n", "expected a header field"),
        ("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "two values"),
        ("Content-Type: a; charset=latin-1\r\nContent-Length: 2\r\n\r\n{}", "latin-1"),
        ("Content-Length: 2", "ended within a header"), ("Content-Length: 9\r\n\r\n{}", "after 2 of the 9 bytes"),
        ("A" + String(repeating: "b", count: 100_000), "does not end within"),
        (String(repeating: "A: b\r\n", count: 10_000), "does not end within"),
        (headers("{}") + "{}\n", "expected a header field"),
    ])
    func `A broken header ends the stream, saying why`(stream: String, reason: String) {
        let bytes = Array(stream.utf8)
        for pieces in [[bytes[...]], bytes.indices.map { bytes[$0...$0] }] {
            guard case .broken(let found)? = frames(pieces).last else {
                Issue.record("nothing broken in \(stream.prefix(40))")
                continue
            }
            #expect(found.contains(reason), "\(found)")
        }
        var decoder = FrameDecoder()
        decoder.append(bytes)
        var last: FrameDecoder.Frame?
        while let frame = decoder.next() { last = frame }
        if last == nil { last = decoder.finish() }
        decoder.append(Array(headers("{}").utf8))
        #expect(decoder.next() == nil)
        #expect(decoder.finish() == nil)
    }

    @Test func `An over-long message is skipped, and what follows it is read`() {
        let limits = FrameDecoder.Limits(message: 20)
        let long = "{\"a\":\"" + String(repeating: "x", count: 100) + "\"}"
        let expected = ["{}", "<too long>", "[1]"]
        for stream in [headers("{}") + headers(long) + headers("[1]"), "{}\n" + long + "\n[1]\n"] {
            let bytes = Array(stream.utf8)
            for split in 0...bytes.count {
                #expect(texts(frames([bytes[..<split], bytes[split...]], limits: limits)) == expected)
            }
            #expect(texts(frames(bytes.indices.map { bytes[$0...$0] }, limits: limits)) == expected)
        }
        let exact = "{\"a\":\"" + String(repeating: "x", count: 12) + "\"}"
        #expect(texts(frames([Array((exact + "\n").utf8)[...]], limits: limits)) == [exact])
        #expect(texts(frames([Array(headers(exact).utf8)[...]], limits: limits)) == [exact])
    }

    @Test func `10 GB are refused at once, before they come`() {
        var decoder = FrameDecoder()
        decoder.append(Array("Content-Length: 10000000000\r\n\r\n{}".utf8))
        #expect(decoder.next() == .tooLong)
        #expect(decoder.next() == nil)
        #expect(decoder.pendingCount == 0)
    }

    @Test func `A line that never ends is not kept`() {
        var decoder = FrameDecoder(limits: .init(message: 1 << 16))
        decoder.append(Array("[".utf8))
        var reports = 0
        for _ in 0..<100 {
            decoder.append([UInt8](repeating: 0x31, count: 1 << 14))
            while let frame = decoder.next() {
                #expect(frame == .tooLong)
                reports += 1
            }
        }
        #expect(reports == 1)
        #expect(decoder.pendingCount <= 1 << 16)
    }

    @Test func `What is encoded is decoded`() {
        for framing in Framing.allCases {
            var bytes: [UInt8] = []
            let response = Response(id: .integer(7), outcome: .success(.document(Array("{\r\n\"a\": \"b c\"\n}".utf8))))
            FrameEncoder.append(.response(response), framing: framing, to: &bytes)
            FrameEncoder.append(.message(.notification(.init(method: "한"))), framing: framing, to: &bytes)
            let result = framing == .lines ? "{\"a\": \"b c\"}" : "{\r\n\"a\": \"b c\"\n}"
            #expect(
                texts(frames([bytes[...]])) == [
                    #"{"jsonrpc":"2.0","id":7,"result":"# + result + "}", #"{"jsonrpc":"2.0","method":"한"}"#,
                ])
        }
    }

    @Test func `Random bytes never harm`() {
        var generator = SystemRandomNumberGenerator()
        let pieces = ["Content-Length: ", "\r\n", "\r\n\r\n", "{", "}", "\n", "5", "-", "[1]", ":", "\0", "é", "x"]
        for _ in 0..<5_000 {
            var stream: [UInt8] = []
            for _ in 0..<Int.random(in: 0...20, using: &generator) {
                stream += Array((pieces.randomElement(using: &generator) ?? "").utf8)
                if Bool.random(using: &generator) { stream.append(UInt8.random(in: 0...255, using: &generator)) }
            }
            let limits = FrameDecoder.Limits(message: 8, header: 40)
            let whole = frames([stream[...]], limits: limits)
            let bytewise = frames(stream.indices.map { stream[$0...$0] }, limits: limits)
            #expect(texts(whole) == texts(bytewise), "\(stream)")
        }
    }
}
