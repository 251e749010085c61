import JSON
import Testing

/// SplitMix64 (Steele, Lea and Flood, 2014): the same sequence on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func string() -> String {
        let pieces = [
            "a", "한", "😀", "\"", "\\", "\n", "\0", "e\u{301}", "/", "\u{7F}", "plain text ", "ᄒ", "\u{10FFFF}",
        ]
        return (0..<below(12)).map { _ in pieces[below(pieces.count)] }.joined()
    }

    mutating func json(depth: Int) -> JSONValue {
        switch below(depth > 0 ? 8 : 6) {
        case 0: return .null
        case 1: return .bool(next() % 2 == 0)
        case 2: return .integer(Int64(bitPattern: next()) >> Int64(below(64)))
        case 3:
            let value = Double(bitPattern: next())
            return .number(value.isFinite ? value : 0.5)
        case 4, 5: return .string(string())
        case 6: return .array((0..<below(5)).map { _ in json(depth: depth - 1) })
        default:
            return .object(JSONObject((0..<below(20)).map { ("\($0)" + string(), json(depth: depth - 1)) }))
        }
    }
}

@Suite struct `Random JSON` {
    @Test func `Random values come back as they went`() throws {
        var random = SplitMix(state: 1)
        for _ in 0..<5_000 {
            let value = random.json(depth: 4)
            let bytes = value.serialized()
            let back = try JSONValue(parsing: bytes)
            #expect(back == value)
            #expect(back.serialized() == bytes)
            #expect(try JSONValue(parsing: value.prettyPrinted()) == value)
            #expect(!bytes.contains(UInt8(ascii: "\n")))
        }
    }

    @Test func `Damaged and random bytes are read or refused, never worse`() {
        var random = SplitMix(state: 2)
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = random.json(depth: 3).serialized()
            for _ in 0...random.below(4) where !bytes.isEmpty {
                let index = random.below(bytes.count)
                switch random.below(4) {
                case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(Array("{}[]\",:\\-.e0".utf8)[random.below(12)], at: index)
                default: bytes.removeLast(random.below(bytes.count) + 1)
                }
            }
            do throws(JSONError) {
                let value = try JSONValue(parsing: bytes)
                #expect(throws: Never.self) { try JSONValue(parsing: value.serialized()) }
            } catch {
                refused += 1
                #expect((0...bytes.count).contains(error.offset))
            }
        }
        #expect(refused > 1_000)
        for _ in 0..<50_000 {
            let bytes = (0..<random.below(40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            if let value = try? JSONValue(parsing: bytes) {
                #expect(throws: Never.self) { try JSONValue(parsing: value.serialized()) }
            }
        }
    }
}
