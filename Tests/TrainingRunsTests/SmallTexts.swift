import TrainingRuns

/// Korean and English sentences about food and weather, made from a few parts: enough to learn from in seconds.
enum SmallTexts {
    static let food = "음식"
    static let weather = "날씨"

    private static let parts: [String: (subjects: [String], predicates: [String])] = [
        food: (
            ["국수가", "이 김치찌개는", "점심 도시락이", "the soup", "this noodle dish", "our lunch", "떡볶이가", "the bread"],
            ["정말 맛있어요", "조금 짜요", "너무 매워요", "was delicious", "tastes salty", "is too spicy", "담백하고 고소해요"]
        ),
        weather: (
            ["오늘 하늘이", "내일 아침은", "이번 주말은", "the sky", "tomorrow morning", "this weekend", "바람이", "the wind"],
            ["맑고 따뜻해요", "흐리고 추워요", "비가 와요", "is clear and warm", "looks cloudy", "will be stormy", "꽤 쌀쌀해요"]
        ),
    ]

    /// 112 rows, the labels in turn.
    static let rows: [(text: String, label: String)] = {
        let ordered = [food, weather].map { label in
            let (subjects, predicates) = parts[label] ?? ([], [])
            return subjects.flatMap { subject in
                predicates.map { (text: "\(subject) \($0)", label: label) }
            }
        }
        return zip(ordered[0], ordered[1]).flatMap { [$0, $1] }
    }()

    static var tsv: String {
        "label\ttext\n" + rows.map { "\($0.label)\t\($0.text)\n" }.joined()
    }

    /// The same rows, one label after the other.
    static var sortedTSV: String {
        "label\ttext\n"
            + [food, weather].flatMap { label in rows.filter { $0.label == label } }
            .map { "\($0.label)\t\($0.text)\n" }.joined()
    }

    /// Small enough to train in a moment.
    static func recipe(_ fit: String = "") -> [UInt8] {
        Array(
            """
            {"pipeline": {"segmentation": {"method": "character_n_grams", "buckets": [256]}, "maximum_length": 40},
             "layers": [
              {"class_name": "Embedding", "config": {"output_dim": 12}},
              {"class_name": "LSTM", "config": {"units": 12}},
              {"class_name": "Dense", "config": {"activation": "softmax"}}],
             "fit": {"epochs": 25, "batch_size": 16, "learning_rate": 0.01, "patience": 8, "seed": 3\(fit)}}
            """.utf8)
    }
}
