/// Why a model directory cannot be opened or written.
package enum ModelError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No model of that name or path; `known` are the names that exist.
    case notFound(name: String, known: [String])
    /// A file of the directory is missing, damaged or contradicts another. `file` is its name within the
    /// directory, `reason` says what came, what was expected and what to do.
    case invalid(path: String, file: String, reason: String)
    /// Written by a newer Sluice.
    case newerFormat(path: String, version: Int, supported: Int)
    /// The file system refused.
    case io(path: String, reason: String)

    package var description: String {
        switch self {
        case .notFound(let name, let known):
            let names = known.isEmpty ? "there are none" : "there are \(known.joined(separator: ", "))"
            return "no model '\(name)': \(names)"
        case .invalid(let path, let file, let reason):
            return "\(path): \(file): \(reason)"
        case .newerFormat(let path, let version, let supported):
            return
                "\(path): config.json: format_version \(version) came; this Sluice reads up to \(supported): update it"
        case .io(let path, let reason):
            return "\(path): \(reason)"
        }
    }
}
