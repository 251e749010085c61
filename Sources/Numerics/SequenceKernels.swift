import CKernels

// Whole sequences, batch 1. "Arranged", U and the layouts are those of the section on them in `CKernels.h`.
extension Kernels {
    /// The units of a vector: U is a number of units rounded up to a multiple of it.
    package var lanes: Int { table.pointee.lanes }

    /// out (rows, g·U), arranged, from values (rows, g·units).
    package func arrangeGates(_ out: Target, _ values: Source, rows: Int, gates: Int, units: Int) {
        table.pointee.arrange_gates(out, values, rows, gates, units)
    }

    /// What the products of a sequence are computed in.
    package enum Precision: Sendable {
        case float32
        /// Weights, inputs and states rounded to 8 bits, sums exact: a quarter of the memory, and faster. For sizes
        /// below `Kernels.int8Limit`.
        case int8
    }

    /// So many products of 8 bits may be added in 32.
    package static let int8Limit = 1 << 16

    /// The floats of memory that `packRecurrent` fills.
    package func recurrentCount(gates: Int, units: Int, _ precision: Precision) -> Int {
        switch precision {
        case .float32: table.pointee.recurrent_count(gates, units)
        case .int8: (table.pointee.int8_bytes(units, gates, units) + 3) / 4
        }
    }

    /// Packs a recurrent kernel (units, g·units).
    package func packRecurrent(
        _ packed: Target, _ recurrent: Source, gates: Int, units: Int, _ precision: Precision
    ) {
        switch precision {
        case .float32: table.pointee.pack_recurrent(packed, recurrent, gates, units)
        case .int8: table.pointee.pack_int8(packed, recurrent, units, gates, units)
        }
    }

    /// The floats of memory that `packInput8` fills.
    package func input8Count(features: Int, gates: Int, units: Int) -> Int {
        (table.pointee.int8_bytes(features, gates, units) + 3) / 4
    }

    /// Packs a kernel (features, g·units) in 8 bits.
    package func packInput8(_ packed: Target, _ kernel: Source, features: Int, gates: Int, units: Int) {
        table.pointee.pack_int8(packed, kernel, features, gates, units)
    }

    /// out (rows, g·U) = x (rows, features) · W + bias, arranged, W in 8 bits.
    package func multiplyInput8(
        _ out: Target, _ x: Source, stride: Int, packed: Source, bias: Source, rows: Int, features: Int, gates: Int,
        units: Int
    ) {
        table.pointee.multiply_int8(out, x, stride, packed, bias, rows, features, gates, units)
    }

    /// The steps of a sequence as the kernels see them: where the first is, and the floats to the next. The state is
    /// all that one call hands to the next: a sequence in pieces gives the bits of the whole.
    package struct Steps {
        package var count: Int
        package var units: Int
        /// x·W + b of the first step, arranged.
        package var input: Source
        package var inputStride: Int
        /// hidden (2·U): the state, then scratch.
        package var hidden: Target
        /// The output row of the first step, or nil.
        package var outputs: Target?
        package var outputStride: Int
        /// What the recurrent kernel was packed for.
        package var precision: Precision

        package init(
            count: Int, units: Int, input: Source, inputStride: Int, hidden: Target, outputs: Target?,
            outputStride: Int, precision: Precision
        ) {
            self.precision = precision
            self.count = count
            self.units = units
            self.input = input
            self.inputStride = inputStride
            self.hidden = hidden
            self.outputs = outputs
            self.outputStride = outputStride
        }
    }

    /// cell (U): the second state, before and after.
    package func lstm(_ steps: Steps, packed: Source, cell: Target) {
        let run = steps.precision == .int8 ? table.pointee.lstm_sequence_int8 : table.pointee.lstm_sequence
        run(
            steps.count, steps.units, packed, steps.input, steps.inputStride, steps.hidden, cell, steps.outputs,
            steps.outputStride)
    }

    /// Reset after the product; recurrentBias (3·U), arranged.
    package func gru(_ steps: Steps, packed: Source, recurrentBias: Source) {
        let run = steps.precision == .int8 ? table.pointee.gru_sequence_int8 : table.pointee.gru_sequence
        run(
            steps.count, steps.units, packed, recurrentBias, steps.input, steps.inputStride, steps.hidden,
            steps.outputs, steps.outputStride)
    }

    /// Reset before the product: z and r are packed apart from the candidate; scratch (2·U).
    package func gruResetBefore(
        _ steps: Steps, packedGates: Source, packedCandidate: Source, scratch: Target
    ) {
        let run =
            steps.precision == .int8
            ? table.pointee.gru_reset_before_sequence_int8 : table.pointee.gru_reset_before_sequence
        run(
            steps.count, steps.units, packedGates, packedCandidate, steps.input, steps.inputStride, steps.hidden,
            scratch, steps.outputs, steps.outputStride)
    }

    package func simpleRNN(_ steps: Steps, packed: Source) {
        let run = steps.precision == .int8 ? table.pointee.simple_rnn_sequence_int8 : table.pointee.simple_rnn_sequence
        run(
            steps.count, steps.units, packed, steps.input, steps.inputStride, steps.hidden, steps.outputs,
            steps.outputStride)
    }

    /// One step of several rows, each with the bits of its sequence alone, in float32.
    package struct Rows {
        package var count: Int
        package var units: Int
        /// (rows) where each row's x·W + b lies, arranged.
        package var inputs: UnsafePointer<Source>
        /// (rows, U): the state.
        package var before: Source
        package var after: Target

        package init(count: Int, units: Int, inputs: UnsafePointer<Source>, before: Source, after: Target) {
            self.count = count
            self.units = units
            self.inputs = inputs
            self.before = before
            self.after = after
        }
    }

    /// cell (rows, U): in and out.
    package func lstm(_ rows: Rows, packed: Source, cell: Target) {
        table.pointee.lstm_rows(rows.count, rows.units, packed, rows.inputs, rows.before, rows.after, cell)
    }

    /// Reset after the product; recurrentBias (3·U), arranged.
    package func gru(_ rows: Rows, packed: Source, recurrentBias: Source) {
        table.pointee.gru_rows(
            rows.count, rows.units, packed, recurrentBias, rows.inputs, rows.before, rows.after)
    }

    package func simpleRNN(_ rows: Rows, packed: Source) {
        table.pointee.simple_rnn_rows(rows.count, rows.units, packed, rows.inputs, rows.before, rows.after)
    }
}
