import Numerics

/// Sums of a model's files, taken when they are written: opening a directory reads a part of them only.
package enum Checksums {
    private static let prefix = "xxh64:"

    static func sums(
        of files: [String], in folder: String
    ) throws(ModelError) -> [(name: String, value: String)] {
        var sums: [(name: String, value: String)] = []
        for name in files { sums.append((name, try sum(of: folder + "/" + name))) }
        return sums
    }

    private static func sum(of path: String) throws(ModelError) -> String {
        do {
            let file = try MappedFile(path: path)
            let digits = String(XXHash64.hash(file), radix: 16)
            return prefix + String(repeating: "0", count: 16 - digits.count) + digits
        } catch {
            throw .io(path: path, reason: error.description)
        }
    }

    /// Reads all files of a directory of word vectors; throws for the first that is not as it was written.
    package static func verify(_ vectors: StoredVectors) throws(ModelError) {
        guard let folder = vectors.path, !vectors.checksums.isEmpty else {
            throw .invalid(
                path: vectors.path ?? vectors.name, file: ModelFileName.config.rawValue,
                reason: "checksums: there are none; import the vectors again")
        }
        for (name, expected) in vectors.checksums.sorted(by: { $0.key < $1.key }) {
            // No path of its own: what is summed lies in the directory.
            guard ModelFileName(rawValue: name) != nil else {
                throw .invalid(
                    path: folder, file: ModelFileName.config.rawValue,
                    reason: "checksums: '\(name)' came, which is no file of a model; import the vectors again")
            }
            let found = try sum(of: folder + "/" + name)
            guard found == expected else {
                throw .invalid(
                    path: folder, file: name,
                    reason: "has the checksum \(found); expected \(expected): it was changed or damaged, import the "
                        + "vectors again")
            }
        }
    }
}
