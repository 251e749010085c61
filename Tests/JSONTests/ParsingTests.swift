import JSON
import Testing

@Suite struct `Reading JSON` {
    @Test(
        arguments: [
            ("null", JSONValue.null), ("true", true), (" \t\r\nfalse ", false), ("0", 0), ("-1", -1),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .number(0x1p63)), ("1.5", 1.5), ("-0.25e2", -25.0), ("1E+2", 100.0),
            ("1e-2", 0.01), ("0.1", 0.1), ("123456789012345678901234567890", .number(1.2345678901234568e29)),
            ("2.2250738585072011e-308", .number(Double.leastNormalMagnitude.nextDown)),
            ("5e-324", .number(.leastNonzeroMagnitude)),
            ("1e-400", 0.0), ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)),
            ("9007199254740993.0", .number(0x1p53)), ("0.30000000000000004", .number(0.30000000000000004)),
            ("\"\"", ""), ("\"가나다\"", "가나다"), (#""\u0000\u001f""#, "\0\u{1F}"), (#""\ud83d\ude00""#, "😀"),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\uD55C\uae00""#, "한글"), ("[]", []), ("[ ]", []),
            ("{}", [:]), ("[1,[2,[]],{\"a\":[]}]", [1, [2, []], ["a": []]]),
            (#"{"a":1,"b":{"c":"d"},"e":[null]}"#, ["a": 1, "b": ["c": "d"], "e": [nil]]),
            (#"{"":0}"#, ["": 0]), ("{\"\u{E9}\":1,\"e\u{301}\":2}", ["\u{E9}": 1, "e\u{301}": 2]),
        ] as [(String, JSONValue)])
    func `What is valid is read`(text: String, expected: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == expected)
    }

    @Test func `Minus zero keeps its sign`() throws {
        #expect(try JSONValue(parsing: "-0").number?.sign == .minus)
        #expect(try JSONValue(parsing: "-0.0").number?.sign == .minus)
        #expect(try JSONValue(parsing: "-0").number == 0)
    }

    @Test(arguments: [
        ("", "found the end of the text, expected a value at byte 0"),
        (" ", "found the end of the text, expected a value at byte 1"),
        ("{} x", "found 'x', expected the end of the text at byte 3"), ("1 2", "expected the end of the text"),
        ("[1,]", "found ']', expected a value"), ("[1 2]", "found '2', expected ',' or ']'"), ("[", "expected a value"),
        ("[1", "expected ',' or ']'"), ("]", "expected a value"), ("{\"a\":1,}", "expected a member's name"),
        ("{\"a\" 1}", "expected ':'"), ("{\"a\":1 \"b\":2}", "expected ',' or '}'"), ("{1:2}", "a member's name"),
        ("{\"a\":1]", "expected ',' or '}'"), ("tru", "not true"), ("nul", "not null"), ("True", "found 'T'"),
        ("falsy", "not false"), ("NaN", "found 'N'"), ("Infinity", "found 'I'"), ("-Infinity", "expected a digit"),
        ("01", "a zero too many"), ("-01", "a zero too many"), ("1.", "expected a digit"), (".5", "found '.'"),
        ("1e", "expected a digit"), ("1e+", "expected a digit"), ("+1", "found '+'"), ("-", "expected a digit"),
        ("0x10", "expected the end"), ("1e400", "64-bit floating point"), ("-1e400", "64-bit floating point"),
        ("\"", "within a string that began at 0"), ("\"abc", "within a string"), ("\"\\", "within an escape"),
        ("\"\\u12", "within an escape"), ("\"\\u12G4\"", "hexadecimal digit"), ("\"\\x\"", "no escape of JSON"),
        ("\"a\nb\"", "byte 0x0A in a string"), ("\"\u{0}\"", "byte 0x00 in a string"),
        (#""\ud800""#, "surrogate"), (#""\udc00""#, "surrogate"), (#""\ud800\u0041""#, "surrogate"),
        (#""\ud800\ud800""#, "surrogate"), (#""\ud800x""#, "surrogate"), ("'a'", "found '''"),
        (#"{"a":1,"a":2}"#, "\"a\" stands twice"), (#"{"a":1,"\u0061":2}"#, "\"a\" stands twice"),
        ("\u{FEFF}1", "byte order mark"), ("// c\n1", "found '/'"), ("[1\u{A0}]", "byte 0xC2"),
    ])
    func `What is not valid is refused, saying where and why`(text: String, reason: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE3, 0x81, 0x22],
            [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], [0x22, 0x5C, 0x6E, 0x80, 0x22],
            [0x7B, 0x22, 0xFE, 0x22, 0x3A, 0x31, 0x7D],
        ] as [[UInt8]])
    func `Invalid UTF-8 in a string is refused`(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error?.reason == "the string that begins there is not valid UTF-8")
    }

    @Test(arguments: ["[", "{\"a\":"])
    func `2,000 levels are read and 2,001 are refused`(opening: String) throws {
        let closing = opening == "[" ? "]" : "}"
        func nested(_ depth: Int) -> String {
            String(repeating: opening, count: depth) + (opening == "[" ? "" : "0")
                + String(repeating: closing, count: depth)
        }
        let deep = try JSONValue(parsing: nested(2000))
        #expect(String(decoding: deep.serialized(), as: UTF8.self) == nested(2000))
        for depth in [2001, 3000, 1_000_000] {
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(depth)) }
            #expect(error?.reason == "nested deeper than 2000 levels")
        }
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(9), maximumDepth: 8) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: String(repeating: opening, count: 1_000_000)) }
    }

    @Test func `A repeated name is found among many`() throws {
        let members = (0..<100_000).map { "\"name \($0)\":\($0)" }
        let object = try JSONValue(parsing: "{\(members.joined(separator: ","))}").object
        #expect(object?.members.count == 100_000)
        #expect(object?.members.last?.name == "name 99999")
        let error = #expect(throws: JSONError.self) {
            try JSONValue(parsing: "{\(members.joined(separator: ",")),\"name 500\":0}")
        }
        #expect(error?.reason == "the name \"name 500\" stands twice in one object")
    }

    @Test func `Values are read as Swift types only where they are such`() throws {
        let value = try JSONValue(parsing: #"{"i":3,"f":3.0,"h":3.5,"s":"x","b":true,"n":null,"a":[1],"big":1e300}"#)
        #expect(value["i"]?.integer == 3)
        #expect(value["f"]?.integer == 3)
        #expect(value["h"]?.integer == nil)
        #expect(value["big"]?.integer == nil)
        #expect(value["i"]?.number == 3)
        #expect(value["s"]?.string == "x")
        #expect(value["s"]?.integer == nil)
        #expect(value["b"]?.bool == true)
        #expect(value["n"]?.isNull == true)
        #expect(value["a"]?.array == [1])
        #expect(value["missing"] == nil)
        #expect(value["a"]?["x"] == nil)
    }
}
