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
    /// Compiled user dictionaries, and what errors call them.
    package var users: [(name: String, file: MappedFile)]

    package init(
        system: MappedFile, unknown: MappedFile, matrix: MappedFile, characters: MappedFile, settings: [UInt8],
        users: [(name: String, file: MappedFile)] = []
    ) {
        self.system = system
        self.unknown = unknown
        self.matrix = matrix
        self.characters = characters
        self.settings = settings
        self.users = users
    }
}

/// A compiled MeCab dictionary of any language, checked in full when it is opened. Immutable; copies share the files.
package struct MorphologicalDictionary: Sendable {
    /// Whose columns the features have.
    package enum Kind: String, Sendable {
        /// mecab-ko-dic's: tag, semantic class, final consonant, reading, type, first and last tag, expression.
        case korean
        /// IPADIC's nine: four of the part of speech, two of the inflection, base, reading, pronunciation.
        case ipadic
        /// UniDic's, seventeen and more.
        case unidic
        case other
    }

    package let kind: Kind
    package let settings: DictionarySettings
    let lexicons: [Lexicon]
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
        var lexicons = [system]
        for user in files.users { lexicons.append(try Lexicon(user.file, name: user.name, role: .user)) }
        guard lexicons.count <= Self.greatestLexiconCount else {
            throw DictionaryError(
                file: "dictionary", field: "number of lexicons", came: "\(lexicons.count)",
                expected: "at most \(Self.greatestLexiconCount)", advice: "join user dictionaries")
        }
        for lexicon in lexicons + [unknown] { try Self.check(lexicon, against: matrix) }
        var unknownEntries: [Range<Int>] = []
        for category in categories.names {
            guard let entries = unknown.tables.entries(spelt: category.utf8), !entries.isEmpty else {
                throw DictionaryError(
                    file: unknown.name, field: "category \(category)", came: "no entry", expected: "at least one")
            }
            unknownEntries.append(entries)
        }
        self.lexicons = lexicons
        self.unknown = unknown
        self.matrix = matrix
        self.categories = categories
        self.unknownEntries = unknownEntries
        idFiles = (files.leftIDs, files.rightIDs, files.partOfSpeechIDs)
        settings = DictionarySettings(parsing: files.settings)
        kind = Self.kind(of: system, settings: settings)
    }

    /// One byte holds the number of a lexicon; user words take two more, and one number stands for `unknown`.
    private static let greatestLexiconCount = 253

    private static func check(_ lexicon: Lexicon, against matrix: ConnectionMatrix) throws(DictionaryError) {
        // A user's lexicon is compiled for a matrix that it may not be used with.
        guard lexicon.rightIDs == matrix.rightIDs else {
            throw DictionaryError(
                file: lexicon.name, field: "right ids", came: "\(lexicon.rightIDs)",
                expected: "\(matrix.rightIDs), as in matrix.bin", advice: "compile it for this dictionary")
        }
        guard lexicon.leftIDs == matrix.leftIDs else {
            throw DictionaryError(
                file: lexicon.name, field: "left ids", came: "\(lexicon.leftIDs)",
                expected: "\(matrix.leftIDs), as in matrix.bin", advice: "compile it for this dictionary")
        }
    }

    private static func kind(of system: Lexicon, settings: DictionarySettings) -> Kind {
        guard system.tables.entryCount > 0 else { return .other }
        let columns = system.tables.feature(of: system.tables.entryCount / 2).count { $0 == UInt8(ascii: ",") } + 1
        switch columns {
        case 8 where !settings.spacePenalties.isEmpty: return .korean
        case 9: return .ipadic
        case 17...: return .unidic
        default: return .other
        }
    }

    /// Whether bytes of a file were gone when they were read; then an answer must be thrown away.
    package var isPoisoned: Bool {
        matrix.file.isPoisoned || unknown.file.isPoisoned || categories.file.isPoisoned
            || lexicons.contains { $0.file.isPoisoned }
    }
}
