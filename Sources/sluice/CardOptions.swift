import ArgumentParser

/// What a person may say on the card of a model that is made.
struct CardOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A language of the texts or words, such as ko, for the model card. May be repeated.", valueName: "tag"))
    var language: [String] = []

    @Option(help: "The licence of what is made, for the model card.")
    var license = ""

    @Option(help: ArgumentHelp("What it is or does, for the model card.", valueName: "text"))
    var cardDescription: String?

    @Option(help: ArgumentHelp("Where the data comes from, for the model card.", valueName: "text"))
    var cardSource: String?
}
