import Models

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The place of a model directory, looked at before the training: hours of work should not end at a closed door.
enum OutputPlace {
    /// - Parameter vectors: whether what is made are word vectors: they take the place of word vectors alone, and other
    ///   models that of other models.
    static func check(_ path: String, vectors: Bool = false) throws(TrainingRunError) {
        let name = FileSystem.lastComponent(of: path)
        guard !path.isEmpty, path.contains(where: { $0 != "/" }), name != ".", name != ".." else {
            throw .output(
                path: path, reason: "is no name for a model; expected a folder's own name",
                hint: "give the model directory with -o DIR; the model is called after it")
        }
        let path = FileSystem.withoutTrailingSlash(path)
        var status = stat()
        if stat(path, &status) == 0 {
            let isDirectory = status.st_mode & S_IFMT == S_IFDIR
            guard isDirectory, ModelDirectory.exists(at: path) || isEmpty(path) else {
                throw .output(
                    path: path, reason: "is there and is no model directory",
                    hint: "choose another place with -o, or remove it first")
            }
            if let model = try? ModelDirectory.openAny(path), (model.task == StoredVectors.task) != vectors {
                throw .output(
                    path: path, reason: "holds \(vectors ? "a model that is no word vectors" : "word vectors")",
                    hint: "choose another place with -o, or remove it first")
            }
        } else if lstat(path, &status) == 0 {
            throw .output(
                path: path, reason: "is a link to what is not there",
                hint: "make the directory that it leads to, or remove the link")
        }
        // A link is followed: the directory that it leads to is what is going to be replaced.
        var above = FileSystem.parent(of: FileSystem.resolved(path))
        while stat(above, &status) != 0, above != "/", above != "." { above = FileSystem.parent(of: above) }
        guard access(above, W_OK | X_OK) == 0 else {
            throw .output(
                path: path, reason: "cannot be written: \(above): \(String(cString: strerror(errno)))",
                hint: "choose another place with -o")
        }
    }

    private static func isEmpty(_ path: String) -> Bool {
        guard let directory = opendir(path) else { return false }
        defer { closedir(directory) }
        // "." and ".." are always there.
        for _ in 0..<2 where readdir(directory) == nil { return true }
        return readdir(directory) == nil
    }
}

/// Which languages texts are in, as far as their letters tell.
enum Languages {
    /// Korean where a tenth of the letters are Hangul, English where a tenth are Latin: of the languages that come
    /// first here, each has its own letters. Looks at the first texts only.
    static func judged(from texts: [String]) -> [String] {
        var hangul = 0
        var latin = 0
        var letters = 0
        for text in texts.prefix(2000) {
            for scalar in text.unicodeScalars.prefix(500) where scalar.properties.isAlphabetic {
                letters += 1
                switch scalar.value {
                case 0xac00...0xd7a3, 0x1100...0x11ff, 0x3130...0x318f: hangul += 1
                case 0x41...0x5a, 0x61...0x7a: latin += 1
                default: break
                }
            }
        }
        var result: [String] = []
        if hangul * 10 >= max(1, letters) { result.append("ko") }
        if latin * 10 >= max(1, letters) { result.append("en") }
        return result
    }
}
