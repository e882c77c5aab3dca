"""An export as one zip file: the same bytes for the same files, on every machine."""

import io
import zipfile
from collections.abc import Iterable

from vrn_desktop.central.exports.export_files import ExportFile, export_files
from vrn_desktop.central.exports.export_formats import Format
from vrn_desktop.central.exports.release_words import package_name
from vrn_desktop.central.published_table import Release

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE_FILE = 0o100644 << 16


def zip_file(files: Iterable[ExportFile]) -> bytes:
    """The files in their order, stored and not packed: packing differs from one machine to the next."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.path, _EARLIEST)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE_FILE
            archive.writestr(entry, file.content)
    return content.getvalue()


def zipped(release: Release, wanted: Format) -> ExportFile:
    """One format, or all of them, as one file such as `vrn-counts-2026-q4-edition-1-csv.zip`.

    Raises:
        ReleaseFaultError: the release breaks the rules of what may be shown.
    """
    name = f"{package_name(release)}-{wanted}.zip"
    return ExportFile(name, zip_file(export_files(release, wanted)))
