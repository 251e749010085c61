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

    @Test func `is as it was for who reads it while it loses one, and keeps its name and permissions`() throws {
        try withFile("a\nb\n") { file in
            let link = LineFile(path: file.path + "-link", limit: file.limit)
            try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: file.path)
            try #require(chmod(file.path, 0o640) == 0)
            let reader = try #require(FileHandle(forReadingAtPath: file.path))
            let removed = try link.remove { $0.elementsEqual("b".utf8) }
            #expect(removed == 1)
            let read = try reader.readToEnd()
            #expect(read == Data("a\nb\n".utf8))
            let left = try String(contentsOfFile: file.path, encoding: .utf8)
            #expect(left == "a\n")
            var status = stat()
            #expect(stat(file.path, &status) == 0 && status.st_mode & 0o777 == 0o640)
            let folder = String(file.path.dropLast("/lines".count))
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(names == ["lines", "lines-link"])
            let destination = try FileManager.default.destinationOfSymbolicLink(atPath: link.path)
            #expect(destination == file.path)
        }
    }

    @Test func `is opened again where another has taken its place`() throws {
        try withFile("a\n") { file in
            let held = open(file.path, O_RDWR)
            try #require(held >= 0 && flock(held, LOCK_EX) == 0)
            let group = DispatchGroup()
            DispatchQueue.global().async(group: group) { _ = try? file.append(Array("c".utf8)) }
            // By now it waits for the lock; where it does not, it finds the other file at once.
            usleep(100_000)
            try "b\n".write(toFile: file.path, atomically: true, encoding: .utf8)
            close(held)
            group.wait()
            let lines = try String(contentsOfFile: file.path, encoding: .utf8)
            #expect(lines == "b\nc\n")
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
