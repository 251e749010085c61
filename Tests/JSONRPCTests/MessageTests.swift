import JSON
import JSONRPC
import Testing

private func incoming(_ text: String) throws -> Incoming { try Incoming(JSONValue(parsing: text)) }

@Suite struct `Messages of JSON-RPC 2.0` {
    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1,"method":"m"}"#, Request(id: .integer(1), method: "m")),
        (#"{"jsonrpc":"2.0","id":-2147483648,"method":"m"}"#, Request(id: .integer(-2_147_483_648), method: "m")),
        (#"{"jsonrpc":"2.0","id":2.0,"method":"m"}"#, Request(id: .integer(2), method: "m")),
        (#"{"jsonrpc":"2.0","id":"","method":""}"#, Request(id: .string(""), method: "")),
        (#"{"id":"1","method":"m","params":{},"jsonrpc":"2.0"}"#, Request(id: .string("1"), method: "m", params: [:])),
        (#"{"jsonrpc":"2.0","id":null,"method":"m","params":[1]}"#, Request(id: .null, method: "m", params: [1])),
        (#"{"jsonrpc":"2.0","id":1,"method":"m","params":null}"#, Request(id: .integer(1), method: "m")),
        (#"{"jsonrpc":"2.0","id":1,"method":"m","extra":1}"#, Request(id: .integer(1), method: "m")),
    ])
    func `Requests have an id, which may be an integer, a string or null`(text: String, expected: Request) throws {
        #expect(try incoming(text) == .single(.success(.request(expected))))
    }

    @Test func `Without an id it is a notification`() throws {
        #expect(
            try incoming(#"{"jsonrpc":"2.0","method":"m","params":{"a":1}}"#)
                == .single(.success(.notification(Notification(method: "m", params: ["a": 1])))))
    }

    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1,"result":null}"#, Message.response(id: .integer(1), .success(.null))),
        (
            #"{"jsonrpc":"2.0","id":"a","error":{"code":-1,"message":"x","data":[]}}"#,
            .response(
                id: .string("a"), .failure(ResponseError(code: .init(rawValue: -1), message: "x", data: [])))
        ),
    ])
    func `Responses are told from requests`(text: String, expected: Message) throws {
        #expect(try incoming(text) == .single(.success(expected)))
        #expect(try Incoming(JSONValue(parsing: expected.json.serialized())) == .single(.success(expected)))
    }

    @Test(arguments: [
        ("1", RequestID.null), ("null", .null), ("\"x\"", .null), ("{}", .null), (#"{"foo":"boo"}"#, .null),
        (#"{"jsonrpc":"2.0"}"#, .null), (#"{"jsonrpc":"2.0","id":7}"#, .integer(7)),
        (#"{"jsonrpc":"1.0","id":7,"method":"m"}"#, .integer(7)), (#"{"id":"7","method":"m"}"#, .string("7")),
        (#"{"jsonrpc":2.0,"id":7,"method":"m"}"#, .integer(7)), (#"{"jsonrpc":"2.0","id":7,"method":1}"#, .integer(7)),
        (#"{"jsonrpc":"2.0","method":1,"params":"bar"}"#, .null), (#"{"jsonrpc":"2.0","id":[],"method":"m"}"#, .null),
        (#"{"jsonrpc":"2.0","id":1.5,"method":"m"}"#, .null), (#"{"jsonrpc":"2.0","id":true,"method":"m"}"#, .null),
        (#"{"jsonrpc":"2.0","id":1e30,"method":"m"}"#, .null),
        (#"{"jsonrpc":"2.0","id":7,"method":"m","params":"bar"}"#, .integer(7)),
        (#"{"jsonrpc":"2.0","id":7,"method":null}"#, .integer(7)),
        (#"{"jsonrpc":"2.0","id":7,"result":1,"error":{"code":1,"message":""}}"#, .integer(7)),
        (#"{"jsonrpc":"2.0","id":7,"error":{"code":1}}"#, .integer(7)), (#"{"jsonrpc":"2.0","result":1}"#, .null),
        ("[]", .null),
    ])
    func `What is no message is answered with -32600, under its id where it has one`(text: String, id: RequestID) throws
    {
        guard case .single(.failure(let invalid)) = try incoming(text) else {
            Issue.record("\(text) was taken for a message")
            return
        }
        #expect(invalid.id == id)
        #expect(invalid.error.code == .invalidRequest)
    }

    @Test func `A batch has one outcome for each element, good or bad`() throws {
        let text = #"[1,{"jsonrpc":"2.0","id":1,"method":"a"},[],{"jsonrpc":"2.0","method":"b"},{"foo":"boo"}]"#
        guard case .batch(let elements) = try incoming(text) else {
            Issue.record("no batch")
            return
        }
        let kinds = elements.map { element in
            switch element {
            case .success(.request): "request"
            case .success(.notification): "notification"
            case .success(.response): "response"
            case .failure(let invalid): "\(invalid.error.code.rawValue) \(invalid.id)"
            }
        }
        #expect(kinds == ["-32600 null", "request", "-32600 null", "notification", "-32600 null"])
    }

    @Test(arguments: [
        (Response(id: .null, outcome: .success(.value(.null))), #"{"jsonrpc":"2.0","id":null,"result":null}"#),
        (Response(id: .string("é\n"), outcome: .success(.value([:]))), #"{"jsonrpc":"2.0","id":"é\n","result":{}}"#),
        (
            Response(id: .integer(-1), outcome: .failure(.init(code: .parseError, message: "no"))),
            #"{"jsonrpc":"2.0","id":-1,"error":{"code":-32700,"message":"no"}}"#
        ),
        (
            Response(id: .integer(1), outcome: .failure(.init(code: .parseError, message: "no", data: ["kind": "k"]))),
            #"{"jsonrpc":"2.0","id":1,"error":{"code":-32700,"message":"no","data":{"kind":"k"}}}"#
        ),
    ])
    func `Responses are written with their members in order`(response: Response, expected: String) {
        var bytes: [UInt8] = []
        response.serialize(into: &bytes, singleLine: true)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test func `Answers to a batch go out in one array`() {
        var bytes: [UInt8] = []
        let responses = (1...2).map { Response(id: .integer($0), outcome: .success(.value(true))) }
        Outgoing.batch(responses).serialize(into: &bytes, singleLine: true)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"[{"jsonrpc":"2.0","id":1,"result":true},{"jsonrpc":"2.0","id":2,"result":true}]"#)
    }
}
