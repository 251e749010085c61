package import RecurrentNetworks
package import TextAnalysis

/// A text pipeline, a network and labels that belong together: after `init` nobody checks again.
package struct Model: Sendable {
    package let name: String
    /// The model's directory, or nil for a built-in model and for one that was just trained.
    package let path: String?
    package let task: Task
    /// In the order of the network's outputs; of a writer those that a text may be written for, none where there are
    /// no labels.
    package let labels: [String]
    package let pipeline: TextPipeline
    package let network: Network
    package let card: ModelCard

    /// Throws `ModelError.invalid` where the parts contradict each other, naming the file that they are stored in.
    package init(
        name: String, path: String? = nil, task: Task = .classify, labels: [String], pipeline: TextPipeline,
        network: Network, card: ModelCard = ModelCard()
    ) throws(ModelError) {
        self.name = name
        self.path = path
        self.task = task
        self.labels = labels
        self.pipeline = pipeline
        self.network = network
        self.card = card
        try check()
    }

    /// The id that a translator reads before the first one that it writes, and writes after the last.
    package var boundary: Int32 { Int32(pipeline.idCount) }

    /// Why a text of so many steps is more than these layers may take memory for; nil where it is not. One text must
    /// not end a process that answers others too.
    package static func tooLong(_ steps: Int, for plan: NetworkPlan) -> String? {
        let bytes = plan.workspace(steps: steps)
        guard bytes > NetworkPlan.maximumWorkspace else { return nil }
        return "\(steps) steps through these layers take \(bytes >> 20) MiB for one text; expected at most "
            + "\(NetworkPlan.maximumWorkspace >> 20) MiB: make maximum_length smaller or the layers narrower"
    }

    private func check() throws(ModelError) {
        func refusal(_ file: ModelFileName, _ reason: String) -> ModelError {
            .invalid(path: path ?? name, file: file.rawValue, reason: reason)
        }
        guard task == .translate || network.plan.decoderStart == nil else {
            throw refusal(
                .config, "decoder: came; the task \(task.rawValue) answers without one: take it out, or mend the task")
        }
        guard task.accepts(network.plan) else {
            throw refusal(
                .config,
                "layers: the network answers with \(network.plan.output); the task \(task.rawValue) needs "
                    + "\(task.neededOutput): \(task.mend)")
        }
        if let (reason, mend) = task.obstacle(in: network.plan) { throw refusal(.config, "layers: \(reason); \(mend)") }
        if let (field, reason) = task.refusal(of: pipeline.configuration) {
            throw refusal(.config, "pipeline.\(field): \(reason)")
        }
        if let reason = Self.tooLong(pipeline.configuration.maximumLength, for: network.plan) {
            throw refusal(.config, "pipeline.maximum_length: \(reason)")
        }
        let outputs = network.plan.output.features
        let needed = task.sizes(ids: pipeline.idCount, labels: labels.count)
        guard task.isOfIds || labels.count == outputs else {
            throw refusal(
                .config,
                "id2label: \(labels.count) labels came, but the last layer has \(outputs) outputs; expected one label "
                    + "for each")
        }
        var seen: Set<String> = []
        for label in labels where !seen.insert(label).inserted {
            throw refusal(.config, "id2label: '\(label)' came twice; expected every label once")
        }
        if let reason = task.refusal(of: labels) { throw refusal(.config, "id2label: \(reason)") }
        let rows = network.configuration.layers.first?.embeddingOptions?.inputDimension
        guard rows == needed.rows else {
            let beside =
                switch task {
                case .classify, .tag: ""
                case .translate: ", and one for where a translation begins and ends"
                case .generate: ", and \(needed.rows - pipeline.idCount) for what a text begins with"
                }
            throw refusal(
                .vocabulary,
                "\(pipeline.vocabulary.count) tokens and the pipeline's buckets make \(pipeline.idCount) ids\(beside), but the "
                    + "embedding has \(rows.map { "\($0) rows" } ?? "no rows"); expected as many: use the vocabulary that the model was trained with"
            )
        }
        guard needed.outputs == outputs else {
            throw refusal(
                .vocabulary,
                "\(pipeline.idCount) ids and the end of a text are to be drawn, but the last layer has \(outputs) "
                    + "outputs; expected as many: use the vocabulary that the model was trained with")
        }
    }
}

/// The files of a model directory.
package enum ModelFileName: String, Sendable, CaseIterable {
    case config = "config.json"
    case weights = "model.safetensors"
    case vocabulary = "vocab.txt"
    case card = "README.md"
    /// Of word vectors: what finds words and neighbours, made of the other files.
    case index = "index.safetensors"
    case history = "history.json"
}
