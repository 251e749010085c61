import Models
import Testing
import TextAnalysis

@Suite struct `WordNet where it is installed` {
    private static let folder = WordNetFolder.path(environment: [:])

    @Test(.enabled(if: folder != nil, "WordNet is not in /usr/share/wordnet: what wn finds was not compared"))
    func `gives the words that wn gives, for its exceptions and for 5,000 others`() throws {
        let wordNet = try WordNetFolder.open(try #require(Self.folder))
        let morphy = Morphy(wordNet)
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let golden = String(decoding: try TemporaryFolder.read("/\(tests)/Goldens/lemmas/morphy.tsv"), as: UTF8.self)
        var count = 0
        var agreed: [WordNet.Category: (same: Int, all: Int)] = [:]
        for line in golden.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let form = fields[0]
            for (category, words) in zip(WordNet.Category.allCases, fields.dropFirst()) {
                let bases = morphy.bases(of: form, category)
                // wn shows what is in its index.
                let found = ([form] + bases).filter { morphy.isDefined($0, category) }
                #expect(found.joined(separator: " ") == words, "\(form) as \(category)")
                count += 1
                if let base = bases.first {
                    let tag: UniversalTag =
                        switch category {
                        case .noun: .noun
                        case .verb: .verb
                        case .adjective: .adjective
                        case .adverb: .adverb
                        }
                    let isSame = EnglishLemmatizer().lemma(of: form, tag) == base
                    agreed[category, default: (0, 0)].all += 1
                    agreed[category, default: (0, 0)].same += isSame ? 1 : 0
                }
            }
        }
        #expect(count > 40_000)
        for (category, agreement) in agreed {
            print("rules without WordNet: \(agreement.same) of \(agreement.all) inflected forms, \(category)")
        }
    }

    @Test func `is no folder of other files`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ModelError.self) { try WordNetFolder.open(folder.path) }
        try TemporaryFolder.write(Array("a line\n".utf8), to: folder.path + "/index.noun")
        #expect(WordNetFolder.path(environment: ["WNSEARCHDIR": folder.path]) == folder.path)
        let error = #expect(throws: ModelError.self) { try WordNetFolder.open(folder.path) }
        #expect(error?.description.contains("index.noun") == true)
    }
}
