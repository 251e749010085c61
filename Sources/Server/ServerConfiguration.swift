package import Models

/// What a server may be told. Every limit is here.
package struct ServerConfiguration: Sendable {
    /// Folders of models, in the order in which they are searched; the built-in ones come last.
    package var modelSearchPaths: [String] = []
    /// The model of those who name none: a name or an absolute path.
    package var defaultModel: String?
    /// The word vectors of those who name none: a name or an absolute path.
    package var defaultVectors: String?
    /// Where WordNet is, for English; nil: rules answer.
    package var wordNetFolder: String?
    /// Where dictionaries are looked for.
    package var dictionaries = DictionaryCatalog(environment: [:])
    /// The dictionary of those who name none, for texts of its language: a name, an absolute path, or `none`. Nil: what
    /// is found in the usual places.
    package var dictionary: String?
    /// The absolute path of a file of user words.
    package var userDictionary: String?
    /// Changes to the lists of stop words.
    package var stopWords: (add: [String], remove: [String]) = ([], [])
    /// Bytes of a message, and of a frame's header.
    package var messageLimit = 128 << 20
    package var headerLimit = 8 << 10
    /// Arrays and objects within one another.
    package var nestingLimit = 2_000
    /// JSON values of a message, those within others counted too.
    package var valuesLimit = 4_000_000
    /// Requests of a batch, and texts of a request.
    package var batchLimit = 1_000
    package var textsLimit = 100_000
    /// Texts of a request that are explained, and the tokens of each; numbers that an explanation has besides, and those
    /// of a translation's attention.
    package var explainedTextsLimit = 256
    package var explainedTokensLimit = 512
    package var explainedValuesLimit = 1_000_000
    /// Terms of the texts that a request fits a vectoriser on, about, each n-gram one; numbers that the rows of its
    /// texts have.
    package var fittedTermsLimit = 4_000_000
    package var vectorizedValuesLimit = 4_000_000
    /// Tokens that are written for a request.
    package var generatedTokensLimit = 10_000
    /// Bytes of a text that is analysed; several analyses of one text are counted eight times each.
    package var analyzedBytesLimit = 16 << 20
    /// Numbers of the rows of a series, those that are missing counted too.
    package var seriesValuesLimit = 4_000_000
    /// Bytes of a correction's text, and of a file of corrections.
    package var correctionLimit = 1 << 20
    package var correctionsLimit = 64 << 20
    /// Where corrections are kept: an absolute path. Nil: nowhere.
    package var feedbackFolder: String?
    /// Where a person's own words and the findings that they ignore are kept: an absolute path. Nil: nowhere.
    package var dataFolder: String?
    /// `XDG_CONFIG_HOME` and `HOME`, where a person's settings are looked for.
    package var settingsEnvironment: [String: String] = [:]
    /// Requests that wait for a thread; more are refused. Those that may take minutes have a thread and a queue of
    /// their own.
    package var queueLimit = 512
    package var longQueueLimit = 16
    /// Threads for work that takes a while. Nil: as many as there are cores, from 2 to 8.
    package var workers: Int?
    /// Event loops of the socket. Nil: as many as there are cores, up to 4.
    package var eventLoops: Int?
    /// Bytes of text that are classified at once, on the event loop; more goes to the workers.
    package var quickTextLimit = 4 << 10
    /// Rows of a series that are converted and read for a forecast that is made at once; and from which on it may take
    /// minutes.
    package var quickRowsLimit = 1 << 10
    package var longRowsLimit = 1 << 20
    /// Bytes that wait for a client that does not read; an answer that comes on top of them and makes them more closes
    /// its connection.
    package var pendingOutputLimit = 64 << 20
    /// Without a session for this long the daemon ends. Nil: never.
    package var idleTimeout: Duration? = .seconds(15 * 60)
    /// How long a stop waits for requests under way.
    package var drainTimeout = Duration.seconds(10)
    /// The daemon holds on to no folder of whoever started it: it works in `/`.
    package var leavesFolder = true
    /// Reads the built-in model of the most used language as soon as the socket is open.
    package var warmsUp = true

    package init() {}
}
