"""The door for instruments and service directories: read whole and checked, or refused with the place."""

from pathlib import Path

from vrn_desktop.content.entry_shape import entry_of
from vrn_desktop.content.instrument_building import instrument_of
from vrn_desktop.content.instrument_checks import check_instrument
from vrn_desktop.content.instrument_entries import InstrumentEntry
from vrn_desktop.content.service_building import directory_of
from vrn_desktop.content.service_entries import DirectoryEntry
from vrn_desktop.content.yaml_document import PACK_BYTES, PackFault, YamlDocument
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.local_service import ServiceDirectory


def instrument_from_text(text: str, file_name: str) -> Instrument:
    """The instrument a text holds.

    Raises:
        ContentPackError: it is not a sound instrument; says file, line and reason.
    """
    document = YamlDocument(text, file_name)
    try:
        instrument = instrument_of(entry_of(InstrumentEntry, document))
        check_instrument(instrument)
    except PackFault as fault:
        document.refuse(fault)
    return instrument


def read_instrument(path: Path) -> Instrument:
    """The instrument of a file.

    Raises:
        ContentPackError: it cannot be read, or is not a sound instrument.
    """
    return instrument_from_text(text_of(path, path.name), path.name)


def service_directory_from_text(
    text: str, file_name: str, instrument: Instrument
) -> ServiceDirectory:
    """The service directory a text holds, matched by the answers of this instrument.

    Raises:
        ContentPackError: it is not a sound directory for this instrument.
    """
    document = YamlDocument(text, file_name)
    try:
        return directory_of(entry_of(DirectoryEntry, document), instrument)
    except PackFault as fault:
        document.refuse(fault)


def read_service_directory(path: Path, instrument: Instrument) -> ServiceDirectory:
    """The service directory of a file.

    Raises:
        ContentPackError: it cannot be read, or is not a sound directory for this instrument.
    """
    return service_directory_from_text(text_of(path, path.name), path.name, instrument)


def text_of(path: Path, file_name: str, *, max_bytes: int = PACK_BYTES) -> str:
    """A file's text, which has to be UTF-8.

    Raises:
        ContentPackError: it cannot be read, is too large, or is not text.
    """
    try:
        if path.is_file() and path.stat().st_size > max_bytes:
            raise ContentPackError(file_name, None, f"the file is larger than {max_bytes:,} bytes")
        written = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise ContentPackError(file_name, None, f"cannot be read ({reason})") from error
    try:
        return written.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        raise ContentPackError(file_name, line, "this is not a text file in UTF-8") from error
