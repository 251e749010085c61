/// Why a model directory cannot be opened or written.
package enum ModelError: Error, Sendable, Equatable {
    /// No model of that name or path; `known` are the names that exist.
    case notFound(name: String, known: [String])
    /// A file of the directory is missing, damaged or contradicts another. `file` is its name within the
    /// directory, `reason` says what came, what was expected and what to do.
    case invalid(path: String, file: String, reason: String)
    /// Written by a newer Sluice.
    case newerFormat(path: String, version: Int, supported: Int)
    /// The file system refused.
    case io(path: String, reason: String)
}
