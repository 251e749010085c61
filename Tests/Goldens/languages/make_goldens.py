"""Writes languages.txt: sentences of our own in every language, and what the profiles say of them, computed here from the
weights in LanguageProfiles.swift by the definition of make_profiles.py.

    python3 make_goldens.py > languages.txt

A line is `language<TAB>answer<TAB>probability<TAB>sentence`; the probability is that of the profiles, without the share
of the script. Languages that their script tells have - for answer and probability.
"""

import pathlib
import re

import numpy as np

from guide import LATIN
from make_profiles import BUCKETS, grams

PROFILES = pathlib.Path(__file__).parents[3] / "Sources/TextAnalysis/LanguageIdentification/LanguageProfiles.swift"
PRIOR_OF_ENGLISH = 2.0

SENTENCES = {
    "ca": ["Demà anirem al mercat perquè volem comprar formatge i pa.", "No sé on són les claus de casa."],
    "cs": ["Zítra půjdeme na trh, protože chceme koupit sýr a chleba.", "Nevím, kde jsou klíče od domu."],
    "da": ["I morgen går vi på torvet, fordi vi gerne vil købe ost og brød.", "Jeg ved ikke, hvor nøglerne til huset er."],
    "de": ["Morgen gehen wir auf den Markt, weil wir Käse und Brot kaufen wollen.", "Ich weiß nicht, wo die Schlüssel sind."],
    "el": ["Αύριο θα πάμε στην αγορά, γιατί θέλουμε να αγοράσουμε τυρί και ψωμί."],
    "en": ["Tomorrow we will go to the market, because we want to buy cheese and bread.", "I do not know where the keys are."],
    "es": ["Mañana iremos al mercado porque queremos comprar queso y pan.", "No sé dónde están las llaves de la casa."],
    "fr": ["Demain nous irons au marché parce que nous voulons acheter du fromage et du pain.", "Je ne sais pas où sont les clés."],
    "id": ["Besok kami akan pergi ke pasar karena kami ingin membeli keju dan roti.", "Saya tidak tahu di mana kunci rumah itu."],
    "it": ["Domani andremo al mercato perché vogliamo comprare formaggio e pane.", "Non so dove siano le chiavi di casa."],
    "ja": ["明日は市場へチーズとパンを買いに行きます。", "鍵がどこにあるか知りません。"],
    "ko": ["내일은 치즈와 빵을 사러 시장에 갈 것이다.", "열쇠가 어디에 있는지 모르겠어요 ㅠㅠ"],
    "nl": ["Morgen gaan we naar de markt omdat we kaas en brood willen kopen.", "Ik weet niet waar de sleutels van het huis zijn."],
    "pt": ["Amanhã vamos ao mercado porque queremos comprar queijo e pão.", "Não sei onde estão as chaves da casa."],
    "ro": ["Mâine vom merge la piață pentru că vrem să cumpărăm brânză și pâine.", "Nu știu unde sunt cheile casei."],
    "ru": ["Завтра мы пойдём на рынок, потому что хотим купить сыр и хлеб."],
    "sv": ["I morgon går vi till torget eftersom vi vill köpa ost och bröd.", "Jag vet inte var nycklarna till huset är."],
    "vi": ["Ngày mai chúng tôi sẽ đi chợ vì chúng tôi muốn mua phô mai và bánh mì.", "Tôi không biết chìa khóa nhà ở đâu."],
    "zh": ["明天我们要去市场买奶酪和面包。", "我不知道钥匙在哪里。"],
}


def main():
    source = PROFILES.read_text()
    signs = re.search(r'weights: StaticString = #"(.*)"#', source).group(1)
    weights = np.frombuffer(signs[: BUCKETS * len(LATIN)].encode(), dtype=np.uint8).reshape(BUCKETS, -1).astype(float)
    bias = np.array([float(v) for v in re.search(r"bias: \[Float\] = \[(.*)\]", source).group(1).split(",")])
    scale = float(re.search(r"scale: Float = (\S+)", source).group(1))
    bias[LATIN.index("en")] += PRIOR_OF_ENGLISH
    for language, sentences in SENTENCES.items():
        for sentence in sentences:
            if language not in LATIN:
                print(language, "-", "-", sentence, sep="\t")
                continue
            found = grams(sentence)
            scores = (weights[found] - 48 - 31.5).sum(axis=0) * scale / np.sqrt(len(found)) + bias
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            print(language, LATIN[shares.argmax()], f"{shares.max():.5f}", sentence, sep="\t")


if __name__ == "__main__":
    main()
