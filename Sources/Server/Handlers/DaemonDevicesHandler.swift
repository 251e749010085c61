import JSONRPC
import Numerics
import ServerProtocol

enum DaemonDevicesHandler: Handler {
    typealias Method = DaemonDevices

    /// A driver may take its time to wake.
    static func intent(_ parameters: NoParameters, _ server: SluiceServer) -> Intent { .work }

    static func answer(
        _ parameters: NoParameters, _ context: RequestContext
    ) throws(ResponseError) -> DaemonDevices.Result {
        let cpu = DaemonDevices.CPU(
            model: Processor.model, architecture: Processor.architecture, cores: Processor.usableCores,
            instructionSet: Kernels.active.name, instructionSets: Kernels.available.map(\.name))
        var result = DaemonDevices.Result(
            cpu: cpu, totalMemory: MachineMemory.size ?? 0, availableMemory: Memory.available, gpus: [], gpuReason: nil)
        switch NVIDIADevices.find() {
        case .success(let gpus): result.gpus = gpus
        case .failure(let absence): result.gpuReason = absence.reason
        }
        return result
    }
}
