/// The recipes that `--recipe` knows by name.
package enum ShippedRecipes {
    package static let all: [String: String] = ["default": standard, "course": course, "sentiment-ko": sentimentKo]

    /// For most classifications of short texts, in Korean and English alike: characters and the n-grams that are
    /// frequent in the training rows, so that particles, endings and misspellings share what they mean. As many
    /// weights are read once or twice only, half of the embedding is dropped.
    private static let standard = """
        {
          "pipeline": {
            "segmentation": {"method": "character_n_grams", "buckets": [0, 0, 0]},
            "maximum_length": 200
          },
          "vocabulary": {"minimum_count": 2, "n_grams": 30000},
          "layers": [
            {"class_name": "Embedding", "config": {"output_dim": 32}},
            {"class_name": "Dropout", "config": {"rate": 0.5}},
            {"class_name": "LSTM", "config": {"units": 64, "return_sequences": true}},
            {"class_name": "GlobalPooling1D", "config": {"modes": ["max", "mean"]}},
            {"class_name": "Dropout", "config": {"rate": 0.5}},
            {"class_name": "Dense", "config": {"activation": "softmax"}}
          ],
          "fit": {
            "epochs": 20, "batch_size": 32, "learning_rate": 0.002, "global_clipnorm": 1.0, "weight_decay": 0.01,
            "label_smoothing": 0.05, "patience": 3, "ema_momentum": 0.99, "validation_split": 0.2,
            "stratified": true, "seed": 1
          }
        }
        """

    /// A first course's network on words: three recurrent layers over integer sequences.
    private static let course = """
        {
          "pipeline": {
            "segmentation": {"method": "white_space"},
            "maximum_length": 60
          },
          "vocabulary": {"minimum_count": 1, "maximum_size": 20000},
          "layers": [
            {"class_name": "Embedding", "config": {"output_dim": 64}},
            {"class_name": "Bidirectional", "config": {
              "layer": {"class_name": "SimpleRNN", "config": {"units": 64, "return_sequences": true}}}},
            {"class_name": "Bidirectional", "config": {
              "layer": {"class_name": "SimpleRNN", "config": {"units": 64, "return_sequences": true}}}},
            {"class_name": "SimpleRNN", "config": {"units": 64}},
            {"class_name": "Dense", "config": {"activation": "softmax"}}
          ],
          "fit": {
            "epochs": 15, "batch_size": 32, "learning_rate": 0.001, "global_clipnorm": 1.0, "patience": 3,
            "validation_split": 0.2, "stratified": true, "seed": 1
          }
        }
        """

    /// The built-in model's: it reads forward only, since texts are read as they are typed. Two passes with the rate
    /// falling to nothing did better on validation rows than more of them.
    private static let sentimentKo = """
        {
          "pipeline": {
            "segmentation": {"method": "character_n_grams", "buckets": [0, 0, 0, 0]},
            "maximum_length": 160
          },
          "vocabulary": {"minimum_count": 3, "n_grams": 76000},
          "layers": [
            {"class_name": "Embedding", "config": {"output_dim": 32}},
            {"class_name": "Dropout", "config": {"rate": 0.2}},
            {"class_name": "LSTM", "config": {"units": 96, "return_sequences": true}},
            {"class_name": "GlobalPooling1D", "config": {"modes": ["max", "mean"]}},
            {"class_name": "Dropout", "config": {"rate": 0.4}},
            {"class_name": "Dense", "config": {"activation": "softmax"}}
          ],
          "fit": {
            "epochs": 2, "batch_size": 256, "learning_rate": 0.003, "schedule": "warm_up_linear", "warm_up": 0.3,
            "global_clipnorm": 1.0, "weight_decay": 0.01, "label_smoothing": 0.05, "monitor": "val_accuracy",
            "validation_split": 0.1, "stratified": true, "seed": 1
          }
        }
        """
}
