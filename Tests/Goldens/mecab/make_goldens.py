"""Odd lines as mecab-ko and MeCab analyse them, with the dictionaries of three Python packages.

    pip install python-mecab-ko==1.3.7 python-mecab-ko-dic==2.1.1.post2 ipadic==1.0.0 unidic-lite==1.0.8 fugashi==1.5.2
    python3 make_goldens.py

writes mecab-ko-dic.txt, ipadic.txt and unidic-lite.txt beside this file: each line after `>`, then its best analysis
and the first three of `-N 3` (where some cost the same, the first of these may be another), a surface, a tab and a
feature a line, each closed by `EOS`; tabs, backslashes and carriage returns are written as escapes. mecab-ko-dic is
read by mecab-ko, which raises the cost of some words after spaces; the Japanese dictionaries by MeCab in fugashi. Also
user.txt: what mecab-ko's own compiler makes of user words.
"""

import pathlib
import subprocess
import sys
import tempfile

import fugashi
import ipadic
import mecab_ko_dic
import unidic_lite

KOREAN_DICTIONARY = str(pathlib.Path(mecab_ko_dic.__file__).parent / "dictionary")
HERE = pathlib.Path(__file__).parent

ODD = [
    "",
    " ",
    "   \t  ",
    "a",
    "  a  b  ",
    "\u3000전각\u3000공백\u00a0과 줄바꿈없는공백",
    "가\t나\t\t다",
    "끝에 캐리지 리턴\r",
    "😀",
    "👨‍👩‍👧 가족😀😀사진",
    "𠮷野家で𩸽",
    "\uffff\ufffe 끝\uffff",
    "NFD: \u1100\u1161\u11a8 \u1112\u1161\u11ab\u1100\u1173\u11af",
    "ｶﾞｷﾞｸﾞ ﾊﾝｶｸ",
    "é à ü ß Å ñ",
    "Привет мир",
    "日本語と한국어とEnglish混在 문장",
    "1234567890 3.14 1,000원",
    "abcdefghijklmnopqrstuvwxyz",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "a" * 24 + " " + "b" * 25 + " " + "c" * 26,
    "ㅋ" * 24 + " " + "ㅠ" * 25 + " " + "ㅎㅎㅎ",
    "一" * 30,
    "ァ" * 40,
    "!@#$%^&*()_+-=[]{}|;':\",./<>?`~",
    "http://example.com/a?b=c#d",
    "…… ——",
    "이" * 20,
    "の" * 12,
    ",",
    ",,,\"\"",
]
KOREAN = [
    "아버지가방에들어가신다",
    "아버지가 방에 들어가신다",
    "나는 학교 에 갔 다",
    "먹었습니다 먹 었 습 니 다",
    "됬다 뵈요 않되",
    "쀍뛟훿 뷁",
    "영화가 정말 재미있었어요ㅋㅋㅋ 최고!!",
    "대한민국헌법 제1조 ① 대한민국은 민주공화국이다.",
    "트위치에서 방송을 봤다",
    "트위치티비를 켰다 포켓몬고",
    "그것은 이것이나 저것이었을 것이다",
]
JAPANESE = [
    "すもももももももものうち",
    "東京都に住んでいます。",
    "インストールガイドを読む 方法",
    "食べられませんでした",
    "コンピュータ・システムズ株式会社",
    "外国人参政権",
]
USER_WORDS = [
    ("트위치", "NNP"),
    ("포켓몬고", "NNG"),
    ("펭귄맨", "NNP"),
    ("먹방", "NNG"),
    ("헐랭", "IC"),
    ("빨랑", "MAG"),
    ("아이돌봄", "NNG"),
    ("핵꿀잼", "NNG"),
]


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\r", "\\r")


def golden(line: str, output: str) -> list[str]:
    """`output` is what MeCab writes: rows of surface and feature, a row `EOS` behind each analysis."""
    rows = [">" + escaped(line)]
    for row in output.split("\n"):
        if row == "EOS":
            rows.append(row)
        elif row:
            surface, feature = row.split("\t", 1)
            rows.append(f"{escaped(surface)}\t{feature}")
    return rows


def japanese(dictionary: str, lines: list[str]) -> list[str]:
    tagger = fugashi.GenericTagger(f"-r /dev/null -d {dictionary}")
    rows = []
    for line in lines:
        # Without a character there is nothing to choose from, and the package gives nothing.
        paths = [tagger.parseToNodeList(line)] + tagger.nbestToNodeList(line, 3) if line.strip() else [[], []]
        output = "".join("".join(f"{node.surface}\t{node.feature_raw}\n" for node in path) + "EOS\n" for path in paths)
        rows += golden(line, output)
    return rows


def korean(lines: list[str]) -> list[str]:
    rows = []
    for line in lines:
        output = ""
        for count in ("1", "3"):
            command = [sys.executable, "-m", "mecab", "-d", KOREAN_DICTIONARY, "-N", count]
            done = subprocess.run(command, input=(line + "\n").encode(), capture_output=True, check=True)
            output += done.stdout.decode()
        rows += golden(line, output)
    return rows


def compiled_words() -> list[str]:
    """Ids, part of speech and feature of user words, as mecab-ko's compiler writes them."""
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for surface, tag in USER_WORDS:
            last = ord(surface[-1]) - 0xAC00
            rows.append(f"{surface},,,0,{tag},*,{'T' if last % 28 else 'F'},{surface},*,*,*,*")
        source, target = pathlib.Path(folder, "words.csv"), pathlib.Path(folder, "words.dic")
        source.write_text("\n".join(rows) + "\n", encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "mecab", "dict-index", "-d", KOREAN_DICTIONARY, "-u", str(target),
             "-f", "utf-8", "-t", "utf-8", str(source)],
            check=True, stdout=subprocess.DEVNULL,
        )
        found = []
        for surface, tag in USER_WORDS:
            row = subprocess.run(
                [sys.executable, "-m", "mecab", "-d", KOREAN_DICTIONARY, "-u", str(target), "-a",
                 "-F", "%m\\t%phl\\t%phr\\t%h\\t%H\\t%c\\n", "-U", ""],
                input=surface + "\n", capture_output=True, text=True, check=True, encoding="utf-8",
            ).stdout
            for candidate in row.split("\n"):
                fields = candidate.split("\t")
                if fields[0] == surface and len(fields) == 6 and fields[4].startswith(tag + ","):
                    found.append("\t".join([surface, tag, *fields[1:5]]))
                    break
        return found


def main() -> None:
    outputs = {
        "mecab-ko-dic": korean(ODD + KOREAN),
        "ipadic": japanese(ipadic.DICDIR, ODD + JAPANESE),
        "unidic-lite": japanese(unidic_lite.DICDIR, ODD + JAPANESE),
        "user": compiled_words(),
    }
    for name, rows in outputs.items():
        (HERE / f"{name}.txt").write_bytes(("\n".join(rows) + "\n").encode())


if __name__ == "__main__":
    main()
