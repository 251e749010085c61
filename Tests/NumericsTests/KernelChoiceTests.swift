import Numerics
import Testing

struct KernelChoiceTests {
    @Test
    func `the plain kernels are always there, and the best come last`() throws {
        #expect(Kernels.available.first?.name == "scalar")
        #expect(Kernels.available.last?.name == Kernels.Choice(requested: nil).kernels.name)
    }

    @Test(arguments: Kernels.available.map(\.name))
    func `an instruction set can be asked for by name`(name: String) {
        let choice = Kernels.Choice(requested: name)
        #expect(choice.kernels.name == name)
        #expect(choice.isAsRequested)
    }

    @Test(arguments: ["avx1024", "AVX2", " scalar", "no such set"])
    func `a request that cannot be met falls back to the best, and says so`(name: String) {
        let choice = Kernels.Choice(requested: name)
        #expect(choice.kernels.name == Kernels.available.last?.name)
        #expect(choice.requested == name)
        #expect(!choice.isAsRequested)
    }

    @Test(arguments: [nil, ""])
    func `no request is met by the best`(request: String?) {
        let choice = Kernels.Choice(requested: request)
        #expect(choice.requested == nil)
        #expect(choice.isAsRequested)
    }
}
