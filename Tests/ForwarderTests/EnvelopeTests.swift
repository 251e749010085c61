import Forwarder
import JSONRPC
import Testing

@Suite struct `An envelope` {
    private func envelope(_ text: String) -> Envelope? { Envelope(Array(text.utf8)) }

    @Test func `Tells requests, notifications and answers apart`() {
        let request = envelope(#"{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{}}"#)
        #expect(request?.method == "textDocument/hover")
        #expect(request?.id == .integer(7))
        #expect(request?.isAnswer == false)
        let notification = envelope(#"{"jsonrpc":"2.0","method":"initialized"}"#)
        #expect(notification?.method == "initialized")
        #expect(notification?.id == nil)
        #expect(envelope(#"{"jsonrpc":"2.0","id":"a","result":null}"#)?.isAnswer == true)
        #expect(envelope(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}"#)?.id == .null)
    }

    @Test func `Is found whatever stands before, between and within`() {
        let text = #"""
             { "params" : {"id": 1, "method": "not this", "deep": [[{"x":"}]\"\\"}], 1.5e3, true]},
            	"method" : "textDocument\/didOpen" , "id" : "한\u0041" }
            """#
        let found = envelope(text)
        #expect(found?.method == "textDocument/didOpen")
        #expect(found?.id == .string("한A"))
        #expect(found.map { Array(text.utf8)[$0.idRange] } == Array(#""한\u0041""#.utf8)[...])
    }

    @Test(arguments: [
        "", "[]", "[{}]", "{", "{\"id", "{\"id\"", "{\"id\":", "{\"id\":1", "{\"id\":1,", "{\"id\":1 2}", "1", "{1:2}",
    ])
    func `Is none where there is no whole object`(_ text: String) {
        #expect(envelope(text) == nil)
    }

    @Test func `Reads any bytes`() {
        let pieces = ["{", "}", "[", "]", "\"", "\\", ":", ",", " ", "id", "method", "1", "\u{0}", "é"]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let count = Int.random(in: 0..<12, using: &random)
            _ = envelope("{" + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined())
        }
    }
}
