package import Numerics

/// Where an optimiser takes weights on given gradients: for comparison with other implementations.
package struct UpdateTrajectory {
    package var optimiser: Optimiser
    package var rate: Float
    package var clipping: Clipping?
    package var weightDecay: Float = 0
    package var threads = 1
    /// Whether rows that a step does not touch are brought up to date after each step, or after the last alone.
    package var settlesEachStep = true
    package var kernels = Kernels.active

    package init(_ optimiser: Optimiser = .adam(), rate: Float) {
        self.optimiser = optimiser
        self.rate = rate
    }

    /// The dense gradient, and the rows of the table that were touched with their gradients.
    package typealias Step = (dense: [Float], rows: [(row: Int32, gradient: [Float])])

    /// `dense` weights and a table (entries, dimension). Returns both after each step.
    package func weights(
        dense: [Float], table: [Float], dimension: Int,
        steps: [Step]
    ) -> [(dense: [Float], table: [Float])] {
        let layout = ParameterLayout(
            denseCount: dense.count, entries: table.count / max(dimension, 1), dimension: dimension)
        let parameters = NetworkParameters(
            layout,
            [
                "dense/kernel": Tensor(shape: [dense.count], values: .float32(dense)),
                "embedding/embeddings": Tensor(shape: [layout.entries, dimension], values: .float32(table)),
            ])
        let gradient = GradientSum(kernels, layout, clipping: clipping)
        let updates = WeightUpdates(kernels, layout, optimiser, weightDecay: weightDecay, gradient: gradient)
        let pool = WorkerPool(threads: threads)
        let noRow = Scratch<Int32>(1)
        return steps.enumerated().map { index, step in
            let touched = step.rows.map(\.row)
            let rows = step.rows.flatMap(\.gradient)
            step.dense.withUnsafeBufferPointer { dense in
                touched.withUnsafeBufferPointer { touched in
                    rows.withUnsafeBufferPointer { rows in
                        // An empty array may have no address, and none of these are read then.
                        let nothing = parameters.dense.start
                        let part = GradientPart(
                            dense: dense.baseAddress ?? ConstantFloats(nothing),
                            touched: touched.baseAddress ?? UnsafePointer(noRow.start), touchedCount: touched.count,
                            rows: rows.baseAddress ?? ConstantFloats(nothing))
                        updates.catchUp([touched], of: parameters, on: pool)
                        _ = gradient.reduce([part], on: pool)
                        updates.update(parameters, with: gradient, rate: rate, on: pool)
                        if settlesEachStep || index == steps.count - 1 { updates.settle(parameters, on: pool) }
                    }
                }
            }
            func copy(_ scratch: Scratch<Float>, _ count: Int) -> [Float] {
                Array(UnsafeBufferPointer(start: scratch.start, count: count))
            }
            return (copy(parameters.dense, dense.count), copy(parameters.table, table.count))
        }
    }
}
