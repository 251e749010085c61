import ArgumentParser
import JSON

struct Call: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Call any method of the protocol and print its result as one line of JSON.",
        discussion: """
              sluice call daemon/ping
              sluice call text/classify '{"text": "정말 재미있어요", "top": 2}'
            """)

    @Argument(help: "The method, such as text/classify.")
    var method: String

    @Argument(help: ArgumentHelp("Its parameters: a JSON object or array.", valueName: "json"))
    var parameters: String?

    @OptionGroup var daemon: DaemonOptions

    func run() throws {
        var value: JSONValue?
        if let parameters {
            do { value = try JSONValue(parsing: parameters) } catch {
                throw ValidationError("The parameters are no JSON: \(error).")
            }
            guard value?.object != nil || value?.array != nil else {
                throw ValidationError("The parameters must be a JSON object or array.")
            }
        }
        let result = try daemon.endpoint(Configuration.load()).call(method, value)
        Output.write(result.serialized() + [0x0a])
    }
}
