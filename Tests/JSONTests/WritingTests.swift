import JSON
import Testing

@Suite struct `Writing JSON` {
    private func text(_ value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }

    @Test(
        arguments: [
            (.null, "null"), (true, "true"), (false, "false"), (0, "0"), (-1, "-1"), (10, "10"),
            (.integer(.min), "-9223372036854775808"), (.integer(.max), "9223372036854775807"), (0.5, "0.5"),
            (.number(0.987654), "0.987654"), (.number(0.000001), "0.000001"), (1.0, "1.0"), (.number(-0.0), "-0.0"),
            (.number(100), "100.0"), (.number(-1_234.5), "-1234.5"), (.number(0.1 + 0.2), "0.30000000000000004"),
            (.number(1e22), "1e+22"), (.number(.leastNonzeroMagnitude), "5e-324"), (.number(.nan), "null"),
            (.number(.infinity), "null"),
            ("", "\"\""), ("한글 \"x\" \\ /", "\"한글 \\\"x\\\" \\\\ /\""),
            ("\0\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}\u{7F}", "\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\u{7F}\""),
            ("\u{2028}😀", "\"\u{2028}😀\""), ([], "[]"), ([:], "{}"), ([1, [2, nil]], "[1,[2,null]]"),
            (["b": 1, "a": ["c": "d"]], #"{"b":1,"a":{"c":"d"}}"#),
        ] as [(JSONValue, String)])
    func `Values are written compactly`(value: JSONValue, expected: String) {
        #expect(text(value) == expected)
    }

    @Test func `Numbers read back as the same bits, in no more digits than Swift needs`() throws {
        var random = SplitMix(state: 7)
        for round in 0..<200_000 {
            let value: Double =
                switch round % 4 {
                case 0: Double(bitPattern: random.next())
                case 1: Double(random.next() % 1_000_001) / 1e6
                case 2: Double(Int64(bitPattern: random.next()) >> Int64(random.next() % 63)) / 1e3
                default: Double.random(in: -1...1, using: &random)
                }
            guard value.isFinite else { continue }
            let written = text(.number(value))
            let digits = { (text: String) in
                let plain = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
                return String(plain.reversed().drop { $0 == "0" }).count
            }
            #expect(try JSONValue(parsing: written).number?.bitPattern == value.bitPattern, "\(written)")
            #expect(digits(written) <= digits(value.description), "\(written) for \(value)")
        }
    }

    @Test func `A float32 reads back as the same bits, and is no longer than Swift writes it`() throws {
        var random = SplitMix(state: 5)
        var values: [Float] = [0, -0.0, 1, -1, 0.5, 0.1, 0.3944516, 1e-4, 9.999999e-5, 0.99999994, 0.353515625, .pi]
        for round in 0..<300_000 {
            let bits = UInt32(truncatingIfNeeded: random.next())
            let value: Float =
                switch round % 3 {
                case 0: Float(bitPattern: bits)
                case 1: Float.random(in: -1...1, using: &random)
                default: Float.random(in: -9...9, using: &random)
                }
            values.append(value)
        }
        for value in values {
            var bytes: [UInt8] = []
            bytes.append(jsonNumber: value)
            let written = String(decoding: bytes, as: UTF8.self)
            guard value.isFinite else {
                #expect(written == "null")
                continue
            }
            #expect(Float(written)?.bitPattern == value.bitPattern, "\(written)")
            #expect(written.count <= value.description.count, "\(written) for \(value)")
            #expect(Double(shortest: value).bitPattern == Double(written)?.bitPattern, "\(written)")
        }
    }

    @Test func `Decimals of every length read as Swift reads them`() throws {
        var random = SplitMix(state: 11)
        for _ in 0..<100_000 {
            var text = random.next() % 2 == 0 ? "-" : ""
            text += String(random.next() >> (random.next() % 64))
            if random.next() % 4 > 0 { text += "." + String(random.next() >> (random.next() % 64)) }
            if random.next() % 4 == 0 { text += "e\(Int(random.next() % 640) - 320)" }
            guard let expected = Double(text), expected.isFinite else { continue }
            #expect(try JSONValue(parsing: text).number?.bitPattern == expected.bitPattern, "\(text)")
        }
    }

    @Test func `What people read is indented`() {
        let value: JSONValue = ["name": "x", "ids": [1, 2], "parts": [["a": 1], ["b": []]], "none": [:]]
        #expect(
            value.prettyPrinted() == """
                {
                  "name": "x",
                  "ids": [1,2],
                  "parts": [
                    {
                      "a": 1
                    },
                    {
                      "b": []
                    }
                  ],
                  "none": {}
                }

                """)
    }

    @Test func `Members are set, replaced and removed in place`() {
        var object = JSONObject([("a", 1), ("b", 2)])
        object["a"] = 3
        object["c"] = 4
        object["b"] = nil
        #expect(text(.object(object)) == #"{"a":3,"c":4}"#)
        #expect(object == JSONObject([("c", 4), ("a", 3)]))
        #expect(object != JSONObject([("c", 4), ("a", 1)]))
    }
}
