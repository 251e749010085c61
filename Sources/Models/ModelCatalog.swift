/// The models that can be called by name: those in the search paths, then the built-in ones.
package struct ModelCatalog: Sendable {
    package let searchPaths: [String]

    package struct Entry: Sendable, Equatable {
        package var name: String
        /// The directory, or nil for a built-in model.
        package var path: String?

        package init(name: String, path: String?) {
            self.name = name
            self.path = path
        }
    }

    package init(searchPaths: [String]) {
        self.searchPaths = searchPaths.filter { !$0.isEmpty }
    }

    /// Where models are looked for: the options, then `SLUICE_MODELS` (separated by colons), then
    /// `$XDG_DATA_HOME/sluice/models`, which is by default in `~/.local/share`.
    package static func searchPaths(options: [String], environment: [String: String]) -> [String] {
        var paths = options
        paths += (environment["SLUICE_MODELS"] ?? "").split(separator: ":").map(String.init)
        if let data = dataFolder(environment: environment) { paths.append(data + "/models") }
        return paths
    }

    /// Where Sluice keeps what is the user's: `$XDG_DATA_HOME/sluice`.
    package static func dataFolder(environment: [String: String]) -> String? {
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/sluice" }
        if let home = environment["HOME"], !home.isEmpty { return home + "/.local/share/sluice" }
        return nil
    }

    /// In order of their names. Where two have one name, the first found stands.
    package func entries() -> [Entry] {
        var entries: [String: Entry] = [:]
        for path in searchPaths {
            // A search path that is not there, or not readable, has no models: not an error.
            for name in (try? FileSystem.names(in: path)) ?? [] where Self.isName(name) && entries[name] == nil {
                let directory = path + "/" + name
                if ModelDirectory.exists(at: directory) { entries[name] = Entry(name: name, path: directory) }
            }
        }
        for name in BuiltInModels.names where entries[name] == nil { entries[name] = Entry(name: name, path: nil) }
        return entries.values.sorted { $0.name < $1.name }
    }

    /// By name, or by the absolute path of a directory. Refused is what reads no texts.
    package func open(_ name: String) throws(ModelError) -> Model { try openAny(name).network() }

    /// The same of whatever has that name.
    package func openAny(_ name: String) throws(ModelError) -> StoredModel {
        if name.hasPrefix("/") {
            // The system would read a path with a NUL in it only up to there.
            guard !name.utf8.contains(0), FileSystem.exists(name) else {
                throw .notFound(name: name, known: entries().map(\.name))
            }
            return try ModelDirectory.openAny(name)
        }
        if Self.isName(name) {
            for path in searchPaths where ModelDirectory.exists(at: path + "/" + name) {
                return try ModelDirectory.openAny(path + "/" + name)
            }
            if BuiltInModels.names.contains(name) { return try BuiltInModels.openAny(name) }
        }
        throw .notFound(name: name, known: entries().map(\.name))
    }

    /// A directory's own name: no path, and nothing hidden, such as a model that is being written.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains(UInt8(ascii: "/")) && !name.utf8.contains(0)
    }
}
