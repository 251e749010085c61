/// The recipes of `--task forecast` that `--recipe` knows by name; the first is used where none is named.
extension ShippedRecipes {
    package static let forecasts: [(name: String, text: String)] = [
        ("forecast-gru", recipe(of: "GRU")), ("forecast-lstm", recipe(of: "LSTM")),
    ]

    /// One recurrent layer over the window and a Dense for all that is to come. Columns are of one size by their
    /// scalers, so that one rate of learning suits them.
    private static func recipe(of layer: String) -> String {
        """
        {
          "series": {"window": 28, "horizon": 7, "scaler": "standard"},
          "layers": [
            {"class_name": "\(layer)", "config": {"units": 32}},
            {"class_name": "Dense"}
          ],
          "fit": {
            "epochs": 100, "batch_size": 32, "learning_rate": 0.002, "global_clipnorm": 1.0, "patience": 10,
            "validation_split": 0.2, "test_split": 0.2, "seed": 1
          }
        }
        """
    }
}
