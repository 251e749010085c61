import JSON
import Testing

@Suite struct `The nearest name` {
    private static let names = ["units", "activation", "returnSequences", "l"]

    @Test(arguments: [
        ("unit", "units"), ("UNITS", "units"), ("activaton", "activation"), ("return_sequences", "returnSequences"),
    ])
    func `is what was probably meant`(_ name: String, _ expected: String) {
        #expect(NearestName.nearest(to: name, among: Self.names) == expected)
        #expect(NearestName.hint(for: name, among: Self.names) == "; did you mean '\(expected)'?")
    }

    @Test(arguments: ["", "x", "kernel", String(repeating: "units", count: 1_000)])
    func `is none where none is near`(_ name: String) {
        #expect(NearestName.nearest(to: name, among: Self.names) == nil)
        #expect(NearestName.hint(for: name, among: Self.names).isEmpty)
    }
}
