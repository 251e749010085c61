import Settings
import Testing

@Suite struct FeatureTests {
    @Test func `all are on but those that write between the lines`() {
        let off = Feature.allCases.filter { !Settings().isOn($0) }
        #expect(off == [.codeLens, .inlayHints])
    }

    @Test func `are switched one by one`() {
        var settings = Settings()
        settings.features = [.hover: false, .codeLens: true]
        #expect(!settings.isOn(.hover))
        #expect(settings.isOn(.codeLens))
        #expect(settings.isOn(.completion))
    }
}
