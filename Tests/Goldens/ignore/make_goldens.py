"""Writes cases.jsonl: ignore files, paths, and which of them git ignores.

    python3 make_goldens.py > cases.jsonl        (git 2.39)

A line is {"files": {folder: text}, "ignored": […]}: the text of the ignore file in each folder ("" is the outermost, "b/"
one in it), and the paths that `git check-ignore` names where such files are called .gitignore. The first line also has
"folders" and "plain", the paths that there are in all cases. First written cases, then random ones. Left out are patterns
in which `**` follows other characters of its name (`foo**/bar`): the manual has them be a plain `*`, git takes some for
more.
"""

import json
import pathlib
import random
import subprocess
import tempfile

TREE = [
    "a", "a.txt", "b.md", "b/", "b/a", "b/a.txt", "b/c/", "b/c/a", "b/c/d.md", "b/c/d/", "b/c/d/a.txt", "docs/", "docs/a.md", "docs/b/", "docs/b/a.md", "docs/b/c/", "docs/b/c/d.md", "docs/#x", "docs/!x",
    "x y", "x y ", "[a]", "a]", "a-b", "A.TXT", "1", "12", "build/", "build/docs/", "build/docs/a.md", "영화.md", "영/", "영/a.md", "\\a", "*", "c*d", "a\\b", "a?", "ab", "abc", "acb", "a b", ".h", ".h.md", "b/.h",
    "foo/", "foo/bar/", "foo/bar/baz", "foo/bar.md", "foo/baz/", "foo/baz/bar/", "foo/baz/bar/a", "bar/", "bar/foo", "z/", "z/z/", "z/z/z", "z/z/a.md",
]

WRITTEN = [
    "a", "a.txt", "*.md", "/a", "/a.txt", "b/", "b", "/b/", "b/*", "b/**", "b/a", "/b/a", "**/a", "**/a.md", "b/**/a", "b/**/a.txt", "docs/**/d.md", "**", "*", "/*", "/**", "*/", "**/", "/*/", "/", "//", "",
    "# a\na.txt", "\\#x", "#x", "\\!x", "!x", "!", "*\n!a", "*\n!*/\n!*.md", "docs/\n!docs/a.md", "docs/*\n!docs/b", "docs/**\n!docs/b/", "docs/*\n!docs/b/\ndocs/b/*\n!docs/b/a.md", "*.md\n!b.md", "!b.md\n*.md", "*.md\n!/docs/*.md",
    "a ", "x y", "x\\ y", "x y\\ ", "x y   ", "a\\", "a\\b", "a\\\\b", "\\a", "\\\\a", "\\*", "\\[a\\]", "[a]", "[ab]", "[!a]", "[^a]", "[a-c]", "[]a]", "[!]a]", "a[]]", "[]", "[", "[a", "a[", "a[-]b", "a[!-]b", "a[a-]b", "a[b-]b", "[[:digit:]]", "[[:alpha:]]",
    "[[:alnum:]]*", "[[:foo:]]", "[[:alpha]", "[[:alpha:]", "[[:upper:]]*", "[[:space:]]", "a[[:space:]]b", "a[[:punct:]]b", "[\\]]", "[\\a]", "a[\\b]", "[a\\", "a?", "a??", "?", "???", "a*", "a*b", "a*c", "*a*", "*.*", "c\\*d", "a[?]", "a[/]b", "foo[/]bar", "foo?bar", "foo*bar",
    "foo/*", "foo/*/", "foo/*/bar", "foo/**/bar", "foo/**/bar/", "/foo/**/bar", "**/bar", "**/bar/", "**/foo/bar", "foo/bar", "foo/bar/", "bar/foo", "*/bar", "*/*/bar", "**/*/bar", "**/**/bar", "foo/**/**/bar", "z/**/z", "z/**", "z/**/", "/z/*/z", "**/z/z", "z/z/z",
    "foo/***", "***", "*/***", "***/bar", "foo/***/bar", "영화.md", "영/", "영?", "???.md", "영*", "[영]", "*화*", "\ufeffa.txt", "a.txt\r\n*.md\r\n", "a.txt\r", "a.txt\n\n\n  \n*.md", "\t", "a\t", " a", "*.MD", "A.TXT", ".h", ".*", "*.h*", "**.md", "a**", "**a", "b/.h", "foo\\/bar", "foo/bar\\/", "-*", "a-b",
    "b/c\n!b/c/d.md", "b/c/*\n!b/c/d.md", "b/c/\n!b/c/", "b\n!b", "!b\nb", "b/c/d\n", "b/c/d/", "b/c/d.*", "*/c", "/b/c/d/a.txt", "b/c/d/a.txt/", "a/", "a.txt/",
]
NESTED = [
    {"": "*.md", "docs/": "!a.md"}, {"": "docs/", "docs/": "!a.md"}, {"docs/": "/a.md"}, {"docs/": "a.md"}, {"docs/": "/b/a.md"}, {"docs/": "b/*\n!b/c"}, {"docs/": "docs"}, {"": "!a.md", "docs/": "*.md"},
    {"": "/docs/b/a.md", "docs/b/": "!a.md"}, {"docs/": "*", "docs/b/": "!*"}, {"docs/": "*.md", "docs/b/": "!*.md", "docs/b/c/": "d.md"}, {"b/": "*\n!c/", "b/c/": "!*"}, {"b/c/": "../a"}, {"foo/": "**/bar", "foo/baz/": "!bar/"},
    {"b/": "/c/d/", "b/c/": "!d"}, {"": "**/c/**", "b/c/": "!d.md"}, {"z/": "z", "z/z/": "!z"},
]
PIECES = ["a", "b", "c", "d", "*", "**", "?", "foo", "bar", "*.md", "a*", "[ab]", "[!a]", "docs", "z", "*a", "b?", "a.txt", "영*"]


def pattern(chance):
    names = [chance.choice(PIECES) for _ in range(chance.randrange(1, 4))]
    return chance.choice(["", "", "", "!"]) + chance.choice(["", "", "/"]) + "/".join(names) + chance.choice(["", "", "/"])


def random_case(chance):
    folders = [""] + [name for name in TREE if name.endswith("/")]
    chosen = {""} | {chance.choice(folders) for _ in range(chance.randrange(3))}
    return {folder: "\n".join(pattern(chance) for _ in range(chance.randrange(1, 5))) + chance.choice(["", "\n"]) for folder in sorted(chosen)}


def case(root, files):
    for folder, text in files.items():
        (root / folder / ".gitignore").write_bytes(text.encode())
    paths = [name.rstrip("/") for name in TREE]
    answer = subprocess.run(["git", "check-ignore", "--no-index", "-z", "--stdin"], cwd=root, input="\0".join(paths).encode() + b"\0", capture_output=True)
    assert answer.returncode in (0, 1), answer.stderr
    for folder in files:
        (root / folder / ".gitignore").unlink()
    return {
        "files": files, "folders": [name[:-1] for name in TREE if name.endswith("/")], "plain": [name for name in TREE if not name.endswith("/")],
        "ignored": [name for name in answer.stdout.decode().split("\0") if name],
    }


def main():
    chance = random.Random(21)
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        subprocess.run(["git", "init", "-q", "."], cwd=root, check=True)
        for name in TREE:
            if name.endswith("/"):
                (root / name).mkdir(parents=True, exist_ok=True)
            else:
                (root / name).write_text("")
        cases = [{"": text} for text in WRITTEN] + NESTED + [random_case(chance) for _ in range(250)]
        # The paths are the same in every case: they stand in the first line alone.
        for index, files in enumerate(cases):
            result = case(root, files)
            if index > 0:
                del result["folders"], result["plain"]
            print(json.dumps(result, ensure_ascii=False))


main()
