import JSON
import Models
import Testing
import TextAnalysis

@Suite struct `Vectorisers` {
    private static func goldens() throws -> JSONValue {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        return try JSONValue(
            parsing: String(
                decoding: TemporaryFolder.read("/\(tests)/Goldens/vectorizers/vectorizers.json"), as: UTF8.self))
    }

    private static func request(_ json: JSONValue) throws -> VectorizerCoding.Request {
        try VectorizerCoding.decode(json)
    }

    private static func request(_ text: String) throws -> VectorizerCoding.Request {
        try request(JSONValue(parsing: text))
    }

    @Test func `make the rows that scikit-learn and Keras make, fitted at once and read again`() throws {
        let goldens = try Self.goldens()
        let texts = try #require(goldens["texts"]?.array).compactMap(\.string)
        let cases = try #require(goldens["cases"]?.array)
        #expect(cases.count == 26)
        for golden in cases {
            let json = try #require(golden["vectorizer"])
            let request = try Self.request(json)
            let (rows, vocabulary) = try Vectorizer.fitRows(
                request.configuration, of: texts, vocabulary: request.vocabulary, threads: 3)
            #expect(vocabulary == golden["vocabulary"]?.array?.compactMap(\.string), "\(json)")
            #expect([rows.count, rows.width] == golden["shape"]?.array?.compactMap(\.integer), "\(json)")
            // Keras's TextVectorization works in float32.
            let tolerance = request.configuration.compatibility == .keras ? 2e-6 : 1e-9
            for (index, expected) in (golden["rows"]?.array ?? []).enumerated() {
                let columns = expected.array?.first?.array?.compactMap(\.integer)
                let values = expected.array?.last?.array?.compactMap(\.number) ?? []
                #expect(rows[index].indices.map(Int.init) == columns, "\(json), row \(index)")
                for (value, golden) in zip(rows[index].values, values) {
                    #expect(abs(value - golden) <= tolerance * abs(golden), "\(json), row \(index)")
                }
            }
            let fitted = try Vectorizer.fit(request.configuration, on: texts, vocabulary: request.vocabulary)
            #expect(try fitted.rows(of: texts) == rows, "\(json)")
            let again = try Self.request(VectorizerCoding.encode(fitted.configuration))
            #expect(again.configuration == fitted.configuration, "\(json)")
        }
    }

    @Test(arguments: ["tf-idf", "count", "sequence"])
    func `are stored, and come back as they were`(method: String) throws {
        let folder = try TemporaryFolder()
        let texts = ["a b\tc", "b \\n 나", "c c c"]
        let analyzer = method == "sequence" ? "word" : "char"
        let request = try Self.request(#"{"method": "\#(method)", "analyzer": "\#(analyzer)", "ngram_range": [1, 2]}"#)
        let vectorizer = try Vectorizer.fit(request.configuration, on: texts)
        let path = folder.path + "/words"
        try ModelDirectory.write(
            StoredVectorizer(name: "words", vectorizer: vectorizer, card: ModelCard(description: "d")), to: path)
        #expect(TemporaryFolder.names(in: path).contains("model.safetensors") == (method == "tf-idf"))
        let opened = try ModelCatalog(searchPaths: [folder.path]).openAny("words")
        guard case .vectorizer(let stored) = opened else {
            Issue.record("it is no vectoriser")
            return
        }
        #expect(opened.task == "vectorize" && opened.card.description == "d" && stored.path == path)
        #expect(stored.vectorizer.vocabulary == vectorizer.vocabulary)
        #expect(try stored.vectorizer.rows(of: texts + ["z 나"]) == vectorizer.rows(of: texts + ["z 나"]))
        #expect(throws: ModelError.self) { try ModelDirectory.open(path) }
    }

    @Test func `are refused where their files are damaged, and never end the process`() throws {
        let folder = try TemporaryFolder()
        let request = try Self.request(#"{"method": "tf-idf"}"#)
        let vectorizer = try Vectorizer.fit(request.configuration, on: ["a b", "b c"])
        let path = folder.path + "/words"
        try ModelDirectory.write(StoredVectorizer(name: "words", vectorizer: vectorizer), to: path)
        for file in ["config.json", "vocab.txt", "model.safetensors"] {
            let whole = try TemporaryFolder.read(path + "/" + file)
            for count in stride(from: 0, to: whole.count - 1, by: max(1, whole.count / 40)) {
                try TemporaryFolder.write(Array(whole[..<count]), to: path + "/" + file)
                #expect(throws: ModelError.self, "\(file) cut after \(count)") { try ModelDirectory.openAny(path) }
            }
            for index in stride(from: 0, to: whole.count, by: max(1, whole.count / 100)) {
                var flipped = Array(whole)
                flipped[index] ^= 0x55
                try TemporaryFolder.write(flipped, to: path + "/" + file)
                _ = try? ModelDirectory.openAny(path)
            }
            try TemporaryFolder.write(Array(whole), to: path + "/" + file)
        }
        _ = try ModelDirectory.openAny(path)
    }

    @Test(arguments: [
        (#"{"method": "tf-idf", "min_df": 5}"#, "min_df: a term has to be in at least 5 of the texts, and 2 came"),
        (
            #"{"method": "tf-idf", "max_df": 0.4}"#,
            "max_df: a term may be in at most 0.8 of the 2 texts that came, and a term has to be in at least 1"
        ),
        (#"{"method": "tf-idf", "min_df": 2, "max_df": 1}"#, "make max_df larger or min_df smaller"),
        (#"{"method": "tf-idf", "min_df": 2}"#, "no term is in at least 2 of the 2 texts; make min_df smaller"),
    ])
    func `say of bounds that leave nothing which one was given`(json: String, part: String) throws {
        let request = try Self.request(json)
        let error = #expect(throws: VectorizerError.self) {
            try Vectorizer.fit(request.configuration, on: ["a", "b"])
        }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        (#"{}"#, "one-hot, count, frequency, tf-idf, sequence"), (#"{"method": "count"}"#, "max_features"),
        (#"{"method": "sequence", "compatibility": "keras", "min_df": 1}"#, "output_sequence_length"),
    ])
    func `are refused with a hint of what there is`(json: String, part: String) throws {
        #expect(VectorizerCoding.hint(try JSONValue(parsing: json)).contains(part))
    }

    @Test(arguments: [
        (#"{}"#, "method"), (#"{"method": "tfidf"}"#, "did you mean 'tf-idf'"),
        (#"{"method": "count", "ngram_range": [3, 1]}"#, "[1, 3]"),
        (#"{"method": "count", "ngram_range": [0, 1]}"#, "ngram_range"),
        (#"{"method": "count", "ngram_range": [1, 99]}"#, "from 1 to 16"),
        (#"{"method": "count", "min_df": -1}"#, "min_df"), (#"{"method": "count", "max_df": 1.5}"#, "max_df"),
        (#"{"method": "count", "max_features": 0}"#, "max_features"),
        (
            #"{"method": "count", "max_tokens": 9}"#,
            "max_tokens: goes with the method sequence or the compatibility keras only"
        ),
        (#"{"method": "count", "output_sequence_length": 9}"#, "goes with the method sequence only"),
        (
            #"{"method": "count", "compatibility": "keras", "padding": "pre"}"#,
            "does not go with the method count and the compatibility keras"
        ),
        (#"{"method": "count", "nothing": 9}"#, "there is no such field"),
        (#"{"method": "count", "token_pattern": "a+"}"#, "token_pattern"),
        (#"{"method": "count", "stop_words": "french"}"#, "korean, english"),
        (#"{"method": "count", "vocabulary": [1]}"#, "vocabulary[0]"),
        (#"{"method": "sequence", "output_sequence_length": 0}"#, "output_sequence_length"),
        (#"{"method": "sequence", "compatibility": "keras", "max_tokens": 2}"#, "of which 2 are reserved"),
        (#"{"method": "sequence", "compatibility": "sklearn"}"#, "scikit-learn has"),
        (#"{"method": "count", "compatibility": "keras", "analyzer": "morpheme"}"#, "morpheme"),
        (#"{"method": "count", "compatibility": "keras-tokenizer", "ngram_range": [1, 2]}"#, "ngram_range"),
        (#"{"method": "count", "max_df": "many"}"#, "max_df"),
    ])
    func `are refused before anything is fitted, with the field and what it may be`(json: String, part: String) throws {
        let error = #expect(throws: FieldError.self) { try Self.request(json) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }
}
