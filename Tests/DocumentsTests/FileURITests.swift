import Documents
import Testing

@Suite struct FileURITests {
    @Test(arguments: ["/", "/w/a.md", "/w/영화 1%.md", "/a:b/c?d#e"])
    func `a path comes back from its URI`(path: String) {
        let uri = FileURI.absolute(path)
        #expect(uri.utf8.allSatisfy { $0 < 0x80 && $0 > 0x20 })
        #expect(FileURI.path(uri) == path)
    }

    @Test(arguments: [
        ("file://localhost/a", "/a"), ("file:///a%2fb%C3%A9", "/a/bé"), ("file://host/a", nil), ("file:///a%2", nil),
        ("file:///a%zz", nil), ("file:///%ff", nil), ("untitled:a", nil), ("file://", nil),
    ])
    func `URIs of this machine's files have a path`(uri: String, path: String?) {
        #expect(FileURI.path(uri) == path)
    }

    @Test func `what lies in the folder is relative to it`() {
        #expect(FileURI.relative("/w/a b", to: "/w") == ("a%20b", true))
        #expect(FileURI.relative("/w/a b", to: "/w/") == ("a%20b", true))
        #expect(FileURI.relative("/wa", to: "/w") == ("file:///wa", false))
        #expect(FileURI.relative("/w", to: "/") == ("w", true))
    }
}
