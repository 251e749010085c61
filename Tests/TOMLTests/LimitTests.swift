import JSON
import TOML
import Testing

@Suite struct LimitTests {
    private func reason(_ text: String) -> String {
        do {
            _ = try TOML.parse([UInt8](text.utf8))
            return ""
        } catch { return error.reason }
    }

    @Test(arguments: [
        String(repeating: "a.", count: 500_000) + "b = 1", "[" + String(repeating: "a.", count: 500_000) + "b]",
        "a = " + String(repeating: "[", count: 500_000), "a = " + String(repeating: "{a=", count: 500_000),
        "[a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a]\nb.b.b.b.b.b.b.b.b.b.b.b.b.b.b = [[[1]]]",
        "[[a]]\n" + (0..<20).map { "[[a" + String(repeating: ".a", count: $0) + "]]\n" }.joined(),
    ])
    func `what is nested too deep is refused`(text: String) {
        #expect(reason(text) == "found more than 32 tables and arrays inside one another")
    }

    @Test(arguments: [30, 31, 32])
    func `what is no deeper is read, whatever makes it deep`(depth: Int) throws {
        let name = String(repeating: "a.", count: depth - 1) + "b"
        #expect(reason("\(name) = 1").isEmpty)
        #expect(reason("[\(name)]").isEmpty)
        let brackets = String(repeating: "[", count: depth - 1) + String(repeating: "]", count: depth - 1)
        #expect(reason("a = \(brackets)").isEmpty)
    }

    @Test func `many tables take no more than their share of time each`() throws {
        let text = String(repeating: "[[a]]\n", count: 150_000)
        guard case .array(let list)? = try TOML.parse([UInt8](text.utf8))["a"] else {
            Issue.record("no list")
            return
        }
        #expect(list.count == 150_000)
    }

    @Test func `bytes that are not UTF-8 are refused where they stand`() {
        do {
            _ = try TOML.parse([UInt8]("# 한\na = ".utf8) + [0xff])
            Issue.record("was read")
        } catch {
            #expect(error.offset == 10)
            #expect(error.reason.contains("UTF-8"))
        }
    }

    @Test func `any bytes are read or refused`() {
        var random = SystemRandomNumberGenerator()
        let letters = Array("ab=.[]{}\"'#\\\n\r\t ,_+-0x1:e".utf8) + [0, 0xed, 0x95, 0x9c, 0xff]
        for _ in 0..<50_000 {
            let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &random)]
            }
            do { _ = try TOML.parse(text) } catch {
                #expect((0...text.count).contains(error.offset), "\(text): \(error)")
            }
        }
    }

    @Test(arguments: [
        ("a = ", 4, "found the end of the text, expected a value"),
        ("a = yes", 4, "found 'yes', expected a number of 64 bits, true or false: put text in quotes"),
        ("a 1", 2, "found '1', expected '=' after a key"),
        ("a = 1\na = 2", 6, "found 'a' a second time"),
        ("[a]\n[a]", 4, "found the table 'a' a second time"),
        ("a = \"x\n", 6, "found the end of a line, expected the rest of a string, or an escape"),
        ("a = \"\\x\"", 5, #"found '\', expected an escape such as \n or \\; in single quotes a backslash is one"#),
        ("a = 1979-05-27", 4, "found a date or a time, '1979-05-27', which no setting is: put text in quotes"),
        ("한 = 1", 0, "found '한', expected a key"),
    ])
    func `errors say what came, where, and what was expected`(text: String, offset: Int, reason: String) {
        do {
            _ = try TOML.parse([UInt8](text.utf8))
            Issue.record("was read")
        } catch {
            #expect(error.offset == offset)
            #expect(error.reason == reason)
        }
    }
}
