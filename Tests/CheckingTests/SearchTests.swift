import Checking
import Documents
import Testing

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

@Suite struct SearchTests {
    private let tree = Tree()

    private func search(_ named: [String], languageID: String? = nil, ignoring: Bool = true) -> FileSearch {
        var search = FileSearch(in: tree.path, languageID: languageID, readsIgnoreFiles: ignoring)
        for name in named { search.add(name) }
        return search
    }

    @Test func `folders give the texts in them, in order, hidden ones left out`() throws {
        try tree.make("b.md", "a/c.txt", "a/b.swift", "a/x.bin", ".git/a.md", ".h.md", "README", "empty/")
        #expect(search(["."]).files.map(\.shown) == ["README", "a/b.swift", "a/c.txt", "b.md"])
        #expect(search(["./a/"]).files.map(\.shown) == ["./a/b.swift", "./a/c.txt"])
        #expect(search([tree.path + "/a"]).files.map(\.shown).first == tree.path + "/a/b.swift")
        #expect(search(["a"]).files.map(\.languageID) == ["swift", "plaintext"])
        #expect(search(["empty"]).failures == [])
    }

    @Test func `what is named is taken whatever its name, and once`() throws {
        try tree.make("notes", "a.md", ".h.md")
        let search = search(["notes", "a.md", "./a.md", ".", ".h.md"], languageID: "markdown")
        #expect(search.files.map(\.shown) == ["notes", "a.md", ".h.md"])
        #expect(search.files.map(\.languageID) == ["markdown", "markdown", "markdown"])
        #expect(search.files.map(\.isNamed) == [true, true, true])
        #expect(search.files.first?.path == tree.path + "/notes")
    }

    @Test func `what is not there is a failure, and the others are found`() throws {
        try tree.make("a.md")
        let search = search(["none.md", "a.md"])
        #expect(search.failures == ["cannot read none.md: No such file or directory"])
        #expect(search.files.count == 1)
    }

    @Test func `ignore files of all folders on the way count`() throws {
        try tree.make("a.md", "drafts/a.md", "docs/a.md", "docs/b.md", "docs/deep/a.md")
        try tree.write("drafts/\n", to: ".sluiceignore")
        try tree.write("a.md\n!deep/a.md\n", to: "docs/.sluiceignore")
        #expect(search(["."]).files.map(\.shown) == ["a.md", "docs/b.md", "docs/deep/a.md"])
        #expect(search(["docs/deep"]).files.map(\.shown) == ["docs/deep/a.md"])
        let named = search(["drafts/a.md", "docs/a.md", "drafts", "a.md"])
        #expect(named.files.map(\.shown) == ["a.md"])
        #expect(named.ignored == ["drafts/a.md", "docs/a.md", "drafts"])
        #expect(search(["drafts", "docs/a.md"], ignoring: false).files.count == 2)
    }

    @Test func `ignore files above the working folder count from where .git lies`() throws {
        try tree.make("work/docs/a.md", "work/docs/b.md", "work/c.md")
        try tree.write("a.md\n", to: ".sluiceignore")
        try tree.write("b.md\n", to: "work/.sluiceignore")
        func found(in folder: String, _ named: String) -> [String] {
            var search = FileSearch(in: tree.path + folder, languageID: nil, readsIgnoreFiles: true)
            search.add(named)
            return search.files.map(\.shown)
        }
        #expect(found(in: "/work/docs", ".") == ["a.md", "b.md"])
        #expect(found(in: "/work", ".") == ["c.md", "docs/a.md"])
        #expect(found(in: "/work", tree.path + "/work/docs/b.md") == [])
        // Elsewhere the folder that is named is the outermost.
        #expect(found(in: "/none", "../work/docs/b.md") == ["../work/docs/b.md"])
        #expect(found(in: "/none", "../work") == ["../work/c.md", "../work/docs/a.md"])
        try tree.make("work/.git/")
        #expect(found(in: "/work/docs", ".") == ["a.md"])
        try tree.make(".git/")
        rmdir(tree.path + "/work/.git")
        #expect(found(in: "/work/docs", ".") == [])
    }

    @Test func `names that are not UTF-8 are a failure, unless they are ignored or would not be looked at`() throws {
        try tree.make("a.md", "b/c.md")
        func make(_ name: [UInt8]) -> Bool {
            let path = Array(tree.path.utf8) + name + [0]
            guard let file = fopen(path.map { CChar(bitPattern: $0) }, "w") else { return false }
            return fclose(file) == 0
        }
        // /\xff.md, /\xff.jpg, /b/\xff.md; there are file systems that refuse such names.
        guard make([0x2f, 0xff, 0x2e, 0x6d, 0x64]) else { return }
        #expect(make([0x2f, 0xff, 0x2e, 0x6a, 0x70, 0x67]))
        #expect(make([0x2f, 0x62, 0x2f, 0xff, 0x2e, 0x6d, 0x64]))
        let search = search(["."])
        #expect(search.files.map(\.shown) == ["a.md", "b/c.md"])
        #expect(search.failures.map { $0.prefix(10) } == [". has 1 na", "b/ has 1 n"])
        try tree.write("?.md\n", to: "b/.sluiceignore")
        #expect(self.search(["."]).failures.count == 1)
    }

    @Test func `links within folders are not followed, named ones are`() throws {
        try tree.make("a/b.md")
        symlink("..", tree.path + "/a/loop")
        symlink("b.md", tree.path + "/a/c.md")
        #expect(search(["a"]).files.map(\.shown) == ["a/b.md"])
        #expect(search(["a/c.md"]).files.map(\.shown) == ["a/c.md"])
    }

    @Test func `every language has prose that can be told`() {
        for language in Languages.all { #expect(ProseFormat(languageID: language) != nil, "\(language)") }
    }

    @Test(arguments: [
        ("a.md", "markdown"), ("a/b.MD", "markdown"), ("COMMIT_EDITMSG", "git-commit"), ("x.tsx", "typescriptreact"),
        ("a.tar", nil), (".md", nil), ("md", nil), ("a.md/b", nil),
    ])
    func `names say the language`(path: String, language: String?) {
        #expect(Languages.language(of: path) == language)
    }
}

/// A folder for the files of a test, gone with the value.
final class Tree: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/checking-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap(mkdtemp) != nil }
        path = made ? String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
    }

    deinit { if path.hasPrefix("/tmp/checking-") { remove(Array(path.utf8CString)) } }

    /// - Parameter path: ends in 0; names need not be UTF-8.
    private func remove(_ path: [CChar]) {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                    $0.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
                }
                if name == [0x2e] || name == [0x2e, 0x2e] { continue }
                let inside = path.dropLast() + [0x2f] + name + [0]
                if unlink(Array(inside)) != 0 { remove(Array(inside)) }
            }
            closedir(folder)
        }
        rmdir(path)
    }

    func make(_ names: String...) throws {
        for name in names {
            if name.hasSuffix("/") { mkdir(path + "/" + name, 0o700) } else { try write("", to: name) }
        }
    }

    func write(_ text: String, to name: String) throws {
        var folder = path
        for part in name.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
        let file = try #require(fopen(path + "/" + name, "w"))
        defer { fclose(file) }
        #expect(fputs(text, file) >= 0)
    }
}
