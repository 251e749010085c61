import JSON
import Testing

@Suite struct `Patterns of the protocol's examples` {
    @Test(
        arguments: [
            ("1", "1.0"), ("\"a\"", "\"a\""), ("null", "null"), ("\"$any\"", "null"), (#"{"a":1}"#, #"{"b":2,"a":1}"#),
            (#"{"a":"$absent"}"#, #"{"b":2}"#), (#"[1,{"a":1}]"#, #"[1,{"a":1,"b":2}]"#),
            (#"{"$type":"integer"}"#, "3.0"), (#"{"$type":["string","null"]}"#, "null"),
            (#"{"$type":"number","$min":0,"$max":1}"#, "0.5"), (#"{"$min":2,"$max":2}"#, "\"가나\""),
            (#"{"$min":1}"#, "[0]"), (#"{"$includes":"b"}"#, "\"abc\""), (#"{"$each":{"a":1}}"#, #"[{"a":1}]"#),
            (#"{"$each":1}"#, "[]"), (#"{"$contains":{"a":2}}"#, #"[{"a":1},{"a":2}]"#), (#"{"$exact":{}}"#, "{}"),
            (#"{"$oneOf":[1,{"a":1}]}"#, #"{"a":1}"#), (#"{"$not":""}"#, "\"a\""),
        ])
    func `a pattern fits what it describes`(pattern: String, value: String) throws {
        #expect(try ProtocolPattern.mismatch(JSONValue(parsing: pattern), JSONValue(parsing: value)) == nil)
    }

    @Test(
        arguments: [
            ("1", "2"), ("1", "\"1\""), ("1", "true"), ("0", "false"), ("null", "0"), (#"{"a":1}"#, "{}"),
            (#"{"a":"$any"}"#, "{}"), (#"{"a":1}"#, "[]"), (#"{"a":"$absent"}"#, #"{"a":null}"#), ("[1]", "[1,2]"),
            ("[1,2]", "[2,1]"), (#"{"$type":"integer"}"#, "3.5"), (#"{"$type":"number"}"#, "true"),
            (#"{"$type":"boolean"}"#, "0"), (#"{"$min":0}"#, "-1"), (#"{"$max":1}"#, "\"ab\""),
            (#"{"$min":0}"#, "null"),
            (#"{"$includes":"b"}"#, "\"ac\""), (#"{"$each":1}"#, "[1,2]"), (#"{"$each":1}"#, "1"),
            (#"{"$contains":3}"#, "[1,2]"), (#"{"$exact":{}}"#, #"{"a":1}"#), (#"{"$oneOf":[1,2]}"#, "3"),
            (#"{"$not":"$any"}"#, "3"), (#"{"$least":1}"#, "1"), (#"{"$type":"float"}"#, "1.5"),
            ("\"\u{AC00}\"", "\"\u{1100}\u{1161}\""),
        ])
    func `a pattern does not fit anything else`(pattern: String, value: String) throws {
        #expect(try ProtocolPattern.mismatch(JSONValue(parsing: pattern), JSONValue(parsing: value)) != nil)
    }

    @Test func `answers may come in any order`() {
        #expect(ProtocolPattern.mismatch(all: [["id": 1], ["id": 2]], [["id": 2], ["id": 1]]) == nil)
        #expect(ProtocolPattern.mismatch(all: [["id": 1], ["id": 2]], [["id": 2], ["id": 2]]) != nil)
        #expect(ProtocolPattern.mismatch(all: [["id": 1]], []) != nil)
    }

    @Test func `every example can be read`() throws {
        #expect(try ProtocolExample.all().count > 100)
    }
}
