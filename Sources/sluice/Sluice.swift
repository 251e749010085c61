import ArgumentParser
import ServerProtocol
import SluiceClient

@main
struct Sluice: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sluice",
        abstract: "Small recurrent text models, kept in memory: trained, served and asked.",
        discussion: """
            Commands ask the user's daemon and start it when it does not run. Answers go to standard output, \
            everything else to standard error. Exit status: 0, 1 when the work failed, 2 for wrong usage.
            """,
        version: "\(BuildIdentity.version) (\(BuildIdentity.current))",
        groupedSubcommands: [
            CommandGroup(
                name: "Asking",
                subcommands: [
                    Classify.self, Explain.self, Analyze.self, Tag.self, Translate.self, Generate.self, Vectorize.self,
                    Similar.self, Analogy.self, Compare.self, Forecast.self, Check.self, Call.self,
                ]),
            CommandGroup(
                name: "Making",
                subcommands: [
                    Train.self, Evaluate.self, Vectors.self, Report.self, Outlier.self, Feedback.self,
                ]),
            CommandGroup(name: "Looking", subcommands: [Models.self, Devices.self, Status.self]),
            CommandGroup(
                name: "Daemon", subcommands: [Serve.self, Lsp.self, Start.self, Stop.self, SocketName.self]),
        ])

    /// Written out because the library's own `main` ends with 64 for wrong usage, and ours is 2.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            failure.report()
            endProcess(failure.status)
        } catch let failure as ClientError {
            Failure(failure).report()
            endProcess(1)
        } catch {
            let code = exitCode(for: error)
            if code.isSuccess {
                Output.write(fullMessage(for: error) + "\n")
                endProcess(0)
            }
            let message = fullMessage(for: error)
            if !message.isEmpty { Output.note(message) }
            endProcess(code == .validationFailure ? 2 : code.rawValue)
        }
    }
}
