import CBuiltInModels
import Numerics

/// The models that are compiled into the binary.
package enum BuiltInModels {
    package static var names: [String] {
        embedded.map { String(cString: $0.name) }
    }

    /// Those that a capability of its own reads: what they answer with is a step on the way to what is asked for. They are
    /// named or used by that capability, and never stand in for a model that nobody named.
    package static let ofCapabilities: Set = ["morphemes-ko", "pos-en", "spacing-ko"]

    /// Those that have a network; the others are word vectors.
    package static var networks: [String] { names.filter { $0 != "words-ko" } }

    package static func open(_ name: String) throws(ModelError) -> Model { try openAny(name).network() }

    package static func openAny(_ name: String) throws(ModelError) -> StoredModel {
        guard let model = embedded.first(where: { String(cString: $0.name) == name }) else {
            throw .notFound(name: name, known: names)
        }
        let files = ModelFiles(
            place: "built-in \(name)",
            bytes: { file, _ in
                switch file {
                case .weights: bytes(of: model.weights)
                case .vocabulary: bytes(of: model.vocabulary)
                case .history: bytes(of: model.history)
                default: bytes(of: model.config)
                }
            },
            placed: { file in
                switch file {
                case .weights: .builtIn(bytes(of: model.weights))
                case .vocabulary: .builtIn(bytes(of: model.vocabulary))
                // Made when it is opened: a built-in table is small.
                default: nil
                }
            })
        return try files.stored(named: name, path: nil)
    }

    /// `history.json`; nil where there is no such model.
    static func history(_ name: String) -> FileBytes? {
        embedded.first { String(cString: $0.name) == name }.map { bytes(of: $0.history) }
    }

    private static var embedded: [sluice_embedded_model] {
        (0..<sluice_embedded_model_count()).compactMap { sluice_embedded_model_at($0)?.pointee }
    }

    private static func bytes(of file: sluice_embedded_file) -> FileBytes {
        FileBytes(staticMemory: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    }
}
