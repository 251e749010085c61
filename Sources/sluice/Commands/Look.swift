import ArgumentParser
import JSON
import ServerProtocol
import Settings
import TrainingRuns

struct Models: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the models there are.",
        discussion: """
            The daemon lists those that all commands find. Where --models, SLUICE_MODELS or ./sluice.json names \
            folders, which the daemon does not know, the list is made in this process.
            """)

    @Flag(help: "Print the answer of models/list as it is.")
    var json = false

    @Option(help: ArgumentHelp("A folder of models to look in first. May be repeated.", valueName: "folder"))
    var models: [String] = []

    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        let configuration = try Configuration.load()
        let folders = try ModelOptions.folders(models, configuration)
        let endpoint =
            try folders == Configuration.load(workspace: false).models
            ? try daemon.endpoint(configuration) : .inProcess(LocalServer(models: folders, configuration))
        let answer = try endpoint.ask(ModelsList.self, .init())
        if json {
            Output.write(answer.raw.serialized() + [0x0a])
            return
        }
        var table = Table(columns: [.left, .left, .left, .right, .left])
        table.add(["name", "task", "labels", "measured", "source"])
        for model in answer.result.models {
            let labels = model.contents?.labels ?? []
            let shown = labels.prefix(3).joined(separator: ", ") + (labels.count > 3 ? ", … (\(labels.count))" : "")
            // A card lists its figures from the kindest rows to the strictest: validated, held out, without repeats.
            let figure = model.contents?.metrics.last {
                ["accuracy", "f1", "exact_match", "perplexity", "mase"].contains($0.name)
            }
            table.add([
                Output.field(model.name), model.contents?.task ?? "", Output.field(shown),
                figure.map { "\($0.name) \(Quantity.rate($0.value))" } ?? "", model.source,
            ])
        }
        Output.write(table.description)
        for model in answer.result.models {
            if let problem = model.problem { Output.note("\(model.name): \(problem)") }
        }
    }
}

struct Devices: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say what the daemon computes on.")

    @Flag(help: "Print the answer of daemon/devices as it is.")
    var json = false

    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        try InstructionSet.check()
        let answer = try daemon.endpoint(Configuration.load()).ask(DaemonDevices.self, .init())
        if json {
            Output.write(answer.raw.serialized() + [0x0a])
            return
        }
        let (cpu, result) = (answer.result.cpu, answer.result)
        var table = Table(columns: [.left, .left])
        table.add(["CPU", cpu.model])
        table.add(["architecture", cpu.architecture])
        table.add(["cores", String(cpu.cores)])
        table.add(["kernels", "\(cpu.instructionSet) (would work: \(cpu.instructionSets.joined(separator: ", ")))"])
        table.add([
            "memory", "\(Quantity.bytes(result.totalMemory)), \(Quantity.bytes(result.availableMemory)) available",
        ])
        for gpu in result.gpus {
            table.add(["GPU", "\(gpu.name), \(Quantity.bytes(gpu.memory)), driver \(gpu.driver)"])
        }
        if result.gpus.isEmpty { table.add(["GPU", "none: \(result.gpuReason ?? "no reason was given")"]) }
        Output.write(table.description)
    }
}
