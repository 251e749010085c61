import ArgumentParser
import Models
import Settings

/// Which dictionary a command analyses with.
struct DictionaryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The dictionary: a name, such as mecab-ko-dic, the path of its folder, or 'none' for the built-in analysers.",
            valueName: "name|path"))
    var dictionary: String?

    @Option(
        help: ArgumentHelp(
            "A file of user words: word, tag and optionally cost, reading and expression, tab-separated.",
            valueName: "path"))
    var userWords: String?

    /// The environment of whoever types: a virtual environment that is active there is none of the daemon's.
    static var catalog: DictionaryCatalog {
        DictionaryCatalog(environment: Path.environment(of: ["SLUICE_DICTIONARY", "VIRTUAL_ENV", "HOME"]))
    }

    /// What to send: absolute paths where they can be found from here, because the daemon knows neither our working folder
    /// nor our environment; else the names. A dictionary that is named is taken; the others are those to choose from by
    /// the language of a text: what the environment prefers, what the configuration does, and what is installed.
    func resolved(_ configuration: Settings) -> (named: String?, others: [String]) {
        Self.resolved(dictionary, configuration)
    }

    /// - Parameter dictionary: what was typed.
    static func resolved(
        _ dictionary: String?, _ configuration: Settings
    ) -> (named: String?, others: [String]) {
        let none = "none"
        let installed = catalog.entries()
        func place(_ name: String) -> String {
            if Path.isPath(name) { return Path.absolute(name) }
            return installed.first { $0.name == name }?.path ?? name
        }
        if let dictionary { return (dictionary == none ? none : place(dictionary), []) }
        let preferred = [catalog.preferred, configuration.dictionary].compactMap { $0 }
        if preferred.first == none { return (none, []) }
        let usual = DictionaryCatalog.usual(among: installed).map(\.path)
        return (nil, preferred.filter { $0 != none }.map(place) + usual)
    }
}
