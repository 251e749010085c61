import JSON

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

struct TroubleWithTheTest: Error {
    var what: String
}

/// How a command ended and what it said.
struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A home of its own for the program as it was built: its own socket, models, settings and logs.
final class Sandbox {
    let path: String
    var environment: [String: String]
    var program: String

    /// Beside the test bundle, where the package manager puts every product.
    static let builtProgram: String = {
        if let named = getenv("SLUICE_EXECUTABLE"), named.pointee != 0 { return String(cString: named) }
        #if canImport(Darwin)
            let own = CommandLine.arguments[0]
        #else
            var buffer = [CChar](repeating: 0, count: 4096)
            let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count - 1))
            let own = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #endif
        var parts = own.split(separator: "/")
        while let last = parts.last, access("/" + parts.dropLast().joined(separator: "/") + "/sluice", X_OK) != 0 {
            _ = last
            parts.removeLast()
        }
        return "/" + parts.dropLast().joined(separator: "/") + "/sluice"
    }()

    init() throws {
        var name = Array("/tmp/sluice-e2e-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw TroubleWithTheTest(what: "mkdtemp") }
        path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        program = Self.builtProgram
        environment = [
            "HOME": path, "SLUICE_SOCKET": path + "/run/s", "XDG_STATE_HOME": path + "/state",
            "XDG_DATA_HOME": path + "/share", "XDG_CONFIG_HOME": path + "/config",
        ]
        for name in ["PATH", "LD_LIBRARY_PATH", "SLUICE_INSTRUCTION_SET"] {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        mkdir(path + "/run", 0o700)
    }

    deinit {
        if let process = try? daemonProcess() { kill(process, SIGKILL) }
        let remove = try? Process.start(
            ["rm", "-rf", path], in: "/", environment: environment, input: "/dev/null", output: "/dev/null",
            errors: "/dev/null")
        _ = remove?.wait()
    }

    // MARK: - Running

    private var runs = 0

    /// Starts `sluice` with `arguments`; its output and errors go to files.
    func start(_ arguments: [String], input: String? = nil) throws -> Running {
        runs += 1
        let base = "\(path)/run-\(runs)"
        let inputFile = input == nil ? "/dev/null" : try write(input ?? "", to: "run-\(runs).in")
        let process = try Process.start(
            [program] + arguments, in: path, environment: environment, input: inputFile, output: base + ".out",
            errors: base + ".err")
        return Running(process: process, output: base + ".out", errors: base + ".err")
    }

    func run(_ arguments: String..., input: String? = nil) throws -> Outcome {
        try start(arguments, input: input).outcome()
    }

    // MARK: - Files and the daemon

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path + "/" + name
        guard let stream = fopen(file, "w") else { throw TroubleWithTheTest(what: file) }
        defer { fclose(stream) }
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw TroubleWithTheTest(what: file) }
        return file
    }

    /// The daemon's process, where one runs.
    func daemonProcess() throws -> pid_t? {
        let status = try run("status", "--json")
        guard status.status == 0 else { return nil }
        return try JSONValue(parsing: status.output)["processId"]?.integer.map { pid_t($0) }
    }

    /// False for a process that has ended, also where nobody has asked for its status yet.
    func isRunning(_ process: pid_t) -> Bool {
        guard kill(process, 0) == 0 else { return false }
        guard let line = try? text(of: "/proc/\(process)/stat") else { return true }
        return line.split(separator: ") ").last?.first != "Z"
    }

    /// Trains a model in a moment: `models/small` in the sandbox.
    func train() throws {
        try write(SmallTexts.tsv, to: "small.tsv")
        try write(SmallTexts.recipe, to: "recipe.json")
        let outcome = try run("train", "small.tsv", "--recipe", "recipe.json", "-o", "models/small")
        guard outcome.status == 0 else { throw TroubleWithTheTest(what: outcome.errors) }
    }
}

/// A command that has been started.
struct Running {
    var process: Process
    var output: String
    var errors: String

    func outcome() throws -> Outcome {
        let status = process.wait()
        return Outcome(status: status, output: try text(of: output), errors: try text(of: errors))
    }

    /// Waits until what was said on standard error contains `text`.
    func waitForErrors(containing wanted: String) throws {
        try waitUntil("standard error says \(wanted)") { try text(of: errors).contains(wanted) }
    }
}

/// A child process.
struct Process {
    var id: pid_t

    /// The status that it ended with; 128 and the signal's number when a signal ended it.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    static func start(
        _ command: [String], in folder: String, environment: [String: String], input: String, output: String,
        errors: String
    ) throws -> Process {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // The shell changes the folder, for which posix_spawn has no portable way.
        let words = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder] + command
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var id = pid_t()
        // Whoever runs the tests may have blocked or ignored the signals that they are about.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
        let code = posix_spawn(&id, "/bin/sh", &actions, &attributes, &arguments, &variables)
        guard code == 0 else { throw TroubleWithTheTest(what: String(cString: strerror(code))) }
        return Process(id: id)
    }
}

func text(of path: String) throws -> String { String(decoding: try bytes(of: path), as: UTF8.self) }

func bytes(of path: String) throws -> [UInt8] {
    guard let stream = fopen(path, "r") else { throw TroubleWithTheTest(what: path) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = fread(&piece, 1, piece.count, stream)
        if count == 0 { return bytes }
        bytes += piece[..<count]
    }
}

/// Looks again and again for up to a minute: machines that run tests are busy.
func waitUntil(_ what: String, _ condition: () throws -> Bool) throws {
    for _ in 0..<3000 {
        if try condition() { return }
        usleep(20_000)
    }
    throw TroubleWithTheTest(what: "it never came that \(what)")
}
