"""Words that stand for everything personal, and every form in which a file could hold them."""

import base64
import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

MOST_INFLATED = 4 * 1024 * 1024
_ZLIB_HEADS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_GZIP_HEAD = b"\x1f\x8b\x08"
_BASE64_EDGE = 4
"""Letters of base64 at either end that depend on what stands beside the words."""


@dataclass(frozen=True)
class Canaries:
    """One made-up word for each kind of personal thing that is typed or chosen in a session."""

    name: str = "Zqxwrenfold"
    pronouns: str = "zqxpronounia"
    access: str = "zqxlanternaccess"
    calming: str = "zqxpebblecalm"
    said_back: str = "zqxmarlinsaidback"
    telling: str = "zqxtidewaterstelling"
    own_words: str = "zqxbramblewords"
    place: str = "zqxquarryplace"
    told_whom: str = "zqxheronwhom"
    done: str = "zqxthistledone"
    outcome: str = "zqxorchardoutcome"
    letter_words: str = "zqxcopperletter"
    matters: str = "zqxgraniteMatters"
    address: str = "zqxlarkspurlane"
    phone: str = "07700900876"
    contact_name: str = "zqxmagpiecontact"
    never_contact: str = "zqxottershun"
    doing: str = "zqxharvestdoing"
    with_whom: str = "zqxfalconwith"
    reason: str = "zqxcinderreason"
    reflection: str = "zqxmapleponder"
    addendum: str = "zqxbeaconaddendum"
    crash: str = "zqxthundercrash"

    def words(self) -> tuple[str, ...]:
        return tuple(getattr(self, field.name) for field in fields(self))


CANARIES = Canaries()


def forms(word: str) -> dict[str, bytes]:
    """How the bytes of a word look in each encoding that a careless program would use."""
    plain = word.encode()
    found = {
        "utf-8": plain,
        "utf-16le": word.encode("utf-16-le"),
        "utf-16be": word.encode("utf-16-be"),
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
        "reversed": plain[::-1],
    }
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + plain)
        found[f"base64+{shift}"] = encoded[_BASE64_EDGE:-_BASE64_EDGE]
    return found


def layers(data: bytes) -> Iterator[bytes]:
    """The bytes themselves, and what every compressed stream in them inflates to."""
    yield data
    heads = [(head, zlib.MAX_WBITS) for head in _ZLIB_HEADS] + [(_GZIP_HEAD, 16 + zlib.MAX_WBITS)]
    for head, bits in heads:
        start = data.find(head)
        while start >= 0:
            try:
                inflated = zlib.decompressobj(bits).decompress(data[start:], MOST_INFLATED)
            except zlib.error:
                inflated = b""
            if inflated:
                yield inflated
            start = data.find(head, start + 1)


def found_in(data: bytes, words: tuple[str, ...]) -> set[str]:
    """`word as form` for each word that stands in the bytes in any form."""
    return {
        f"{word} as {form}"
        for layer in layers(data)
        for word in words
        for form, needle in forms(word).items()
        if needle in layer
    }


def files_under(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def leaks_under(folder: Path, words: tuple[str, ...]) -> list[str]:
    """Every place where a word stands, in a file's bytes or in its name."""
    found = []
    for path in files_under(folder):
        hits = found_in(path.read_bytes(), words) | found_in(path.name.encode(), words)
        found += [f"{path.relative_to(folder)}: {hit}" for hit in sorted(hits)]
    return found


def careless_files(folder: Path, word: str) -> int:
    """What a careless program would leave, one file for each form; how many."""
    leaves = {
        "settings.ini": f"[recent]\nname={word}\n".encode(),
        "log.bin": f"opened {word}".encode("utf-16-le"),
        "cache.bin": f"opened {word}".encode("utf-16-be"),
        "dump.txt": word.encode().hex().encode(),
        "backwards.bin": word.encode()[::-1],
        "page.pdf": b"%PDF-1.4 stream\n" + zlib.compress(f"Dear {word},".encode()),
        "letter.gz": b"in front" + gzip.compress(f"Dear {word},".encode()),
        **{
            f"mail-{shift}.txt": base64.b64encode(b"x" * shift + word.encode() + b" and more")
            for shift in range(3)
        },
    }
    for name, data in leaves.items():
        (folder / name).write_bytes(data)
    (folder / f"letter to {word}.txt").write_bytes(b"nothing")
    return len(leaves) + 1
