import JSON
import ServerProtocol
import Settings
import Synchronization

/// The settings of one session: what the editor says comes before what `initialize` said, that before the workspace's
/// files, and those before the person's.
final class SessionSettings: Sendable {
    /// What new settings bring.
    struct Change {
        /// What is wrong with them; the rest holds.
        var problems: [String]
        /// Whether anything is otherwise than before.
        var isNew: Bool
    }

    private struct State {
        var editor = Settings()
        var isSettled = false
        var options: Settings
        var files: SettingsFiles
        var fromFiles: Settings
        var folders: [String]
        /// Of each source: what was not understood.
        var problems: [String]
        var current: Settings
    }

    private let environment: [String: String]
    private let state: Mutex<State>

    init(_ parameters: Initialize.Parameters, environment: [String: String]) {
        self.environment = environment
        let folders = parameters.folders.compactMap(FileURI.path)
        let (options, wrong) = Self.read(parameters.options, "initializationOptions", folders.first)
        var files = SettingsFiles(workspace: folders.first, environment: environment)
        let (fromFiles, problems) = files.read()
        state = Mutex(
            State(
                options: options, files: files, fromFiles: fromFiles, folders: folders,
                problems: wrong + problems.map(\.description), current: options.over(fromFiles)))
    }

    private static func read(_ json: JSONValue, _ source: String, _ folder: String?) -> (Settings, [String]) {
        if json.isNull { return (Settings(), []) }
        // Some editors give their settings within their section's name.
        let (settings, problems) = Settings.read(json["sluice"] ?? json, relativeTo: folder, source: source)
        return (settings, problems.map(\.description))
    }

    var current: Settings { state.withLock { $0.current } }
    /// Whether the editor has said what it has to say.
    var isSettled: Bool { state.withLock { $0.isSettled } }
    /// What is wrong with what was there at the beginning.
    var problems: [String] { state.withLock { $0.problems } }

    /// What the editor says from here on.
    func set(editor json: JSONValue) -> Change {
        state.withLock { state in
            let (settings, problems) = Self.read(json, "the editor's settings", state.folders.first)
            state.editor = settings
            state.isSettled = true
            return Self.update(&state, problems)
        }
    }

    /// Folders of the workspace have come or gone.
    func change(added: [String], removed: [String]) -> Change {
        state.withLock { state in
            let gone = Set(removed.compactMap(FileURI.path))
            state.folders = state.folders.filter { !gone.contains($0) } + added.compactMap(FileURI.path)
            state.files = SettingsFiles(workspace: state.folders.first, environment: environment)
            return Self.readFiles(&state)
        }
    }

    /// Reads the files again where they have changed; nil where they have not.
    func lookAtFiles(always: Bool = false) -> Change? {
        state.withLock { state in always || state.files.haveChanged ? Self.readFiles(&state) : nil }
    }

    private static func readFiles(_ state: inout State) -> Change {
        let (settings, problems) = state.files.read()
        state.fromFiles = settings
        return update(&state, problems.map(\.description))
    }

    private static func update(_ state: inout State, _ problems: [String]) -> Change {
        let old = state.current
        state.current = state.editor.over(state.options.over(state.fromFiles))
        return Change(problems: problems, isNew: state.current != old)
    }
}
