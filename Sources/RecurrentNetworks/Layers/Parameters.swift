import Numerics

/// Where the weights of a network lie while it trains: the embedding's table on its own, since a batch touches few
/// of its rows, and all others one after another in one array, so that an optimiser sees two arrays and no more.
struct ParameterLayout: Sendable {
    /// The table's rows and columns.
    let entries: Int
    let dimension: Int
    let tableName: String
    /// The floats of all other weights together.
    let denseCount: Int
    /// Name, first float and floats, in the order of the layers.
    let dense: [(name: String, offset: Int, count: Int)]

    init(_ plan: NetworkPlan) {
        var dense: [(name: String, offset: Int, count: Int)] = []
        var offset = 0
        var table = WeightPlan(name: "", shape: [0, 0])
        for weight in plan.weights {
            if weight.name.hasSuffix("/embeddings") {
                table = weight
            } else {
                dense.append((weight.name, offset, weight.count))
                offset += weight.count
            }
        }
        entries = table.shape[0]
        dimension = table.shape[1]
        tableName = table.name
        denseCount = offset
        self.dense = dense
    }

    /// One dense weight and a table.
    init(denseCount: Int, entries: Int, dimension: Int) {
        self.entries = entries
        self.dimension = dimension
        tableName = "embedding/embeddings"
        self.denseCount = denseCount
        dense = [("dense/kernel", 0, denseCount)]
    }

    func offset(of name: String) -> Int { dense.first { $0.name == name }?.offset ?? 0 }
}

/// A weight matrix in the form that products read, packed anew from the parameters after each step.
final class PackedMatrix {
    private let offset: Int
    private let stride: Int
    private let k: Int
    private let n: Int
    private let transposed: Bool
    private let kernels: Kernels
    private let buffer: Scratch<Float>

    /// The (k, n) matrix that starts at `offset` of the dense parameters, or the transpose of the (n, k) one.
    init(_ kernels: Kernels, offset: Int, stride: Int, k: Int, n: Int, transposed: Bool = false) {
        self.kernels = kernels
        self.offset = offset
        self.stride = stride
        self.k = k
        self.n = n
        self.transposed = transposed
        buffer = Scratch(kernels.packedCount(k: k, n: n))
    }

    /// `dense` are the dense parameters from the one at `first` on.
    func refresh(from dense: ConstantFloats, first: Int = 0) {
        kernels.pack(buffer.start, dense + (offset - first), stride: stride, k: k, n: n, transposed: transposed)
    }

    /// C (m, n) = A (m, k) · B, or C += A · B.
    func multiply(
        _ c: Floats, stride ldc: Int, _ a: ConstantFloats, stride lda: Int, rows: Int, accumulate: Bool = false
    ) {
        kernels.multiplyPacked(
            c, stride: ldc, a, stride: lda, packed: buffer.start, m: rows, n: n, k: k, accumulate: accumulate)
    }

    /// C (m, n) = A (m, k) · B + bias (n) in every row, where there is a bias.
    func multiply(
        _ c: Floats, stride ldc: Int, _ a: ConstantFloats, stride lda: Int, bias: ConstantFloats?, rows: Int
    ) {
        guard let bias else { return multiply(c, stride: ldc, a, stride: lda, rows: rows) }
        kernels.multiplyPacked(
            c, stride: ldc, a, stride: lda, packed: buffer.start, bias: bias, m: rows, n: n, k: k)
    }
}

/// What the layers of one shard share during one batch.
final class ShardContext {
    let kernels: Kernels
    let layout: ParameterLayout
    let batch = PackedBatch()
    /// (denseCount) and (entries, dimension): the weights, read only.
    var dense: ConstantFloats
    var table: ConstantFloats
    /// (denseCount): the shard's part of the gradient.
    let gradient: Scratch<Float>
    /// Dropout works only while training.
    var training = false
    /// False where the gradient of the input is all that is wanted: recurrent and Dense layers then leave out theirs.
    var wantsWeightGradients = true
    /// False where nobody reads the gradient of the numbers that the first layer reads: that layer then leaves it out.
    var wantsInputGradient = true
    /// See `TrainingOptions`.
    var truncation: Int?
    /// What the random numbers of this batch and shard are keyed by, beside the layer.
    var key: (seed: UInt64, step: UInt64, shard: UInt64) = (0, 0, 0)

    init(_ kernels: Kernels, layout: ParameterLayout, dense: ConstantFloats, table: ConstantFloats) {
        self.kernels = kernels
        self.layout = layout
        self.dense = dense
        self.table = table
        gradient = Scratch(layout.denseCount)
    }

    /// For other rows of the same shard: it adds to the same gradient.
    init(beside other: ShardContext) {
        kernels = other.kernels
        layout = other.layout
        dense = other.dense
        table = other.table
        gradient = other.gradient
    }

    enum Purpose: UInt64 {
        case dropout = 0xD0
        case recurrentInputs, recurrentStates
    }

    /// `part` tells layers and directions apart.
    func stream(_ purpose: Purpose, _ part: Int) -> RandomStream {
        RandomStream(key.seed, purpose.rawValue, key.step, key.shard, UInt64(truncatingIfNeeded: part))
    }

    /// The rows of a value of this shape: places of a sequence, rows of a vector.
    func rows(of shape: LayerShape) -> Int { shape.isSequence ? batch.places : batch.rows }
}

/// A layer at work on one shard. Values are (places, features) for a sequence and (rows, features) for a vector;
/// what a layer returns is its own memory, good until its next call.
protocol ShardLayer: AnyObject {
    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats
    /// Takes ∂L/∂output (and may overwrite it), adds to the context's gradient, returns ∂L/∂input.
    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats
    /// What is recurrent in it.
    var runs: [RecurrentRun] { get }
}

extension ShardLayer {
    var runs: [RecurrentRun] { [] }
}
