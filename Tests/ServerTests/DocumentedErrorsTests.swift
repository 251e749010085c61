import JSON
import Server
import ServerProtocol
import Testing
import Transports

/// What `protocol/openrpc.json` says of each method's errors is what the method can answer.
@Suite struct `The documented errors` {
    private static let model: JSONValue = ["model": .string(tinyModel)]
    private static let tinyWords = JSONValue.string(exampleModels + "/tiny-words")
    private static let samples: [String: JSONValue] = [
        "text/classify": ["text": "좋다", "model": .string(tinyModel)], "models/describe": model,
        "models/vocabulary": model, "models/load": model, "models/unload": model, "models/reload": model,
        "models/evaluate": ["model": .string(tinyModel), "data": "/none"],
        "text/analyze": ["text": "영화가", "dictionary": .string(exampleDictionaries + "/tiny-ko")],
        "text/tag": ["text": "in Paris", "model": .string(exampleModels + "/tiny-tagger")],
        "text/translate": [
            "text": "둘", "model": .string(exampleModels + "/tiny-translator"), "attention": true,
        ],
        "text/vectorize": ["texts": ["a b"], "vectorizer": .string(exampleModels + "/tiny-vectorizer")],
        "words/similar": ["word": "a", "vectors": tinyWords],
        "words/analogy": ["from": "a", "to": "b", "of": "c", "vectors": tinyWords],
        "words/compare": ["a": "a", "b": "b", "vectors": tinyWords],
        "words/outlier": ["words": ["a", "b"], "vectors": tinyWords],
        "words/vector": ["word": "a", "vectors": tinyWords],
        "text/generate": ["prompt": "c", "model": .string(exampleModels + "/tiny-writer")],
        "text/explain": ["text": "좋다", "model": .string(tinyModel)],
        "models/train": [
            "data": .string(ProtocolExample.folder + "/data/words.tsv"), "output": .string(exampleModels),
        ],
        "series/forecast": ["values": [12, 16], "model": .string(exampleModels + "/tiny-forecaster")],
        "models/feedback": ["text": "좋아요", "label": "positive", "model": .string(tinyModel)],
    ]

    /// The codes that a method is seen to answer.
    private func observed(_ method: any RemoteMethod.Type) throws -> Set<Int> {
        var codes: Set<Int> = []
        func add(_ answer: JSONValue) {
            if let code = answer["error"]?["code"]?.integer { codes.insert(code) }
        }
        let name = method.method
        let sample = Self.samples[name] ?? [:]
        var configuration = ServerConfiguration.testing
        configuration.textsLimit = 1

        if method.ignoresUnknownParameters {
            let talk = Talk(configuration)
            if method.needsInitialize { _ = try talk.call(Initialize.method, [:]) }
            add(try talk.call(name, [1]))
        } else {
            add(try Talk(configuration).call(name, ["nobody": 1]))
        }
        for key in ["model", "vectorizer", "vectors"] {
            guard case .object(var members) = sample, members[key] != nil else { continue }
            for other in ["none", exampleModels + "/damaged-config"] {
                members[key] = .string(other)
                add(try Talk(configuration).call(name, .object(members)))
            }
        }
        if case .object(var members) = sample, members["vectors"] != nil {
            for key in ["word", "of", "a", "words"] where members[key] != nil {
                members[key] = key == "words" ? ["xyzzyxyzzy"] : "xyzzyxyzzy"
                add(try Talk(configuration).call(name, .object(members)))
            }
        }
        if case .object(var members) = sample, members["dictionary"] != nil {
            for other in ["nowhere", exampleDictionaries + "/damaged"] {
                members["dictionary"] = .string(other)
                add(try Talk(configuration).call(name, .object(members)))
            }
        }
        if sample["vectorizer"] != nil {
            var configuration = configuration
            configuration.dictionary = "nowhere"
            let morphemes: JSONValue = ["text": "영화가", "vectorizer": ["method": "count", "analyzer": "morpheme"]]
            add(try Talk(configuration).call(name, morphemes))
        }
        if method.parameters.contains(where: { $0.name == "texts" }) {
            var members = JSONObject([("texts", ["a", "b"])])
            if let vectorizer = sample["vectorizer"] { members["vectorizer"] = vectorizer }
            add(try Talk(configuration).call(name, .object(members)))
        }
        // Too much of a text, and nowhere to write.
        configuration.explainedTokensLimit = 0
        configuration.explainedValuesLimit = 0
        configuration.analyzedBytesLimit = 0
        configuration.generatedTokensLimit = 100
        configuration.seriesValuesLimit = 0
        add(try Talk(configuration).call(name, sample))
        configuration.correctionLimit = 0
        add(try Talk(configuration).call(name, sample))
        let talk = Talk(configuration)
        if [Initialize.method, Shutdown.method].contains(name) {
            // Out of order, and twice: what depends on the session's life.
            add(try talk.call(name, sample))
            if name == Shutdown.method { _ = try talk.call(Initialize.method, [:]) }
            add(try talk.call(name, sample))
            add(try talk.call(name, sample))
        } else {
            talk.server.requestStop()
            let answer = try talk.call(name, sample)
            add(answer)
            // A stop refuses what takes a worker; and whatever takes one can be cancelled before it gets it.
            if answer["error"]?["code"] == -32013 { codes.insert(-32800) }
        }
        return codes
    }

    @Test func `are those that each method can answer`() throws {
        let document = try JSONValue(parsing: OpenRPCDocument.bytes)
        let errors = document["components"]?["errors"]
        for method in Methods.all where !method.isNotification {
            let described = document["methods"]?.array?.first { $0["name"]?.string == method.method }
            let listed = described?["errors"]?.array?.compactMap { error in
                error["$ref"]?.string?.split(separator: "/").last.flatMap { errors?[String($0)]?["code"]?.integer }
            }
            if method.needsInitialize {
                // Of what needs an open document only a part is seen here; the rest in Tests/LanguageServer.
                #expect(try observed(method).isSubset(of: listed ?? []), "\(method.method)")
            } else {
                #expect(try Set(listed ?? []) == observed(method), "\(method.method)")
            }
        }
    }
}
