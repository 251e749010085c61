import Numerics

/// ids → (places, D): the sum of the rows of each step's ids. Its gradient is kept by touched row.
///
/// Dropout takes whole rows of the table (Gal, Ghahramani 2016): an id is drawn once a batch, alike in every shard.
final class EmbeddingLayer {
    private let kernels: Kernels
    private let output = Scratch<Float>()
    /// (entries) where a row's gradient lies, −1 for the rows this batch has not touched.
    private let slots: Scratch<Int32>
    /// (touchedCount) the rows touched, in the order in which they first came.
    let touched = Scratch<Int32>()
    private(set) var touchedCount = 0
    /// (touchedCount, D)
    let gradient = Scratch<Float>()
    private let dropout: Float
    /// The ids of the places that are kept, and where those of each place begin.
    private let kept = Scratch<Int32>()
    private let keptStart = Scratch<Int32>()
    private var drops = false

    init(_ kernels: Kernels, layout: ParameterLayout, dropout: Float) {
        self.kernels = kernels
        self.dropout = dropout
        slots = Scratch(layout.entries)
        slots.start.update(repeating: -1, count: layout.entries)
    }

    func forward(_ context: ShardContext) -> Floats {
        let batch = context.batch
        let d = context.layout.dimension
        let x = output.room(for: batch.places * d)
        drops = context.training && dropout > 0
        if drops { keepIds(context) }
        let (starts, ids) = keptIds(batch)
        let all = Int(starts[batch.places])
        for place in 0..<batch.places {
            let first = Int(starts[place])
            let ahead = first + Kernels.prefetchDistance
            if ahead < all { Kernels.prefetch(context.table + Int(ids[ahead]) * d, d) }
            kernels.gatherSum(
                d, rows: context.table, ids: ids + first, count: Int(starts[place + 1]) - first, into: x + place * d)
        }
        if drops { kernels.scale(batch.places * d, by: 1 / (1 - dropout), x) }
        return x
    }

    private func keptIds(_ batch: PackedBatch) -> (starts: UnsafePointer<Int32>, ids: UnsafePointer<Int32>) {
        drops
            ? (UnsafePointer(keptStart.start), UnsafePointer(kept.start))
            : (UnsafePointer(batch.idStart.start), UnsafePointer(batch.ids.start))
    }

    private func keepIds(_ context: ShardContext) {
        let batch = context.batch
        let (seed, step, _) = context.key
        let threshold = DropoutFactors.threshold(of: dropout)
        let (ids, starts) = (kept.room(for: batch.allIds.count), keptStart.room(for: batch.places + 1))
        var count = 0
        for place in 0..<batch.places {
            starts[place] = Int32(truncatingIfNeeded: count)
            for i in Int(batch.idStart.start[place])..<Int(batch.idStart.start[place + 1]) {
                let id = batch.ids.start[i]
                var stream = RandomStream(seed, 0xD4, step, UInt64(truncatingIfNeeded: id))
                guard stream.next() & 0xFFFF >= threshold else { continue }
                ids[count] = id
                count += 1
            }
        }
        starts[batch.places] = Int32(truncatingIfNeeded: count)
    }

    func backward(_ context: ShardContext, _ dOutput: ConstantFloats) {
        let batch = context.batch
        let d = context.layout.dimension
        let (starts, ids) = keptIds(batch)
        for i in 0..<touchedCount { slots.start[Int(touched.start[i])] = -1 }
        let all = Int(starts[batch.places])
        touched.room(for: all)
        let g = gradient.room(for: min(all, context.layout.entries) * d)
        var count = 0
        for place in 0..<batch.places {
            let from = dOutput + place * d
            for i in Int(starts[place])..<Int(starts[place + 1]) {
                let id = Int(ids[i])
                let slot = slots.start[id]
                if slot < 0 {
                    slots.start[id] = Int32(truncatingIfNeeded: count)
                    touched.start[count] = ids[i]
                    (g + count * d).update(from: from, count: d)
                    count += 1
                } else {
                    kernels.add(d, from, to: g + Int(slot) * d)
                }
            }
        }
        touchedCount = count
        if drops { kernels.scale(count * d, by: 1 / (1 - dropout), g) }
    }
}

/// Maximum, mean, last and attention over the unmasked steps of each row; 0 where there are none.
final class PoolingLayer: ShardLayer {
    private let modes: [PoolingMode]
    private let features: Int
    private let kernels: Kernels
    private let output = Scratch<Float>()
    private let dInput = Scratch<Float>()
    /// (rows, D) the place of the maximum.
    private let best = Scratch<Int32>()
    /// (rows) the unmasked steps, and the place of the last of them.
    private let counts = Scratch<Int32>()
    private let last = Scratch<Int32>()
    private let attention: AttentionPool
    private var x: ConstantFloats

    init(_ kernels: Kernels, name: String, modes: [PoolingMode], features: Int, layout: ParameterLayout) {
        self.kernels = kernels
        self.modes = modes
        self.features = features
        attention = AttentionPool(kernels, features: features, offset: layout.offset(of: name + "/attention"))
        x = ConstantFloats(output.start)
    }

    func forward(_ context: ShardContext, _ input: ConstantFloats) -> Floats {
        let batch = context.batch
        let width = modes.count * features
        x = input
        let y = output.zeros(batch.rows * width)
        count(batch)
        for (m, mode) in modes.enumerated() {
            switch mode {
            case .max: maximum(batch, input, y + m * features, stride: width)
            case .mean:
                batch.eachValid { row, place in
                    kernels.add(features, input + place * features, to: y + row * width + m * features)
                }
                for row in 0..<batch.rows where counts.start[row] > 0 {
                    kernels.scale(features, by: 1 / Float(counts.start[row]), y + row * width + m * features)
                }
            case .last:
                for row in 0..<batch.rows where counts.start[row] > 0 {
                    (y + row * width + m * features).update(
                        from: input + Int(last.start[row]) * features, count: features)
                }
            case .attention: attention.forward(context, input, to: y + m * features, stride: width)
            }
        }
        return y
    }

    func backward(_ context: ShardContext, _ dOutput: Floats) -> Floats {
        let batch = context.batch
        let width = modes.count * features
        let dx = dInput.zeros(batch.places * features)
        for (m, mode) in modes.enumerated() {
            let d = dOutput + m * features
            switch mode {
            case .max:
                for row in 0..<batch.rows where counts.start[row] > 0 {
                    let (places, from) = (best.start + row * features, d + row * width)
                    for i in 0..<features { dx[Int(places[i]) * features + i] += from[i] }
                }
            case .mean:
                for row in 0..<batch.rows where counts.start[row] > 0 {
                    kernels.scale(features, by: 1 / Float(counts.start[row]), d + row * width)
                }
                batch.eachValid { row, place in
                    kernels.add(features, d + row * width, to: dx + place * features)
                }
            case .last:
                for row in 0..<batch.rows where counts.start[row] > 0 {
                    kernels.add(features, d + row * width, to: dx + Int(last.start[row]) * features)
                }
            case .attention: attention.backward(context, x, d, stride: width, to: dx)
            }
        }
        return dx
    }

    private func count(_ batch: PackedBatch) {
        let (n, l) = (counts.room(for: batch.rows), last.room(for: batch.rows))
        n.update(repeating: 0, count: batch.rows)
        batch.eachValid { row, place in
            n[row] += 1
            l[row] = Int32(truncatingIfNeeded: place)
        }
    }

    private func maximum(_ batch: PackedBatch, _ input: ConstantFloats, _ y: Floats, stride: Int) {
        let b = best.room(for: batch.rows * features)
        for row in 0..<batch.rows where counts.start[row] > 0 {
            (y + row * stride).update(repeating: -.infinity, count: features)
            // Nothing is greater where a value is no number: the place must be one all the same.
            (b + row * features).update(repeating: last.start[row], count: features)
        }
        batch.eachValid { row, place in
            let (x, top, at) = (input + place * features, y + row * stride, b + row * features)
            let here = Int32(truncatingIfNeeded: place)
            let eights = features & ~7
            var i = 0
            while i < eights {
                let greater = x.load8(i) .> top.load8(i)
                top.store8(top.load8(i).replacing(with: x.load8(i), where: greater), i)
                let places = UnsafeMutableRawPointer(at + i)
                let old = places.loadUnaligned(as: SIMD8<Int32>.self)
                places.storeBytes(of: old.replacing(with: here, where: greater), as: SIMD8<Int32>.self)
                i += 8
            }
            for i in eights..<features where x[i] > top[i] {
                top[i] = x[i]
                at[i] = here
            }
        }
    }
}
