package import CKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The vector kernels of one instruction set.
///
/// The methods are thin: shapes, aliasing and meaning are those of `CKernels.h`, and lengths are not checked.
/// They belong in deep rooms, under types that know their shapes. Every thread may use them: the table they call
/// through is constant.
package struct Kernels: @unchecked Sendable {
    /// A constant of the C target, valid for the life of the process.
    package let table: UnsafePointer<sluice_kernels>

    package init(table: UnsafePointer<sluice_kernels>) {
        self.table = table
    }

    /// "scalar", "avx2", "avx512" or "neon".
    package var name: String { String(cString: table.pointee.name) }

    /// All kernels that this processor and build can run, the plain ones first and the fastest last.
    package static let available: [Kernels] = ["scalar", "neon", "avx2", "avx512"].compactMap(named)

    package static func named(_ name: String) -> Kernels? {
        sluice_kernels_named(name).map(Kernels.init(table:))
    }

    /// What the environment asked for, and what it got.
    package struct Choice: Sendable {
        package let kernels: Kernels
        /// The value of `SLUICE_INSTRUCTION_SET`, nil where it is unset or empty.
        package let requested: String?
        /// False where the value is unknown, or names what this processor does not have: the best is used then.
        package var isAsRequested: Bool { requested.map { $0 == kernels.name } ?? true }

        package init(requested: String?) {
            let requested = requested.flatMap { $0.isEmpty ? nil : $0 }
            self.requested = requested
            self.kernels = requested.flatMap(Kernels.named) ?? Kernels(table: sluice_kernels_best())
        }
    }

    /// The choice made at start-up: `SLUICE_INSTRUCTION_SET`, or else the best there is.
    package static let choice = Choice(requested: getenv("SLUICE_INSTRUCTION_SET").map { String(cString: $0) })

    /// Runs `body`, and in it every kernel, with denormals as zero: many small kernels are faster so, since each need
    /// not set the mode and set it back. What `body` computes itself is computed so too.
    @inline(__always)
    package static func withDenormalsAsZero<Result>(_ body: () -> Result) -> Result {
        let before = sluice_floating_point_enter()
        defer { sluice_floating_point_leave(before) }
        return body()
    }

    /// Asks for floats to be brought near that will be read and written soon: for rows that lie anywhere.
    @inline(__always)
    package static func prefetch(_ start: Source, _ count: Int) { sluice_prefetch(start, count) }

    /// How many rows ahead they are asked for.
    package static let prefetchDistance = 6

    /// The kernels that this process computes with. "The same bits" holds among processes with the same kernels.
    package static let active = choice.kernels
}

// MARK: - Matrix products

extension Kernels {
    package typealias Source = UnsafePointer<Float>
    package typealias Target = UnsafeMutablePointer<Float>

    /// The floats that `pack` writes for a (k, n) matrix.
    @inline(__always)
    package func packedCount(k: Int, n: Int) -> Int { table.pointee.packed_count(k, n) }

    /// Packs B (k, n), or the transpose of B (n, k), for `multiplyPacked`.
    @inline(__always)
    package func pack(_ packed: Target, _ b: Source, stride: Int, k: Int, n: Int, transposed: Bool = false) {
        table.pointee.pack(packed, b, stride, k, n, transposed ? 1 : 0)
    }

    /// C (m, n) = A (m, k) · B, or C += A · B.
    @inline(__always)
    package func multiplyPacked(
        _ c: Target, stride ldc: Int, _ a: Source, stride lda: Int, packed: Source, m: Int, n: Int, k: Int,
        accumulate: Bool = false
    ) {
        table.pointee.multiply_packed(c, ldc, a, lda, packed, m, n, k, accumulate ? 1 : 0)
    }

    /// C (m, n) = A (m, k) · B + bias (n) in every row.
    @inline(__always)
    package func multiplyPacked(
        _ c: Target, stride ldc: Int, _ a: Source, stride lda: Int, packed: Source, bias: Source, m: Int, n: Int,
        k: Int
    ) {
        table.pointee.multiply_packed_bias(c, ldc, a, lda, packed, bias, m, n, k)
    }

    /// C (m, n) += Aᵀ · B, with A (k, m) and B (k, n).
    @inline(__always)
    package func multiplyTransposed(
        _ c: Target, stride ldc: Int, _ a: Source, stride lda: Int, _ b: Source, stride ldb: Int, m: Int, n: Int,
        k: Int
    ) {
        table.pointee.multiply_transposed(c, ldc, a, lda, b, ldb, m, n, k)
    }
}

// MARK: - Recurrent cells over a batch

extension Kernels {
    /// gates (r, 4u): before activation in, activated out. cell, hidden (r, u) are written.
    @inline(__always)
    package func lstmForward(
        rows: Int, units: Int, gates: Target, cellBefore: Source, cell: Target, hidden: Target
    ) {
        table.pointee.lstm_cell_forward(rows, units, gates, cellBefore, cell, hidden)
    }

    /// gates: activated. dCell (r, u): ∂L/∂c in, ∂L/∂c₋₁ out. dGates (r, 4u) is written and may be `gates`.
    @inline(__always)
    package func lstmBackward(
        rows: Int, units: Int, gates: Source, cellBefore: Source, cell: Source, dHidden: Source, dCell: Target,
        dGates: Target
    ) {
        table.pointee.lstm_cell_backward(rows, units, gates, cellBefore, cell, dHidden, dCell, dGates)
    }

    /// input (r, 3u): x·W + b₀ in, activated out. recurrent (r, 3u): h₋₁·U + b₁. hidden (r, u) is written.
    @inline(__always)
    package func gruForward(
        rows: Int, units: Int, input: Target, recurrent: Source, hiddenBefore: Source, hidden: Target
    ) {
        table.pointee.gru_cell_forward(rows, units, input, recurrent, hiddenBefore, hidden)
    }

    /// dHidden (r, u): ∂L/∂h in, its direct part of ∂L/∂h₋₁ out. dInput, dRecurrent (r, 3u) are written.
    @inline(__always)
    package func gruBackward(
        rows: Int, units: Int, gates: Source, recurrent: Source, hiddenBefore: Source, dHidden: Target,
        dInput: Target, dRecurrent: Target
    ) {
        table.pointee.gru_cell_backward(rows, units, gates, recurrent, hiddenBefore, dHidden, dInput, dRecurrent)
    }
}

// MARK: - Vectors

extension Kernels {
    @inline(__always)
    package func tanh(_ n: Int, _ x: Source, into y: Target) { table.pointee.tanh(n, x, y) }
    @inline(__always)
    package func sigmoid(_ n: Int, _ x: Source, into y: Target) { table.pointee.sigmoid(n, x, y) }
    /// d *= 1 − y²
    @inline(__always)
    package func tanhBackward(_ n: Int, _ y: Source, _ d: Target) { table.pointee.tanh_backward(n, y, d) }
    /// d *= y·(1 − y)
    @inline(__always)
    package func sigmoidBackward(_ n: Int, _ y: Source, _ d: Target) { table.pointee.sigmoid_backward(n, y, d) }
    /// y += x
    @inline(__always)
    package func add(_ n: Int, _ x: Source, to y: Target) { table.pointee.add(n, x, y) }
    /// y *= x
    @inline(__always)
    package func multiply(_ n: Int, _ x: Source, into y: Target) { table.pointee.multiply(n, x, y) }
    /// y *= factor
    @inline(__always)
    package func scale(_ n: Int, by factor: Float, _ y: Target) { table.pointee.scale(n, factor, y) }
    /// y += factor · x
    @inline(__always)
    package func multiplyAdd(_ n: Int, _ factor: Float, _ x: Source, to y: Target) {
        table.pointee.multiply_add(n, factor, x, y)
    }
    @inline(__always)
    package func dot(_ n: Int, _ x: Source, _ y: Source) -> Float { table.pointee.dot(n, x, y) }
    /// −∞ where n is 0.
    @inline(__always)
    package func largest(_ n: Int, _ x: Source) -> Float { table.pointee.largest(n, x) }
    /// y = exp(x − shift), for differences of at most 88; returns the sum of y.
    @inline(__always)
    package func exponentials(_ n: Int, minus shift: Float, _ x: Source, into y: Target) -> Double {
        table.pointee.exponentials(n, shift, x, y)
    }
    @inline(__always)
    package func sumOfSquares(_ n: Int, _ x: Source) -> Double { table.pointee.sum_of_squares(n, x) }
    /// sum (n) += the rows of x (r, n).
    @inline(__always)
    package func sumRows(rows: Int, _ n: Int, _ x: Source, into sum: Target) {
        table.pointee.sum_rows(rows, n, x, sum)
    }
    /// y = max(y, x)
    @inline(__always)
    package func maximum(_ n: Int, _ x: Source, into y: Target) { table.pointee.maximum(n, x, y) }
}

// MARK: - Embedding, word vectors and optimisers

extension Kernels {
    /// out (d) = Σ table[ids[i]]; the ids must be rows of the table.
    @inline(__always)
    package func gatherSum(_ d: Int, rows: Source, ids: UnsafePointer<Int32>, count: Int, into out: Target) {
        table.pointee.gather_sum(d, rows, ids, count, out)
    }

    /// out (d) = Σ scales[ids[i]] · table[ids[i]]; the ids must be rows of the table.
    @inline(__always)
    package func gatherSum(
        _ d: Int, rows: UnsafePointer<Int8>, scales: Source, ids: UnsafePointer<Int32>, count: Int,
        into out: Target
    ) {
        table.pointee.gather_sum_int8(d, rows, scales, ids, count, out)
    }

    /// How many targets a step of `negativeSampling` has at most.
    package static let samplingTargets = Int(SLUICE_SAMPLING_TARGETS)

    /// errors (inputs, targets) = rate·(label − σ(x·w)), label 1 for the first `right` targets and 0 for the others;
    /// then x += Σ errors·w, w += Σ errors·x, both of the rows (d) before.
    @inline(__always)
    package func negativeSampling(
        _ d: Int, inputs: Int, _ x: UnsafePointer<Target>, targets: Int, right: Int, _ w: UnsafePointer<Target>,
        rate: Float, errors: Target
    ) {
        table.pointee.negative_sampling(d, inputs, x, targets, right, w, rate, errors)
    }

    /// Keras's Adam on n weights; alpha = lr·√(1−β₂ᵗ)/(1−β₁ᵗ).
    @inline(__always)
    package func adam(
        _ n: Int, weights: Target, gradient: Source, m: Target, v: Target, gradientScale: Float, alpha: Float,
        beta1: Float, beta2: Float, epsilon: Float
    ) {
        table.pointee.adam(n, weights, gradient, m, v, gradientScale, alpha, beta1, beta2, epsilon)
    }

    /// What Adam does in steps whose gradients are 0: w = w·keep − move·m/(√v + epsilon); m *= first; v *= second.
    @inline(__always)
    package func adamIdle(
        _ n: Int, weights: Target, m: Target, v: Target, keep: Float, move: Float, epsilon: Float, first: Float,
        second: Float
    ) {
        table.pointee.adam_idle(n, weights, m, v, keep, move, epsilon, first, second)
    }

    /// Keras's RMSprop on n weights, not centred and without momentum.
    @inline(__always)
    package func rmsprop(
        _ n: Int, weights: Target, gradient: Source, v: Target, gradientScale: Float, rate: Float, rho: Float,
        epsilon: Float
    ) {
        table.pointee.rmsprop(n, weights, gradient, v, gradientScale, rate, rho, epsilon)
    }
}
