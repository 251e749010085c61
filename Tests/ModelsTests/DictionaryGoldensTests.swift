import Models
import Testing
import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Analyses with real dictionaries against those of mecab-ko and MeCab: see Tests/Goldens/mecab/make_goldens.py. A
/// dictionary that is not installed is not asked; VIRTUAL_ENV may name a Python environment that has them.
struct DictionaryGoldensTests {
    private static let catalog: DictionaryCatalog = {
        var environment: [String: String] = [:]
        for name in ["VIRTUAL_ENV", "HOME"] { environment[name] = getenv(name).map { String(cString: $0) } }
        return DictionaryCatalog(environment: environment)
    }()

    private static func isInstalled(_ name: String) -> Bool { catalog.entries().contains { $0.name == name } }

    @Test(.enabled(if: isInstalled("mecab-ko-dic"), "there is no mecab-ko-dic: pip install python-mecab-ko-dic"))
    func `Korean lines are analysed as by mecab-ko`() throws { try compare("mecab-ko-dic") }

    @Test(.enabled(if: isInstalled("ipadic"), "there is no ipadic: pip install ipadic"))
    func `Japanese lines are analysed as by MeCab with IPADIC`() throws { try compare("ipadic") }

    @Test(.enabled(if: isInstalled("unidic-lite"), "there is no unidic-lite: pip install unidic-lite"))
    func `Japanese lines are analysed as by MeCab with UniDic`() throws { try compare("unidic-lite") }

    private func compare(_ name: String) throws {
        let dictionary = try Self.catalog.open(name)
        let families: [String: DictionaryFamily] = [
            "mecab-ko-dic": .mecabKo, "ipadic": .ipadic, "unidic-lite": .unidic,
        ]
        #expect(dictionary.family == families[name])
        let analyser = MorphologicalAnalyser(dictionary)
        var worker = LatticeWorker()
        let goldens = try Self.goldens(name)
        #expect(goldens.count > 30)
        for (line, expected) in goldens {
            let bytes = Array(line.utf8)
            func rows(_ tokens: [LatticeToken]) -> [String] {
                tokens.map {
                    "\(String(decoding: bytes[$0.start..<$0.end], as: UTF8.self))\t\(analyser.feature(of: $0))"
                }
            }
            let best = try analyser.tokens(of: line, worker: &worker)
            #expect(rows(best) == expected.first, "\(line.debugDescription)")
            let alternatives = try analyser.alternatives(of: line, count: 3, worker: &worker)
            #expect(alternatives.map(rows) == Array(expected.dropFirst()), "\(line.debugDescription)")
        }
    }

    @Test(.enabled(if: isInstalled("mecab-ko-dic"), "there is no mecab-ko-dic: pip install python-mecab-ko-dic"))
    func `user words have the ids and features that mecab-ko's compiler gives them`() throws {
        let rows = try Self.lines("user").map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.count == 8)
        let dictionary = try Self.catalog.open("mecab-ko-dic")
        let words = rows.map { UserWord(surface: $0[0], tag: $0[1]) }
        let analyser = try MorphologicalAnalyser(dictionary, userWords: words)
        var worker = LatticeWorker()
        for row in rows {
            let found = try analyser.explainCosts(of: row[0], word: row[0], worker: &worker)
            let explanation = try #require(found.first)
            let token = explanation.through[explanation.index]
            #expect(token.isUser)
            #expect(analyser.feature(of: token) == row[5])
            let ids = analyser.ids(of: token)
            #expect([ids.left, ids.right, ids.partOfSpeech].map(String.init) == Array(row[2...4]), "\(row)")
        }
        // What most words with the tag cost.
        let usual = try analyser.explainCosts(of: "트위치", word: "트위치", worker: &worker)
        let explanation = try #require(usual.first)
        #expect((2500...5500).contains(explanation.through[explanation.index].wordCost))
    }

    @Test(.enabled(if: isInstalled("mecab-ko-dic"), "there is no mecab-ko-dic: pip install python-mecab-ko-dic"))
    func `a million bytes without a space are analysed in time that grows with them`() throws {
        let analyser = MorphologicalAnalyser(try Self.catalog.open("mecab-ko-dic"))
        var worker = LatticeWorker()
        let line = String(repeating: "대한민국헌법은아버지가방에들어가신다", count: 20_000)
        let tokens = try analyser.tokens(of: line, worker: &worker)
        #expect(tokens.last?.end == line.utf8.count)
        // Runs of one kind, of which every place looks for the end.
        for letter in ["a", "ㅋ", "1"] {
            let tokens = try analyser.tokens(of: String(repeating: letter, count: 300_000), worker: &worker)
            #expect(tokens.last?.end == 300_000 * letter.utf8.count)
        }
    }

    private static func lines(_ name: String) throws -> [String] {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let file = try #require(fopen("/\(tests)/Goldens/mecab/\(name).txt", "rb"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return bytes.split(separator: 0x0a).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func goldens(_ name: String) throws -> [(line: String, analyses: [[String]])] {
        var goldens: [(line: String, analyses: [[String]])] = []
        var rows: [String] = []
        for row in try lines(name) {
            if row.first == ">" {
                goldens.append((unescaped(row.dropFirst()), []))
            } else if row == "EOS" {
                goldens[goldens.count - 1].analyses.append(rows)
                rows = []
            } else {
                rows.append(unescaped(row))
            }
        }
        return goldens
    }

    /// The tab that parts surface and feature is not escaped, and stays.
    private static func unescaped(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        var isEscape = false
        for scalar in text.unicodeScalars {
            if isEscape {
                result.append(scalar == "t" ? "\t" : scalar == "r" ? "\r" : scalar)
                isEscape = false
            } else if scalar == "\\" {
                isEscape = true
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
