"""The table pack that ships, as plain values to change one thing in, and as a pack."""

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import yaml

from tests.architecture.our_files import ROOT
from vrn_desktop.exchange.table_pack import TablePack
from vrn_desktop.exchange.table_pack_reading import table_pack_from_plain

PACK_FILE = ROOT / "resources" / "content" / "tables" / "llr-tables.yaml"


@cache
def _shipped() -> Any:
    return yaml.safe_load(PACK_FILE.read_text("utf-8"))


def plain_pack() -> Any:
    """Fresh plain values of the pack that ships."""
    return copy.deepcopy(_shipped())


def changed_pack(change: Callable[[Any], object]) -> TablePack:
    """The pack that ships with one thing changed."""
    plain = plain_pack()
    change(plain)
    return table_pack_from_plain(plain)


@cache
def shipped_pack() -> TablePack:
    """The pack that ships."""
    return table_pack_from_plain(plain_pack())


def strict_pack() -> TablePack:
    """The strict profile: all noise doubled."""

    def doubled(plain: Any) -> None:
        for table in plain["tables"]:
            table["scale"] *= 2

    return changed_pack(doubled)
