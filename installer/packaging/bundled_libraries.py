"""The Python libraries that the programs rest on: names, versions, licences and their texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

OURS = "vrn-desktop"
MARK = "#### "
"""Begins the line that names a library; the page "About" tells them apart by it."""
WITH_QT = """\
Used under the GNU Lesser General Public Licence, version 3. Its whole text, and that of the GNU General Public
Licence which it builds on, stand in this list of their own, under Qt. The source of this library is at
https://download.qt.io/official_releases/QtForPython/.
"""
"""For the two libraries that bring no licence file along."""

_TEXTS = ("licen", "copying", "notice", "authors")


@dataclass(frozen=True, slots=True, kw_only=True)
class BundledLibrary:
    """One library as its own description tells."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    depends_on: tuple[str, ...]


def bundled_libraries(extra: str = "") -> tuple[BundledLibrary, ...]:
    """Everything our program needs to run, however deep; `extra` is "central" for the other program."""
    found: dict[str, BundledLibrary] = {}
    waiting = [(OURS, extra)]
    while waiting:
        name, wanted = waiting.pop()
        try:
            described = distribution(name)
        except PackageNotFoundError:
            continue  # asked for on other systems only
        needed = [one for one in _requirements(described) if _applies(one, wanted)]
        waiting += [
            (one.name, next(iter(one.extras), ""))
            for one in needed
            if _plain(one.name) not in found
        ]
        found[_plain(name)] = _read(described, needed)
    return tuple(found[name] for name in sorted(found) if name != OURS)


def licence_of(described: Distribution) -> str:
    """The licence's name as the library tells it, in one of three places."""
    facts = described.metadata
    expressions = facts.get_all("License-Expression") or []
    classified = [
        line.rpartition(" :: ")[2]
        for line in facts.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    named = [text.strip().split("\n")[0] for text in facts.get_all("License") or []]
    return ", ".join(expressions or classified or named) or "see its text"


def as_one_text(libraries: Iterable[BundledLibrary]) -> str:
    """All of them with their licences, for the page "About" and as a file."""
    parts = []
    for library in libraries:
        title = f"{MARK}{library.name} {library.version} ({library.licence})"
        texts = library.texts or (WITH_QT,)
        parts.append("\n".join((title, "", *texts)))
    return "\n\n".join(part.rstrip() for part in parts) + "\n"


def _read(described: Distribution, needed: Iterable[Requirement]) -> BundledLibrary:
    texts = [
        _decoded(file.read_binary())
        for file in sorted(described.files or (), key=str)
        if "dist-info" in str(file.parent)
        and (file.name.lower().startswith(_TEXTS) or "licenses" in file.parts)
    ]
    return BundledLibrary(
        name=described.metadata["Name"],
        version=described.version,
        licence=licence_of(described),
        texts=tuple(dict.fromkeys(texts)),
        depends_on=tuple(sorted({_plain(one.name) for one in needed})),
    )


def _decoded(text: bytes) -> str:
    """Some old licences are in Latin 1."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")


def _requirements(described: Distribution) -> Iterable[Requirement]:
    return (Requirement(text) for text in described.requires or ())


def _applies(requirement: Requirement, extra: str) -> bool:
    marker = requirement.marker
    return marker is None or marker.evaluate({"extra": extra}) or marker.evaluate({"extra": ""})


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
