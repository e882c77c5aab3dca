"""An export as one zip file: the same bytes for the same files, on every machine."""

import io
import zipfile
from collections.abc import Iterable

from vrn_desktop.central.exports.export_files import ExportFile

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
