"""A release as files: each format's own, and everything together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from vrn_desktop.central.exports.adx_message import ADX_MESSAGE, adx_message
from vrn_desktop.central.exports.adx_schema import ADX_SCHEMA, adx_schema
from vrn_desktop.central.exports.csv_on_the_web import WEB_METADATA, csv_on_the_web
from vrn_desktop.central.exports.data_package import CODES, DESCRIPTOR, data_package
from vrn_desktop.central.exports.dhis2_metadata import DHIS2_METADATA, dhis2_metadata
from vrn_desktop.central.exports.dhis2_values import dhis2_values
from vrn_desktop.central.exports.export_formats import Format
from vrn_desktop.central.exports.plain_json import json_bytes
from vrn_desktop.central.exports.read_me import READ_ME, read_me
from vrn_desktop.central.exports.sdmx_csv import SDMX_DATA, sdmx_csv
from vrn_desktop.central.exports.sdmx_structure import SDMX_STRUCTURE, sdmx_structure
from vrn_desktop.central.exports.tidy_csv import (
    codes_csv,
    counts_file,
    noisy_sums_file,
    tidy_csv,
)
from vrn_desktop.central.published_table import Release

CHECKSUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class ExportFile:
    """One file of an export."""

    path: str
    """With a folder before it where the format has one, such as `sdmx/data.csv`."""
    content: bytes

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal, as `sha256sum` shows it."""
        return sha256(self.content).hexdigest()


def export_files(release: Release, wanted: Format) -> tuple[ExportFile, ...]:
    """The files of one format, or of all; the same bytes whenever and wherever they are made.

    Every export has a page to read first and a list of checksums.

    Raises:
        ReleaseFaultError: the release breaks the rules of what may be shown.
    """
    formats = _WRITERS if wanted is Format.ALL else {wanted: _WRITERS[wanted]}
    found: dict[str, bytes] = {}
    for write in formats.values():
        found |= write(release)
    found = {READ_ME: read_me(release, tuple(found)), **found}
    files = [ExportFile(path, content) for path, content in found.items()]
    sums = "".join(f"{file.digest}  {file.path}\n" for file in files)
    return (*files, ExportFile(CHECKSUMS, sums.encode()))


def _csv_alone(release: Release) -> dict[str, bytes]:
    counts, sums = counts_file(release), noisy_sums_file(release)
    return {
        counts.name: tidy_csv(counts, release),
        sums.name: tidy_csv(sums, release),
    }


def _csv(release: Release) -> dict[str, bytes]:
    return {
        **_csv_alone(release),
        CODES: codes_csv(counts_file(release)),
        DESCRIPTOR: json_bytes(data_package(release)),
    }


def _csvw(release: Release) -> dict[str, bytes]:
    return {**_csv_alone(release), WEB_METADATA: json_bytes(csv_on_the_web(release))}


def _dhis2(release: Release) -> dict[str, bytes]:
    values = {f"dhis2/{name}": json_bytes(one) for name, one in dhis2_values(release).items()}
    return {f"dhis2/{DHIS2_METADATA}": json_bytes(dhis2_metadata(release)), **values}


def _adx(release: Release) -> dict[str, bytes]:
    return {f"adx/{ADX_MESSAGE}": adx_message(release), f"adx/{ADX_SCHEMA}": adx_schema(release)}


def _sdmx(release: Release) -> dict[str, bytes]:
    return {
        f"sdmx/{SDMX_DATA}": sdmx_csv(release),
        f"sdmx/{SDMX_STRUCTURE}": json_bytes(sdmx_structure(release)),
    }


_WRITERS: Mapping[Format, Callable[[Release], dict[str, bytes]]] = {
    Format.CSV: _csv,
    Format.CSVW: _csvw,
    Format.DHIS2: _dhis2,
    Format.ADX: _adx,
    Format.SDMX: _sdmx,
}
