import Models
import Testing
import WordVectors

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct `The built-in models` {
    @Test func `are in the program, and answer`() throws {
        #expect(
            BuiltInModels.names == [
                "intent-en", "morphemes-ko", "pos-en", "sentiment-ko", "slots-en", "spacing-ko", "words-ko",
            ])
        #expect(
            try BuiltInModels.networks.map { try BuiltInModels.open($0).task }
                == [.classify, .tag, .tag, .classify, .tag, .tag])
        guard case .vectors(let words) = try BuiltInModels.openAny("words-ko") else {
            Issue.record("words-ko has no word vectors")
            return
        }
        #expect(words.table.words.index(of: "재미있다") != nil && words.table.subwords != nil)
        #expect(BuiltInModels.ofCapabilities.isSubset(of: BuiltInModels.names))
        let model = try BuiltInModels.open("sentiment-ko")
        #expect(model.labels == ["negative", "positive"])
        #expect(model.card.languages == ["ko"])
        let good = Samples.predict(model, "정말 재미있고 감동적인 영화예요")
        #expect(good[1] > 0.5)
        let bad = Samples.predict(model, "시간이 아깝다 최악")
        #expect(bad[0] > 0.5)
    }

    @Test(arguments: [
        ("sentiment-ko", 4_500_000), ("intent-en", 1_000_000), ("slots-en", 2_000_000), ("morphemes-ko", 3_000_000),
        ("spacing-ko", 1_500_000), ("pos-en", 1_000_000), ("words-ko", 6_000_000),
    ])
    func `take no more than they may`(name: String, most: Int) throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let folder = "/\(root)/Sources/CBuiltInModels/\(name)"
        var bytes = 0
        for file in TemporaryFolder.names(in: folder) {
            var status = stat()
            #expect(stat(folder + "/" + file, &status) == 0)
            bytes += Int(status.st_size)
        }
        #expect(bytes > 0 && bytes <= most)
    }
}
