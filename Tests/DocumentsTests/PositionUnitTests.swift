import Documents
import Testing

@Suite struct PositionUnitTests {
    @Test func `there are the three units of LSP`() { #expect(PositionUnit.allCases.count == 3) }
}
