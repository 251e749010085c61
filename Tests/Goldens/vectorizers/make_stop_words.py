"""Makes Sources/TextAnalysis/StopWords/SklearnStopWords.swift: the English stop words of scikit-learn (BSD 3-Clause).

    python3 make_stop_words.py > ../../../Sources/TextAnalysis/StopWords/SklearnStopWords.swift
"""

import textwrap

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

print('''extension StopWords {
    /// What scikit-learn 1.9 takes for `stop_words="english"` (BSD 3-Clause; the list is the Glasgow Information
    /// Retrieval Group's), in order: made by Tests/Goldens/vectorizers/make_stop_words.py.
    static let sklearn: [String] =
        """''')
for line in textwrap.wrap(" ".join(sorted(ENGLISH_STOP_WORDS)), 110):
    print(f"        {line}")
print('''        """
        .split { $0 == " " || $0 == "\\n" }.map(String.init)
}''')
