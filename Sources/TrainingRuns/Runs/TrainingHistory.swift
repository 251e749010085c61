import JSON
import RecurrentNetworks

/// `history.json`: how a model came to be, epoch by epoch, under Keras's names, and the recipe that made it.
/// `settings` is a recipe too: what was written, but for `fit`, which is what the training went by.
enum TrainingHistory {
    static func json(recipe: Recipe, result: TrainingResult) -> JSONValue {
        json(recipe: recipe.name, settings: settings(of: recipe), result: result)
    }

    static func json(recipe name: String, settings: JSONValue, result: TrainingResult) -> JSONValue {
        let ending: JSONValue =
            switch result.ending {
            case .allEpochs: "all_epochs"
            case .early: "early_stopping"
            case .stopped: "stopped"
            case .diverged(let divergence): .string("diverged: \(divergence)")
            }
        return .object(
            JSONObject([
                ("recipe", .string(name)),
                ("ending", ending),
                ("best_epoch", result.bestEpoch.map { .integer(Int64($0)) } ?? .null),
                ("epochs", .array(result.history.map(epoch))),
                ("settings", settings),
            ]))
    }

    private static func settings(of recipe: Recipe) -> JSONValue {
        let written = recipe.json.object?.members.filter { $0.name != "fit" } ?? []
        return .object(JSONObject(members: written + [.init(name: "fit", value: recipe.fit.encode())]))
    }

    private static func epoch(_ record: EpochRecord) -> JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("epoch", .integer(Int64(record.epoch))), ("loss", number(record.loss)),
        ]
        if let accuracy = record.accuracy { members.append(("accuracy", number(accuracy))) }
        if let loss = record.validationLoss { members.append(("val_loss", number(loss))) }
        if let accuracy = record.validationAccuracy { members.append(("val_accuracy", number(accuracy))) }
        members.append(("learning_rate", number(record.learningRate)))
        members.append(("seconds", .number((record.seconds * 1000).rounded() / 1000)))
        return .object(JSONObject(members))
    }

    /// To seven decimals, which is what 32-bit arithmetic has.
    private static func number(_ value: Double) -> JSONValue {
        .number((value * 1e7).rounded() / 1e7)
    }
}
