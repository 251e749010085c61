import JSON
import Numerics
import TOML
import Testing

@Suite struct GoldenTests {
    @Test func `texts are what Python's tomllib makes of them`() throws {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let bytes = try FileBytes(path: "/\(tests)/Goldens/toml/cases.jsonl").withUnsafeBytes { [UInt8]($0) }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count > 1000)
        for line in lines {
            let golden = try JSONValue(parsing: [UInt8](line))
            let text = try #require(golden["toml"]?.string)
            do {
                let value = try TOML.parse([UInt8](text.utf8))
                #expect(golden["value"] == marked(value), "\(text)")
            } catch {
                let why = golden["refused"]?.string
                #expect(why != nil, "\(text): \(error)")
                if why == "date" { #expect(error.reason.contains("a date or a time"), "\(text): \(error)") }
            }
        }
    }

    /// With the golden's marks for what JSON has no number for.
    private func marked(_ value: JSONValue) -> JSONValue {
        switch value {
        case .number(let number) where !number.isFinite: .string(number.isNaN ? "!nan" : number < 0 ? "!-inf" : "!inf")
        case .array(let elements): .array(elements.map(marked))
        case .object(let object): .object(JSONObject(object.members.map { ($0.name, marked($0.value)) }))
        default: value
        }
    }
}
