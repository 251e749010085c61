package import RecurrentNetworks
package import TextAnalysis

/// A text pipeline, a network and labels that belong together: after `init` nobody checks again.
package struct Model: Sendable {
    package let name: String
    /// The model's directory, or nil for a built-in model and for one that was just trained.
    package let path: String?
    package let task: Task
    /// In the order of the network's outputs.
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
        if let (field, reason) = task.refusal(of: pipeline.configuration) {
            throw refusal(.config, "pipeline.\(field): \(reason)")
        }
        if let reason = Self.tooLong(pipeline.configuration.maximumLength, for: network.plan) {
            throw refusal(.config, "pipeline.maximum_length: \(reason)")
        }
        let outputs = network.plan.output.features
        guard task == .translate || labels.count == outputs else {
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
        guard rows == task.networkIds(pipeline.idCount) else {
            let boundary = task == .translate ? ", and one for where a translation begins and ends" : ""
            throw refusal(
                .vocabulary,
                "\(pipeline.vocabulary.count) tokens and the pipeline's buckets make \(pipeline.idCount) ids\(boundary), "
                    + "but the embedding has \(rows.map { "\($0) rows" } ?? "no rows"); expected as many: use the vocabulary that the model was trained with"
            )
        }
    }
}

/// The files of a model directory.
package enum ModelFileName: String, Sendable, CaseIterable {
    case config = "config.json"
    case weights = "model.safetensors"
    case vocabulary = "vocab.txt"
    case card = "README.md"
    case history = "history.json"
}
