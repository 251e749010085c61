import JSON

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What a person has set once: `./sluice.json` (the workspace's), then `$XDG_CONFIG_HOME/sluice/config.json`. Flags
/// and the environment come before both.
struct Configuration {
    /// The daemon's socket.
    var socket: String?
    /// Folders that hold model directories.
    var models: [String] = []
    /// The model to ask where none is named: a name, or an absolute path.
    var model: String?
    /// The word vectors to ask where none are named: a name, or an absolute path.
    var vectors: String?
    /// The dictionary to analyse with where none is named: a name, an absolute path, or `none`.
    var dictionary: String?
    /// The absolute path of a file of user words.
    var userDictionary: String?
    /// Changes to the lists of stop words.
    var stopWords = (add: [String](), remove: [String]())
    /// Minutes without a session after which a daemon ends; 0: never.
    var idleExit: Double?

    /// - Parameter workspace: whether `./sluice.json` counts.
    static func load(workspace: Bool = true) throws(Failure) -> Configuration {
        var result = Configuration()
        if workspace { result = try read("sluice.json", relativeTo: Path.workingFolder) ?? result }
        let folder = Path.environment("XDG_CONFIG_HOME") ?? Path.environment("HOME").map { $0 + "/.config" }
        guard let folder, folder.hasPrefix("/"),
            let personal = try read(folder + "/sluice/config.json", relativeTo: folder + "/sluice")
        else { return result }
        result.socket = result.socket ?? personal.socket
        result.models += personal.models
        result.model = result.model ?? personal.model
        result.vectors = result.vectors ?? personal.vectors
        result.dictionary = result.dictionary ?? personal.dictionary
        result.userDictionary = result.userDictionary ?? personal.userDictionary
        result.stopWords.add += personal.stopWords.add
        result.stopWords.remove += personal.stopWords.remove
        result.idleExit = result.idleExit ?? personal.idleExit
        return result
    }

    /// A year: what is longer is meant to be never, which is 0.
    static let longestIdleExit = 525_600.0

    private static let names = [
        "socket", "models", "model", "vectors", "dictionary", "userDictionary", "stopWords", "idleExit",
    ]

    /// Nil where there is no such file. Relative paths in it are relative to `folder`, the file's own.
    private static func read(_ file: String, relativeTo folder: String) throws(Failure) -> Configuration? {
        guard let bytes = try Path.contents(of: file, limit: 1 << 20) else { return nil }
        let value: JSONValue
        do { value = try JSONValue(parsing: bytes) } catch {
            throw Failure(
                "\(file): \(error)", hint: "it must be one JSON object, such as {\"model\": \"sentiment-ko\"}")
        }
        guard let object = value.object else {
            throw Failure("\(file): expected a JSON object, such as {\"model\": \"sentiment-ko\"}")
        }
        var result = Configuration()
        for (name, value) in object.members {
            switch (name, value) {
            case ("socket", .string(let path)): result.socket = Path.absolute(path, in: folder)
            case ("model", .string(let name)):
                result.model = Path.isPath(name) ? Path.absolute(name, in: folder) : name
            case ("vectors", .string(let name)):
                result.vectors = Path.isPath(name) ? Path.absolute(name, in: folder) : name
            case ("models", .string(let path)): result.models = [Path.absolute(path, in: folder)]
            case ("models", .array(let paths)):
                result.models = try paths.map { (path) throws(Failure) in
                    guard let path = path.string else { throw wrongType(file, name, "a list of paths") }
                    return Path.absolute(path, in: folder)
                }
            case ("dictionary", .string(let name)):
                result.dictionary = Path.isPath(name) ? Path.absolute(name, in: folder) : name
            case ("userDictionary", .string(let path)): result.userDictionary = Path.absolute(path, in: folder)
            case ("stopWords", .object(let lists)):
                for (list, words) in lists.members {
                    guard let strings = words.array?.compactMap(\.string), strings.count == words.array?.count,
                        list == "add" || list == "remove"
                    else { throw wrongType(file, "stopWords", stopWordsShape) }
                    if list == "add" { result.stopWords.add = strings } else { result.stopWords.remove = strings }
                }
            case ("stopWords", _): throw wrongType(file, name, stopWordsShape)
            case ("idleExit", .integer), ("idleExit", .number):
                guard let minutes = value.number, (0...longestIdleExit).contains(minutes) else {
                    throw wrongType(file, name, idleExitRange)
                }
                result.idleExit = minutes
            case ("idleExit", _): throw wrongType(file, name, idleExitRange)
            case ("models", _): throw wrongType(file, name, "a list of paths")
            case ("socket", _), ("model", _), ("vectors", _), ("dictionary", _), ("userDictionary", _):
                throw wrongType(file, name, "a string")
            default:
                throw Failure("\(file): unknown name '\(name)'", hint: "known are \(names.joined(separator: ", "))")
            }
        }
        return result
    }

    private static let stopWordsShape = #"an object such as {"add": ["영화"], "remove": ["not"]}"#
    static let idleExitRange = "minutes from 0 (never) to \(Int(longestIdleExit)) (a year)"

    private static func wrongType(_ file: String, _ name: String, _ expected: String) -> Failure {
        Failure("\(file): '\(name)' has the wrong type or value; expected \(expected)")
    }
}
