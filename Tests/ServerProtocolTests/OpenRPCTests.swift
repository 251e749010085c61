import JSON
import JSONRPC
import ServerProtocol
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#else
    import Musl
#endif

/// The bytes of a file of the repository.
func repositoryFile(_ path: String) throws -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = try #require(fopen("/\(root)/\(path)", "rb"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return bytes
}

@Suite struct `protocol/openrpc.json and the code say the same` {
    let document: JSONValue
    let schemas: SchemaCheck

    init() throws {
        document = try JSONValue(parsing: repositoryFile("protocol/openrpc.json"))
        schemas = SchemaCheck(document: document)
    }

    private func described(_ method: String) -> JSONValue? {
        document["methods"]?.array?.first { $0["name"]?.string == method }
    }

    @Test func `What is compiled in is the file, byte for byte`() throws {
        #expect(try OpenRPCDocument.bytes == repositoryFile("protocol/openrpc.json"))
    }

    @Test func `The methods are the same, in the same order`() {
        let described = document["methods"]?.array?.map { $0["name"]?.string }
        #expect(described == Methods.all.map { $0.method })
        #expect(document["info"]?["version"]?.string == BuildIdentity.version)
    }

    @Test(arguments: Methods.all.indices)
    func `The parameters are the same`(index: Int) throws {
        let method = Methods.all[index]
        let description = try #require(described(method.method))
        let params = try #require(description["params"]?.array)
        #expect(params.map { $0["name"]?.string } == method.parameters.map(\.name), "\(method.method)")
        for (param, field) in zip(params, method.parameters) {
            #expect(param["required"]?.bool == field.isRequired, "\(method.method) \(field.name)")
            let schema = schemas.target(param["schema"] ?? .null)
            #expect(essence(schema) == essence(of: field.type), "\(method.method) \(field.name)")
        }
        #expect(description["x-needs-initialize"]?.bool == method.needsInitialize, "\(method.method)")
        #expect((description["result"] == nil) == method.isNotification, "\(method.method)")
    }

    @Test func `What every request may carry is the same`() throws {
        let params = try #require(document["x-every-request"]?["params"]?.array)
        #expect(params.map { $0["name"]?.string } == Field.ofEveryRequest.map(\.name))
        for (param, field) in zip(params, Field.ofEveryRequest) {
            #expect(param["required"] == false)
            #expect(essence(schemas.target(param["schema"] ?? .null)) == essence(of: field.type))
        }
    }

    @Test func `The error codes are the same`() throws {
        let errors = try #require(document["components"]?["errors"]?.object)
        for member in errors.members {
            let (name, error) = (member.name, member.value)
            let code = ResponseError.Code(rawValue: error["code"]?.integer ?? 0)
            #expect(code.kind == name.prefix(1).lowercased() + name.dropFirst())
        }
        for method in document["methods"]?.array ?? [] {
            for error in method["errors"]?.array ?? [] {
                #expect(schemas.resolve(error["$ref"]?.string ?? "") != nil, "\(error)")
            }
        }
        let data = ResponseError(.overloaded, "m", hint: "h").data ?? .null
        #expect(schemas.problems(data, ["$ref": "#/components/schemas/ErrorData"]) == [])
    }

    @Test(arguments: sampleResults.indices)
    func `Results have the described shape and read back`(index: Int) throws {
        let (method, result) = sampleResults[index]
        let schema = try #require(described(method.method)?["result"]?["schema"])
        #expect(schemas.problems(result.json, schema) == [], "\(method.method)")
        #expect(try readBack(method, result.json) == result.json)
        if let text = result.text { #expect(text == result.json.serialized(), "\(method.method)") }
    }

    @Test func `Every request has a sample of its result`() {
        let sampled = Set(sampleResults.map { $0.0.method })
        for method in Methods.all where !method.isNotification && method.method != Discover.method {
            // What only editors read is validated against LSP's own types, in Tests/LanguageServer.
            guard isReadByUs(method) else { continue }
            #expect(sampled.contains(method.method), "\(method.method)")
        }
    }

    private func isReadByUs<M: RemoteMethod>(_ method: M.Type) -> Bool { M.Result.self is any ResultShape.Type }

    private func readBack<M: RemoteMethod>(_ method: M.Type, _ json: JSONValue) throws -> JSONValue {
        let type = try #require(M.Result.self as? any ResultShape.Type)
        return try type.init(json).json
    }

    /// What a schema demands, in one line.
    private func essence(_ schema: JSONValue) -> String {
        let types = schema["type"]?.array?.compactMap(\.string) ?? [schema["type"]?.string ?? "any"]
        var text = types.joined(separator: "|")
        if let values = schema["enum"]?.array?.compactMap(\.string) { text += " \(values)" }
        if let items = schema["items"], types == ["array"] { text += " of " + essence(schemas.target(items)) }
        if let minimum = schema["minimum"]?.integer { text += " >=\(minimum)" }
        if let maximum = schema["maximum"]?.integer { text += " <=\(maximum)" }
        if let maximum = schema["maxItems"]?.integer { text += " at most \(maximum)" }
        return text
    }

    private func essence(of type: FieldType) -> String {
        switch type {
        case .string: "string"
        case .boolean: "boolean"
        case .strings(let most): "array of string" + (most.map { " at most \($0)" } ?? "")
        case .oneOf(let values): "string \(values)"
        case .integer(let range):
            "integer >=\(range.lowerBound)" + (range.upperBound == .max ? "" : " <=\(range.upperBound)")
        case .integers(let most): "array of integer >=0" + (most.map { " at most \($0)" } ?? "")
        case .number(let least): "number >=\(Int(least))"
        case .numbers(let most): "array of number" + (most.map { " at most \($0)" } ?? "")
        case .numbersOrNulls(let most): "array of number|null at most \(most)"
        case .identifier: "integer|string"
        case .object: "object"
        case .array: "array"
        case .stringOrNull: "string|null"
        case .integerOrNull: "integer|null"
        case .arrayOrNull: "array|null"
        case .any: "any"
        case .stringOrObject: "string|object"
        case .stringOrStrings(let most): "string|array" + (most.map { " at most \($0)" } ?? "")
        }
    }
}

private let classification = TextClassify.Classification(
    model: "sentiment-ko", label: "positive", probability: 0.987654,
    labels: [.init(label: "positive", probability: 0.987654), .init(label: "negative", probability: 0.012346)],
    tokens: 12, unknown: 1, truncated: false)

private let explained = TextExplain.Token(text: "좋", start: 0, end: 1, attribution: -0.25)

private let morpheme = TextAnalyze.Token(
    text: "고마워", start: 0, end: 3, normal: "고마워", lemma: "고맙다", stem: "고맙", pos: "ADJ", tag: "VA+EC", stop: false,
    unknown: false,
    parts: [.init(text: "고맙", tag: "VA", start: 0, end: 3), .init(text: "어", tag: "EC", start: 2, end: 3)],
    costs: .init(word: 1400, connection: -3, penalty: 0, total: 1397))

private let analysis = TextAnalyze.Result(
    language: "ko", analyser: "mecab-ko-dic", normalized: "고마워",
    segments: Dictionary(uniqueKeysWithValues: TextAnalyze.Part.segments.map { ($0, [.init(start: 0, end: 3)]) }),
    tokens: [morpheme],
    alternatives: [.init(cost: 1397, tokens: [morpheme])],
    userWords: [
        .init(word: "고마", tag: "NNP", start: 0, end: 2, cost: 2000, bestCost: 1397, neededCost: 700, path: [morpheme])
    ], warnings: ["the user words are without effect"])

private let explanation = TextExplain.Result(
    model: "sentiment-ko", label: "positive", probability: 0.75, baseline: 0.5,
    tokens: [
        explained,
        .init(
            text: "다", start: 1, end: 2, attribution: 0.5,
            prefix: [.init(label: "positive", probability: 0.75), .init(label: "negative", probability: 0.25)]),
    ],
    states: [
        .init(
            layer: "lstm", direction: .forward, units: 2,
            gates: ["input", "forget", "candidate", "output"].map { .init(name: $0, values: [[0.5, 0.25], [1, 0]]) },
            cell: [[1.5, -2], [0, 0]], hidden: [[0.5, 0], [0, 0.5]], gradientNorms: [1e-9, 0.25]),
        .init(
            layer: "bidirectional", direction: .backward, units: 1,
            gates: ["update", "reset", "candidate"].map { .init(name: $0, values: [[0.5], [0]]) }, cell: nil,
            hidden: [[0.5], [0]], gradientNorms: [0, 0]),
    ], truncated: true)

private let explainedClassification = {
    var classification = classification
    classification.explanation = [explained]
    return classification
}()

private let modelDescription = ModelDescription(
    name: "m", source: "/models/m", readiness: .ready, memory: 1024, problem: "the last reload failed",
    contents: .init(
        task: "classify", labels: ["a", "b"], parameters: 10, vocabulary: 5, maximumLength: 100, description: "d",
        languages: ["ko"], data: "rows", license: "Apache-2.0",
        metrics: [.init(name: "accuracy", value: 0.88, measuredOn: "test rows")]))

private let foreseen = SeriesForecast.Target(
    name: "y", forecast: [1.5, 2], lower: [1, 1.25], upper: [2, 2.5], naive: [1, 1], seasonal: [0.5, -3],
    linear: [1, 2])

private let sampleResults: [(any RemoteMethod.Type, any ResultShape)] = [
    (TextClassify.self, TextClassify.Result.one(classification)),
    (TextClassify.self, TextClassify.Result.many([classification, classification])),
    (TextClassify.self, TextClassify.Result.many([])),
    (TextClassify.self, TextClassify.Result.one(explainedClassification)),
    (TextExplain.self, explanation),
    (
        TextExplain.self,
        TextExplain.Result(
            model: "m", label: "a", probability: 1, baseline: nil, tokens: [], states: nil, truncated: false)
    ),
    (TextAnalyze.self, analysis),
    (TextAnalyze.self, TextAnalyze.Result(language: nil, analyser: "words", tokens: nil)),
    (ModelsList.self, ModelsList.Result(models: [modelDescription])),
    (ModelsDescribe.self, modelDescription),
    (
        ModelsDescribe.self,
        ModelDescription(name: "broken", source: "built-in", readiness: .invalid, memory: 0, problem: "no config.json")
    ),
    (ModelsLoad.self, modelDescription), (ModelsUnload.self, modelDescription), (ModelsReload.self, modelDescription),
    (
        ModelsVocabulary.self,
        ModelsVocabulary.Result(
            size: 2, entries: [.init(word: "가", id: 1, count: 3), .init(word: "없", id: nil, count: 0)])
    ),
    (
        ModelsEvaluate.self,
        ModelsEvaluate.Result(
            model: "m", rows: 3, accuracy: 0.5, macroF1: 0.4,
            classes: [.init(label: "a", precision: 1, recall: 0.5, f1: 0.666667, support: 2)],
            calibrationError: 0.1, confusionMatrix: [[1, 1], [0, 1]])
    ),
    (
        ModelsEvaluate.self,
        ModelsEvaluate.Result(
            model: "m", rows: 3, accuracy: 0.5, macroF1: 0.4,
            classes: [.init(label: "city", precision: 1, recall: 0.5, f1: 0.666667, support: 2)], tokens: 9,
            spans: .init(precision: 1, recall: 0.5, f1: 0.666667, support: 2))
    ),
    (
        TextTag.self,
        TextTag.Result(
            model: "m", tokens: [.init(text: "가", start: 0, end: 1, tag: "B-word", probability: 0.9)],
            spans: [.init(type: "word", start: 0, end: 1, text: "가", probability: 0.8)], respaced: "가", unknown: 0,
            truncated: false)
    ),
    (
        ModelsEvaluate.self,
        ModelsEvaluate.Result(model: "m", rows: 3, accuracy: 0.666667, characterErrorRate: 1.25)
    ),
    (
        TextTranslate.self,
        TextTranslate.Result(
            model: "m", text: "35", probability: 0.5, complete: true, unknown: 1, truncated: false,
            attention: .init(
                read: [.init(text: "삼", start: 0, end: 1), .init(text: "오", start: 1, end: 2)], written: ["3", "5"],
                shares: [[0.75, 0.25], [0, 1]]))
    ),
    (
        ModelsEvaluate.self,
        ModelsEvaluate.Result(
            model: "m", rows: 3, accuracy: 0.5, tokens: 12, unknown: 1, perplexity: 24.5, bitsPerCharacter: 4.6)
    ),
    (
        TextGenerate.self,
        TextGenerate.Result(
            model: "m", text: "가", label: "a", seed: TextGenerate.greatestSeed, tokens: 1, unknown: 0, ended: true,
            logProbability: -0.5)
    ),
    (
        TextGenerate.self,
        TextGenerate.Result(
            model: "m", text: "", label: nil, seed: 0, tokens: 0, unknown: 0, ended: false, logProbability: 0)
    ),
    (
        TextVectorize.self,
        TextVectorize.Result(
            vectorizer: "v", analyzer: "word", shape: [2, 3],
            rows: [.init(indices: [0, 2], values: [0.5, 1]), .init(indices: [], values: [])],
            vocabulary: ["a", "b", "c"])
    ),
    (
        TextVectorize.self,
        TextVectorize.Result(vectorizer: nil, analyzer: "char_wb", shape: [0, 1], rows: [], vocabulary: nil)
    ),
    (
        WordsSimilar.self,
        WordQuestions.Neighbours(
            vectors: "words-ko", outOfVocabulary: true, reachedBy: [.init(word: "영화가", by: "particle", as: "영화")],
            recall: "exact",
            neighbours: [.init(word: "드라마", similarity: 0.75), .init(word: "작품", similarity: 0.5, relation: "synonym")])
    ),
    (
        WordsAnalogy.self,
        WordQuestions.Neighbours(
            vectors: "glove", outOfVocabulary: false, reachedBy: [], recall: "approximate", neighbours: [])
    ),
    (
        WordsCompare.self,
        WordsCompare.Result(vectors: "glove", similarity: -0.5, outOfVocabulary: false, reachedBy: [])
    ),
    (
        WordsOutlier.self,
        WordsOutlier.Result(
            vectors: "glove", word: "cereal", similarities: [0.5, 0.25], outOfVocabulary: true,
            reachedBy: [.init(word: "brekfast", by: "subwords", as: nil)])
    ),
    (
        WordsVector.self,
        WordsVector.Result(vectors: "glove", vector: [0.5, -1], outOfVocabulary: false, reachedBy: [])
    ),
    (
        ModelsDescribe.self,
        ModelDescription(
            name: "v", source: "/v", readiness: .unloaded, memory: 0,
            contents: .init(
                task: "vectorize", labels: [], parameters: 3, vocabulary: 3, maximumLength: nil, description: "",
                languages: [], data: "", license: "", metrics: []))
    ),
    (
        SeriesForecast.self,
        SeriesForecast.Result(
            model: "m", answer: .numbers(foreseen, others: []), times: ["2024-01-01", "2024-01-02"],
            warnings: ["far outside"])
    ),
    (
        SeriesForecast.self,
        SeriesForecast.Result(
            model: "m",
            answer: .numbers(
                foreseen,
                others: [
                    .init(
                        name: "wind", forecast: [0, 1], lower: nil, upper: nil, naive: [1, 1], seasonal: nil,
                        linear: nil)
                ]), times: nil, warnings: [])
    ),
    (
        SeriesForecast.self,
        SeriesForecast.Result(
            model: "m",
            answer: .labels(
                target: "weather", [.init(label: "rain", probability: 0.75), .init(label: "sun", probability: 0.25)]),
            times: nil, warnings: [])
    ),
    (
        ModelsDescribe.self,
        ModelDescription(
            name: "f", source: "/f", readiness: .unloaded, memory: 0,
            contents: .init(
                task: "forecast", labels: [], parameters: 3, vocabulary: 0, maximumLength: nil, description: "",
                languages: [], data: "", license: "", metrics: [],
                series: .init(
                    dateColumn: "date", targets: ["y"], inputs: ["x"], calendar: ["day_of_week"], window: 28,
                    horizon: 7,
                    mode: "direct")))
    ),
    (ModelsFeedback.self, ModelsFeedback.Result(model: "m", path: "/data/m.jsonl", corrections: 3)),
    (
        ModelsTrain.self,
        ModelsTrain.Result(
            model: modelDescription, ending: .early, epochs: 5, bestEpoch: 2,
            validation: .init(model: "m", rows: 3, accuracy: 0.666667, characterErrorRate: 1.25))
    ),
    (
        ModelsTrain.self,
        ModelsTrain.Result(model: modelDescription, ending: .diverged, epochs: 1, bestEpoch: nil, validation: nil)
    ),
    (DaemonPing.self, EmptyResult()), (DaemonShutdown.self, EmptyResult()),
    (
        DaemonStatus.self,
        DaemonStatus.Result(
            version: "0.1.0", buildId: "b", processId: 1, uptime: 1.5, health: .draining, sessions: 1, socket: nil,
            methods: [.init(method: "m", count: 2, errors: 1, p50: 1, p90: 2, p99: 3, maximum: 4)],
            residentMemory: 1, models: [.init(name: "m", bytes: 3)])
    ),
    (
        DaemonDevices.self,
        DaemonDevices.Result(
            cpu: .init(
                model: "c", architecture: "x86_64", cores: 2, instructionSet: "avx2",
                instructionSets: ["avx2", "scalar"]),
            totalMemory: 2, availableMemory: 1, gpus: [.init(name: "g", memory: 1, driver: "550")], gpuReason: nil)
    ),
    (
        DaemonDevices.self,
        DaemonDevices.Result(
            cpu: .init(
                model: "c", architecture: "arm64", cores: 2, instructionSet: "neon", instructionSets: ["neon"]),
            totalMemory: 2, availableMemory: 1, gpus: [], gpuReason: "no driver")
    ),
    (
        Initialize.self,
        Initialize.Result(
            ServerCapabilities(
                positionEncoding: .utf8, tokenTypes: ["noun"], tokenModifiers: ["unknown"], commands: ["sluice.reload"],
                hasCodeActionLiterals: true), serverName: "sluice", serverVersion: "0.1.0")
    ),
    (
        DocumentDiagnostics.self,
        DocumentDiagnostics.Result.full(
            id: "1",
            [
                Diagnostic(
                    range: PositionRange(
                        start: Position(line: 0, character: 0), end: Position(line: 0, character: 5)),
                    severity: .warning, code: "sentiment-ko/negative", message: "negative, 0.98 (sentiment-ko)",
                    data: ["rule": "sentiment-ko/negative"])
            ])
    ),
    (Shutdown.self, NullResult()),
]
