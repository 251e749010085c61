package import JSON
import Numerics

extension Model {
    /// `history.json`: how the model came to be. Nil where there is none; the model works without it.
    package func history() throws(ModelError) -> JSONValue? { try ModelHistory.read(name: name, path: path) }
}

extension StoredForecaster {
    /// The same.
    package func history() throws(ModelError) -> JSONValue? { try ModelHistory.read(name: name, path: path) }
}

private enum ModelHistory {
    private static let maximumSize = 16_000_000

    static func read(name: String, path: String?) throws(ModelError) -> JSONValue? {
        let file: FileBytes
        if let path {
            do {
                file = try FileBytes(path: path + "/" + ModelFileName.history.rawValue, maximum: maximumSize)
            } catch {
                if case .notFound = error { return nil }
                throw .invalid(path: path, file: ModelFileName.history.rawValue, reason: error.description)
            }
        } else {
            guard let bytes = BuiltInModels.history(name) else { return nil }
            file = bytes
        }
        do {
            return try file.withUnsafeBytes { (bytes) throws(JSONError) in
                try JSONValue(parsing: bytes, maximumDepth: 64)
            }
        } catch {
            throw .invalid(
                path: path ?? "built-in \(name)", file: ModelFileName.history.rawValue, reason: "is no JSON: \(error)")
        }
    }
}
