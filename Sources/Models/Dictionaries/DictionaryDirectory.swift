package import Numerics
package import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why no dictionary can be had.
package enum DictionaryOpeningError: Error, Sendable, Equatable, CustomStringConvertible {
    /// None of that name or at that path; `places` are those where it was looked for.
    case notFound(name: String, places: [String])
    /// A file of the directory cannot be read.
    case unreadable(FileError)
    /// A file of the directory is damaged, or contradicts another.
    case invalid(directory: String, DictionaryError)

    package var description: String {
        switch self {
        case .notFound(let name, let places):
            return "no dictionary '\(name)': expected a directory with sys.dic, unk.dic, matrix.bin and char.bin; "
                + (places.isEmpty ? "" : "looked in \(places.joined(separator: ", ")); ")
                + "give a directory, or install one, as by 'pip install python-mecab-ko-dic'"
        case .unreadable(let error): return "\(error)"
        case .invalid(let directory, let error): return "\(directory)/\(error)"
        }
    }
}

/// A directory with a compiled dictionary: opened once and checked in full. Its files are mapped, so that processes
/// share them.
package enum DictionaryDirectory {
    package static func open(_ path: String) throws(DictionaryOpeningError) -> MorphologicalDictionary {
        guard !path.utf8.contains(0), holdsDictionary(path) else { throw .notFound(name: path, places: []) }
        let files = try files(in: path)
        do {
            return try MorphologicalDictionary(files)
        } catch {
            throw .invalid(directory: path, error)
        }
    }

    private static func files(in path: String) throws(DictionaryOpeningError) -> DictionaryFiles {
        do {
            var files = DictionaryFiles(
                system: try MappedFile(path: path + "/sys.dic"), unknown: try MappedFile(path: path + "/unk.dic"),
                matrix: try MappedFile(path: path + "/matrix.bin"),
                characters: try MappedFile(path: path + "/char.bin"), settings: try text(at: path + "/dicrc"))
            files.leftIDs = try text(at: path + "/left-id.def")
            files.rightIDs = try text(at: path + "/right-id.def")
            files.partOfSpeechIDs = try text(at: path + "/pos-id.def")
            return files
        } catch {
            throw .unreadable(error)
        }
    }

    /// Empty where there is none: these files need not be there.
    private static func text(at path: String) throws(FileError) -> [UInt8] {
        do {
            return try FileBytes(path: path, maximum: 1 << 24).withUnsafeBytes { Array($0) }
        } catch .notFound {
            return []
        }
    }

    /// Whether there is what looks like a compiled dictionary.
    package static func holdsDictionary(_ path: String) -> Bool {
        ["sys.dic", "unk.dic", "matrix.bin", "char.bin"].allSatisfy { access(path + "/" + $0, F_OK) == 0 }
    }
}
