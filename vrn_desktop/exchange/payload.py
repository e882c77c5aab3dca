"""What one message says: a site's noisy numbers of one period, padded so that its length says nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from vrn_desktop.domain.programme_period import (
    NoSuchPeriodError,
    Period,
    Week,
    period_from_text,
)
from vrn_desktop.exchange.canonical_json import LARGEST_NUMBER, NotCanonicalError, read, written
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.table_pack import CountTable, MessageKind, TablePack

PADDED_BYTES = 2048
LARGEST_CELL = 9_999_999
FIRST_PREV = "0" * 64
"""What the first message of a site names as the one before it."""

_FIELDS = frozenset(
    ("app", "id", "kind", "period", "prev", "scale", "seq", "site", "spec", "state", "tables")
)
_APP = re.compile(r"[0-9A-Za-z.+-]{1,20}", re.ASCII)
_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_SITE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}", re.ASCII)
_WORD = re.compile(r"[0-9A-Za-z-]{1,20}", re.ASCII)
_SPEC = re.compile(r"[a-z0-9/-]{1,40}", re.ASCII)
_PADDING = b" "


class PeriodState(StrEnum):
    """What a message says about its period."""

    OK = "ok"
    """Its numbers, drawn once."""
    MISSING = "missing"
    """No numbers: they went with a file that was restored; the centre most likely has them."""
    WITHDRAWN = "withdrawn"
    """No numbers: what was sent of this period must not be used any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """A site's numbers of one period as they leave: noise is on them already.

    `number` counts the site's messages from 1; `previous` is the digest of the message before.
    """

    id: str
    site: str
    spec: str
    kind: MessageKind
    period: Period
    state: PeriodState
    number: int
    previous: str
    app: str
    tables: Mapping[str, tuple[int, ...]]
    scale: Mapping[str, int]


def padded(contribution: Contribution) -> bytes:
    """The contribution as 2,048 bytes of canonical JSON and spaces.

    Raises:
        ValueError: it does not fit, or is not what a reader would take; a fault of the caller.
    """
    raw = written(_plain(contribution))
    if len(raw) > PADDED_BYTES:
        raise ValueError("the numbers do not fit one message")
    try:
        _from_plain(read(raw))
    except (MessageRefusedError, NotCanonicalError) as error:
        raise ValueError(f"no reader would take this: {error}") from error
    return raw.ljust(PADDED_BYTES, _PADDING)


def unpadded(content: bytes) -> Contribution:
    """The contribution in opened content; its form is checked, its tables against no pack yet.

    Raises:
        MessageRefusedError: it is not what a site of this version writes.
    """
    if len(content) != PADDED_BYTES:
        raise MessageRefusedError(Refusal.CONTENT, "the content has another length")
    try:
        value = read(content.rstrip(_PADDING))
    except NotCanonicalError as error:
        raise MessageRefusedError(Refusal.CONTENT, f"the content: {error}") from error
    return _from_plain(value)


def refuse_other_tables(contribution: Contribution, pack: TablePack) -> None:
    """Refuse numbers that are not exactly the pack's tables of this kind.

    Raises:
        MessageRefusedError: another specification, table, number of cells or noise.
    """
    tables = pack.by_kind[contribution.kind] if contribution.state is PeriodState.OK else ()
    fits = (
        contribution.spec == pack.spec
        and {name: len(cells) for name, cells in contribution.tables.items()}
        == {table.name: table.cells for table in tables}
        and contribution.scale == {table.name: table.scale for table in tables}
    )
    if not fits:
        raise MessageRefusedError(Refusal.CONTENT, f"these are not the tables of {pack.spec}")


def fits_a_message(pack: TablePack, kind: MessageKind) -> bool:
    """Whether the longest numbers of these tables fit one message."""
    return len(written(_plain(_longest(pack.spec, kind, pack.by_kind[kind])))) <= PADDED_BYTES


def _longest(spec: str, kind: MessageKind, tables: tuple[CountTable, ...]) -> Contribution:
    return Contribution(
        id="0" * 32,
        site="S" * 32,
        spec=spec,
        kind=kind,
        period=Week(2026, 53),
        state=PeriodState.WITHDRAWN,
        number=LARGEST_NUMBER,
        previous=FIRST_PREV,
        app="9" * 20,
        tables={table.name: (-LARGEST_CELL,) * table.cells for table in tables},
        scale={table.name: table.scale for table in tables},
    )


def _plain(contribution: Contribution) -> Mapping[str, object]:
    return {
        "app": contribution.app,
        "id": contribution.id,
        "kind": contribution.kind.value,
        "period": str(contribution.period),
        "prev": contribution.previous,
        "scale": dict(contribution.scale),
        "seq": contribution.number,
        "site": contribution.site,
        "spec": contribution.spec,
        "state": contribution.state.value,
        "tables": {name: list(cells) for name, cells in contribution.tables.items()},
    }


def _from_plain(value: object) -> Contribution:
    if not isinstance(value, dict) or value.keys() != _FIELDS:
        raise _refused("other fields are expected")
    kind, period = _kind_and_period(value)
    state = _state(value)
    tables = _tables(value["tables"])
    scale = _scale(value["scale"])
    if tables.keys() != scale.keys() or (state is PeriodState.OK) != bool(tables):
        raise _refused("numbers, noise and state do not belong together")
    number, previous = _whole(value["seq"], 1, LARGEST_NUMBER), _text(value, "prev", _DIGEST)
    if (number == 1) != (previous == FIRST_PREV):
        raise _refused("only a site's first message follows no other")
    return Contribution(
        id=_text(value, "id", _ID),
        site=_text(value, "site", _SITE),
        spec=_text(value, "spec", _SPEC),
        kind=kind,
        period=period,
        state=state,
        number=number,
        previous=previous,
        app=_text(value, "app", _APP),
        tables=tables,
        scale=scale,
    )


def _kind_and_period(value: Mapping[str, object]) -> tuple[MessageKind, Period]:
    try:
        kind = MessageKind(_text(value, "kind", _WORD))
        period = period_from_text(_text(value, "period", _WORD))
    except (ValueError, NoSuchPeriodError) as error:
        raise _refused("kind and period are not known") from error
    if not kind.fits(period):
        raise _refused("kind and period do not belong together")
    return kind, period


def _state(value: Mapping[str, object]) -> PeriodState:
    try:
        return PeriodState(_text(value, "state", _WORD))
    except ValueError as error:
        raise _refused("the state is not known") from error


def _tables(value: object) -> Mapping[str, tuple[int, ...]]:
    return MappingProxyType({name: _cells(cells) for name, cells in _object(value).items()})


def _cells(value: object) -> tuple[int, ...]:
    if not isinstance(value, list) or not value:
        raise _refused("a table is a list of numbers")
    return tuple(_whole(cell, -LARGEST_CELL, LARGEST_CELL) for cell in value)


def _scale(value: object) -> Mapping[str, int]:
    entries = _object(value).items()
    return MappingProxyType({name: _whole(scale, 1, LARGEST_CELL) for name, scale in entries})


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _refused("an object is expected")
    return value


def _text(value: Mapping[str, object], name: str, form: re.Pattern[str]) -> str:
    found = value[name]
    if not isinstance(found, str) or form.fullmatch(found) is None:
        raise _refused(f"{name} has another form")
    return found


def _whole(value: object, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise _refused("a whole number within bounds is expected")
    return value


def _refused(reason: str) -> MessageRefusedError:
    return MessageRefusedError(Refusal.CONTENT, f"the content: {reason}")
