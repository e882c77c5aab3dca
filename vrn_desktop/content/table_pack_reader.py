"""The door for table packs: read whole and checked, or refused with file, line and reason."""

from importlib.resources import files
from pathlib import Path

import resources
from vrn_desktop.content.pack_reader import text_of
from vrn_desktop.content.yaml_document import YamlDocument
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.exchange.errors import TablePackError
from vrn_desktop.exchange.table_pack import TablePack
from vrn_desktop.exchange.table_pack_reading import table_pack_from_plain

TABLES_FILE = "llr-tables.yaml"


def table_pack_from_text(text: str, file_name: str) -> TablePack:
    """The table pack a text holds.

    Raises:
        ContentPackError: it is not a sound pack; says file, line and reason.
    """
    document = YamlDocument(text, file_name)
    try:
        return table_pack_from_plain(document.value)
    except TablePackError as error:
        raise ContentPackError(file_name, document.line(error.place), error.reason) from error


def read_table_pack(path: Path) -> TablePack:
    """The table pack of a file.

    Raises:
        ContentPackError: it cannot be read, or is not a sound pack.
    """
    return table_pack_from_text(text_of(path, path.name), path.name)


def shipped_table_pack() -> TablePack:
    """The table pack that ships with the program."""
    text = (files(resources) / "content" / "tables" / TABLES_FILE).read_text(encoding="utf-8")
    return table_pack_from_text(text, TABLES_FILE)
