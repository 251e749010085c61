package import Numerics

/// The files of a compiled dictionary, as they were found.
package struct DictionaryFiles: Sendable {
    /// `sys.dic`, `unk.dic`, `matrix.bin`, `char.bin`.
    package var system: MappedFile
    package var unknown: MappedFile
    package var matrix: MappedFile
    package var characters: MappedFile
    /// `dicrc`; empty where there is none.
    package var settings: [UInt8]
    /// `left-id.def`, `right-id.def` and `pos-id.def`, which only Korean user words need; empty where there are none.
    package var leftIDs: [UInt8] = []
    package var rightIDs: [UInt8] = []
    package var partOfSpeechIDs: [UInt8] = []

    package init(
        system: MappedFile, unknown: MappedFile, matrix: MappedFile, characters: MappedFile, settings: [UInt8]
    ) {
        self.system = system
        self.unknown = unknown
        self.matrix = matrix
        self.characters = characters
        self.settings = settings
    }
}

/// A compiled MeCab dictionary of any language, checked in full when it is opened. Immutable; copies share the files.
package struct MorphologicalDictionary: Sendable {
    /// Whose columns the features have; nil where they are of no family that is known.
    package let family: DictionaryFamily?
    package let settings: DictionarySettings
    let system: Lexicon
    let unknown: Lexicon
    let matrix: ConnectionMatrix
    let categories: CharacterCategories
    /// The entries of `unknown`, by category.
    let unknownEntries: [Range<Int>]
    /// As they came: they are read when user words are added.
    let idFiles: (left: [UInt8], right: [UInt8], partsOfSpeech: [UInt8])

    /// Throws the first thing that is wrong with the files.
    package init(_ files: DictionaryFiles) throws(DictionaryError) {
        let matrix = try ConnectionMatrix(files.matrix, name: "matrix.bin")
        let system = try Lexicon(files.system, name: "sys.dic", role: .system)
        let unknown = try Lexicon(files.unknown, name: "unk.dic", role: .unknown)
        let categories = try CharacterCategories(files.characters, name: "char.bin")
        for lexicon in [system, unknown] { try Self.check(lexicon, against: matrix) }
        var unknownEntries: [Range<Int>] = []
        for category in categories.names {
            guard let entries = unknown.tables.entries(spelt: category.utf8), !entries.isEmpty else {
                throw DictionaryError(
                    file: unknown.name, field: "category \(category)", came: "no entry", expected: "at least one")
            }
            unknownEntries.append(entries)
        }
        self.system = system
        self.unknown = unknown
        self.matrix = matrix
        self.categories = categories
        self.unknownEntries = unknownEntries
        idFiles = (files.leftIDs, files.rightIDs, files.partOfSpeechIDs)
        settings = DictionarySettings(parsing: files.settings)
        family = DictionaryFamily(
            unknownFeatures: unknownEntries.lazy.joined().map {
                String(decoding: unknown.tables.feature(of: $0), as: UTF8.self)
            })
    }

    private static func check(_ lexicon: Lexicon, against matrix: ConnectionMatrix) throws(DictionaryError) {
        guard lexicon.rightIDs == matrix.rightIDs else {
            throw DictionaryError(
                file: lexicon.name, field: "right ids", came: "\(lexicon.rightIDs)",
                expected: "\(matrix.rightIDs), as in matrix.bin", advice: "take all files from one dictionary")
        }
        guard lexicon.leftIDs == matrix.leftIDs else {
            throw DictionaryError(
                file: lexicon.name, field: "left ids", came: "\(lexicon.leftIDs)",
                expected: "\(matrix.leftIDs), as in matrix.bin", advice: "take all files from one dictionary")
        }
    }

    /// Whether bytes of a file were gone when they were read; then an answer must be thrown away.
    package var isPoisoned: Bool {
        matrix.file.isPoisoned || unknown.file.isPoisoned || categories.file.isPoisoned || system.file.isPoisoned
    }
}
