"""An English corpus of more than ten million words out of Debian packages, for train.py: two dictionaries' definitions
and examples (GCIDE, WordNet), two of computing (FOLDOC, the Jargon File), and manuals (Linux, Python, PostgreSQL,
Debian). A paragraph is a line, its words in lower case without anything but letters.

    corpus.py CORPUS.txt      # downloads with apt-get where the packages are not yet in the folder beside it
"""

import argparse
import gzip
import html
import io
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

# The package, what of its files is read, and how a file is cut into paragraphs.
PACKAGES = [
    ("dict-gcide", r"gcide\.dict\.dz$", "entries"),
    ("wordnet-base", r"data\.(noun|verb|adj|adv)$", "glosses"),
    ("dict-foldoc", r"foldoc\.dict\.dz$", "entries"),
    ("dict-jargon", r"jargon\.dict\.dz$", "entries"),
    ("linux-doc-6.1", r"\.(rst|txt)\.gz$", "entries"),
    ("python3.11-doc", r"\.rst\.txt$", "entries"),
    ("postgresql-doc-15", r"\.html$", "pages"),
    ("debian-handbook", r"en-US/.*\.html$", "pages"),
]

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def paragraphs(text: str, kind: str) -> Iterator[str]:
    if kind == "glosses":
        for line in text.splitlines():
            if "|" in line:
                yield line.split("|", 1)[1]
    elif kind == "pages":
        text = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text)
        for part in re.split(r"</(?:p|li|dd|dt|td|h\d|pre)>", text):
            yield html.unescape(re.sub(r"<[^>]*>", " ", part))
    else:
        # Where a source stands under every sense, it would be the commonest pair of words.
        text = re.sub(r"\[(?:1913 Webster|PJC|WordNet [\d.]+|Webster 1913 Suppl\.)[^\]]*\]", " ", text)
        yield from re.split(r"\n\s*\n", text)


def texts(package: Path, pattern: str) -> Iterator[str]:
    stream = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(stream)) as files:
        members = [file for file in files.getmembers() if file.isfile() and re.search(pattern, file.name)]
        for member in sorted(members, key=lambda file: file.name):
            reader = files.extractfile(member)
            assert reader is not None
            data = reader.read()
            if data[:2] == b"\x1f\x8b":
                data = gzip.decompress(data)
            yield data.decode("utf-8", "replace")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("corpus", type=Path)
    out = arguments.parse_args().corpus.resolve()
    folder = out.parent
    folder.mkdir(parents=True, exist_ok=True)
    total = 0
    with out.open("w") as corpus:
        for name, pattern, kind in PACKAGES:
            found = sorted(folder.glob(f"{name}_*.deb"))
            if not found:
                subprocess.run(["apt-get", "download", "-q", name], cwd=folder, check=True)
                found = sorted(folder.glob(f"{name}_*.deb"))
            count = 0
            for text in texts(found[-1], pattern):
                for paragraph in paragraphs(text, kind):
                    words = WORD.findall(paragraph.lower())
                    if len(words) >= 3:
                        corpus.write(" ".join(words) + "\n")
                        count += len(words)
            print(f"{found[-1].name}: {count:,} words")
            total += count
    print(f"{total:,} words in {out}")


if __name__ == "__main__":
    main()
