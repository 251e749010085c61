import Foundation
import Testing
import TrainingRuns

@Suite struct `A file of lines` {
    private func withFile(_ content: String?, _ body: (LineFile) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID())").path()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/lines"
        if let content { try content.write(toFile: path, atomically: false, encoding: .utf8) }
        try body(LineFile(path: path, limit: 1 << 10))
    }

    @Test(arguments: [
        ("a\nb\nc\n", "a\nc\n", 1), ("b\na\nb\n", "a\n", 2), ("b\n", "", 1), ("a\nb", "a\n", 1), ("b\na", "a\n", 1),
        ("a\n\nc\n", "a\n\nc\n", 0), ("a", "a", 0), ("", "", 0),
    ])
    func `loses those that are not wanted`(_ before: String, _ after: String, _ count: Int) throws {
        try withFile(before) { file in
            let removed = try file.remove { $0.elementsEqual("b".utf8) }
            #expect(removed == count)
            let left = try String(contentsOfFile: file.path, encoding: .utf8)
            #expect(left == after)
            let lines = after.split(separator: "\n", omittingEmptySubsequences: false).count
            let count = try file.append(Array("d".utf8))
            #expect(count == lines + (after.isEmpty || after.hasSuffix("\n") ? 0 : 1))
        }
    }

    @Test func `that is not there loses none, and is not made`() throws {
        try withFile(nil) { file in
            let removed = try file.remove { _ in true }
            #expect(removed == 0)
            #expect(!FileManager.default.fileExists(atPath: file.path))
        }
    }

    @Test func `that is no regular file, or too large, is left alone`() throws {
        try withFile(nil) { file in
            mkfifo(file.path, 0o600)
            #expect(throws: LineFileError.io(path: file.path, reason: "is no regular file")) {
                try file.remove { _ in true }
            }
        }
        try withFile(String(repeating: "b\n", count: 600)) { file in
            #expect(throws: LineFileError.full(path: file.path, limit: 1 << 10)) { try file.remove { _ in true } }
        }
    }
}
