"""The page to read first, in every export (README.txt)."""

from collections.abc import Sequence
from textwrap import wrap

from vrn_desktop.central.exports.file_words import file_words
from vrn_desktop.central.exports.release_words import LICENCE, READ_BEFORE_USE, release_title
from vrn_desktop.central.published_table import Release

READ_ME = "README.txt"
_WIDTH = 96
_DHIS2_IMPORT = (
    "To import into DHIS2, try each step with dryRun=true first:",
    "  POST /api/metadata?identifier=CODE                          dhis2/metadata.json",
    "  POST /api/dataValueSets?dataElementIdScheme=code&orgUnitIdScheme=code",
    "       &categoryOptionComboIdScheme=code&dataSetIdScheme=code  the files with numbers",
)


def read_me(release: Release, paths: Sequence[str]) -> bytes:
    """Title, what must be known, every file in a sentence, the licence."""
    lines = [release_title(release), f"Published on {release.published_at.date().isoformat()}"]
    if release.note:
        lines += ["", *wrap(release.note, _WIDTH)]
    lines += ["", "READ BEFORE USE", ""]
    for sentence in READ_BEFORE_USE:
        lines += wrap(sentence, _WIDTH, initial_indent="* ", subsequent_indent="  ")
    lines += ["", "FILES", "", *(f"{path}: {file_words(path)}" for path in paths)]
    if any(path.startswith("dhis2/") for path in paths):
        lines += ["", *_DHIS2_IMPORT]
    lines += ["", f"Licence: {LICENCE.title}, {LICENCE.address}", ""]
    return "\n".join(lines).encode()
