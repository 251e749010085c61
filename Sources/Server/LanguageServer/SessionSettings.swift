import Documents
import JSON
import ServerProtocol
import Settings
import Synchronization

/// The settings of one session: what the editor says comes before what `initialize` said, that before the files of the
/// workspace's folders, and those before the person's. A document has the settings of the nearest folder that it lies
/// in, and those of the first where it lies in none.
///
/// What is said is noted at once, wherever that is; files are read by who needs to know, which must not be a thread that
/// others wait for.
final class SessionSettings: Sendable {
    /// What new settings bring.
    struct Change {
        /// What is wrong with them; the rest holds.
        var problems: [String]
        /// Whether anything is otherwise than before.
        var isNew: Bool
    }

    /// What the client has said.
    private struct Said {
        var editor = Settings()
        var isSettled = false
        var options: Settings
        /// Of the workspace, as paths.
        var folders: [String]
        /// What was not understood, and has not been told.
        var problems: [String]
        /// Goes up with each change, and where files may have changed.
        var count = 0
    }

    /// What holds.
    private struct Known: Sendable {
        /// By the folders of the workspace; the first is also that of documents which lie in none.
        var settings: [(folder: String?, settings: Settings)]
        /// `Said.count` of what it was made of.
        var count: Int
    }

    private struct Files {
        var folders: [(path: String?, files: SettingsFiles, settings: Settings?)] = []
        var problems: [String] = []
        /// What was told of last, or used first.
        var told: [Settings]?
    }

    private let environment: [String: String]
    private let said: Mutex<Said>
    private let known = Mutex<Known?>(nil)
    /// Held while files are read.
    private let files = Mutex(Files())

    init(_ parameters: Initialize.Parameters, environment: [String: String]) {
        self.environment = environment
        let folders = parameters.folders.compactMap(FileURI.path)
        let (options, problems) = Self.read(parameters.options, "initializationOptions", folders.first)
        said = Mutex(Said(options: options, folders: folders, problems: problems))
    }

    private static func read(_ json: JSONValue, _ source: String, _ folder: String?) -> (Settings, [String]) {
        if json.isNull { return (Settings(), []) }
        // Some editors give their settings within their section's name.
        let (settings, problems) = Settings.read(json["sluice"] ?? json, relativeTo: folder, source: source)
        return (settings, problems.map(\.description))
    }

    // MARK: - What is said

    /// What the editor says from here on.
    func set(editor json: JSONValue) {
        said.withLock { said in
            let (settings, problems) = Self.read(json, "the editor's settings", said.folders.first)
            said.editor = settings
            said.isSettled = true
            said.problems += problems
            said.count += 1
        }
    }

    /// Folders of the workspace have come or gone.
    func change(added: [String], removed: [String]) {
        said.withLock { said in
            let gone = Set(removed.compactMap(FileURI.path))
            said.folders = said.folders.filter { !gone.contains($0) } + added.compactMap(FileURI.path)
            said.count += 1
        }
    }

    /// Files may have changed: whoever asks next looks.
    private func doubtFiles() { said.withLock { $0.count += 1 } }

    // MARK: - What holds

    /// Of the document with that URI. May read files.
    func settings(of uri: String) -> Settings { Self.settings(of: uri, in: current()) }

    /// The same where the editor has said what it has to say, and no file has to be read.
    ///
    /// - Parameter isAsked: whether the editor is asked for its settings.
    func known(of uri: String, whereEditor isAsked: Bool) -> Settings? {
        let count: Int? = said.withLock { $0.isSettled || !isAsked ? $0.count : nil }
        guard let known = known.withLock({ $0 }), known.count == count else { return nil }
        return Self.settings(of: uri, in: known)
    }

    private static func settings(of uri: String, in known: Known) -> Settings {
        guard known.settings.count > 1 else { return known.settings.first?.settings ?? Settings() }
        let path = FileURI.path(uri) ?? ""
        func holds(_ folder: String) -> Bool {
            path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
        }
        let around = known.settings.filter { $0.folder.map(holds) ?? false }
        let nearest = around.max { ($0.folder?.utf8.count ?? 0) < ($1.folder?.utf8.count ?? 0) }
        return (nearest ?? known.settings.first)?.settings ?? Settings()
    }

    private func current() -> Known {
        let count = said.withLock { $0.count }
        if let known = known.withLock({ $0 }), known.count == count { return known }
        return files.withLock { update(&$0) }
    }

    /// What has changed since this was last asked, whoever has used it meanwhile. Reads files that have changed.
    ///
    /// - Parameter always: also where nothing has, and with what was wrong before.
    func change(always: Bool = false) -> Change {
        files.withLock { files in
            if always {
                for place in files.folders.indices { files.folders[place].settings = nil }
                doubtFiles()
            }
            let settings = update(&files).settings.map(\.settings)
            defer { (files.problems, files.told) = ([], settings) }
            return Change(problems: files.problems, isNew: always || files.told != settings)
        }
    }

    /// Looks whether files have changed, and if so what that changes; nil where they have not.
    func lookAtFiles() -> Change? {
        let haveChanged = files.withLock { files in files.folders.contains { $0.files.haveChanged } }
        guard haveChanged else { return nil }
        doubtFiles()
        return change()
    }

    private func update(_ files: inout Files) -> Known {
        let said = said.withLock { said in
            defer { said.problems = [] }
            return said
        }
        if let known = known.withLock({ $0 }), known.count == said.count { return known }
        files.problems += said.problems
        let paths: [String?] = said.folders.isEmpty ? [nil] : said.folders
        files.folders = paths.map { path in
            var folder =
                files.folders.first { $0.path == path }
                ?? (path, SettingsFiles(workspace: path, environment: environment), nil)
            if folder.settings == nil || folder.files.haveChanged {
                let (settings, problems) = folder.files.read()
                folder.settings = settings
                // The person's own file is one of each folder's.
                for problem in problems.map(\.description) where !files.problems.contains(problem) {
                    files.problems.append(problem)
                }
            }
            return folder
        }
        let made = Known(
            settings: files.folders.map { folder in
                (folder.path, said.editor.over(said.options.over(folder.settings ?? Settings())))
            }, count: said.count)
        if files.told == nil { files.told = made.settings.map(\.settings) }
        known.withLock { $0 = made }
        return made
    }
}
