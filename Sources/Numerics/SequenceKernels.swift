import CKernels

// Whole sequences, batch 1. "Arranged", U and the layouts are those of the section on them in `CKernels.h`.
extension Kernels {
    /// The units of a vector: U is a number of units rounded up to a multiple of it.
    package var lanes: Int { table.pointee.lanes }

    /// out (rows, g·U), arranged, from values (rows, g·units).
    package func arrangeGates(_ out: Target, _ values: Source, rows: Int, gates: Int, units: Int) {
        table.pointee.arrange_gates(out, values, rows, gates, units)
    }

    /// The floats that `packRecurrent` writes.
    package func recurrentCount(gates: Int, units: Int) -> Int { table.pointee.recurrent_count(gates, units) }

    /// Packs a recurrent kernel (units, g·units).
    package func packRecurrent(_ packed: Target, _ recurrent: Source, gates: Int, units: Int) {
        table.pointee.pack_recurrent(packed, recurrent, gates, units)
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

        package init(
            count: Int, units: Int, input: Source, inputStride: Int, hidden: Target, outputs: Target?,
            outputStride: Int
        ) {
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
        table.pointee.lstm_sequence(
            steps.count, steps.units, packed, steps.input, steps.inputStride, steps.hidden, cell, steps.outputs,
            steps.outputStride)
    }

    /// Reset after the product; recurrentBias (3·U), arranged.
    package func gru(_ steps: Steps, packed: Source, recurrentBias: Source) {
        table.pointee.gru_sequence(
            steps.count, steps.units, packed, recurrentBias, steps.input, steps.inputStride, steps.hidden,
            steps.outputs, steps.outputStride)
    }

    /// Reset before the product: z and r are packed apart from the candidate; scratch (2·U).
    package func gruResetBefore(
        _ steps: Steps, packedGates: Source, packedCandidate: Source, scratch: Target
    ) {
        table.pointee.gru_reset_before_sequence(
            steps.count, steps.units, packedGates, packedCandidate, steps.input, steps.inputStride, steps.hidden,
            scratch, steps.outputs, steps.outputStride)
    }

    package func simpleRNN(_ steps: Steps, packed: Source) {
        table.pointee.simple_rnn_sequence(
            steps.count, steps.units, packed, steps.input, steps.inputStride, steps.hidden, steps.outputs,
            steps.outputStride)
    }
}
