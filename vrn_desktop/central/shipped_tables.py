"""The table packs the central office takes: the one that ships with the program."""

from functools import cache
from importlib.resources import files

import yaml

import resources
from vrn_desktop.exchange.table_pack import TablePack
from vrn_desktop.exchange.table_pack_reading import table_pack_from_plain

TABLES_FILE = "llr-tables.yaml"


@cache
def table_packs() -> dict[str, TablePack]:
    """Each pack by its specification.

    Raises:
        TablePackError: the shipped file is not sound.
    """
    text = (files(resources) / "content" / "tables" / TABLES_FILE).read_text(encoding="utf-8")
    pack = table_pack_from_plain(yaml.safe_load(text))
    return {pack.spec: pack}
