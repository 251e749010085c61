import ArgumentParser

struct Vectors: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make and measure word vectors.",
        subcommands: [VectorsTrain.self, VectorsImport.self, VectorsVerify.self, VectorsEvaluate.self])
}
