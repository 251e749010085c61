import JSON
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

    /// A key has its names, its field, its reading, its writing and its merging: none is forgotten here.
    @Test func `every key is written, read back, and kept where the other says nothing`() throws {
        var settings = Settings()
        settings.socket = "/s"
        settings.models = ["/m"]
        settings.model = "a"
        settings.vectors = "b"
        settings.dictionary = "c"
        settings.userDictionary = "/d"
        settings.stopWords = .init(add: ["e"], remove: ["f"])
        settings.idleExit = 1.5
        settings.features = Dictionary(uniqueKeysWithValues: Feature.allCases.map { ($0, !$0.isOnByDefault) })
        settings.rules = [Rule(name: "n", model: "m", label: "l", atLeast: 0.25, severity: .error, message: "s")]
        settings.languageIds = ["markdown"]
        settings.limits = .init(diagnostics: 7, documentBytes: 8)
        let json = settings.json
        func names(_ value: JSONValue?) -> Set<String> { Set(value?.object?.members.map(\.name) ?? []) }
        let all = SettingsKeys.Top.allCases.filter { $0 != .schema }.map(\.rawValue)
        #expect(names(json) == Set(all))
        #expect(names(json["stopWords"]) == Set(SettingsKeys.StopWords.allCases.map(\.rawValue)))
        #expect(names(json["features"]) == Set(Feature.allCases.map(\.rawValue)))
        #expect(names(json["rules"]?.array?.first) == Set(SettingsKeys.Rules.allCases.map(\.rawValue)))
        #expect(names(json["limits"]) == Set(SettingsKeys.Limits.allCases.map(\.rawValue)))
        // Each key by itself, too: none leans on another.
        for member in json.object?.members ?? [] {
            let (name, value) = (member.name, member.value)
            let one = Settings.read([name: value], relativeTo: nil, source: "s")
            #expect(one.problems == [])
            #expect(one.settings != Settings(), "\(name)")
            #expect(one.settings.over(Settings()) == one.settings, "\(name)")
            #expect(Settings().over(one.settings) == one.settings, "\(name)")
        }
        let again = Settings.read(json, relativeTo: nil, source: "s")
        #expect(again.problems == [])
        #expect(again.settings == settings)
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
