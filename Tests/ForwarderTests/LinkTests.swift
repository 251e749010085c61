import Forwarder
import Testing

@Suite struct LinkTests {
    private struct NoLink: Link {}
    @Test func `a link may be any value`() {
        let link: any Link = NoLink()
        #expect(link is NoLink)
    }
}
