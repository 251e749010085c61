import Settings

/// What a person has set once, for the commands: the working folder's file, then the user's. Flags and the environment
/// come before both.
enum Configuration {
    /// - Parameter workspace: whether the working folder's file counts.
    static func load(workspace: Bool = true) throws(Failure) -> Settings {
        let (settings, problems) = read(workspace: workspace)
        // An editor goes on with the rest; a command that did would do something else than what was asked for.
        if let first = problems.first {
            throw Failure(first, hint: problems.dropFirst().joined(separator: "\n  "))
        }
        return settings
    }

    /// The same for an editor. Each problem is a sentence.
    static func read(workspace: Bool) -> (settings: Settings, problems: [String]) {
        var files = SettingsFiles(
            workspace: workspace ? Path.workingFolder : nil,
            environment: Path.environment(of: ["XDG_CONFIG_HOME", "HOME"]))
        let (settings, problems) = files.read()
        return (settings, problems.map(\.description))
    }
}
