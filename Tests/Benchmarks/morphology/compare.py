"""How many lines of a file Sluice analyses as mecab-ko or MeCab does: surfaces and features, and N-best lists.

    python3 compare.py --binary .build/release/MorphologyBenchmark --dictionary DIR FILE [--nbest N] [--mecab-ko]

With --mecab-ko the peer is mecab-ko's command in python-mecab-ko, else `mecab`. UniDic's settings change what `mecab`
writes: for it the words alone are compared (--words).
"""

import argparse
import subprocess
import sys


def sentences(output: bytes) -> list[bytes]:
    return output.split(b"EOS\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--dictionary", required=True)
    parser.add_argument("--nbest", type=int, default=1)
    parser.add_argument("--mecab-ko", action="store_true")
    parser.add_argument("--words", action="store_true")
    parser.add_argument("file")
    options = parser.parse_args()
    peer = [sys.executable, "-m", "mecab"] if options.mecab_ko else ["mecab", "-r", "/dev/null"]
    peer += ["-d", options.dictionary, "-b", "4000000"]
    if options.words:
        ours, peer = [options.binary, "wakati"], [*peer, "-O", "wakati"]
    elif options.nbest > 1:
        ours, peer = [options.binary, "alternatives"], [*peer, "-N", str(options.nbest)]
    else:
        ours = [options.binary, "features"]
    ours += [options.dictionary, options.file]
    if options.nbest > 1:
        ours.append(str(options.nbest))
    outputs = [subprocess.run(command, capture_output=True, check=True).stdout for command in (ours, [*peer, options.file])]
    if options.words:
        a, b = ([line.rstrip(b" ") for line in output.split(b"\n")] for output in outputs)
    else:
        a, b = (sentences(output) for output in outputs)
    same = sum(x == y for x, y in zip(a, b))
    print(f"{same - 1} of {max(len(a), len(b)) - 1} identical" if len(a) == len(b) else f"{len(a)} and {len(b)} analyses")
    for x, y in [(x, y) for x, y in zip(a, b) if x != y][:3]:
        print("ours:", x.decode(errors="replace"), "\npeer:", y.decode(errors="replace"))
    sys.exit(0 if a == b else 1)


if __name__ == "__main__":
    main()
