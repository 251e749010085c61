import ArgumentParser
import Checking
import Documents
import ServerProtocol
import Settings
import SluiceClient
import TrainingRuns

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report what rules find in files: the passages that an editor marks.",
        discussion: """
            Files are checked whatever their names, folders for the texts and source files in them that are not hidden, \
            '-' is standard input. What a .sluiceignore names, as git's ignore files do, is left out. Rules come from \
            the settings (sluice.json, sluice.toml) and from --rule. Exit status: 0 when nothing was found, 1 when \
            something was, 2 when the work failed.

              sluice check --rule 'sentiment-ko:negative>=0.9' docs README.md
              sluice check --format sarif . > findings.sarif
              git show HEAD:notes.md | sluice check --language-id markdown -
            """)

    @Argument(help: ArgumentHelp("Files and folders, or '-' for standard input.", valueName: "file"))
    var files: [String]

    @Option(
        name: .customLong("rule"),
        help: ArgumentHelp(
            "A rule beside those of the settings: report passages that the model gives the label with at least that probability. May be repeated.",
            valueName: "model:label>=p"))
    var rules: [String] = []

    @Option(help: "How findings are written: text, json (a line each) or sarif.")
    var format = ReportFormat.text

    @Option(
        help: ArgumentHelp(
            "The least severity that makes the exit status 1: error, warning, information or hint.",
            valueName: "severity"))
    var failOn = Rule.Severity.hint

    @Option(
        help: ArgumentHelp(
            "The language of standard input, and of files whose names do not tell theirs: an editor's identifier, such as markdown. Default: plaintext.",
            valueName: "id"))
    var languageId: String?

    @Flag(help: "Check what .sluiceignore names, too.")
    var noIgnore = false

    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Give files, folders, or '-' for standard input.") }
        if files.contains("") { throw ValidationError("A file's name is empty; the folder itself is '.'.") }
        for rule in rules where Rule(written: rule) == nil {
            throw ValidationError("--rule is \"\(rule)\", expected one such as 'sentiment-ko:negative>=0.9'.")
        }
        if let languageId, ProseFormat(languageID: languageId) == nil {
            throw ValidationError("--language-id is \"\(languageId)\", of which no prose is known.")
        }
    }

    func run() throws {
        do {
            if try findsSomething() { throw ExitCode(1) }
        } catch var failure as Failure {
            // 1 says that the texts are to blame.
            failure.status = 2
            throw failure
        } catch let error as ClientError {
            var failure = Failure(error)
            failure.status = 2
            throw failure
        }
    }

    private func findsSomething() throws -> Bool {
        var settings = try Configuration.load()
        let folders = try ModelOptions.folders([], settings)
        settings.rules = (rules.compactMap(Rule.init(written:)) + (settings.rules ?? [])).map { rule in
            var rule = rule
            rule.model = ModelOptions.resolved(rule.model, folders: folders)
            return rule
        }
        guard settings.rules?.isEmpty == false else {
            throw Failure(
                "there are no rules",
                hint: "give --rule 'sentiment-ko:negative>=0.9', or rules in sluice.toml or sluice.json of this folder")
        }
        var run = try CheckRun(self, settings)
        return try run.findsSomething()
    }
}

/// The work on one command line.
private struct CheckRun {
    private let command: Check
    private let settings: Settings
    private let examiner: FileExaminer
    /// Makes others, which may work on other threads.
    private let makeExaminer: @Sendable () throws -> FileExaminer
    private var report: FindingReport
    private var progress = ProgressDisplay(write: Output.raw)
    private var counts: [Rule.Severity: Int] = [:]
    private var checked = 0
    private var hasFailed = false
    /// What has gone wrong and was told: each session tells it once.
    private var failures: Set<String> = []

    /// For fewer nobody waits.
    private static let filesWithProgress = 20

    init(_ command: Check, _ settings: Settings) throws {
        self.command = command
        self.settings = settings
        let endpoint = try command.daemon.endpoint(settings)
        examiner = FileExaminer(try CheckSession(endpoint, settings), settings)
        let more = endpoint.more
        makeExaminer = { FileExaminer(try CheckSession(more(), settings), settings) }
        report = FindingReport(
            command.format, rules: settings.rules ?? [], folder: Path.workingFolder, version: BuildIdentity.version)
    }

    mutating func findsSomething() throws -> Bool {
        var search = FileSearch(
            in: Path.workingFolder, languageID: command.languageId, readsIgnoreFiles: !command.noIgnore)
        var readsInput = false
        for file in command.files { if file == "-" { readsInput = true } else { search.add(file) } }
        for failure in search.failures { fail(failure) }
        for ignored in search.ignored { note("\(ignored) is named in a \(IgnoreFiles.name): --no-ignore checks it") }
        if readsInput {
            let name = "<stdin>"
            let file = CheckedFile(
                shown: name, path: Path.absolute(name), languageID: command.languageId ?? "plaintext", isNamed: true)
            take(try examiner.examine(file, StandardInput.bytes(atMost: settings.documentBytesLimit + 1)), of: file)
        }
        // Source files are texts where their comments can be told.
        let files = search.files.filter { $0.isNamed || examiner.isRead($0.languageID) }
        let work = SharedFiles(files)
        for _ in 1..<max(1, min(Processors.count, files.count)) { work.help(makeExaminer) }
        for (index, file) in files.enumerated() {
            if files.count >= Self.filesWithProgress { progress.show(index, of: files.count, what: "checking") }
            take(try work.examined(index, examiner), of: file)
        }
        progress.finish()
        Output.write(report.end())
        summarise()
        if hasFailed { throw ExitCode(2) }
        return counts.contains { $0.value > 0 && $0.key.isAtLeast(command.failOn) }
    }

    private mutating func take(_ examined: FileExaminer.Examined, of file: CheckedFile) {
        switch examined {
        case .failed(let reason): fail(reason)
        case .leftOut(let reason): leaveOut(file, reason)
        case .checked(let findings, let complaints):
            // What could not be looked for is not what was not there.
            for complaint in complaints { fail(complaint) }
            checked += 1
            if findings.count >= settings.diagnosticsLimit {
                note("\(file.shown): there may be more than \(findings.count) findings (limits.diagnostics)")
            }
            for finding in findings { counts[finding.severity, default: 0] += 1 }
            let written = report.add(findings, in: file)
            guard !written.isEmpty else { return }
            progress.finish()
            Output.write(written)
        }
    }

    /// What was named has to be checked; what only lies in a folder does not.
    private mutating func leaveOut(_ file: CheckedFile, _ reason: String) {
        let text = "\(file.shown) is left out: \(reason)"
        if file.isNamed { fail(text) } else { note(text) }
    }

    private mutating func fail(_ text: String) {
        hasFailed = true
        if failures.insert(text).inserted { note(text) }
    }

    private mutating func note(_ text: String) {
        progress.note("sluice: " + Output.field(text))
    }

    private func summarise() {
        func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
        let found = counts.values.reduce(0, +)
        let grades = Rule.Severity.allCases.compactMap { severity in
            counts[severity].map { "\($0) \(severity.rawValue)" }
        }
        let detail = grades.isEmpty ? "" : ": " + grades.joined(separator: ", ")
        Output.note("sluice: \(count(checked, "file")) checked, \(count(found, "finding"))\(detail)")
    }
}

extension ReportFormat: ExpressibleByArgument {}
extension Rule.Severity: ExpressibleByArgument {}
