extension StopWords {
    /// Written for Sluice: the closed classes of English. Articles, pronouns, prepositions, conjunctions, auxiliary
    /// verbs with their short forms, and the adverbs that only place or grade others.
    package static let english: [String] =
        articles + pronouns + prepositions + conjunctions + auxiliaries + shortForms + adverbs

    private static let articles = [
        "a", "an", "the", "this", "that", "these", "those", "some", "any", "no", "every", "each", "either", "neither",
        "another", "other", "others", "such", "same", "own", "both", "all", "half", "many", "much", "more", "most",
        "few", "fewer", "fewest", "little", "less", "least", "several", "enough",
    ]

    private static let pronouns = [
        "i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself", "yourselves", "he", "him", "his",
        "himself", "she", "her", "hers", "herself", "it", "its", "itself", "we", "us", "our", "ours", "ourselves",
        "they", "them", "their", "theirs", "themselves", "who", "whom", "whose", "which", "what", "whoever",
        "whatever", "whichever", "one", "ones", "oneself", "somebody", "someone", "something", "anybody", "anyone",
        "anything", "nobody", "none", "nothing", "everybody", "everyone", "everything",
    ]

    private static let prepositions = [
        "about", "above", "across", "after", "against", "along", "among", "amongst", "around", "as", "at", "before",
        "behind", "below", "beneath", "beside", "besides", "between", "beyond", "by", "despite", "down", "during",
        "except", "for", "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto", "out", "outside",
        "over", "past", "per", "since", "through", "throughout", "till", "to", "toward", "towards", "under",
        "underneath", "until", "up", "upon", "via", "with", "within", "without",
    ]

    private static let conjunctions = [
        "and", "but", "or", "nor", "so", "yet", "if", "unless", "whether", "because", "although", "though", "while",
        "whereas", "than", "when", "whenever", "where", "wherever", "why", "how", "however", "therefore", "thus",
        "hence", "moreover", "nevertheless", "otherwise", "instead",
    ]

    private static let auxiliaries = [
        "be", "am", "is", "are", "was", "were", "been", "being", "have", "has", "had", "having", "do", "does", "did",
        "doing", "done", "can", "could", "will", "would", "shall", "should", "may", "might", "must", "ought", "cannot",
        "not",
    ]

    /// What is left of them where an apostrophe cuts a word is here, too.
    private static let shortForms = [
        "i'm", "i've", "i'd", "i'll", "you're", "you've", "you'd", "you'll", "he's", "he'd", "he'll", "she's", "she'd",
        "she'll", "it's", "it'd", "it'll", "we're", "we've", "we'd", "we'll", "they're", "they've", "they'd",
        "they'll", "that's", "there's", "here's", "what's", "who's", "where's", "how's", "let's", "isn't", "aren't",
        "wasn't", "weren't", "haven't", "hasn't", "hadn't", "don't", "doesn't", "didn't", "can't", "couldn't", "won't",
        "wouldn't", "shan't", "shouldn't", "mightn't", "mustn't", "needn't", "n't", "'s", "'re", "'ve", "'ll", "'d",
        "'m", "s", "t", "d", "ll", "m", "re", "ve", "don", "isn", "aren", "wasn", "weren", "haven", "hasn", "hadn",
        "doesn", "didn", "couldn", "wouldn", "shouldn", "mustn", "needn", "won", "shan",
    ]

    private static let adverbs = [
        "here", "there", "now", "then", "again", "also", "too", "very", "quite", "rather", "almost", "already",
        "always", "never", "ever", "often", "sometimes", "once", "just", "only", "even", "still", "else", "away",
        "back", "further", "perhaps", "maybe", "indeed", "anyway", "together", "apart", "somewhere", "anywhere",
        "nowhere", "everywhere", "somehow",
    ]
}
