import JSON
import Server
import ServerProtocol
import Testing
import Transports

/// Searches that wait together are answered together: each as if it came alone.
@Suite struct `Searches at once` {
    private static let vectors = JSONValue.string(exampleModels + "/tiny-words")
    /// A filter makes a search wait for a worker.
    private static let filter: JSONValue = ["limit": 8]

    private static func similar(_ word: String, vectors: JSONValue = Self.vectors) -> JSONValue {
        ["word": .string(word), "top": 2, "filter": filter, "vectors": vectors]
    }

    @Test func `are each answered as if they came alone`() throws {
        let questions = ["a", "b", "xyzzyxyzzy", "c", "영화", "zero", "AMY", "d"]
        let alone = try questions.map { try Talk().call(WordsSimilar.method, Self.similar($0)) }
        var configuration = ServerConfiguration.testing
        configuration.workers = 1
        let talk = Talk(configuration)
        for round in 0..<8 {
            for (place, word) in questions.enumerated() {
                talk.link.put(
                    request(WordsSimilar.method, Self.similar(word), id: .integer(Int64(8 * round + place))))
            }
        }
        var answered: Set<Int> = []
        for _ in 0..<64 {
            let answer = try #require(try talk.next())
            let id = try #require(answer["id"]?.integer)
            answered.insert(id)
            #expect(answer["result"] == alone[id % 8]["result"])
            #expect(answer["error"] == alone[id % 8]["error"])
        }
        #expect(answered.count == 64)
    }

    @Test func `of which some are cancelled or ask what is not there leave the others alone`() throws {
        var configuration = ServerConfiguration.testing
        configuration.workers = 1
        let talk = Talk(configuration)
        for id in 1...40 {
            let vectors = id % 4 == 0 ? JSONValue.string(exampleModels + "/nothing") : Self.vectors
            talk.link.put(
                request(WordsSimilar.method, Self.similar("a", vectors: vectors), id: .integer(Int64(id))))
            if id % 3 == 0 { talk.put(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(id)}}"#) }
        }
        for _ in 1...40 {
            let answer = try #require(try talk.next())
            let id = try #require(answer["id"]?.integer)
            switch answer["error"]?["code"]?.integer {
            case nil: #expect(answer["result"]?["neighbours"]?.array?.first?["word"] == "b" && id % 4 != 0)
            case .some(-32_800): #expect(id % 3 == 0)
            case let code: #expect(code == -32010 && id % 4 == 0)
            }
        }
    }

    @Test func `that too many wait for are refused, and all are answered`() throws {
        var configuration = ServerConfiguration.testing
        configuration.workers = 1
        configuration.queueLimit = 2
        let talk = Talk(configuration)
        for id in 1...100 { talk.link.put(request(WordsSimilar.method, Self.similar("a"), id: .integer(Int64(id)))) }
        var ids: Set<Int> = []
        for _ in 1...100 {
            let answer = try #require(try talk.next())
            ids.insert(try #require(answer["id"]?.integer))
            #expect(answer["result"] != nil || answer["error"]?["code"] == -32013)
        }
        #expect(ids.count == 100)
    }
}
