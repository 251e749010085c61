package import JSON
import Numerics
import RecurrentNetworks
import TextAnalysis

/// A model as a directory of files that other tools can open too: `ModelFileName` lists them.
package enum ModelDirectory {
    /// Opens and validates. The model is called after the directory. Refused is what reads no texts.
    package static func open(_ path: String) throws(ModelError) -> Model { try openAny(path).network() }

    /// The same of whatever the directory holds.
    package static func openAny(_ path: String) throws(ModelError) -> StoredModel {
        let path = FileSystem.withoutTrailingSlash(path)
        guard FileSystem.isDirectory(path) else {
            throw .io(path: path, reason: "is no directory; expected a model directory, with config.json in it")
        }
        while true {
            let identity = FileSystem.identity(of: path)
            let outcome = Result { () throws(ModelError) in try model(at: path, in: path) }
            // Else it was replaced while it was read, and the files may be some of the old and some of the new.
            if identity == FileSystem.identity(of: path) { return try outcome.get() }
        }
    }

    /// The model of `path`, from files that lie in `directory`.
    private static func model(at path: String, in directory: String) throws(ModelError) -> StoredModel {
        let files = ModelFiles(
            place: path,
            bytes: { (file, maximum) throws(ModelError) in
                try bytes(of: file, in: directory, maximum: maximum, for: path)
            },
            placed: { (file) throws(ModelError) in try placed(file, in: directory, for: path) })
        return try files.stored(named: FileSystem.lastComponent(of: path), path: path)
    }

    /// Whether there is something that `open` may be tried on.
    package static func exists(at path: String) -> Bool {
        FileSystem.exists(path + "/" + ModelFileName.config.rawValue)
    }

    private static func bytes(
        of file: ModelFileName, in directory: String, maximum: Int, for path: String
    ) throws(ModelError) -> FileBytes {
        do {
            return try FileBytes(path: directory + "/" + file.rawValue, maximum: maximum)
        } catch {
            let reason =
                switch error {
                case .notFound: "is missing; a model directory needs config.json, model.safetensors and vocab.txt"
                case .tooLarge(_, let count, let maximum):
                    "has \(count) bytes; expected at most \(maximum) for this model: write the model again"
                default: error.description
                }
            throw .invalid(path: path, file: file.rawValue, reason: reason)
        }
    }

    private static func placed(
        _ file: ModelFileName, in directory: String, for path: String
    ) throws(ModelError) -> PlacedFile? {
        do {
            return .mapped(try MappedFile(path: directory + "/" + file.rawValue))
        } catch {
            if case .notFound = error { return nil }
            throw .invalid(path: path, file: file.rawValue, reason: error.description)
        }
    }

    /// Writes the files beside the place, opens them, then moves the whole directory there: a reader sees the old
    /// model or the new one, never some of both, and never one that does not open. An older model at `path`, or where
    /// a link there leads, is replaced; files of other names in its directory stay. Anything else that is at `path`
    /// is refused. Missing parent directories are made.
    package static func write(
        _ model: Model, history: JSONValue? = nil, weights format: WeightFormat = .float32, to path: String
    ) throws(ModelError) {
        try checkFinite(model.network, path)
        var files: [(ModelFileName, [UInt8])] = [
            (.config, text(ModelFiles.config(of: model))),
            (.weights, WeightFile.write(model.network.weights, format: format)),
            (.vocabulary, model.pipeline.vocabulary.lines()),
            (.card, Array(model.card.readMe(of: model, weights: format).utf8)),
        ]
        if let history { files.append((.history, text(history))) }
        try write(files, to: path)
    }

    /// The same of a vectoriser.
    package static func write(_ vectorizer: StoredVectorizer, to path: String) throws(ModelError) {
        try write(ModelFiles.files(of: vectorizer), to: path)
    }

    /// The same of a forecaster.
    package static func write(
        _ forecaster: StoredForecaster, history: JSONValue? = nil, to path: String
    ) throws(ModelError) {
        try checkFinite(forecaster.network, path)
        var files = ModelFiles.files(of: forecaster)
        if let history { files.append((.history, text(history))) }
        try write(files, to: path)
    }

    private static func checkFinite(_ network: Network, _ path: String) throws(ModelError) {
        for (name, tensor) in network.weights where !WeightFile.isFinite(tensor) {
            throw .invalid(
                path: path, file: ModelFileName.weights.rawValue,
                reason: "\(name): has a value that is infinite or no number; nothing was written")
        }
    }

    private static func write(_ files: [(name: ModelFileName, bytes: [UInt8])], to path: String) throws(ModelError) {
        let draft = try Draft(of: path)
        for file in files { try FileSystem.write(file.bytes, to: draft.folder + "/" + file.name.rawValue) }
        _ = try draft.install()
    }

    /// A model directory that is being written, beside its place, which takes it whole or not at all. One that is never
    /// installed is removed.
    final class Draft {
        /// Where the files go.
        let folder: String
        private let path: String
        private let replaces: Bool
        private var isInstalled = false

        init(of path: String) throws(ModelError) {
            self.path = FileSystem.resolved(path)
            replaces = FileSystem.exists(self.path)
            if replaces { try ModelDirectory.checkReplaceable(self.path) }
            try FileSystem.makeDirectories(FileSystem.parent(of: self.path))
            folder = try FileSystem.makeTemporaryDirectory(beside: self.path)
        }

        /// Opens what was written, then puts it in its place.
        func install() throws(ModelError) -> StoredModel {
            let model = try ModelDirectory.model(at: path, in: folder)
            if replaces {
                try FileSystem.exchange(folder, path)
                // The folder is the old model now.
                for name in try FileSystem.names(in: folder) where ModelFileName(rawValue: name) == nil {
                    try FileSystem.rename(folder + "/" + name, path + "/" + name)
                }
            } else {
                try FileSystem.rename(folder, path)
                isInstalled = true
            }
            FileSystem.flushDirectory(FileSystem.parent(of: path))
            return model
        }

        deinit {
            if !isInstalled { ModelDirectory.removeModel(at: folder) }
        }
    }

    /// Only a model or an empty directory may go.
    private static func checkReplaceable(_ path: String) throws(ModelError) {
        if exists(at: path) { return }
        if FileSystem.isDirectory(path) {
            let names = try FileSystem.names(in: path)
            if names.isEmpty { return }
        }
        throw .io(path: path, reason: "is there and is no model directory; choose another place or remove it first")
    }

    private static func text(_ value: JSONValue) -> [UInt8] {
        Array((value.prettyPrinted() + "\n").utf8)
    }

    /// Only what this wrote: whatever else is there keeps the directory from going.
    private static func removeModel(at path: String) {
        for file in ModelFileName.allCases { FileSystem.removeFile(path + "/" + file.rawValue) }
        FileSystem.removeDirectory(path)
    }
}
