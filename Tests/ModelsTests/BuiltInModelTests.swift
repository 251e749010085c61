import Models
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct `The built-in model` {
    @Test func `is in the program, and answers`() throws {
        #expect(BuiltInModels.names == ["sentiment-ko"])
        let model = try BuiltInModels.open("sentiment-ko")
        #expect(model.labels == ["negative", "positive"])
        #expect(model.card.languages == ["ko"])
        let good = Samples.predict(model, "정말 재미있고 감동적인 영화예요")
        #expect(good[1] > 0.5)
        let bad = Samples.predict(model, "시간이 아깝다 최악")
        #expect(bad[0] > 0.5)
    }

    @Test func `takes no more than four megabytes`() throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let folder = "/\(root)/Sources/CBuiltInModels/sentiment-ko"
        var bytes = 0
        for name in TemporaryFolder.names(in: folder) {
            var status = stat()
            #expect(stat(folder + "/" + name, &status) == 0)
            bytes += Int(status.st_size)
        }
        #expect(bytes > 0 && bytes <= 4_000_000)
    }
}
