import Foundation
import JSON
import Server
import Testing
import Transports

/// `text/explain` and `models/feedback` where the examples of the protocol do not reach.
@Suite struct `Explanations and corrections` {
    private static let words = JSONValue.string(String(repeating: "재미있는 영화 ", count: 100))

    @Test func `An explanation that is cancelled is answered with -32800`() throws {
        var configuration = ServerConfiguration.testing
        configuration.workers = 1
        let talk = Talk(configuration)
        // One worker: the later ones have not begun when they are cancelled, or are left in the middle.
        let count = 30
        for id in 1...count {
            talk.link.put(
                request(
                    "text/explain", ["text": Self.words, "model": "sentiment-ko"], id: .integer(Int64(id))))
        }
        for id in 1...count { talk.put(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(id)}}"#) }
        var codes: [Int] = []
        for _ in 1...count {
            let answer = try #require(try talk.next())
            if let code = answer["error"]?["code"]?.integer { codes.append(code) }
        }
        #expect(codes.count > count / 2)
        #expect(codes.allSatisfy { $0 == -32800 })
    }

    @Test func `What an explanation may ask for is limited, and the text says by what`() throws {
        var configuration = ServerConfiguration.testing
        configuration.explainedTokensLimit = 5
        configuration.explainedValuesLimit = 5 * 4 * 128
        let talk = Talk(configuration)
        func error(_ method: String, _ params: JSONValue) throws -> JSONValue? {
            try talk.call(method, params)["error"]
        }
        let tooLong = try error("text/explain", ["text": "여섯 글자야", "model": "sentiment-ko"])
        #expect(tooLong?["code"] == -32014)
        #expect(tooLong?["message"]?.string?.contains("at most 5 are explained") == true)
        // The other text is answered, but not explained in half.
        let classified = try error(
            "text/classify", ["texts": ["글자", "여섯 글자야"], "model": "sentiment-ko", "explain": true])
        #expect(classified?["code"] == -32014)
        #expect(try error("text/explain", ["text": "다섯글자야", "model": "sentiment-ko", "states": true]) == nil)
        configuration.explainedValuesLimit -= 1
        let more = try Talk(configuration).call(
            "text/explain", ["text": "다섯글자야", "model": "sentiment-ko", "states": true])["error"]
        #expect(more?["code"] == -32014)
        #expect(more?["message"]?.string?.contains("2560 numbers") == true)
    }

    @Test func `The same explanation comes again and again, bit for bit`() throws {
        let params: JSONValue = ["text": Self.words, "model": "sentiment-ko", "states": true]
        let talk = Talk()
        let first = try talk.call("text/explain", params)
        for _ in 0..<3 { #expect(try talk.call("text/explain", params) == first) }
        #expect(try Talk().call("text/explain", params) == first)
    }

    @Test func `A model has one file of corrections, by whatever name or path it is called`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "feedback-\(UUID())").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let others = folder + "/others"
        try FileManager.default.createDirectory(atPath: others, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: tinyModel, toPath: others + "/tiny")
        var configuration = ServerConfiguration.testing
        configuration.modelSearchPaths = [exampleModels]
        configuration.feedbackFolder = folder + "/feedback"
        let talk = Talk(configuration)
        func correct(_ model: String) throws -> JSONValue? {
            try talk.call("models/feedback", ["text": "그냥", "label": "positive", "model": .string(model)])["result"]
        }
        #expect(try correct("tiny")?["path"]?.string == folder + "/feedback/tiny.jsonl")
        #expect(try correct(tinyModel)?["corrections"] == 2)
        #expect(try correct(tinyModel + "//")?["corrections"] == 3)
        // Another model of that name.
        let other = try correct(others + "/tiny")
        #expect(other?["corrections"] == 1)
        #expect(other?["path"]?.string != folder + "/feedback/tiny.jsonl")
    }
}
