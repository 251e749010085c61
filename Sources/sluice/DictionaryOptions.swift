import ArgumentParser
import Models

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

    /// What to send as `dictionary`: an absolute path where one can be found from here, because the daemon knows neither
    /// our working folder nor our environment; else the name.
    func resolved(_ configuration: Configuration) -> String? {
        let catalog = Self.catalog
        guard let name = dictionary ?? catalog.preferred ?? configuration.dictionary else { return nil }
        if Path.isPath(name) { return Path.absolute(name) }
        return catalog.entries().first { $0.name == name }?.path ?? name
    }
}
