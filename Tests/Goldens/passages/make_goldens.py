"""Writes commonmark.txt: Markdown texts, and the prose that cmark-gfm, GitHub's implementation, shows of them.

    python3 -m pip install cmarkgfm
    python3 make_goldens.py > commonmark.txt

A line is `text<TAB>block<TAB>block …`. In texts backslashes, tabs and line ends are written as `\\\\`, `\\t`, `\\n`; a
block is the words of a paragraph, heading, list item or cell as a reader sees them, without code and without addresses
in angle brackets. First written texts, then random heaps of small pieces.

Texts of which more is left out here than a page leaves out are not made: footnotes, and addresses without brackets.
Nor are entities but `&amp;`, for which a passage has its `&`. Left out too is what CommonMark 0.31 reads otherwise than
the older version that cmark-gfm follows: destinations of definitions with an open parenthesis, a tag alone on a line
where a paragraph of a list or quote goes on lazily; and images with tags in their text, which a page has to show.
"""

import random
import re
from html.parser import HTMLParser

from cmarkgfm.cmark import Options, markdown_to_html_with_extensions

WRITTEN = [
    "**강조**하다", "**강조**하다 *기울임*과 ***둘 다***", "한 *줄\n두* 줄", "__강조__하다", "snake_case_name 글", "**\"강조\"**하다", "**강조(괄호)**하다",
    "# 제목 #\n## 둘째 ##  \n### 셋 \\#\n#글\n####### 일곱", "제목\n===\n둘째\n---\n글", "글\n***\n글", "- 하나\n- 둘\n  이어서\n\n  새 문단\n- 셋",
    "1. 하나\n2. 둘\n   - 안\n     글\n\n   밖\n10) 다른 목록", "> 인용\n이어서\n> > 깊은 인용\n> 게으른\n\n글", "> - 하나\n> - 둘\n>\n>   문단\n",
    "- > 인용\n  > 둘\n  글", "```\n코드\n```\n글", "~~~ swift\n코드\n```\n~~~\n글", "```\n코드\n\n끝이 없다", "    코드\n\n    코드\n글\n    이어짐",
    "- 하나\n\n      코드\n\n  글", "-\n\n  글", "-\n  글", "글 `코드` 글 ``코드 ` 코드`` 글 `끝 없음", "`` ` `` ``", "글 <b>굵게</b> <a href=\"x y\">고리</a> a < b > c",
    "<div>\n글\n</div>\n\n글", "<!-- 주석\n\n아직 -->\n글", "글 <!-- 주석 --> 글", "<script>\n\nx\n</script>\n글", "<b>글</b>\n이어짐\n\n<b>\n글\n</b>\n\n글",
    "[고리](/u) [둘](</u v> \"제목\") ![그림](a(b)c 'x')", "[하나][둘] [둘][] [둘] [셋]\n\n[둘]: /u\n  \"제목\"", "[가]: /u\n글", "[가]: /u '제목' 글\n[가]",
    "[나]:\n/u\n\n[ 나 ] [나\n]", "[안 [고리](/a) 글](/b)", "[![그림](a)](b)", "*글 [고리*](/u)*", "\\*글\\* \\[글\\] 글\\\n글", "a &amp; b", "<https://example.com/a> <a@b.co> 글",
    "| 하나 | 둘 |\n|---|:-:|\n| 셋 | **넷** |\n| 다섯 |\n| a | b | c |\n글\n\n글", "하나 | 둘\n--- | ---\n`a\\|b` 셋 | 넷", "글\n| 하나 |\n| --- |\n| 둘 |", "| a |\n| - | - |\n글",
    "~~지운~~ 글 ~하나~", "글  \n글", "a\r\nb\r\n\r\n- c\r\n- d\r\n", "\tcode\n- \ta\n\n\tb\n\n\t\tcode", " - a\n  - b\n   - c\n    - d", "* a *\n* * *\n* b", "a\n1. b\n2. c\n\nd\n2. e",
    "***강조** 글*", "**a *b** c*", "a**b**c a__b__c", "*(**글**)*", "*foo**bar**baz*", "foo******bar*********baz", "[foo`](/u)`", "`<a href=\"`\">`", "<a href=\"`\">`",
    "```\n- a\n```\n- ```\n  b\n  ```\n  c", "> ```\n> a\n글\n```", "- a\n> b\n- c", "1986\\. 글\n1986. 글", "+ a\n\n\n+ b\n\n\n  c", "\\# 글\n\n\\- 글", "글\n<div>\n안\n\n글",
]
PIECES = [
    "> ", ">", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "  ", "    ", "\t", "   ", "# ", "## ", "####### ", " #", "\n```", "\n~~~", "\n````", "<div>", "<b>", "</b>",
    "<!-- ", " -->", "<a href=\"x\">", "<?", "?>", "*", "**", "***", "_", "__", "`", "``", "[", "](", "![", ")", "](/u)", "](<b c> 'ti')", "\n\n[a]: /u\n\n", "[a]:",
    "\"ti\"", "[a]", "[ A ]", "[]", "word", "강조", "하다", "foo", "bar.", " ", " ", " ", "\n", "\n", "\n", "\n\n", "\n\n", "|", "| a | b |", "|---|---|", "|:-:|", "---",
    "===", "-", "=", "\\*", "&amp;", "<http://a.b>", "<a@b.c>", " ~~x~~ ", "(", "!", "\"", "。", "“", "’", "\n    code\n", "\n- item\n", "  \n", ":", "\n\na|b\n-|-\n",
]
BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr", "pre", "div"}


class Prose(HTMLParser):
    """The words between the tags of blocks."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks = []
        self.words = ""
        self.hidden = 0
        self.has_tag_in_alt = False

    def end_block(self):
        words = " ".join(self.words.split())
        if words:
            self.blocks.append(words)
        self.words = ""

    def handle_starttag(self, tag, attributes):
        if tag in BLOCKS:
            self.end_block()
        if tag in ("code", "pre"):
            self.hidden += 1
        if tag == "br":
            self.words += "\n"
        if tag == "img":
            self.words += dict(attributes)["alt"]
            self.has_tag_in_alt |= "<" in dict(attributes)["alt"]
        if tag == "a" and dict(attributes)["href"] in ("http://a.b", "https://example.com/a", "mailto:a@b.c", "mailto:a@b.co"):
            self.hidden += 1
            self.link_is_hidden = True
        elif tag == "a":
            self.link_is_hidden = False

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_block()
        if tag in ("code", "pre") or tag == "a" and self.link_is_hidden:
            self.hidden -= 1

    def handle_data(self, data):
        if not self.hidden:
            self.words += data


def prose(text):
    html = markdown_to_html_with_extensions(
        text, Options.CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE, extensions=["table", "strikethrough"]
    )
    parser = Prose()
    parser.feed(html)
    parser.close()
    parser.end_block()
    return None if parser.has_tag_in_alt else parser.blocks


def escaped(text):
    for plain, written in (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r")):
        text = text.replace(plain, written)
    return text


def random_texts(count, longest, seed):
    chance = random.Random(seed)
    while count:
        text = "".join(chance.choice(PIECES) for _ in range(chance.randint(2, longest)))
        if text.startswith("---") or re.search(r"\\<|\[a\]:\s*\S*\(|\S[ \t]*\n[ \t]*</?b>[ \t]*\n", text) or prose(text) is None:
            continue
        count -= 1
        yield text


if __name__ == "__main__":
    for text in WRITTEN + list(random_texts(1500, 12, 1)) + list(random_texts(300, 50, 2)):
        print("\t".join([escaped(text)] + [escaped(block) for block in prose(text)]))
