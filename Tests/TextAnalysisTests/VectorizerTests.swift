import Testing
import TextAnalysis

@Suite struct `Rows of texts` {
    private static func configuration(
        _ method: VectorizerConfiguration.Method = .count, _ analyzer: VectorizerConfiguration.Analyzer = .word,
        _ change: (inout VectorizerConfiguration) -> Void = { _ in }
    ) -> VectorizerConfiguration {
        var configuration = VectorizerConfiguration(method: method, analyzer: analyzer)
        change(&configuration)
        return configuration
    }

    /// Columns and values.
    private static func parts(_ row: SparseRows.Row) -> [[Double]] {
        [row.indices.map(Double.init), Array(row.values)]
    }

    @Test(arguments: VectorizerConfiguration.Analyzer.allCases, [1, 2, 3, 7])
    func `are the same for any number of threads`(analyzer: VectorizerConfiguration.Analyzer, threads: Int) throws {
        let texts = Samples.randomTexts(count: 9_000, seed: 11)
        let source = Halves()
        for compatibility in [nil, VectorizerConfiguration.Compatibility.kerasTokenizer] {
            if compatibility != nil, analyzer == .morpheme || analyzer == .charWithinWords { continue }
            var configuration = VectorizerConfiguration(
                method: .tfIdf, compatibility: compatibility, analyzer: analyzer,
                ngrams: compatibility == nil ? 1...3 : 1...1)
            configuration.maximumTerms = 900
            let one = try Vectorizer.fitRows(configuration, of: texts, source: source, threads: 1)
            let several = try Vectorizer.fitRows(configuration, of: texts, source: source, threads: threads)
            #expect(one.vocabulary == several.vocabulary)
            #expect(one.rows == several.rows)
            let fitted = try Vectorizer.fit(configuration, on: texts, source: source, threads: threads)
            #expect(try fitted.rows(of: texts, source: source) == one.rows)
        }
    }

    /// Terms are texts' halves.
    private struct Halves: TermSource {
        let name = "halves"

        func terms(of text: String) -> [String] {
            let middle = text.index(text.startIndex, offsetBy: text.count / 2)
            return [String(text[..<middle]), String(text[middle...])]
        }
    }

    @Test func `count what a source of terms finds, with spaces cutting them`() throws {
        let (rows, vocabulary) = try Vectorizer.fitRows(
            Self.configuration(.count, .morpheme), of: ["ab", "A c"], source: Halves())
        #expect(vocabulary == ["a", "b", "c"])
        #expect(Self.parts(rows[0]) == [[0, 1], [1, 1]])
        #expect(Self.parts(rows[1]) == [[0, 2], [1, 1]])
    }

    @Test func `leave out words that are in too few or too many texts`() throws {
        let texts = ["a b c", "a b", "a", "a d"]
        func vocabulary(_ least: VectorizerConfiguration.DocumentBound, _ most: VectorizerConfiguration.DocumentBound)
            throws
            -> [String]
        {
            let configuration = Self.configuration {
                $0.minimumDocuments = least
                $0.maximumDocuments = most
            }
            return try Vectorizer.fitRows(configuration, of: texts).vocabulary
        }
        #expect(try vocabulary(.count(2), .fraction(1)) == ["a", "b"])
        #expect(try vocabulary(.count(1), .count(2)) == ["b", "c", "d"])
        #expect(try vocabulary(.fraction(0.3), .fraction(0.9)) == ["b"])
        #expect(throws: VectorizerError.self) { try vocabulary(.count(3), .count(2)) }
        #expect(throws: VectorizerError.self) { try vocabulary(.count(5), .fraction(1)) }
    }

    @Test(arguments: [VectorizerConfiguration.Compatibility.kerasTokenizer, nil], [0, .max])
    func `are not as wide as memory`(compatibility: VectorizerConfiguration.Compatibility?, terms: Int) {
        var configuration = VectorizerConfiguration(method: .count, compatibility: compatibility)
        configuration.maximumTerms = terms
        #expect(throws: VectorizerError.self) { try configuration.validate() }
    }

    @Test func `of texts without terms are an error that says what to do`() {
        for texts in [[], ["", " "], ["?!"]] {
            let error = #expect(throws: VectorizerError.self) { try Vectorizer.fit(Self.configuration(), on: texts) }
            #expect(error?.description.contains("expected") == true || error?.description.contains("give") == true)
        }
        #expect(throws: VectorizerError.self) {
            try Vectorizer.fit(Self.configuration(), on: ["a"], vocabulary: ["x", "y", "x"])
        }
    }

    @Test func `of a text of ten million bytes are made`() throws {
        let text = String(repeating: "가나 다라 마바사 ", count: 450_000)
        let configuration = Self.configuration(.count, .char) { $0.ngrams = 1...2 }
        let (rows, vocabulary) = try Vectorizer.fitRows(configuration, of: [text, "가"], threads: 2)
        #expect(text.utf8.count > 10_000_000)
        #expect(vocabulary.contains(" ") && rows[0].values.reduce(0, +) == Double(2 * text.unicodeScalars.count - 1))
    }

    @Test func `have no stop words in them, and lists may be added to and taken from`() throws {
        func words(_ selection: StopWordSelection, _ text: String) throws -> [String] {
            try Vectorizer.fitRows(Self.configuration { $0.stopWords = selection }, of: [text]).vocabulary
        }
        #expect(try words(.init(list: .korean), "나 너 그것 이것 저것 영화") == ["영화"])
        #expect(
            try words(.init(list: .english, added: ["cat"], removed: ["the"]), "the cat and a dog") == ["dog", "the"])
        for list in StopWords.List.allCases {
            #expect(list.words.count == Set(list.words).count, "\(list)")
            #expect(list.words.allSatisfy { !$0.isEmpty && $0 == $0.lowercased() && !$0.contains(" ") }, "\(list)")
        }
        #expect(StopWords.List.sklearn.words.count == 318)
    }

    @Test func `of sequences are padded and cut at either end`() throws {
        func row(_ padding: VectorizerConfiguration.End, _ truncating: VectorizerConfiguration.End, _ text: String)
            throws
            -> [[Double]]
        {
            let configuration = Self.configuration(.sequence) {
                $0.outputLength = 3
                $0.padding = padding
                $0.truncating = truncating
            }
            return Self.parts(try Vectorizer.fit(configuration, on: ["a a a b b c"]).rows(of: [text])[0])
        }
        #expect(try row(.post, .post, "b x") == [[0, 1], [3, 1]])
        #expect(try row(.pre, .post, "b x") == [[1, 2], [3, 1]])
        #expect(try row(.pre, .post, "a b c x") == [[0, 1, 2], [2, 3, 4]])
        #expect(try row(.pre, .pre, "a b c x") == [[0, 1, 2], [3, 4, 1]])
    }
}
