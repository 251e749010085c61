import JSON
import Reports
import Testing

@Suite struct `The page of a report` {
    private func page(title: String = "small", _ data: JSONValue) -> String {
        String(decoding: ReportPage.bytes(title: title, data: data), as: UTF8.self)
    }

    /// What a browser takes for the content of the element: all up to the end tag, which begins with the first `<`.
    private func embedded(in page: String) throws -> String {
        let start = try #require(page.ranges(of: #"<script type="application/json" id="data">"#).first)
        let content = page[start.upperBound...].prefix { $0 != "<" }
        #expect(page[content.endIndex...].hasPrefix("</script>"))
        return String(content)
    }

    @Test(arguments: [
        "</script><script>alert(1)</script>", "</SCRIPT >", "<!-- <script>", "]]>", "\u{2028}\u{2029}", "&lt;/script>",
        "한글 </script> 😀", #"\u003c/script>"#, "<!--title-->", "/*script*/", "/*style*/", "<!--data-->",
    ])
    func `no text ends the element that it stands in, and each comes back as it was`(text: String) throws {
        let data: JSONValue = .object(JSONObject([("text", .string(text)), (text, 1)]))
        let page = page(data)
        #expect(try JSONValue(parsing: Array(try embedded(in: page).utf8)) == data)
        // The data and the page's own script, and nothing else.
        #expect(page.lowercased().ranges(of: "</script").count == 2)
    }

    @Test func `a name cannot leave the title`() {
        let page = page(title: "</title><b>&amp;", .null)
        #expect(page.contains("<title>&lt;/title>&lt;b>&amp;amp; · Sluice report</title>"))
    }

    @Test func `nothing in it asks for the network`() throws {
        let page = page(.null)
        #expect(page.contains(#"content="default-src 'none'; "#))
        for word in ["http://", "https://", "url(", "@import", "fetch(", "XMLHttpRequest", "import("] {
            // The name of SVG is no address.
            let places = page.replacing("http://www.w3.org/2000/svg", with: "").ranges(of: word)
            #expect(places.isEmpty, "\(word)")
        }
        #expect(!page.contains("/*style*/") && !page.contains("/*script*/") && !page.contains("<!--"))
    }
}
