import Settings
import Testing

@Suite struct FeatureTests {
    @Test func `features are told by their names`() { #expect(Feature(rawValue: "hover") == .hover) }
}
