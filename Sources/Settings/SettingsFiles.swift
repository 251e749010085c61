import Numerics

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The files in which settings stand: a workspace's `sluice.json` or `sluice.toml`, and a user's
/// `$XDG_CONFIG_HOME/sluice/config.json` or `config.toml`. They are read anew by whoever asks, and tell when they have
/// changed since.
package struct SettingsFiles: Sendable {
    /// A folder's file under either of its names, JSON first.
    private struct Choice {
        var paths: [String]
        var isWorkspaces: Bool
        var stamps: [Stamp?] = []

        init(_ stem: String, isWorkspaces: Bool) {
            paths = [stem + ".json", stem + ".toml"]
            self.isWorkspaces = isWorkspaces
        }
    }

    private var choices: [Choice] = []

    /// Larger than any settings.
    private static let largest = 1 << 20

    /// - Parameters:
    ///   - workspace: the absolute path of the workspace's folder; nil where there is none.
    ///   - environment: of it, `XDG_CONFIG_HOME` and `HOME` count.
    package init(workspace: String?, environment: [String: String]) {
        if let workspace {
            let stem = (workspace.hasSuffix("/") ? workspace : workspace + "/") + "sluice"
            choices.append(Choice(stem, isWorkspaces: true))
        }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.config" }
        let configuration = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home
        if let configuration, configuration.hasPrefix("/") {
            choices.append(Choice(configuration + "/sluice/config", isWorkspaces: false))
        }
    }

    /// All that are looked for, the nearest first.
    package var paths: [String] { choices.flatMap(\.paths) }

    /// What the files say, the workspace's over the user's, and what is wrong in them. A file that is not there says
    /// nothing.
    package mutating func read() -> (settings: Settings, problems: [SettingsProblem]) {
        var result = Settings()
        var problems: [SettingsProblem] = []
        for index in choices.indices {
            // Before they are read: what changes meanwhile has changed since.
            choices[index].stamps = choices[index].paths.map(Stamp.init)
            var found: String?
            for path in choices[index].paths {
                guard let bytes = Self.contents(of: path, &problems) else { continue }
                if let found {
                    problems.append(
                        .init(source: path, key: "", found: "a second file of settings", expected: "\(found) alone"))
                    continue
                }
                found = path
                var read = Settings.read(file: bytes, path: path)
                if choices[index].isWorkspaces { read.problems += read.settings.leaveToUser(path) }
                result = result.over(read.settings)
                problems += read.problems
            }
        }
        return (result, problems)
    }

    /// Whether any file came, went or was written since they were read.
    package var haveChanged: Bool { choices.contains { $0.stamps != $0.paths.map(Stamp.init) } }

    private static func contents(of path: String, _ problems: inout [SettingsProblem]) -> [UInt8]? {
        do {
            return try FileBytes(path: path, maximum: largest).withUnsafeBytes { [UInt8]($0) }
        } catch .notFound {
            return nil
        } catch {
            let reason = error.description
            let found = reason.hasPrefix(path + ": ") ? String(reason.dropFirst(path.count + 2)) : reason
            let expected = reason.contains("; expected ") ? "" : "a file that can be read"
            problems.append(.init(source: path, key: "", found: found, expected: expected))
            return nil
        }
    }
}

extension Settings {
    /// Takes out what concerns the daemon, which serves other workspaces too.
    /// - Returns: what is wrong with its having been there.
    fileprivate mutating func leaveToUser(_ source: String) -> [SettingsProblem] {
        var keys: [SettingsKeys.Top] = []
        if socket != nil { keys.append(.socket) }
        if idleExit != nil { keys.append(.idleExit) }
        (socket, idleExit) = (nil, nil)
        return keys.map { key in
            SettingsProblem(
                source: source, key: key.rawValue, found: "not for a workspace to say",
                expected: "it in the user's own file alone, sluice/config.toml or config.json")
        }
    }
}

/// What tells one state of a file from another.
private struct Stamp: Equatable {
    var device: UInt64
    var inode: UInt64
    var size: Int
    var seconds: Int
    var nanoseconds: Int

    /// Nil where there is no such file.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        size = Int(status.st_size)
        #if canImport(Darwin)
            let modified = status.st_mtimespec
        #else
            let modified = status.st_mtim
        #endif
        seconds = Int(modified.tv_sec)
        nanoseconds = Int(modified.tv_nsec)
    }
}
