import Checking
import JSON
import Numerics
import Testing

@Suite struct IgnoreTests {
    @Test func `ignores what git does`() throws {
        let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let bytes = try FileBytes(path: "/\(tests)/Goldens/ignore/cases.jsonl").withUnsafeBytes { [UInt8]($0) }
        let cases = try bytes.split(separator: UInt8(ascii: "\n")).map { try JSONValue(parsing: [UInt8]($0)) }
        let folders = try #require(cases.first?["folders"]?.array).compactMap(\.string)
        let plain = try #require(cases.first?["plain"]?.array).compactMap(\.string)
        #expect(cases.count > 400)
        for golden in cases {
            let files = golden["files"]?.object
            let expected = Set(golden["ignored"]?.array?.compactMap(\.string) ?? [])
            for (paths, isFolder) in [(folders, true), (plain, false)] {
                for path in paths {
                    let found = isIgnored(path, isFolder: isFolder, files)
                    #expect(found == expected.contains(path), "\(path): \(files?.members ?? [])")
                }
            }
        }
    }

    private func isIgnored(_ path: String, isFolder: Bool, _ files: JSONObject?) -> Bool {
        var ignoring = IgnoreFiles { folder in
            files?[String(folder.dropFirst())]?.string.map { Array($0.utf8) }
        }
        let names = path.split(separator: "/").map(String.init)
        for (index, name) in names.enumerated() {
            let isLast = index == names.count - 1
            if ignoring.ignores(name, isFolder: !isLast || isFolder) { return true }
            ignoring.enter(name)
        }
        return false
    }

    @Test func `stars cost no more than their share`() {
        let name = String(repeating: "a", count: 200)
        let stars = String(repeating: "*a", count: 100) + "b"
        let folders = String(repeating: "**/", count: 500) + "b"
        var ignoring = IgnoreFiles { $0 == "/" ? Array("\(stars)\n\(folders)".utf8) : nil }
        for _ in 0..<100 { ignoring.enter(name) }
        let clock = ContinuousClock()
        let time = clock.measure { #expect(!ignoring.ignores(name, isFolder: false)) }
        #expect(time < .seconds(10))
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `any bytes make patterns`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("ab*?[]!^\\/-:#. \r\n".utf8) + [0, 0xed, 0x98, 0xff]
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &random)]
            }
            var ignoring = IgnoreFiles { $0 == "/" ? text : nil }
            _ = ignoring.ignores("a", isFolder: true)
            ignoring.enter("a")
            _ = ignoring.ignores("ab", isFolder: false)
        }
    }
}

/// Repeatable random numbers: splitmix64.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
