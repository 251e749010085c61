import Numerics
package import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// WordNet's files where they are installed. Nothing of it is in Sluice.
package enum WordNetFolder {
    /// Far above any version's.
    private static let maximumSize = 64 << 20

    /// Where `wn` looks, too: `WNSEARCHDIR`, `WNHOME` and its `dict`, `/usr/share/wordnet`; nil where there are none.
    package static func path(environment: [String: String]) -> String? {
        let home = environment["WNHOME"]
        return [environment["WNSEARCHDIR"], home.map { $0 + "/dict" }, home, "/usr/share/wordnet"].lazy
            .compactMap { $0 }.first { !$0.isEmpty && access($0 + "/index.noun", R_OK) == 0 }
    }

    /// Reads and checks all of its words and exceptions.
    package static func open(_ path: String) throws(ModelError) -> WordNet {
        var wordNet = WordNet()
        for category in WordNet.Category.allCases {
            try read(path, "index.\(category.rawValue)") { (bytes) throws(WordNet.FileError) in
                try wordNet.addIndex(category, bytes)
            }
            try read(path, "\(category.rawValue).exc") { (bytes) throws(WordNet.FileError) in
                try wordNet.addExceptions(category, bytes)
            }
        }
        return wordNet
    }

    /// Maps the files that say what words are to one another; nothing of them is read before it is asked for.
    package static func openThesaurus(_ path: String) throws(ModelError) -> WordNetThesaurus {
        var files: [WordNet.Category: WordNetThesaurus.Files] = [:]
        for category in WordNet.Category.allCases {
            files[category] = .init(
                index: try map(path, "index.\(category.rawValue)"), data: try map(path, "data.\(category.rawValue)"))
        }
        return WordNetThesaurus(files)
    }

    private static func map(_ path: String, _ name: String) throws(ModelError) -> SharedElements<UInt8> {
        do {
            let file = try MappedFile(path: path + "/" + name, maximum: maximumSize)
            return SharedElements(file, bytes: 0..<file.count) ?? SharedElements([])
        } catch {
            throw .invalid(path: path, file: name, reason: error.description)
        }
    }

    private static func read(
        _ path: String, _ name: String, _ body: (UnsafeRawBufferPointer) throws(WordNet.FileError) -> Void
    ) throws(ModelError) {
        let file: FileBytes
        do { file = try FileBytes(path: path + "/" + name, maximum: maximumSize) } catch {
            throw .invalid(path: path, file: name, reason: error.description)
        }
        do { try file.withUnsafeBytes(body) } catch {
            throw .invalid(path: path, file: name, reason: "\(error): install WordNet again")
        }
    }
}
