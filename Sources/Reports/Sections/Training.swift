import JSON
import Models

extension ModelReport {
    /// How it came to be, as history.json has it; nil where there is no such file, or one that cannot be read.
    var training: JSONValue? {
        guard let history = try? model.history(), let epochs = history["epochs"]?.array, !epochs.isEmpty else {
            return nil
        }
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
