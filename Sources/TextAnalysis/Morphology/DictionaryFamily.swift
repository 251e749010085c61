/// What the feature strings of a dictionary mean. A feature string is a line of CSV; which columns it has is a matter of
/// who made the dictionary.
package enum DictionaryFamily: String, Sendable, CaseIterable {
    /// 8 columns: tag, meaning, final consonant (T, F), reading, type, first tag, last tag, expression.
    case mecabKo = "mecab-ko-dic"
    /// 9 columns: four of the part of speech, kind and form of inflection, dictionary form, reading, pronunciation; 7 where
    /// the word is unknown.
    case ipadic
    /// 26 columns: four of the part of speech, kind and form of inflection, and so on; 6 where the word is unknown.
    case unidic

    /// Told from the features of unknown words, which every dictionary has; nil where they are of none of the three.
    package init?(unknownFeatures: some Sequence<String>) {
        for features in unknownFeatures {
            let first = features.prefix { $0 != "," }
            if first == "補助記号" || first == "空白" || first == "代名詞" {
                self = .unidic
                return
            }
            if KoreanTag.all[String(first)] != nil {
                self = .mecabKo
                return
            }
            if first == "記号", features.contains("空白") || features.hasPrefix("記号,一般,*,*,*,*,*") {
                self = .ipadic
                return
            }
        }
        return nil
    }

    /// ISO 639-1.
    package var language: String {
        switch self {
        case .mecabKo: "ko"
        case .ipadic, .unidic: "ja"
        }
    }

    /// - Parameters:
    ///   - surface: as it stands in the analysed text.
    ///   - range: where it stands, UTF-8 offsets.
    ///   - features: the line of the dictionary. Whatever is in it, there is an answer: what a line has not is as if the
    ///     word were not inflected.
    package func morpheme(surface: String, range: Range<Int>, features: String, isUnknown: Bool) -> Morpheme {
        switch self {
        case .mecabKo:
            KoreanFeatures(features).morpheme(surface: surface, range: range, isUnknown: isUnknown)
        case .ipadic, .unidic:
            JapaneseFeatures(features, family: self)
                .morpheme(surface: surface, range: range, isUnknown: isUnknown)
        }
    }
}

/// The columns of a feature string.
struct FeatureColumns {
    private var columns: [String] = []

    /// CSV with quotes around columns that hold a comma, a quote in them doubled. A mark after a comma joins with it to one
    /// character, so that scalars are looked at.
    init(_ line: String) {
        guard line.utf8.contains(UInt8(ascii: "\"")) else {
            columns = line.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return
        }
        var column = String.UnicodeScalarView()
        var isQuoted = false
        var before: Unicode.Scalar?
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\"":
                if !isQuoted, before == "\"" { column.append("\"") }
                isQuoted.toggle()
            case "," where !isQuoted:
                columns.append(String(column))
                column = String.UnicodeScalarView()
            default: column.append(scalar)
            }
            before = scalar
        }
        columns.append(String(column))
    }

    /// Nil where the line ends before it, and for `*` and nothing, which say that there is none.
    subscript(_ index: Int) -> String? {
        guard columns.indices.contains(index), columns[index] != "*", !columns[index].isEmpty else { return nil }
        return columns[index]
    }
}
