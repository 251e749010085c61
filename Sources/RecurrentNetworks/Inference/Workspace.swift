import Numerics
import Synchronization

/// The memory that one sequence needs on its way through the layers.
final class Workspace {
    /// Floats, for each step or for each sequence, that the widest of the layers needs.
    struct Requirements: Sendable {
        /// Of each step, in and out.
        var features = 1
        /// Of each step of a block: x·W + b.
        var projection = 0
        /// Of all the states of a layer, padded.
        var state = 0
    }

    /// The steps whose x·W + b is computed at a time: a block stays in the second-level cache.
    static let block = 256

    let steps: Int
    /// (steps, features): what a layer reads and what it writes; they change places from layer to layer.
    private var read, written: AlignedBuffer
    /// (steps, features): the steps that count, together.
    private let together: AlignedBuffer
    /// (block, projection)
    let projection: AlignedBuffer
    let state: AlignedBuffer
    /// (steps): 1 where a step counts.
    let mask: UnsafeMutablePointer<UInt8>
    /// (steps): ids without gaps, where a table of products is indexed by them.
    let ids: UnsafeMutablePointer<Int32>

    init(_ requirements: Requirements, steps: Int) {
        self.steps = max(1, steps)
        let count = self.steps * requirements.features
        read = AlignedBuffer(count: count)
        written = AlignedBuffer(count: count)
        together = AlignedBuffer(count: count)
        projection = AlignedBuffer(count: min(self.steps, Self.block) * requirements.projection)
        state = AlignedBuffer(count: requirements.state)
        mask = .allocate(capacity: self.steps)
        mask.initialize(repeating: 1, count: self.steps)
        ids = .allocate(capacity: self.steps)
        ids.initialize(repeating: 0, count: self.steps)
    }

    deinit {
        mask.deallocate()
        ids.deallocate()
    }

    var input: UnsafeMutablePointer<Float> { read.pointer }
    var output: UnsafeMutablePointer<Float> { written.pointer }
    var gathered: UnsafeMutablePointer<Float> { together.pointer }

    /// What was written is read next.
    func turn() {
        swap(&read, &written)
    }
}

/// Workspaces that are used again, as many as there are threads at the same time.
final class WorkspacePool: Sendable {
    /// A longer sequence's workspace is let go: one long text must not hold memory for ever.
    private static let longestKept = 2048

    /// A workspace is used by one thread at a time: by whoever took it.
    private struct Idle: @unchecked Sendable {
        var workspaces: [Workspace] = []
    }

    private let idle = Mutex(Idle())

    /// One that holds `steps`, made where none does.
    func take(_ requirements: Workspace.Requirements, steps: Int) -> Workspace {
        let found = idle.withLock { idle -> Handover in
            guard let last = idle.workspaces.popLast() else { return Handover(workspace: nil) }
            return Handover(workspace: last)
        }
        if let workspace = found.workspace, workspace.steps >= steps { return workspace }
        // Rounded up, so that texts of growing length do not each make one.
        let rounded = steps <= Self.longestKept ? max(64, (steps + 63) / 64 * 64) : steps
        return Workspace(requirements, steps: rounded)
    }

    func giveBack(_ workspace: Workspace) {
        guard workspace.steps <= Self.longestKept else { return }
        let returned = Handover(workspace: workspace)
        idle.withLock { idle in
            if let workspace = returned.workspace { idle.workspaces.append(workspace) }
        }
    }

    /// Carries a workspace in and out of the lock.
    private struct Handover: @unchecked Sendable {
        let workspace: Workspace?
    }
}

extension Workspace.Requirements {
    init(plan: NetworkPlan, stages: [CompiledNetwork.Stage]) {
        self.init()
        features = plan.widest
        for stage in stages {
            switch stage {
            case .recurrent(let layer): add(layer.cell)
            case .bidirectional(let layer):
                add(layer.forward)
                add(layer.backward)
            case .dense, .normalization, .activation, .pooling, .attention: break
            }
        }
    }

    private mutating func add(_ cell: CompiledCell) {
        projection = max(projection, cell.gates * cell.padded)
        state = max(state, cell.stateCount)
    }
}

/// A sequence on its way: rows in `workspace.input`, and which of them count.
struct Flow {
    let steps: Int
    let workspace: Workspace
    /// The steps that count; all of them where nothing is masked.
    var valid: Int
    /// The steps that counted before these.
    var before = 0
    /// Where the next layer that remembers finds its part of a state, and leaves it; nil where layers begin from zero
    /// and nobody goes on.
    var carried: UnsafeMutablePointer<Float>?
    /// (steps of the encoder, features): what a decoder attends to.
    var memory = UnsafeBufferPointer<Float>(start: nil, count: 0)
    /// (steps, steps of the encoder): where a decoder says how much it attends to each; nil where nobody asks.
    var shares: UnsafeMutablePointer<Float>?
    /// Whether a layer that ends the sequence writes a row for every step: what it would be if that were the last.
    var everyStep = false

    init(steps: Int, workspace: Workspace) {
        self.steps = steps
        self.workspace = workspace
        valid = steps
        rows = steps
    }

    var isMasked: Bool { valid < steps }

    /// One row where the sequence has become a vector.
    private(set) var rows: Int

    /// A layer's part of the state, which has `count` floats.
    mutating func takeCarried(_ count: Int) -> UnsafeMutablePointer<Float>? {
        guard let part = carried else { return nil }
        carried = part + count
        return part
    }

    /// Takes what a layer has written as the rows of the next.
    mutating func turn() {
        workspace.turn()
    }

    /// The same where the layer has written one vector.
    mutating func turnToVector() {
        workspace.turn()
        rows = 1
    }

    func answer(_ shape: LayerShape) -> CompiledNetwork.Answer {
        func tensor(_ rows: Int, _ features: Int, from column: Int = 0, stride: Int) -> [Float] {
            [Float](unsafeUninitializedCapacity: rows * features) { target, count in
                guard let start = target.baseAddress else { return }
                for row in 0..<rows {
                    (start + row * features).update(
                        from: workspace.input + row * stride + column, count: features)
                }
                count = rows * features
            }
        }
        switch shape {
        case .ids: return .init(steps: nil, tensors: [])
        case .vector(let features): return .init(steps: nil, tensors: [tensor(1, features, stride: features)])
        case .sequence(let features):
            return .init(steps: steps, tensors: [tensor(steps, features, stride: features)])
        case .vectorPair(let features):
            return .init(
                steps: nil, tensors: [0, features].map { tensor(1, features, from: $0, stride: 2 * features) })
        case .sequencePair(let features):
            return .init(
                steps: steps,
                tensors: [0, features].map { tensor(steps, features, from: $0, stride: 2 * features) })
        }
    }
}
