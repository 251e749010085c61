import RecurrentNetworks
import Testing
import TimeSeries
import TrainingRuns

struct `Recipes of forecasts` {
    private func recipe(_ json: String) throws -> ForecastRecipe {
        try ForecastRecipe(parsing: Array(json.utf8), name: "test")
    }

    private func recipe(
        layers: String = #"[{"class_name": "GRU", "config": {"units": 4}}, {"class_name": "Dense"}]"#,
        fit: String = "{}"
    ) throws -> ForecastRecipe {
        try recipe(#"{"layers": \#(layers), "fit": \#(fit)}"#)
    }

    private let series = SeriesConfiguration(targets: ["a", "b"], window: 5, horizon: 3)

    @Test(arguments: ShippedRecipes.forecasts.map(\.name))
    func `what is shipped fits every mode, quantiles and labels`(name: String) throws {
        let recipe = try ForecastRecipe.find(name)
        var series = recipe.series
        series.targets = ["a", "b"]
        for mode in ForecastMode.allCases {
            series.mode = mode
            try series.check()
            let plan = try NetworkPlan(recipe.network(for: series, features: 2).configuration)
            let outputs = mode == .autoregressive ? 2 : 14
            #expect(plan.input == .sequence(2))
            #expect(plan.output == (mode == .stateful ? .sequence(outputs) : .vector(outputs)))
        }
        (series.mode, series.quantiles) = (.direct, [0.25, 0.5, 0.75])
        #expect(try recipe.network(for: series, features: 2).loss == .quantile([0.25, 0.5, 0.75]))
        (series.quantiles, series.labels, series.targets) = ([], ["rain", "sun", "snow"], ["a"])
        let (configuration, loss) = try recipe.network(for: series, features: 2)
        #expect(loss == .crossEntropy)
        #expect(configuration.layers.last == .dense(units: 3, activation: .softmax))
    }

    @Test func `the first one is used where none is named`() throws {
        #expect(try ForecastRecipe.find(nil).name == "forecast-gru")
    }

    @Test func `the loss quantile has quantiles of its own`() throws {
        let recipe = try recipe(fit: #"{"loss": "quantile", "test_split": 0}"#)
        #expect(recipe.series.quantiles == [0.1, 0.5, 0.9])
        #expect(recipe.fit.testSplit == 0)
        #expect(try self.recipe().network(for: series, features: 2).loss == .meanSquaredError)
        #expect(try self.recipe(fit: #"{"loss": "huber"}"#).network(for: series, features: 2).loss == .huber())
    }

    @Test func `an InputLayer may be written where it is that of the columns`() throws {
        let layers =
            #"[{"class_name": "InputLayer", "config": {"shape": [null, 2]}}, {"class_name": "LSTM", "config": {"units": 4}}, {"class_name": "Dense", "config": {"units": 6}}]"#
        let recipe = try recipe(layers: layers)
        #expect(try recipe.network(for: series, features: 2).configuration.layers.count == 3)
        let error = #expect(throws: RecipeError.self) { try recipe.network(for: series, features: 3) }
        #expect(error?.reason.contains("came 2 numbers a row, needs 3") == true)
    }

    @Test(arguments: [
        (#"{"fit": {}}"#, "layers: is missing"), (#"{"layers": [], "serie": {}}"#, "did you mean 'series'"),
        (#"{"layers": [], "series": {"widow": 3}}"#, "did you mean 'window'"),
        (#"{"layers": [{"class_name": "GRU"}]}"#, "layers[0].config.units"),
        (#"{"layers": [], "fit": {"stratified": true}}"#, "fit.stratified"),
        (#"{"layers": [], "fit": {"test_split": 1}}"#, "fit.test_split"),
        ("[]", "expected an object"), ("{", "recipe test"),
    ])
    func `a recipe that cannot be read is refused by the field`(json: String, part: String) {
        let error = #expect(throws: RecipeError.self) { try recipe(json) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        (
            #"[{"class_name": "Embedding", "config": {"input_dim": 3, "output_dim": 2}}, {"class_name": "GRU", "config": {"units": 4}}, {"class_name": "Dense"}]"#,
            "{}", "embedding"
        ),
        (
            #"[{"class_name": "GRU", "config": {"units": 4, "return_sequences": true}}, {"class_name": "Dense"}]"#,
            "{}", "needs a vector (6), for 3 steps × 2 targets"
        ),
        (
            #"[{"class_name": "GRU", "config": {"units": 4}}, {"class_name": "Dense", "config": {"units": 5}}]"#, "{}",
            "came a vector (5), needs a vector (6)"
        ),
        (#"[{"class_name": "GRU", "config": {"units": 4}}]"#, "{}", "came a vector (4), needs a vector (6)"),
        (
            #"[{"class_name": "GRU", "config": {"units": 4}}, {"class_name": "Dense"}]"#,
            #"{"loss": "sparse_categorical_crossentropy"}"#, "a loss of numbers"
        ),
        (
            #"[{"class_name": "GRU", "config": {"units": 4}}, {"class_name": "Dense"}]"#,
            #"{"monitor": "val_accuracy"}"#, "val_accuracy"
        ),
        (
            #"[{"class_name": "GRU", "config": {"units": 4}}, {"class_name": "Dense"}]"#, #"{"label_smoothing": 0.1}"#,
            "label_smoothing"
        ),
    ])
    func `layers and losses that do not fit the columns are refused`(layers: String, fit: String, part: String) throws {
        let recipe = try recipe(layers: layers, fit: fit)
        let error = #expect(throws: RecipeError.self) { try recipe.network(for: series, features: 2) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test func `a window too long for the layers is refused before anything is trained`() throws {
        var series = series
        series.window = 100_000
        let recipe = try recipe(
            layers: #"[{"class_name": "GRU", "config": {"units": 1000}}, {"class_name": "Dense"}]"#)
        let error = #expect(throws: RecipeError.self) { try recipe.network(for: series, features: 2) }
        #expect(error?.reason.contains("256 MiB") == true, "\(error?.reason ?? "")")
    }

    @Test func `a recipe of the other kind is known by its name`() {
        let texts = #expect(throws: RecipeError.self) { try ForecastRecipe.find("sentiment-ko") }
        #expect(texts?.reason.contains("of texts") == true)
        let series = #expect(throws: RecipeError.self) { try Recipe.find("forecast-gru") }
        #expect(series?.reason.contains("--task forecast") == true)
    }

    @Test(arguments: [true, false])
    func `what is not read row by row keeps no state`(returnsSequences: Bool) throws {
        var series = series
        series.mode = .stateful
        let recipe = try recipe(
            layers:
                #"[{"class_name": "Bidirectional", "config": {"layer": {"class_name": "GRU", "config": {"units": 4, "return_sequences": \#(returnsSequences)}}}}, {"class_name": "Dense"}]"#
        )
        let error = #expect(throws: RecipeError.self) { try recipe.network(for: series, features: 2) }
        #expect(error?.hint.contains("row by row") == true)
    }

    @Test func `texts have no quantiles and no test split`() throws {
        let json = { (fit: String) in
            String(decoding: SmallTexts.recipe(), as: UTF8.self).replacing("\"fit\": {", with: "\"fit\": {\(fit), ")
        }
        let error = #expect(throws: RecipeError.self) {
            try Recipe(parsing: Array(json(#""test_split": 0.1"#).utf8), name: "test")
        }
        #expect(error?.reason.contains("test_split") == true)
        let quantile = #expect(throws: RecipeError.self) {
            try Recipe(parsing: Array(json(#""loss": "quantile""#).utf8), name: "test")
        }
        #expect(quantile?.hint.contains("--task forecast") == true)
    }
}
