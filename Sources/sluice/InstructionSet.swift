import Numerics

enum InstructionSet {
    /// Without this a misspelt `SLUICE_INSTRUCTION_SET` would measure, or reproduce, something else than was asked for.
    static func check() throws(Failure) {
        let choice = Kernels.choice
        guard let requested = choice.requested, !choice.isAsRequested else { return }
        throw Failure(
            "SLUICE_INSTRUCTION_SET is '\(requested)', which this processor or build does not have",
            hint: "there is \(Kernels.available.map(\.name).joined(separator: ", ")); unset it for the best of them",
            status: 2)
    }
}
