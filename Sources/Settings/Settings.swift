/// What a person has set, for editors and for the command line. Everything may be left out; paths are absolute.
package struct Settings: Sendable, Equatable {
    /// The daemon's socket.
    package var socket: String?
    /// Folders that hold model directories.
    package var models: [String] = []
    /// The model to ask where none is named, and whose labels an editor shows: a name, or an absolute path.
    package var model: String?
    /// The word vectors to ask where none are named: a name, or an absolute path.
    package var vectors: String?
    /// The dictionary to analyse with where none is named: a name, an absolute path, or `none`.
    package var dictionary: String?
    /// The absolute path of a file of user words.
    package var userDictionary: String?
    package var stopWords = StopWordChanges()
    /// Minutes without a session after which a daemon ends; 0: never.
    package var idleExit: Double?
    /// Those that were switched; `isOn` knows of the others.
    package var features: [Feature: Bool] = [:]
    /// What diagnostics report; nil: nothing was said, and there are none.
    package var rules: [Rule]?
    /// Which documents are read, by the editor's language identifiers; nil: all whose prose can be told.
    package var languageIds: [String]?
    package var limits = Limits()

    package init() {}

    package func isOn(_ feature: Feature) -> Bool { features[feature] ?? feature.isOnByDefault }

    /// These settings where they say something, and `other` where they do not: the nearer ones win. Folders of models and
    /// changes to stop words add up, the nearer ones first; a list of rules or of languages takes the place of the other.
    package func over(_ other: Settings) -> Settings {
        var result = self
        result.socket = socket ?? other.socket
        result.models += other.models
        result.model = model ?? other.model
        result.vectors = vectors ?? other.vectors
        result.dictionary = dictionary ?? other.dictionary
        result.userDictionary = userDictionary ?? other.userDictionary
        result.stopWords.add += other.stopWords.add
        result.stopWords.remove += other.stopWords.remove
        result.idleExit = idleExit ?? other.idleExit
        result.features.merge(other.features) { nearer, _ in nearer }
        result.rules = rules ?? other.rules
        result.languageIds = languageIds ?? other.languageIds
        result.limits.diagnostics = limits.diagnostics ?? other.limits.diagnostics
        result.limits.documentBytes = limits.documentBytes ?? other.limits.documentBytes
        return result
    }
}

/// Changes to the lists of stop words.
package struct StopWordChanges: Sendable, Equatable {
    package var add: [String] = []
    package var remove: [String] = []

    package init(add: [String] = [], remove: [String] = []) {
        self.add = add
        self.remove = remove
    }
}

/// What a document may cost.
package struct Limits: Sendable, Equatable {
    /// The most findings of a document that are sent.
    package var diagnostics: Int?
    /// The most bytes of a document that is read.
    package var documentBytes: Int?

    package static let defaultDiagnostics = 1000
    package static let defaultDocumentBytes = 8 << 20

    package init(diagnostics: Int? = nil, documentBytes: Int? = nil) {
        self.diagnostics = diagnostics
        self.documentBytes = documentBytes
    }
}

extension Settings {
    package var diagnosticsLimit: Int { limits.diagnostics ?? Limits.defaultDiagnostics }
    package var documentBytesLimit: Int { limits.documentBytes ?? Limits.defaultDocumentBytes }
}
