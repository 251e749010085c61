"""Makes english.tsv: nouns, verbs and adjectives of English with their forms, as LemmInflect has them.

    python3 make_english.py /usr/share/wordnet > english.tsv

The words are those that WordNet 3 (wordnet.princeton.edu/license-and-commercial-use) met most often in its texts, in one
word and small letters, and the verbs of `MORE`, which are there for how they change. A line is a word, its part of speech and its forms with tabs between, several spellings of one with a
space: of a noun the plural, of a verb -s, -ed, the participle and -ing, of an adjective the comparative and the superlative;
nothing where its dictionary has none.
LemmInflect 0.2.3 (MIT).
"""

import re
import sys
from collections import Counter

from lemminflect import getAllInflections

WORDS = {"noun": ("1", 700, ["NNS"]), "verb": ("2", 700, ["VBZ", "VBD", "VBN", "VBG"]), "adj": ("35", 200, ["JJR", "JJS"])}
# Auxiliaries have forms that no other verb has.
LEFT_OUT = {"be", "can", "will", "shall", "may", "must", "need", "dare", "might"}
MORE = """
abet abhor acquit age allot annul awake babysit backslide bathe befall befit beget beseech beset bespeak bias bid bit
bite bivouac bleed blitz boo box breed broadcast browbeat budget bus bust buzz cancel canoe catalog cling clothe
concur confer defer deter dig dispel dive dwell dye echo edit embed enrol equip excel exit expel extol eye fax fizz
fling focus forecast foresee foretell forgo format forsake freeze frolic fry fulfil gallop gas gossip grind handicap
havoc hew hoe hush impel incur infer inhabit inherit inlay input inset interweave kidnap kneel knit label lend loathe
market mimic mishear mislay misread mix model moo mow murmur obey offset omit orbit outbid outdo outfight outfit
outgrow output outrun outthink outwit overdo overfeed overhear override oversleep overspend overtake overthrow panic
parallel partake patrol picnic pilot politick profit program prohibit proofread propel pry quarrel queue quit quiz
radio ravel rebel rebuild rebut recur redo regret relay remit repay repel reread rerun resell reset retell rethink
retrofit revisit rewind rewrite rid rivet saw sew shave shear shed shoe shrink shut shy signal singe slay sling slink
slit smite sneak solicit soothe sow spell spill spin spit split spoil spoonfeed stencil stick sting stink stomach
strew stride string sue summon surrender sweat swell swim target thrive tinge tiptoe traffic tread trek tunnel typeset
unbind undercut underlie underwrite undo unplug unwind uphold upset veto video vie wake wallop waltz waylay weave wed
wet whiz wind withhold withstand woo worship wring zap zero zigzag
"""


def cells(word: str, tags: list[str]) -> list[str]:
    forms = getAllInflections(word)
    # The participle is listed where it is not the past.
    return [" ".join(forms.get(tag, forms.get("VBD", ()) if tag == "VBN" else ())) for tag in tags]


def main() -> None:
    counts: dict[str, Counter[str]] = {name: Counter() for name in WORDS}
    for line in open(f"{sys.argv[1]}/cntlist.rev"):
        key, _, count = line.split()
        word, rest = key.split("%")
        for name, (types, _, _) in WORDS.items():
            if rest[0] in types and re.fullmatch("[a-z]+", word) and word not in LEFT_OUT:
                counts[name][word] += int(count)
    for name, (_, most, tags) in WORDS.items():
        for word, _ in sorted(counts[name].items(), key=lambda pair: (-pair[1], pair[0]))[:most]:
            print("\t".join([word, name] + cells(word, tags)))
        for word in MORE.split() if name == "verb" else []:
            print("\t".join([word, name] + cells(word, tags)))


if __name__ == "__main__":
    main()
