import KernelsCheck
import Numerics
import Testing

struct KernelTests {
    // The reference against itself shows that the comparison runs; the others are the point. They share the
    // comparison's counters, so one follows the other.
    @Test
    func `the kernels of every instruction set here agree with the plain ones, over odd sizes and addresses`() {
        var names = Kernels.available.map(\.name)
        // The same kernels on a processor that has fewer instructions for 8 bits.
        if names.contains("avx512") { names.append("avx512-madd") }
        for name in names {
            let result = sluice_check_kernels(name)
            #expect(result.comparisons > 10_000, "\(name)")
            #expect(result.failures == 0, "\(name): what differs is printed above")
        }
    }

    @Test(arguments: Kernels.available)
    func `activations stay within their error over the whole range, and where nothing is a number`(
        kernels: Kernels
    ) {
        var worst: (tanh: Double, sigmoid: Double) = (0, 0)
        let x = AlignedBuffer((-200_000...200_000).map { Float($0) / 10_000 })
        let y = AlignedBuffer(count: x.count)
        kernels.tanh(x.count, x.pointer, into: y.pointer)
        for i in 0..<x.count {
            worst.tanh = max(worst.tanh, abs(Double(y.pointer[i]) - hyperbolicTangent(Double(x.pointer[i]))))
        }
        kernels.sigmoid(x.count, x.pointer, into: y.pointer)
        for i in 0..<x.count {
            let half = Double(x.pointer[i]) / 2
            worst.sigmoid = max(worst.sigmoid, abs(Double(y.pointer[i]) - 0.5 - 0.5 * hyperbolicTangent(half)))
        }
        #expect(worst.tanh < 3.5e-7)
        #expect(worst.sigmoid < 2.5e-7)

        let edges = AlignedBuffer([.infinity, -.infinity, .nan, 0, .greatestFiniteMagnitude, 1e-30])
        kernels.tanh(edges.count, edges.pointer, into: edges.pointer)
        #expect(abs(edges.pointer[0] - 1) < 4e-7 && abs(edges.pointer[1] + 1) < 4e-7)
        #expect(edges.pointer[2].isNaN)
        #expect(edges.pointer[3] == 0)
        #expect(abs(edges.pointer[4] - 1) < 4e-7)
        #expect(abs(edges.pointer[5] - 1e-30) < 1e-36)
    }

    @Test(arguments: Kernels.available)
    func `exponentials stay within their error down to the least, and nothing is lost of what is no number`(
        kernels: Kernels
    ) {
        let x = AlignedBuffer((-873_000...10_000).map { Float($0) / 10_000 })
        let y = AlignedBuffer(count: x.count)
        let sum = kernels.exponentials(x.count, minus: 0, x.pointer, into: y.pointer)
        var (worst, exact) = (0.0, 0.0)
        for i in 0..<x.count {
            let wanted = exponential(Double(x.pointer[i]))
            exact += wanted
            worst = max(worst, abs(Double(y.pointer[i]) / wanted - 1))
        }
        #expect(worst < 2e-7)
        #expect(abs(sum / exact - 1) < 1e-6)

        let edges = AlignedBuffer([-.infinity, -1e30, -88, .nan, 0, 88])
        #expect(kernels.exponentials(edges.count, minus: 0, edges.pointer, into: edges.pointer).isNaN)
        #expect(edges.array[..<3] == [0, 0, 0])
        #expect(edges.pointer[3].isNaN)
        #expect(edges.pointer[4] == 1)
        #expect(abs(edges.pointer[5] / 1.651_636_2e38 - 1) < 1e-5)
    }

    @Test(arguments: Kernels.available)
    func `denormals are zero inside, and the caller's mode is as before`(kernels: Kernels) {
        let tiny = Float.leastNonzeroMagnitude * 1000
        let values = AlignedBuffer([tiny, 1, tiny])
        kernels.scale(values.count, by: 1, values.pointer)
        #expect(values.array == [0, 1, 0])
        // Halving a denormal gives a denormal only where the mode is the usual one.
        #expect(halved(tiny) != 0)
    }

    @Test(arguments: Kernels.available)
    func `the same values give the same bits at any address`(kernels: Kernels) {
        let (m, n, k) = (13, 37, 29)
        let values = (0..<2000).map { Float(($0 * 7919) % 1000) / 500 - 1 }
        var results: Set<[UInt32]> = []
        for offset in [0, 1, 5, 15] {
            let memory = AlignedBuffer([Float](repeating: 0, count: offset) + values)
            let packed = AlignedBuffer(count: kernels.packedCount(k: k, n: n))
            let out = AlignedBuffer(count: offset + m * n)
            kernels.pack(packed.pointer, memory.pointer + offset, stride: n, k: k, n: n)
            kernels.multiplyPacked(
                out.pointer + offset, stride: n, memory.pointer + offset, stride: k, packed: packed.pointer, m: m,
                n: n, k: k)
            kernels.multiplyTransposed(
                out.pointer + offset, stride: n, memory.pointer + offset, stride: m, memory.pointer + offset,
                stride: n, m: m, n: n, k: k)
            results.insert(out.array.dropFirst(offset).map(\.bitPattern))
        }
        #expect(results.count == 1)
    }

    @inline(never)
    private func halved(_ x: Float) -> Float { x / 2 }

    /// By the exponential function's series of the standard library alone, exact enough to judge float32.
    private func hyperbolicTangent(_ x: Double) -> Double {
        guard abs(x) < 20 else { return x < 0 ? -1 : 1 }
        // tanh x from tanh (x / 2ⁿ), whose series converges at once.
        var t = x / 1024
        t = t - t * t * t / 3 + 2 * t * t * t * t * t / 15
        for _ in 0..<10 { t = 2 * t / (1 + t * t) }
        return t
    }

    private func exponential(_ x: Double) -> Double {
        // eˣ from e^(x / 2ⁿ), as above.
        let y = x / 1_048_576
        var e = 1 + y * (1 + y / 2 * (1 + y / 3))
        for _ in 0..<20 { e *= e }
        return e
    }
}
