import JSON

/// How a network came to be, as history.json has it.
enum Training {
    /// Nil where there is no such file, or nothing in it.
    static func json(of history: JSONValue?) -> JSONValue? {
        guard let history, let epochs = history["epochs"]?.array, !epochs.isEmpty else { return nil }
        let names = ["epoch", "loss", "val_loss", "accuracy", "val_accuracy", "learning_rate", "seconds"]
        return .object(
            JSONObject([
                ("recipe", history["recipe"] ?? .null), ("ending", history["ending"] ?? .null),
                ("best", history["best_epoch"] ?? .null), ("monitor", history["settings"]?["fit"]?["monitor"] ?? .null),
                (
                    "epochs",
                    .array(
                        epochs.map { epoch in
                            .object(
                                JSONObject(
                                    names.map { name in
                                        (name, epoch[name]?.number.map { JSONValue.number($0) } ?? .null)
                                    }))
                        })
                ),
            ]))
    }
}
