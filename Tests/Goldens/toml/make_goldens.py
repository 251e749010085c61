"""Writes cases.jsonl: texts, and what Python's tomllib makes of them.

    python3 make_goldens.py > cases.jsonl        (Python 3.11 or newer, whose tomllib reads TOML 1.0)

A line is {"toml": …, "value": …}, with "!inf", "!-inf" and "!nan" for what JSON has no number for, or
{"toml": …, "refused": why}: "invalid" where tomllib refuses, "date" where there is a date or a time in it, "large" where
there is an integer of more than 64 bits. First written cases, then random documents, then such documents with a few
characters changed, which are mostly wrong.
"""

import datetime
import json
import math
import random
import tomllib

WRITTEN = [
    "", "\n", "# only a comment", "a = 1", "a=1\r\nb=2\r\n", "a = 1 # one\n\n\n# more\n  b = 2", "\ta\t=\t1\t", "a = 1\rb = 2", "a = 1\r", "a = 1 b = 2",
    "a", "a =", "a = # 1", "= 1", "a = 1\n= 2", "a b = 1", "a. = 1", ".a = 1", "a..b = 1", "a.b.c = 1", "a . b = 1", "\"a b\" = 1", "'a' = 1", "\"\" = 1", "'' = 1",
    "\"\"\"a\"\"\" = 1", "'''a''' = 1", "a.\"b.c\".d = 1", "\"\\u0061\" = 1\na = 2", "1 = 1", "1.2 = 3", "-_ = 1", "é = 1", "한국어 = 1", "\"한국어\" = 1", "\"é\" = 1\n\"e\u0301\" = 2",
    "a = 1\na = 2", "a = 1\na.b = 2", "a.b = 1\na.b.c = 2", "a.b = 1\na.c = 2", "a.b = 1\na = 2", "a = {}\na.b = 1", "a = {b = 1}\n[a]", "a = {b = 1}\n[a.c]", "a = []\n[[a]]", "a = [{}]\n[[a]]",
    "a.b = 1\n[a]", "a.b = 1\n[a.c]", "a.b = 1\n[a.b]", "[a]\n[a]", "[a]\nb = 1\n[a.b]", "[a.b]\n[a]", "[a.b]\n[a]\n[a]", "[a.b]\n[a.b]", "[a.b]\nx = 1\n[a]\nb.y = 2", "[a.b.c]\nz = 9\n[a]\nb.c.t = 1",
    "[a.b.c.d]\nz = 9\n[a]\nb.c.d.k.t = 1", "[a.b.c]\n[a]\nb.x = 1", "[a.b.c]\n[a]\nb.x = 1\n[a.b]", "[a]\nb.c = 1\n[a.b]", "[a]\nb.c = 1\n[a.b.d]", "[a]\nb.c = 1\nb.d = 2", "[[a]]\n[[a]]\nb = 1", "[[a]]\n[a]", "[a]\n[[a]]",
    "[[a]]\n[a.b]\n[[a]]\n[a.b]", "[[a]]\n[a.b]\n[a.b]", "[[a.b]]\n[a]\nc = 1", "[[a.b]]\n[a]\nb.c = 1", "[[a]]\nb = 1\n[[a.c]]\nd = 1\n[[a.c]]\nd = 2\n[[a]]\n[[a.c]]", "[a.b]\n[[a]]", "[[a]]\n[[a.b]]\n[a.b.c]\nx = 1",
    "[]", "[ ]", "[a", "[a]]", "[[a]", "[[a] ]", "[ a . b ]", "[a] b = 1", "[a]b = 1", "[a.]", "[.a]", "[a..b]", "[\"a.b\"]", "['a']", "[\n a]", "[a\n]", "[[]]", "[a] # c", "[a]#", "[[ a ]]\nx=1", "a = 1 [b]",
    "a = true", "a = false", "a = True", "a = tru", "a = truex", "a = true false", "a = null", "a = nil", "a = yes",
    "a = 0", "a = -0", "a = +0", "a = 01", "a = +1", "a = -1", "a = --1", "a = 1_000", "a = _1", "a = 1_", "a = 1__0", "a = 9223372036854775807", "a = -9223372036854775808", "a = 9223372036854775808",
    "a = 0xff", "a = 0xFF", "a = 0XFF", "a = +0xff", "a = -0x1", "a = 0x", "a = 0x_1", "a = 0xd_e", "a = 0xg", "a = 0o17", "a = 0o8", "a = 0b10", "a = 0b2", "a = 0b1_0", "a = 0b_1", "a = 0xffffffffffffffff", "a = 00x1",
    "a = 1.0", "a = 1.", "a = .1", "a = 1.5e3", "a = 1e3", "a = 1E-3", "a = 1e+3", "a = 1e", "a = 1e1.5", "a = 1_0.0_1", "a = 1_.0", "a = 1._0", "a = 1e1_0", "a = 1e_1", "a = 1.e3", "a = 00.5", "a = 0.5", "a = -0.0", "a = 1e05",
    "a = inf", "a = +inf", "a = -inf", "a = nan", "a = +nan", "a = -nan", "a = Inf", "a = infinity", "a = 1e400", "a = 1.5.6", "a = 1-2", "a = 1+2", "a = 3.14 15",
    "a = 1979-05-27", "a = 1979-05-27T07:32:00Z", "a = 1979-05-27 07:32:00", "a = 07:32:00", "a = 07:32:00.999", "a = 1979-05-27T00:32:00-07:00", "a = [1979-05-27]", "a = {b = 07:32:00}", "a = 1979-13-27", "a = 1979-05", "a = 25:00:00",
    "a = \"\"", "a = \"x\"", "a = \"x", "a = \"x\ny\"", "a = \"\\\"\"", "a = \"\\\\\"", "a = \"\\b\\t\\n\\f\\r\"", "a = \"\\x41\"", "a = \"\\a\"", "a = \"\\e\"", "a = \"\\/\"", "a = \"\\u0041\"", "a = \"\\u00e9\"", "a = \"\\U0001F600\"",
    "a = \"\\ud800\"", "a = \"\\U00110000\"", "a = \"\\UFFFFFFFF\"", "a = \"\\u12\"", "a = \"\\u123g\"", "a = \"\t\"", "a = \"\x01\"", "a = \"\x7f\"", "a = \"\x00\"", "a = \"영화 😀\"", "a = \"\\ \"", "a = \"a\" \"b\"", "a = \"a\"b",
    "a = ''", "a = 'x\\n'", "a = 'x", "a = 'it''s'", "a = '\t'", "a = '\x01'", "a = 'x\ny'", "a = '\"'",
    "a = \"\"\"\"\"\"", "a = \"\"\"x\"\"\"", "a = \"\"\"\nx\"\"\"", "a = \"\"\"\r\nx\r\ny\"\"\"", "a = \"\"\"\n\nx\"\"\"", "a = \"\"\"x\\\n   y\"\"\"", "a = \"\"\"x\\   \n\n\n  y\"\"\"", "a = \"\"\"x\\ y\"\"\"", "a = \"\"\"x\\\n\"\"\"",
    "a = \"\"\"\\\n\"\"\"", "a = \"\"\"a\"b\"\"\"", "a = \"\"\"a\"\"b\"\"\"", "a = \"\"\"\"a\"\"\"\"", "a = \"\"\"a\"\"\"\"\"", "a = \"\"\"a\"\"\"\"\"\"", "a = \"\"\"a\\\"\"\"\"\"\"", "a = \"\"\"a", "a = \"\"\"a\"\"", "a = \"\"\"\x01\"\"\"", "a = \"\"\"x\ry\"\"\"", "a = \"\"\"\\u00e9\\\\\"\"\"", "a = \"\"\"x\\\r\n  y\"\"\"",
    "a = ''''''", "a = '''x'''", "a = '''\nx\\\ny'''", "a = '''a'b''c'''", "a = ''''a''''", "a = '''a'''''", "a = '''a''''''", "a = '''a", "a = '''\r\nx\r\n'''", "a = '''\x0b'''",
    "a = []", "a = [ ]", "a = [1]", "a = [1,]", "a = [,]", "a = [1,,2]", "a = [1 2]", "a = [1, 2", "a = [\n1, # one\n\n2,\n]", "a = [\n# nothing\n]", "a = [[1], [\"x\"], []]", "a = [1, \"x\", true, 1.5]", "a = [{a = 1}, {a = 2}]", "a = [1]]", "a = [1] 2", "a = [a]",
    "a = [[[[[[1]]]]]]", "a = [\r\n1\r\n]", "a = [1\r]", "a = [1, # c\r\n2]",
    "a = {}", "a = { }", "a = {b = 1}", "a = {b = 1,}", "a = {,}", "a = {b = 1, c = 2}", "a = {b = 1 c = 2}", "a = {b = 1, b = 2}", "a = {b.c = 1, b.d = 2}", "a = {b.c = 1, b = 2}", "a = {b = {c = 1}, b.d = 2}", "a = {b = 1\n}", "a = {\nb = 1}", "a = {b = [\n1\n]}",
    "a = {b = 1", "a = {b}", "a = {b =}", "a = {\"b c\" = 1, 'd' = 2}", "a = {b = {c = {d = {}}}}", "a = {b = 1 # c\n}", "a = {b = 1} c", "a = {b.c.d = {}, b.c.e = 1}", "a.b = {c = 1}\na.d = 2", "a = {b = []}\n[[a.b]]", "a = {x = 1}\na = {y = 2}",
    "\ufeffa = 1", "a = 1\n\x00", "# \x01", "# \t tab\n# 한글\na=1", "# \x7f", "#\r\n", "# x\ry", "\x0ca = 1", "\u00a0a = 1", "a = 1\u00a0",
    "model = \"sentiment-ko\"\n\n[features]\nhover = false\n\n[[rules]]\nmodel = \"sentiment-ko\"\nlabel = \"negative\"\natLeast = 0.9\n\n[[rules]]\nmodel = './reviews'\nlabel = 'bad'\n\n[limits]\ndocumentBytes = 1_000_000\n",
]

NAMES = ["a", "b", "c", "d-e", "f_1", "7", '"a"', "'b'", '"x.y"', '"\\u0063"']


def text(chance):
    letters = "".join(chance.choice(["x", "y", " ", "'", '"', "\\n", "\\\\", "한", "😀", "\\u00e9", "#", "\t", "="]) for _ in range(chance.randrange(6)))
    kind = chance.randrange(4)
    if kind == 0:
        return '"' + letters.replace('"', '\\"') + '"'
    if kind == 1:
        return "'" + letters.replace("'", "") + "'"
    if kind == 2:
        return '"""' + letters.replace('"', '\\"') + chance.choice(["", "\n", "\\\n  ", '"']) + '"""'
    return "'''" + letters.replace("'", "") + chance.choice(["", "\n", "'"]) + "'''"


def number(chance):
    return chance.choice([
        lambda: str(chance.randrange(-1000, 1000)), lambda: f"{chance.randrange(1, 1000)}_{chance.randrange(1000):03}", lambda: hex(chance.randrange(1 << 40)), lambda: oct(chance.randrange(99)),
        lambda: bin(chance.randrange(99)), lambda: repr(chance.uniform(-1e3, 1e3)), lambda: f"{chance.randrange(99)}e{chance.randrange(-30, 30)}", lambda: f"{chance.random():.3f}E+2", lambda: "inf",
    ])()


def value(chance, depth=0):
    kind = chance.randrange(7 if depth < 3 else 4)
    if kind == 0:
        return chance.choice(["true", "false"])
    if kind in (1, 2):
        return number(chance)
    if kind in (3, 4):
        return text(chance)
    if kind == 5:
        gap = chance.choice(["", " ", "\n", "\n  # c\n"])
        return "[" + gap + f",{gap}".join(value(chance, depth + 1) for _ in range(chance.randrange(4))) + gap + "]"
    return "{" + ", ".join(f"{key(chance, 2)} = {value(chance, depth + 1)}" for _ in range(chance.randrange(3))) + "}"


def key(chance, most=3):
    return chance.choice([".", " . "]).join(chance.choice(NAMES) for _ in range(1 + chance.randrange(most)))


def document(chance):
    lines = []
    for _ in range(chance.randrange(1, 7)):
        kind = chance.randrange(8)
        if kind == 0:
            lines.append(f"[{key(chance, 2)}]")
        elif kind == 1:
            lines.append(f"[[{key(chance, 2)}]]")
        elif kind == 2:
            lines.append(chance.choice(["", "# 주석", "  "]))
        else:
            lines.append(f"{key(chance)} = {value(chance)}" + chance.choice(["", " # c"]))
    return chance.choice(["\n", "\n", "\r\n"]).join(lines)


def mutated(chance, source):
    letters = list(source)
    for _ in range(chance.randrange(1, 4)):
        place = chance.randrange(len(letters) + 1)
        kind = chance.randrange(3)
        if kind == 0 and letters:
            del letters[min(place, len(letters) - 1)]
        elif kind == 1:
            letters.insert(place, chance.choice('[]{}"\'=.,#\\\n\r\t 01x_-+eé\x01'))
        elif letters:
            letters[min(place, len(letters) - 1)] = chance.choice('[]{}"\'=.,#\\\n 0_')
    return "".join(letters)


class Large(Exception):
    pass


class Date(Exception):
    pass


def plain(value):
    if isinstance(value, (datetime.date, datetime.time)):
        raise Date
    if isinstance(value, int) and not isinstance(value, bool) and not -(1 << 63) <= value < 1 << 63:
        raise Large
    if isinstance(value, float) and not math.isfinite(value):
        return f"!{value}"
    if isinstance(value, list):
        return [plain(element) for element in value]
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items()}
    return value


def case(source):
    try:
        return {"toml": source, "value": plain(tomllib.loads(source))}
    except Date:
        return {"toml": source, "refused": "date"}
    except Large:
        return {"toml": source, "refused": "large"}
    except tomllib.TOMLDecodeError:
        return {"toml": source, "refused": "invalid"}


def main():
    chance = random.Random(20)
    documents = [document(chance) for _ in range(900)]
    # As many that can be read as that cannot: most random ones say something twice.
    good = [d for d in documents if "value" in case(d)][:250]
    bad = [d for d in documents if "value" not in case(d)][:150]
    changed = [mutated(chance, chance.choice(good)) for _ in range(700)]
    for source in WRITTEN + good + bad + changed:
        print(json.dumps(case(source), ensure_ascii=False))


main()
