import Foundation
import Testing
import TrainingRuns

@Suite struct `A file of corrections` {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "corrections-\(UUID())").path()

    private func withFile(limit: Int = 1 << 20, _ body: (CorrectionsFile) throws -> Void) throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(CorrectionsFile(path: folder + "/feedback/model.jsonl", limit: limit))
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `is what data files are read from, and its owner's alone`() throws {
        try withFile { file in
            let texts = ["좋다", "two\nlines\t\"and\" \\ more\u{2028}", "😀\0", String(repeating: "가", count: 10_000)]
            for (index, text) in texts.enumerated() {
                #expect(try file.append(text: text, label: "l\(index % 2)") == index + 1)
            }
            let read = try DataFile(path: file.path).read()
            #expect(read.texts == texts)
            #expect(read.labels == [0, 1, 0, 1])
            #expect(try mode(file.path) == 0o600)
            #expect(try mode(folder + "/feedback") == 0o700)
            #expect(try mode(folder) == 0o700)
        }
    }

    @Test func `whose last line somebody left without an end goes on with a new line`() throws {
        try withFile { file in
            _ = try file.append(text: "a", label: "l")
            let handle = try #require(FileHandle(forWritingAtPath: file.path))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data(#"{"text": "b", "label": "m"}"#.utf8))
            try handle.close()
            #expect(try file.append(text: "c", label: "l") == 3)
            #expect(try DataFile(path: file.path).read().texts == ["a", "b", "c"])
        }
    }

    @Test func `does not grow beyond its limit`() throws {
        try withFile(limit: 60) { file in
            _ = try file.append(text: "a", label: "l")
            _ = try file.append(text: "b", label: "l")
            #expect(throws: LineFileError.full(path: file.path, limit: 60)) {
                try file.append(text: "c", label: "l")
            }
            #expect(try DataFile(path: file.path).read().texts == ["a", "b"])
        }
    }

    @Test func `that is locked is waited for, but not for ever`() throws {
        try withFile { file in
            _ = try file.append(text: "a", label: "l")
            let other = open(file.path, O_RDONLY)
            #expect(flock(other, LOCK_EX) == 0)
            #expect(throws: LineFileError.busy(path: file.path)) { try file.append(text: "b", label: "l") }
            close(other)
            #expect(try file.append(text: "b", label: "l") == 2)
        }
    }

    @Test func `takes lines from many writers, each of them whole`() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = CorrectionsFile(path: folder + "/m.jsonl", limit: 1 << 24)
        let counts = try await withThrowingTaskGroup(of: [Int].self) { group in
            for writer in 0..<4 {
                group.addTask {
                    try (0..<50).map { try file.append(text: "\(writer) \($0)", label: "l") }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(counts.sorted() == Array(1...200))
        #expect(try Set(DataFile(path: file.path).read().texts).count == 200)
    }

    @Test(arguments: ["/dev/null/model.jsonl", "/proc/none/model.jsonl"])
    func `that cannot be says why`(path: String) {
        #expect {
            _ = try CorrectionsFile(path: path, limit: 100).append(text: "a", label: "l")
        } throws: { error in
            guard case .io(let path, let reason)? = error as? LineFileError else { return false }
            return path.hasPrefix("/") && reason.contains("cannot be") && "\(error)".contains(path)
        }
    }

    @Test func `is no pipe and no folder`() throws {
        try withFile { file in
            _ = try file.append(text: "a", label: "l")
            unlink(file.path)
            mkfifo(file.path, 0o600)
            #expect(throws: LineFileError.io(path: file.path, reason: "is no regular file")) {
                try file.append(text: "a", label: "l")
            }
            unlink(file.path)
            mkdir(file.path, 0o700)
            #expect(throws: LineFileError.self) { try file.append(text: "a", label: "l") }
        }
    }

    @Test(arguments: [
        ("sentiment-ko", true, "sentiment-ko.jsonl"), ("감정.v2", true, "감정.v2.jsonl"),
        ("reviews", false, "reviews-*.jsonl"), ("a b\n/..\0", true, "a_b__.._-*.jsonl"),
        (".hidden", true, "_hidden-*.jsonl"),
        (String(repeating: "긴", count: 300), true, String(repeating: "긴", count: 50) + "-*.jsonl"),
    ])
    func `has a name that any system takes, and none of another model`(
        model: String, isUnique: Bool, wanted: String
    ) throws {
        let name = CorrectionsFile.name(forModel: model, key: "/a/" + model, isUnique: isUnique)
        let parts = wanted.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        #expect(name.utf8.count <= 255 && !name.contains("/") && !name.contains("\0"))
        guard parts.count == 2 else {
            #expect(name == wanted)
            return
        }
        #expect(name.hasPrefix(parts[0]) && name.hasSuffix(parts[1]), "\(name)")
        #expect(name.count == parts[0].count + 16 + parts[1].count, "\(name)")
        #expect(name != CorrectionsFile.name(forModel: model, key: "/b/" + model, isUnique: isUnique))
    }
}
