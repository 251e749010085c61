"""Writes expressions.txt: patterns, texts, and the matches that Python's re finds (those of properties by the package regex).

    python3 -m pip install regex
    python3 make_goldens.py > expressions.txt

A line is `pattern<TAB>text<TAB>match match …`; a match is its spans in code points, the whole and then each group, as
`start,end` joined by `;`, `-` for a group that takes no part. In patterns and texts %, tab and line ends are written as
in addresses (%25, %09, %0A, %0D). First written cases, then random small ones: those with groups in a
repetition only by what they match as a whole, since what a group keeps of an empty round differs between engines.
"""

import random
import re
import warnings

import regex

TEXTS = [
    "영화가 정말 재미있다ㅋㅋㅋㅋ 10점 만점에 9.5점!!", "The quick brown fox jumps over 13 lazy dogs.", "a@b.co, x.y+z@mail.example.org; no@",
    "2024-01-31 and 1999/12/05, 12:30", "aaa bbb aab abab", "foo\nbar\r\nbaz\n", "Straße STRASSE ſtraße Kelvin K", "漢字とかな カタカナ 123 ４５６",
    "  leading\tand trailing  ", "", "\n", "좋아요 좋아요! 좋 아", "a.b|c*d+e?f(g)h[i]j{k}l^m$n\\o", "<b>bold</b><i>it</i>", "ΑΒΓ αβγ ς σ Σ", "été naïve Ünïcode",
    "x=1, y = 22 ,z=333", "😀👍🏽 emoji 🇰🇷", "\"quoted\" and 'single'", "aXbXcXd",
]
PATTERNS = [
    r"\d+", r"\D+", r"\w+", r"\W+", r"\s+", r"\S+", r"[가-힣]+", r"[ㄱ-ㅎㅏ-ㅣ]+", r"[a-z]+", r"[^a-z]+", r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+\.[A-Za-z.]+",
    r"(\d{4})[-/](\d\d?)[-/](\d\d?)", r"(?P<year>\d{4})-(?P<month>\d{2})", r"a*", r"a+", r"a?", r"a{2}", r"a{2,}", r"a{1,2}", r"a{,2}b", r"a*?", r"a+?", r"a??b",
    r"(a|ab)(c|bcd)*", r"(a|b)*", r"(a*)(b*)", r"(?:a*)*", r"(?:a*)+", r"(?:a|b*)*", r"(?:a|b)+?$", r"^", r"$", r"^.*$", r"(?m)^.*$", r"(?m)^", r"(?m)$", r"(?s).+", r".+",
    r"\bfoo\b", r"\b", r"\B", r"\b\w", r"\w\b", r"\Aa", r"\Z", r"o\Z", r"(?i)straße", r"(?i)k", r"(?i)[k-l]+", r"(?i)ΑΒγ", r"(?i)s", r"(?i)[^a-z]",
    r"<([a-z])>(.*?)</", r"<.*>", r"<.*?>", r"[.|*+?(){}\[\]^$\\]", r"[]a]", r"[^]a]", r"[a\]]", r"[-a]", r"[a-]", r"[\w-]+", r"[\d\s]+", r"[^\W\d_]+",
    r"(\w)=(\d+)", r"(\w)\s*=\s*(\d+)\s*,?", r"x|y|z", r"|a", r"a|", r"(|a)", r"(a|)", r"(?:)", r"()", r"(a())", r"((a)|b)+", r"((a)|(b)|c)*", r"(ab|a)(bc|c)?",
    r"\x61", r"\u0061", r"\u00e9", r"[\x61-\x63]+", r"\.", r"\\", r"\n", r"[\n\r]", r"\t", r"a.c", r"a\nb", r"(?:ab){2}", r"(?:a|b){2,3}", r"(?:a|b){2,3}?", r"{", r"a{", r"a{x}", r"a{1", r"a{1,x}",
    r"좋아요?", r"(좋)(\s?)(아)", r"(ㅋ)+", r"점", r"[一-鿿]+", r"[ぁ-ん]+|[ァ-ヶ]+", r"\d+(?:\.\d+)?", r"(?:\d+,)*\d+", r"!+$", r"(?i:THE) quick", r"(?i)THE (?-i:quick)", r"\"[^\"]*\"|'[^']*'",
    r"X(?:b|(c))X", r"(.)(.)", r"(.)X", r".*X", r".*?X", r"[^X]*X", r"(?:(a)|b)*", r"(?:a*|b)*", r"(?:a?){3}", r"(?:a|ab){2}", r"(?:a?)*?b", r"(?:x?y?)+", r"(?#comment)a",
]
PROPERTIES = [
    r"\p{Hangul}+", r"\p{Han}+", r"\p{L}+", r"\p{Lu}", r"\P{L}+", r"\p{^L}+", r"\pL+", r"[\p{Latin}\d]+", r"[^\p{L}\p{N}]+", r"\p{Script=Greek}+", r"\p{Hiragana}+|\p{Katakana}+",
    r"\p{Nd}+", r"\p{P}", r"\p{Punctuation}+", r"\p{White_Space}+", r"\p{So}", r"\p{letter}", r"\p{ASCII}+",
]


def escaped(text):
    for sign, code in (("%", "%25"), ("\t", "%09"), ("\n", "%0A"), ("\r", "%0D")):
        text = text.replace(sign, code)
    return text


def spans(match, groups):
    whole = ["%d,%d" % match.span()]
    for group in range(1, groups + 1):
        start, end = match.span(group)
        whole.append("-" if start < 0 else f"{start},{end}")
    return ";".join(whole)


def line(engine, pattern, text, with_groups=True):
    compiled = engine.compile(pattern)
    groups = compiled.groups if with_groups else 0
    print(escaped(pattern), escaped(text), " ".join(spans(m, groups) for m in compiled.finditer(text)), sep="\t")


def random_pattern(rng, depth):
    kind = rng.randrange(8 if depth else 4)
    if kind < 3:
        return rng.choice(["a", "b", "c", ".", "[ab]", "[^a]", r"\w", "가", " ", r"\b", "^", "$"] if kind == 0 else ["a", "b", "c", "ab", "가"])
    if kind == 3:
        return ""
    if kind == 4:
        return random_pattern(rng, depth - 1) + random_pattern(rng, depth - 1)
    if kind == 5:
        return "(?:" + random_pattern(rng, depth - 1) + "|" + random_pattern(rng, depth - 1) + ")"
    if kind == 6:
        return "(" + random_pattern(rng, depth - 1) + ")"
    inner = random_pattern(rng, depth - 1)
    return "(?:" + inner + ")" + rng.choice(["*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "*?", "+?", "??", "{1,2}?"])


def main():
    warnings.simplefilter("ignore")
    for pattern in PATTERNS:
        for text in TEXTS:
            # Python 3.14 finds \\B in an empty text, as all others do, and earlier ones do not.
            if text or pattern != r"\B":
                line(re, pattern, text)
    for pattern in PROPERTIES:
        for text in TEXTS:
            line(regex, pattern, text)
    rng = random.Random(4)
    written = 0
    while written < 1500:
        pattern = random_pattern(rng, 4)
        text = "".join(rng.choice("aaabbc가 \n") for _ in range(rng.randrange(9)))
        if len(pattern) > 60:
            continue
        line(re, pattern, text, with_groups=not re.search(r"\)[*+?{]", pattern))
        written += 1


if __name__ == "__main__":
    main()
