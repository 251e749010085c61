import Settings
import Testing

@Suite struct MergingTests {
    @Test func `the nearest wins, setting by setting`() {
        var near = Settings()
        near.model = "near"
        near.features = [.hover: false]
        near.limits.diagnostics = 1
        var far = Settings()
        far.model = "far"
        far.vectors = "far"
        far.features = [.hover: true, .codeLens: true]
        far.limits = .init(diagnostics: 2, documentBytes: 3)
        far.languageIds = ["markdown"]
        let both = near.over(far)
        #expect(both.model == "near")
        #expect(both.vectors == "far")
        #expect(both.features == [.hover: false, .codeLens: true])
        #expect(both.limits == .init(diagnostics: 1, documentBytes: 3))
        #expect(both.languageIds == ["markdown"])
    }

    @Test func `folders and stop words add up, the nearer first`() {
        var near = Settings()
        near.models = ["/near"]
        near.stopWords = .init(add: ["a"], remove: ["b"])
        var far = Settings()
        far.models = ["/far"]
        far.stopWords = .init(add: ["c"], remove: ["d"])
        let both = near.over(far)
        #expect(both.models == ["/near", "/far"])
        #expect(both.stopWords == .init(add: ["a", "c"], remove: ["b", "d"]))
    }

    @Test func `a list of rules takes the place of the other, an empty one too`() {
        var near = Settings()
        var far = Settings()
        far.rules = [Rule(model: "m", label: "l")]
        #expect(near.over(far).rules?.count == 1)
        near.rules = []
        #expect(near.over(far).rules == [])
    }

    @Test func `settings over nothing and nothing over settings are the same`() {
        var settings = Settings()
        settings.socket = "/s"
        settings.models = ["/m"]
        settings.idleExit = 0
        settings.rules = []
        #expect(settings.over(Settings()) == settings)
        #expect(Settings().over(settings) == settings)
    }
}
