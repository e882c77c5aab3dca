"""The help that ships: plain texts, one file a page, and the licences of all that is bundled."""

from importlib.resources import files

import resources
from vrn_desktop.domain.help_topic import BlockKind, HelpBlock, HelpTopic, Licence

_HEADING, _POINT = "## ", "- "
LICENCES = (
    ("Atkinson Hyperlegible Next (letters)", "fonts/LICENCE-AtkinsonHyperlegibleNext.txt"),
    ("Noto Naskh Arabic (letters)", "fonts/LICENCE-NotoNaskhArabic.txt"),
    ("Noto Nastaliq Urdu (letters)", "fonts/LICENCE-NotoNastaliqUrdu.txt"),
    ("Noto Sans Bengali (letters)", "fonts/LICENCE-NotoSansBengali.txt"),
    ("Noto Sans Gujarati (letters)", "fonts/LICENCE-NotoSansGujarati.txt"),
    ("Noto Sans Gurmukhi (letters)", "fonts/LICENCE-NotoSansGurmukhi.txt"),
    ("Lucide (icons)", "icons/LICENCE-lucide.txt"),
    ("EFF large word list (words of passphrases and recovery sheets)", "words/LICENCE.txt"),
    ("Qt and Qt for Python (windows, printing)", "licences/Qt.txt"),
    ("GNU Lesser General Public Licence 3 (Qt)", "licences/LGPL-3.txt"),
    ("GNU General Public Licence 3 (part of the one above)", "licences/GPL-3.txt"),
    ("SQLCipher (the encrypted file)", "licences/SQLCipher.txt"),
    ("Apache Licence 2.0 (OpenSSL, inside SQLCipher and cryptography)", "licences/Apache-2.0.txt"),
    ("Python", "licences/Python.txt"),
)
LIBRARIES = "licences/python-libraries.txt"
LIBRARY_MARK = "#### "
"""Begins each library's part of that file, which is made from the libraries themselves."""


def help_topics() -> tuple[HelpTopic, ...]:
    """Every page, in the order of their files' names."""
    folder = files(resources) / "content" / "help"
    found = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".md")),
        key=lambda entry: entry.name,
    )
    return tuple(
        read_topic(entry.name.removesuffix(".md").partition("-")[2], entry.read_text("utf-8"))
        for entry in found
    )


def licences() -> tuple[Licence, ...]:
    """Whose fonts, icons, words and libraries these are, with the whole text of each licence."""
    named = [
        Licence(name=name, text=(files(resources) / path).read_text("utf-8"))
        for name, path in LICENCES
    ]
    libraries = (files(resources) / LIBRARIES).read_text("utf-8").split(LIBRARY_MARK)[1:]
    for library in libraries:
        name, _, text = library.partition("\n")
        named.append(Licence(name=name.strip(), text=text.strip()))
    return tuple(named)


def read_topic(topic_id: str, text: str) -> HelpTopic:
    """One page: "# Title", then blocks with empty lines between; "## " and "- " mean what they do in Markdown."""
    first, _, rest = text.partition("\n")
    blocks: list[HelpBlock] = []
    for paragraph in rest.split("\n\n"):
        lines = [line.strip() for line in paragraph.strip().splitlines()]
        blocks += [
            HelpBlock(kind=BlockKind.POINT, text=line.removeprefix(_POINT))
            for line in lines
            if line.startswith(_POINT)
        ]
        blocks += [
            HelpBlock(kind=BlockKind.HEADING, text=line.removeprefix(_HEADING))
            for line in lines
            if line.startswith(_HEADING)
        ]
        plain = " ".join(line for line in lines if not line.startswith((_HEADING, _POINT)))
        if plain:
            blocks.append(HelpBlock(kind=BlockKind.SENTENCES, text=plain))
    return HelpTopic(id=topic_id, title=first.removeprefix("# ").strip(), blocks=tuple(blocks))
