import JSON
import Models
import Server
import ServerProtocol
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#else
    import Musl
#endif

private let tiny = exampleDictionaries + "/tiny-ko"

@Suite struct `Texts are analysed` {
    private func words(_ talk: Talk, _ text: String, _ more: JSONValue = [:]) throws -> [String] {
        var members = more.object?.members ?? []
        members.append(.init(name: "text", value: .string(text)))
        if more["dictionary"] == nil { members.append(.init(name: "dictionary", value: .string(tiny))) }
        let answer = try talk.call("text/analyze", .object(JSONObject(members: members)))
        return answer["result"]?["tokens"]?.array?.compactMap { $0["text"]?.string } ?? ["\(answer)"]
    }

    private func write(_ text: String, to path: String) {
        guard let file = fopen(path, "wb") else { return }
        fputs(text, file)
        fclose(file)
    }

    @Test func `A file of user words is read again when it changes`() throws {
        let folder = TestFolder()
        let file = folder.path + "/file"
        write("# words\n영화가\tNNP\t-5000\n", to: file)
        let talk = Talk()
        let parameters: JSONValue = ["userDictionary": .string(file)]
        #expect(try words(talk, "영화가 다", parameters) == ["영화가", "다"])
        write("다영화\tNNP\tforce\n", to: file)
        let deadline = ContinuousClock.now + .seconds(60)
        while try words(talk, "영화가", parameters) != ["영화", "가"], .now < deadline { usleep(100_000) }
        #expect(try words(talk, "영화가 다영화", parameters) == ["영화", "가", "다영화"])
        write("영화가\n", to: file)
        let question: JSONValue = ["text": "가", "dictionary": .string(tiny), "userDictionary": .string(file)]
        var answer = try talk.call("text/analyze", question)
        let end = ContinuousClock.now + .seconds(60)
        while answer["error"] == nil, .now < end {
            usleep(100_000)
            answer = try talk.call("text/analyze", question)
        }
        #expect(answer["error"]?["code"] == -32602)
        #expect(answer["error"]?["message"]?.string?.contains("line 1: 1 columns came") == true)
    }

    @Test func `Words of a request are of that request`() throws {
        let talk = Talk()
        let parameters: JSONValue = ["userWords": [["word": "영화가", "tag": "NNP", "force": true]]]
        for _ in 0..<2 {
            #expect(try words(talk, "영화가", parameters) == ["영화가"])
            #expect(try words(talk, "영화가") == ["영화", "가"])
        }
    }

    @Test func `The configuration's dictionary, words and stop words hold for requests that name none`() throws {
        let folder = TestFolder()
        write("영화가\tNNP\tforce\n", to: folder.path + "/file")
        var configuration = ServerConfiguration.testing
        configuration.dictionary = tiny
        configuration.userDictionary = folder.path + "/file"
        configuration.stopWords = (add: ["영화가"], remove: [])
        let talk = Talk(configuration)
        let answer = try talk.call("text/analyze", ["text": "영화가 고마워", "stop": ["drop": true]])
        #expect(answer["result"]?["analyser"] == "tiny-ko")
        #expect(answer["result"]?["tokens"]?.array?.map { $0["text"] } == ["고마워"])
        // Another language is none of this dictionary's.
        let english = try talk.call("text/analyze", ["text": "the movies were good"])
        #expect(english["result"]?["language"] == "en")
        #expect(english["result"]?["tokens"]?.array?.map { $0["lemma"] } == ["the", "movie", "be", "good"])
    }

    @Test func `Without a dictionary the built-in model answers for Korean`() throws {
        let answer = try Talk().call("text/analyze", ["text": "영화가 정말 재미있었다", "dictionary": "none"])
        #expect(answer["result"]?["analyser"] == "morphemes-ko")
        let tokens = try #require(answer["result"]?["tokens"]?.array)
        #expect(tokens.first?["text"] == "영화" && tokens.first?["tag"] == "NNG")
        #expect(tokens.contains { $0["tag"] == "JKS" && $0["stop"] == true })
    }

    @Test func `Spaces are put in before the analysis, and offsets stay those of the text`() throws {
        let answer = try Talk().call(
            "text/analyze",
            ["text": "아버지가방에들어가신다", "dictionary": "none", "normalize": ["spacing"], "positionEncoding": "utf-32"])
        #expect(answer["result"]?["normalized"] == "아버지가 방에 들어가신다")
        let tokens = try #require(answer["result"]?["tokens"]?.array)
        #expect(tokens.first?["start"] == 0 && tokens.last?["end"] == 11)
    }

    @Test func `A dictionary that is replaced is opened again, and one that was cut short is not trusted`() throws {
        let copy = DictionaryCopy(of: tiny)
        let talk = Talk()
        let parameters: JSONValue = ["dictionary": .string(copy.path)]
        #expect(try words(talk, "영화가", parameters) == ["영화", "가"])
        truncate(copy.path + "/sys.dic", 0)
        let answer = try talk.call("text/analyze", ["text": "대학생이 영화를", "dictionary": .string(copy.path)])
        #expect(answer["error"]?["code"] == -32011, "\(answer)")
        copy.restore()
        let deadline = ContinuousClock.now + .seconds(60)
        while try words(talk, "영화가", parameters) != ["영화", "가"], .now < deadline { usleep(100_000) }
        #expect(try words(talk, "대학생이", parameters) == ["대학생", "이"])
    }

    @Test func `A long text is answered`() throws {
        let text = String(repeating: "영화가 고마워. ", count: 8_000)
        let answer = try Talk().call(
            "text/analyze",
            ["text": .string(text), "dictionary": .string(tiny), "include": ["morphemes"], "positionEncoding": "utf-8"])
        let tokens = try #require(answer["result"]?["tokens"]?.array)
        #expect(tokens.count == 32_000)
        #expect(tokens.last?["end"]?.integer == text.utf8.count - 1)
    }
}

/// A copy of a dictionary that a test may spoil.
private final class DictionaryCopy {
    let path: String
    private let original: String
    private static let files = ["sys.dic", "unk.dic", "matrix.bin", "char.bin", "dicrc", "left-id.def", "right-id.def"]

    init(of original: String) {
        self.original = original
        var template = Array("/tmp/sluice-dictionary-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp/sluice-dictionary"
        restore()
    }

    deinit {
        for file in Self.files { unlink(path + "/" + file) }
        rmdir(path)
    }

    func restore() {
        for file in Self.files {
            guard let source = fopen(original + "/" + file, "rb") else { continue }
            var bytes = [UInt8](repeating: 0, count: 1 << 20)
            let count = fread(&bytes, 1, bytes.count, source)
            fclose(source)
            guard let target = fopen(path + "/new", "wb") else { continue }
            fwrite(bytes, 1, count, target)
            fclose(target)
            rename(path + "/new", path + "/" + file)
        }
    }
}
