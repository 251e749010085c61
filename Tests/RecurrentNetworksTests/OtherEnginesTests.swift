import Numerics
import RecurrentNetworks
import Testing

/// Against PyTorch in float64 and ONNX Runtime in float32, with the same weights in their layouts and rows of different
/// lengths in one batch; the scripts beside the files made them.
struct OtherEnginesTests {
    static let goldens = ["pytorch", "onnx"].flatMap { GoldenCase.all(in: "\($0)/recurrent.txt") }

    @Test func `the golden files are there`() {
        #expect(Self.goldens.count == 100)
    }

    @Test(arguments: goldens)
    func `both engines answer as PyTorch and ONNX Runtime do`(golden: GoldenCase) throws {
        let network = try golden.network()
        let expected = golden.numbers["output"] ?? []
        #expect(expected.count == golden.ids.count)
        for kernels in Kernels.available {
            let outputs = BatchPass(network, kernels: kernels).outputs(of: golden.ids, width: 1)
            let compiled = CompiledNetwork(plan: network.plan, weights: network.weights, kernels: kernels)
            for (ids, (output, wanted)) in zip(golden.ids, zip(outputs, expected)) {
                #expect(difference(output, wanted) <= 1e-5, "\(kernels.name), ids \(ids)")
                let served = ids.withUnsafeBufferPointer { compiled.predict(ids: $0, width: 1) }
                #expect(difference(served, wanted) <= 1e-5, "\(kernels.name), ids \(ids)")
            }
        }
    }
}
