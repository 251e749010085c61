import Settings
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

@Suite struct FilesTests {
    @Test func `a workspace's file is nearer than the user's`() throws {
        let folder = try Folder()
        try folder.write(#"{"model": "work", "models": "m"}"#, to: "work/sluice.json")
        try folder.write(#"{"model": "user", "models": "m", "vectors": "v"}"#, to: "config/sluice/config.json")
        var files = folder.files()
        let (settings, problems) = files.read()
        #expect(problems == [])
        #expect(settings.model == "work")
        #expect(settings.vectors == "v")
        #expect(settings.models == [folder.path + "/work/m", folder.path + "/config/sluice/m"])
    }

    @Test func `what concerns the daemon is the user's to say, not a workspace's`() throws {
        let folder = try Folder()
        try folder.write(#"{"socket": "s", "idleExit": 0, "model": "work"}"#, to: "work/sluice.json")
        try folder.write(#"{"socket": "s", "idleExit": 5}"#, to: "config/sluice/config.json")
        var files = folder.files()
        let (settings, problems) = files.read()
        #expect(settings.socket == folder.path + "/config/sluice/s")
        #expect(settings.idleExit == 5)
        #expect(settings.model == "work")
        #expect(problems.map(\.key) == ["socket", "idleExit"])
        #expect(problems.allSatisfy { $0.source == folder.path + "/work/sluice.json" })
    }

    @Test func `no files say nothing`() throws {
        let folder = try Folder()
        var files = folder.files()
        #expect(files.read() == (Settings(), []))
        var none = SettingsFiles(workspace: nil, environment: ["XDG_CONFIG_HOME": "relative"])
        #expect(none.paths == [])
        #expect(none.read() == (Settings(), []))
        let home = SettingsFiles(workspace: nil, environment: ["HOME": "/h", "XDG_CONFIG_HOME": ""])
        #expect(home.paths.first == "/h/.config/sluice/config.json")
    }

    @Test func `files that came, went or were written have changed`() throws {
        let folder = try Folder()
        var files = folder.files()
        _ = files.read()
        #expect(!files.haveChanged)
        try folder.write(#"{"model": "a"}"#, to: "work/sluice.json")
        #expect(files.haveChanged)
        #expect(files.read().settings.model == "a")
        #expect(!files.haveChanged)
        try folder.write(#"{"model": "bc"}"#, to: "work/sluice.json")
        #expect(files.haveChanged)
        #expect(files.read().settings.model == "bc")
        unlink(folder.path + "/work/sluice.json")
        #expect(files.haveChanged)
        #expect(files.read().settings.model == nil)
    }

    @Test func `what is no JSON is told by its line and column`() throws {
        let folder = try Folder()
        try folder.write("{\n  \"model\": x}", to: "work/sluice.json")
        try folder.write(#"{"model": "user"}"#, to: "config/sluice/config.json")
        var files = folder.files()
        let (settings, problems) = files.read()
        #expect(settings.model == "user")
        #expect(problems.count == 1)
        #expect(problems.first?.description.hasPrefix(folder.path + "/work/sluice.json:2:12: found 'x'") == true)
        // What was expected is said once.
        #expect(problems.first?.description.split(separator: "expected").count == 2)
    }

    @Test func `TOML says the same as JSON`() throws {
        let folder = try Folder()
        try folder.write(
            """
            model = "sentiment-ko"   # whose labels are shown
            models = ["m"]

            [features]
            hover = false

            [[rules]]
            model = "sentiment-ko"
            label = "negative"
            atLeast = 0.9
            """, to: "work/sluice.toml")
        try folder.write("vectors = 1\nlimits = 1979-05-27", to: "config/sluice/config.toml")
        var files = folder.files()
        let (settings, problems) = files.read()
        #expect(settings.models == [folder.path + "/work/m"])
        #expect(!settings.isOn(.hover))
        #expect(settings.rules == [Rule(model: "sentiment-ko", label: "negative", atLeast: 0.9)])
        #expect(problems.count == 1)
        #expect(problems.first?.source == folder.path + "/config/sluice/config.toml:2:10")
        #expect(problems.first?.found.contains("a date or a time") == true)
    }

    @Test func `of two files in one place one is read, and the other is a problem`() throws {
        let folder = try Folder()
        try folder.write(#"{"model": "json"}"#, to: "work/sluice.json")
        try folder.write("model = 'toml'", to: "work/sluice.toml")
        var files = folder.files()
        let (settings, problems) = files.read()
        #expect(settings.model == "json")
        #expect(problems.map(\.source) == [folder.path + "/work/sluice.toml"])
    }

    @Test func `what is no file, or too large, is a problem`() throws {
        let folder = try Folder()
        mkdir(folder.path + "/work/sluice.json", 0o700)
        try folder.write("[" + String(repeating: " ", count: 1 << 20) + "]", to: "config/sluice/config.json")
        var files = folder.files()
        let problems = files.read().problems
        #expect(problems.count == 2)
        #expect(problems.first?.found == "not a regular file")
        #expect(problems.last?.found.contains("expected at most 1048576") == true)
        #expect(problems.last?.expected == "")
    }
}

/// A folder for the files of a test, gone with the value.
final class Folder {
    struct NotMade: Error {}

    let path: String

    init() throws {
        var template = Array("/tmp/settings-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw NotMade() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for name in ["work", "config", "config/sluice"] { mkdir(path + "/" + name, 0o700) }
    }

    deinit {
        for name in ["work/sluice", "config/sluice/config"] {
            for kind in [".json", ".toml"] {
                unlink(path + "/" + name + kind)
                rmdir(path + "/" + name + kind)
            }
        }
        for name in ["/work", "/config/sluice", "/config", ""] { rmdir(path + name) }
    }

    func files() -> SettingsFiles {
        SettingsFiles(workspace: path + "/work", environment: ["XDG_CONFIG_HOME": path + "/config"])
    }

    func write(_ text: String, to name: String) throws {
        guard let file = fopen(path + "/" + name, "w") else { throw NotMade() }
        defer { fclose(file) }
        guard fputs(text, file) >= 0 else { throw NotMade() }
    }
}
