/// Korean and English sentences about food and weather, and a recipe that learns them in a moment.
enum SmallTexts {
    static let tsv: String = {
        let parts: [(label: String, subjects: [String], predicates: [String])] = [
            (
                "음식", ["국수가", "이 김치찌개는", "the soup", "our lunch", "떡볶이가"],
                ["정말 맛있어요", "너무 매워요", "was delicious", "tastes salty"]
            ),
            (
                "날씨", ["오늘 하늘이", "내일 아침은", "the sky", "this weekend", "바람이"],
                ["맑고 따뜻해요", "비가 와요", "is clear and warm", "looks cloudy"]
            ),
        ]
        var lines = ["label\ttext"]
        for (label, subjects, predicates) in parts {
            for subject in subjects { lines += predicates.map { "\(label)\t\(subject) \($0)" } }
        }
        return lines.joined(separator: "\n") + "\n"
    }()

    static let recipe = recipe(epochs: 15)

    static func recipe(epochs: Int) -> String {
        """
        {"pipeline": {"segmentation": {"method": "character_n_grams", "buckets": [256]}, "maximum_length": 40},
         "layers": [
          {"class_name": "Embedding", "config": {"output_dim": 12}},
          {"class_name": "LSTM", "config": {"units": 12}},
          {"class_name": "Dense", "config": {"activation": "softmax"}}],
         "fit": {"epochs": \(epochs), "batch_size": 8, "learning_rate": 0.01, "patience": null, "seed": 3}}
        """
    }
}
