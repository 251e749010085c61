import Models
import RecurrentNetworks
import Testing
import TrainingRuns

struct `Reading recipes` {
    @Test(arguments: ShippedRecipes.tasks.indices)
    func `every shipped recipe can be used for its task, and for no other`(index: Int) throws {
        let (name, task) = ShippedRecipes.tasks[index]
        let recipe = try Recipe.find(name, task: task)
        #expect(recipe.name == name && recipe.task == task)
        let plan = try NetworkPlan(try recipe.configuration(idCount: 5000, outputs: 7))
        let output: LayerShape =
            switch task {
            case .classify: .vector(7)
            case .tag: .sequence(7)
            // One for each id, and the end.
            case .translate, .generate: .sequence(5001)
            }
        #expect(plan.output == output)
        for other in Model.Task.allCases where !ShippedRecipes.tasks.contains(where: { $0 == (name, other) }) {
            let error = try #require(throws: RecipeError.self) { try Recipe.find(name, task: other) }
            #expect("\(error) \(error.hint)".contains("the task \(other.rawValue)"))
            #expect(error.hint.contains("--task"))
        }
    }

    @Test func `the course's network is the one the course builds`() throws {
        let configuration = try Recipe.find("course").configuration(idCount: 100, outputs: 2)
        let sequences = LayerConfiguration.simpleRNN(RecurrentOptions(units: 64, returnSequences: true))
        #expect(
            Array(configuration.layers.dropFirst()) == [
                .bidirectional(sequences), .bidirectional(sequences), .simpleRNN(RecurrentOptions(units: 64)),
                .dense(units: 2, activation: .softmax),
            ])
    }

    @Test func `what a recipe leaves out has a default, and what it says is read`() throws {
        let recipe = try read(fit: #""epochs": 7, "schedule": "warm_up_linear", "warm_up": 0.25, "patience": null"#)
        #expect(recipe.fit.training.epochs == 7)
        #expect(recipe.fit.training.schedule == .warmUpLinear(warmUp: 0.25))
        #expect(recipe.fit.training.patience == nil)
        #expect(recipe.fit.training.batchSize == TrainingOptions().batchSize)
        #expect(recipe.fit.validationSplit == 0.2)
        #expect(recipe.fit.isStratified)
    }

    struct Wrong: Sendable, CustomTestStringConvertible {
        var what: String
        var json: String
        /// Parts of the message that name the place, what came, and the mend.
        var says: [String]
        var testDescription: String { what }
    }

    private static let pipeline = #""pipeline": {"segmentation": {"method": "character"}, "maximum_length": 50}"#
    private static let embedding = #"{"class_name": "Embedding", "config": {"output_dim": 8}}"#
    private static let dense = #"{"class_name": "Dense", "config": {"activation": "softmax"}}"#

    private static let sigmoid = #"{"class_name": "Dense", "config": {"units": 1, "activation": "sigmoid"}}"#

    private static let lstm = #"{"class_name": "LSTM", "config": {"units": 4}}"#

    private static func recipe(_ layers: String, fit: String = "") -> String {
        "{\(pipeline), \"layers\": [\(layers)], \"fit\": {\(fit)}}"
    }

    private static func stack(_ inner: String) -> String { recipe("\(embedding), \(inner), \(dense)") }

    static let wrong: [Wrong] = [
        Wrong(what: "no JSON", json: "{", says: ["JSON object"]),
        Wrong(what: "an array", json: "[]", says: ["expected an object"]),
        Wrong(what: "no layers", json: "{\(pipeline)}", says: ["layers", "is missing; expected an array of layers"]),
        Wrong(
            what: "texts too long for the memory",
            json: recipe("\(embedding), {\"class_name\": \"LSTM\", \"config\": {\"units\": 64}}, \(dense)")
                .replacing("\"maximum_length\": 50", with: "\"maximum_length\": 1000000"),
            says: ["pipeline.maximum_length", "732 MiB", "smaller"]),
        Wrong(what: "a misspelt part", json: "{\(pipeline), \"layer\": []}", says: ["layer", "'layers'"]),
        Wrong(
            what: "a misspelt class", json: stack(#"{"class_name": "LTSM", "config": {"units": 4}}"#),
            says: ["layers[1]", "'LTSM'", "'LSTM'"]),
        Wrong(
            what: "a misspelt option",
            json: stack(#"{"class_name": "LSTM", "config": {"units": 4, "return_sequence": true}}"#),
            says: ["layers[1].config.return_sequence", "'return_sequences'"]),
        Wrong(
            what: "a misspelt fit option", json: recipe(embedding, fit: #""epoch": 3"#),
            says: ["fit.epoch", "'epochs'"]),
        Wrong(
            what: "a misspelt vocabulary option",
            json: "{\(pipeline), \"vocabulary\": {\"min_count\": 2}, \"layers\": []}",
            says: ["vocabulary.min_count", "minimum_count"]),
        Wrong(
            what: "a misspelt segmentation",
            json: #"{"pipeline": {"segmentation": {"method": "charcter"}, "maximum_length": 9}, "layers": []}"#,
            says: ["pipeline.segmentation.method", "'character'"]),
        Wrong(
            what: "a layer after a recurrent one without return_sequences",
            json: stack(
                #"{"class_name": "LSTM", "config": {"units": 4}}, {"class_name": "GRU", "config": {"units": 4}}"#),
            says: ["'gru'", "a vector (4)", "a sequence", "return_sequences"]),
        Wrong(
            what: "an output that is a sequence",
            json: stack(#"{"class_name": "LSTM", "config": {"units": 4, "return_sequences": true}}"#),
            says: ["'dense'", "a sequence", "vector"]),
        Wrong(
            what: "an output without softmax",
            json: recipe(
                "\(embedding), {\"class_name\": \"LSTM\", \"config\": {\"units\": 4}}, "
                    + #"{"class_name": "Dense", "config": {"units": 2, "activation": "sigmoid"}}"#),
            says: ["'dense'", "softmax"]),
        Wrong(what: "no embedding", json: recipe(dense), says: ["Embedding"]),
        Wrong(what: "no layer at all", json: recipe(""), says: ["Embedding"]),
        Wrong(
            what: "no units", json: stack(#"{"class_name": "LSTM", "config": {"units": 0}}"#),
            says: ["layers[1].config.units", "0 came", "expected 1 to"]),
        Wrong(
            what: "fewer units than none", json: stack(#"{"class_name": "LSTM", "config": {"units": -8}}"#),
            says: ["layers[1].config.units", "-8 came", "expected 1 to"]),
        Wrong(
            what: "units in words", json: stack(#"{"class_name": "LSTM", "config": {"units": "64"}}"#),
            says: ["layers[1].config.units", "a string came", "expected a whole number"]),
        Wrong(
            what: "half a unit", json: stack(#"{"class_name": "LSTM", "config": {"units": 0.5}}"#),
            says: ["layers[1].config.units", "expected a whole number"]),
        Wrong(
            what: "a misspelt activation",
            json: recipe("\(embedding), \(lstm), " + #"{"class_name": "Dense", "config": {"activation": "sofmax"}}"#),
            says: ["layers[2].config.activation", "'sofmax' came", "did you mean 'softmax'"]),
        Wrong(
            what: "gates of a cell that has none",
            json: stack(
                #"{"class_name": "SimpleRNN", "config": {"units": 4, "recurrent_activation": "sigmoid"}}"#),
            says: ["layers[1].config.recurrent_activation", "no such field"]),
        Wrong(
            what: "a misspelt activation of gates",
            json: stack(#"{"class_name": "GRU", "config": {"units": 4, "recurrent_activation": "sigmoit"}}"#),
            says: ["layers[1].config.recurrent_activation", "'sigmoit' came", "did you mean 'sigmoid'"]),
        Wrong(
            what: "a softmax of one class",
            json: recipe(
                "\(embedding), \(lstm), "
                    + #"{"class_name": "Dense", "config": {"units": 1, "activation": "softmax"}}"#),
            says: ["'dense'", "1 unit", "2 or more", "leave units out"]),
        Wrong(
            what: "a thousand million parameters",
            json: stack(#"{"class_name": "LSTM", "config": {"units": 16000}}"#),
            says: ["1024608", "parameters", "15.3 GiB", "at most 500000000", "smaller"]),
        Wrong(
            what: "more parameters than there are numbers for",
            json: stack(#"{"class_name": "LSTM", "config": {"units": 1073741824}}"#),
            says: ["parameters", "GiB", "smaller"]),
        Wrong(
            what: "a dropout of everything", json: stack(#"{"class_name": "Dropout", "config": {"rate": 1}}"#),
            says: ["layers[1].config.rate", "1.0 came", "less than 1"]),
        Wrong(
            what: "a recurrent dropout of more than everything",
            json: stack(#"{"class_name": "GRU", "config": {"units": 4, "recurrent_dropout": 1.5}}"#),
            says: ["layers[1].config.recurrent_dropout", "1.5 came", "less than 1"]),
        Wrong(
            what: "a misspelt merge mode",
            json: stack(
                #"{"class_name": "Bidirectional", "config": {"layer": {"class_name": "LSTM", "config": {"units": 4}}, "merge_mode": "avg"}}"#
            ),
            says: ["layers[1].config.merge_mode", "'avg' came", "'ave'"]),
        Wrong(
            what: "two outputs that are not merged",
            json: stack(
                #"{"class_name": "Bidirectional", "config": {"layer": {"class_name": "LSTM", "config": {"units": 4}}, "merge_mode": null}}"#
            ),
            says: ["'dense'", "two vectors (4)", "one tensor", "merge mode"]),
        Wrong(
            what: "two directions around one that goes backwards",
            json: stack(
                #"{"class_name": "Bidirectional", "config": {"layer": {"class_name": "LSTM", "config": {"units": 4, "go_backwards": true}}}}"#
            ),
            says: ["'bidirectional'", "goes backwards", "set go_backwards to false"]),
        Wrong(
            what: "two directions around a Dense",
            json: stack(
                #"{"class_name": "Bidirectional", "config": {"layer": {"class_name": "Dense", "config": {"units": 4}}}}"#
            ),
            says: ["'bidirectional'", "a dense layer inside", "SimpleRNN, GRU or LSTM"]),
        Wrong(
            what: "a pool of a vector",
            json: stack(lstm + #", {"class_name": "GlobalPooling1D", "config": {"modes": ["attention"]}}"#),
            says: ["'global_pooling'", "a vector (4)", "a sequence", "return_sequences"]),
        Wrong(
            what: "an unknown pool",
            json: stack(#"{"class_name": "GlobalPooling1D", "config": {"modes": ["atention"]}}"#),
            says: ["layers[1].config.modes[0]", "'atention' came", "'attention'"]),
        Wrong(
            what: "a Dense on ids", json: recipe("\(dense), \(embedding)"),
            says: ["'dense'", "Embedding", "first"]),
        Wrong(
            what: "two embeddings", json: stack(embedding),
            says: ["'embedding_1'", "a sequence (T, 8)", "ids", "one Embedding"]),
        Wrong(
            what: "steps of a vector",
            json: stack(
                lstm
                    + #", {"class_name": "TimeDistributed", "config": {"layer": {"class_name": "Dense", "config": {"units": 2}}}}"#
            ),
            says: ["layers[2]", "a vector (4)", "set return_sequences to true"]),
        Wrong(
            what: "masked outputs of a vector",
            json: stack(#"{"class_name": "LSTM", "config": {"units": 4, "zero_output_for_mask": true}}"#),
            says: ["'lstm'", "zero_output_for_mask", "set return_sequences to true"]),
        Wrong(
            what: "an unknown initializer",
            json: stack(#"{"class_name": "LSTM", "config": {"units": 4, "recurrent_initializer": "ortogonal"}}"#),
            says: ["layers[1].config.recurrent_initializer", "'ortogonal' came", "'orthogonal'"]),
        Wrong(
            what: "an epsilon of 0",
            json: stack(#"{"class_name": "LayerNormalization", "config": {"epsilon": 0}}, \#(lstm)"#),
            says: ["'layer_normalization'", "epsilon 0.0", "above 0"]),
        Wrong(
            what: "a vocabulary that is not the data's to decide",
            json: recipe(#"{"class_name": "Embedding", "config": {"input_dim": 0, "output_dim": 8}}"#),
            says: ["layers[0].config.input_dim", "0 came"]),
        Wrong(
            what: "texts of no length", json: stack(lstm).replacing("length\": 50", with: "length\": 0"),
            says: ["pipeline.maximum_length", "0"]),
        Wrong(
            what: "texts of a length in words", json: stack(lstm).replacing("length\": 50", with: "length\": \"long\""),
            says: ["pipeline.maximum_length", "a string came"]),
        Wrong(
            what: "an unknown optimizer",
            json: recipe("\(embedding), \(lstm), \(dense)", fit: #""optimizer": "adagrad""#),
            says: ["fit.optimizer", "'adagrad' came", "Adam"]),
        Wrong(
            what: "a momentum that grows",
            json: recipe(
                "\(embedding), \(lstm), \(dense)",
                fit: #""optimizer": {"class_name": "SGD", "config": {"momentum": 2}}"#),
            says: ["fit.optimizer.config.momentum", "2", "less than 1"]),
        Wrong(
            what: "a misspelt loss",
            json: recipe("\(embedding), \(lstm), \(dense)", fit: #""loss": "binary_crosentropy""#),
            says: ["fit.loss", "'binary_crosentropy' came", "did you mean 'binary_crossentropy'"]),
        Wrong(
            what: "the loss of a sigmoid after a softmax",
            json: recipe("\(embedding), \(lstm), \(dense)", fit: #""loss": "binary_crossentropy""#),
            says: ["fit.loss", "came binary cross-entropy, needs cross-entropy", "'dense'", "sigmoid unit"]),
        Wrong(
            what: "the loss of a softmax after a sigmoid",
            json: recipe("\(embedding), \(lstm), \(sigmoid)", fit: #""loss": "categorical_crossentropy""#),
            says: ["fit.loss", "came cross-entropy, needs binary cross-entropy", "'dense'", "goes with softmax"]),
        Wrong(
            what: "an accuracy of a loss without one",
            json: recipe(
                "\(embedding), \(lstm), \(dense)", fit: #""loss": "mean_squared_error", "monitor": "val_accuracy""#),
            says: ["fit.loss", "mean squared error", "val_accuracy", "monitor val_loss"]),
        Wrong(
            what: "smoothing of a loss without labels",
            json: recipe("\(embedding), \(lstm), \(dense)", fit: #""loss": "huber", "label_smoothing": 0.1"#),
            says: ["fit.loss", "Huber", "label_smoothing"]),
        Wrong(
            what: "two ways to clip",
            json: recipe("\(embedding), \(lstm), \(dense)", fit: #""clipnorm": 1, "global_clipnorm": 1"#),
            says: ["fit.clipnorm", "global_clipnorm and clipnorm came", "expected one of them"]),
    ]

    @Test func `optimizers and clipping are called and have the defaults that Keras gives them`() throws {
        #expect(try read(fit: "").fit.training.optimiser == .adam())
        let adamW = try read(fit: #""optimizer": "adamw""#).fit.training
        #expect(adamW.optimiser == .adam() && adamW.weightDecay == 0.004 && adamW.learningRate == 0.001)
        let sgd = try read(
            fit: #""optimizer": {"class_name": "SGD", "config": {"momentum": 0.9, "nesterov": true}}, "clipvalue": 0.5"#
        )
        #expect(sgd.fit.training.optimiser == .sgd(momentum: 0.9, nesterov: true))
        #expect(sgd.fit.training.learningRate == 0.01)
        #expect(sgd.fit.training.clipping == .value(0.5))
        let rmsprop = try read(fit: #""optimizer": "RMSprop", "learning_rate": 0.1, "clipnorm": 2"#).fit.training
        #expect(rmsprop.optimiser == .rmsprop() && rmsprop.learningRate == 0.1 && rmsprop.clipping == .norm(2))
        #expect(try read(fit: #""global_clipnorm": null"#).fit.training.clipping == nil)
    }

    @Test func `class weights are written by label, and read back from what a training writes`() throws {
        let recipe = try read(fit: #""class_weight": {"긍정": 2, "부정": 0.5}"#)
        #expect(recipe.fit.classWeights == ["긍정": 2, "부정": 0.5])
        let error = try #require(throws: RecipeError.self) { try read(fit: #""class_weight": {"긍정": -1}"#) }
        #expect(error.reason.contains("fit.class_weight.긍정"), "\(error)")
    }

    @Test(arguments: [
        (#""optimizer": "adma""#, ["fit.optimizer", "'Adam'"]),
        (#""optimizer": {"class_name": "SGD", "config": {"rho": 0.9}}"#, ["fit.optimizer.config.rho"]),
        (
            #""optimizer": {"class_name": "Adam", "config": {"beta_1": 1}}"#,
            ["fit.optimizer.config.beta_1", "less than 1"]
        ),
        (#""optimizer": 3"#, ["fit.optimizer", "object"]),
        (#""clipnorm": 1, "clipvalue": 1"#, ["fit.clipvalue", "expected one of them"]),
    ])
    func `a wrong optimizer is refused by name`(fit: String, says: [String]) throws {
        let error = try #require(throws: RecipeError.self) { try read(fit: fit) }
        for part in says { #expect(error.reason.contains(part), "\(error)") }
    }

    @Test func `the ways to be wrong are many`() {
        #expect(Self.wrong.count >= 40)
    }

    @Test(arguments: wrong)
    func `a recipe that cannot work is refused before any training`(recipe: Wrong) throws {
        let error = try #require(throws: RecipeError.self) {
            try Recipe(parsing: Array(recipe.json.utf8), name: "mine.json")
        }
        let text = "\(error)\n\(error.hint)"
        #expect(text.contains("mine.json"))
        for part in recipe.says { #expect(text.contains(part), "\(text)") }
    }

    @Test(arguments: [
        ("epochs", "0"), ("epochs", "1.5"), ("epochs", "\"many\""), ("batch_size", "0"), ("learning_rate", "0"),
        ("learning_rate", "-1"), ("label_smoothing", "1"), ("validation_split", "1"), ("validation_split", "-0.1"),
        ("patience", "-1"), ("ema_momentum", "1"), ("global_clipnorm", "0"), ("seed", "-1"), ("schedule", "\"cosine\""),
        ("stratified", "1"), ("monitor", "\"val_los\""), ("weight_decay", "1"), ("warm_up", "1"),
    ])
    func `a fit option out of range is refused by name`(name: String, value: String) throws {
        let error = try #require(throws: RecipeError.self) { try read(fit: "\"\(name)\": \(value)") }
        #expect(error.reason.contains("fit.\(name)"), "\(error)")
        #expect(error.reason.contains("expected"), "\(error)")
    }

    @Test func `a name that is no recipe and no file lists the recipes`() throws {
        let error = try #require(throws: RecipeError.self) { try Recipe.find("corse") }
        #expect(error.hint.contains("course, default"))
    }

    private func read(fit: String) throws -> Recipe {
        let layers = "\(Self.embedding), {\"class_name\": \"LSTM\", \"config\": {\"units\": 4}}, \(Self.dense)"
        return try Recipe(parsing: Array(Self.recipe(layers, fit: fit).utf8), name: "mine.json")
    }
}
