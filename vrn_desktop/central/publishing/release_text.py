"""A release and its tables as text to keep: one way to write a value, read back strictly and unchanged."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import isfinite
from typing import TypeVar

from vrn_desktop.central.published_table import (
    Heading,
    HeadingList,
    NetworkCell,
    NetworkTable,
    Precision,
    Release,
)
from vrn_desktop.domain.programme_period import NoSuchPeriodError, period_from_text

FORM = 1
"""The form of the text; a later program reads earlier forms too."""

_Kind = TypeVar("_Kind")


class ReleaseTextError(ValueError):
    """The text is no release of a form that is known here."""


def tables_as_text(tables: Sequence[NetworkTable]) -> str:
    """Tables as canonical JSON: equal tables give equal text."""
    return _written([_table_plain(table) for table in tables])


def tables_from_text(text: str) -> tuple[NetworkTable, ...]:
    """The same tables again.

    Raises:
        ReleaseTextError: it is something else.
    """
    return tuple(_table(entry) for entry in _list(_read(text)))


def release_as_text(release: Release) -> str:
    """A whole release as canonical JSON: equal releases give equal text."""
    return _written(
        {
            "drafted_by": release.drafted_by,
            "edition": release.edition,
            "form": FORM,
            "id": release.id,
            "note": release.note,
            "period": str(release.period),
            "published_at": release.published_at.isoformat(),
            "published_by": release.published_by,
            "tables": [_table_plain(table) for table in release.tables],
        }
    )


def release_from_text(text: str) -> Release:
    """The same release again.

    Raises:
        ReleaseTextError: it is something else, or of a later form.
    """
    plain = _mapping(_read(text))
    if plain.get("form") != FORM:
        raise ReleaseTextError("a later program wrote this release")
    try:
        published_at = datetime.fromisoformat(_value(plain, "published_at", str))
        period = period_from_text(_value(plain, "period", str))
    except (ValueError, NoSuchPeriodError) as error:
        raise ReleaseTextError("a time or a period is expected") from error
    return Release(
        id=_value(plain, "id", str),
        period=period,
        edition=_value(plain, "edition", int),
        tables=tuple(_table(entry) for entry in _value(plain, "tables", list)),
        drafted_by=_value(plain, "drafted_by", str),
        published_by=_value(plain, "published_by", str),
        published_at=published_at,
        note=_value(plain, "note", str),
    )


def _table_plain(table: NetworkTable) -> dict[str, object]:
    return {
        "cells": [_cell_plain(cell) for cell in table.cells],
        "lists": [
            {"headings": [[one.code, one.label] for one in each.headings], "name": each.name}
            for each in table.lists
        ],
        "name": table.name,
        "period": str(table.period),
        "scale": table.scale,
        "sites_expected": table.sites_expected,
        "sites_reporting": table.sites_reporting,
        "spec": table.spec,
        "title": table.title,
    }


def _cell_plain(cell: NetworkCell) -> dict[str, object]:
    return {
        "codes": list(cell.codes),
        "estimate": float(cell.estimate),
        "high": float(cell.high),
        "low": float(cell.low),
        "noisy_sum": cell.noisy_sum,
        "precision": cell.precision.value,
        "shown": cell.shown,
    }


def _table(entry: object) -> NetworkTable:
    plain = _mapping(entry)
    try:
        period = period_from_text(_value(plain, "period", str))
    except NoSuchPeriodError as error:
        raise ReleaseTextError("a period is expected") from error
    return NetworkTable(
        name=_value(plain, "name", str),
        title=_value(plain, "title", str),
        period=period,
        spec=_value(plain, "spec", str),
        lists=tuple(_heading_list(each) for each in _value(plain, "lists", list)),
        scale=_value(plain, "scale", int),
        sites_reporting=_value(plain, "sites_reporting", int),
        sites_expected=_value(plain, "sites_expected", int),
        cells=tuple(_cell(each) for each in _value(plain, "cells", list)),
    )


def _heading_list(entry: object) -> HeadingList:
    plain = _mapping(entry)
    headings = (_texts(each, 2) for each in _value(plain, "headings", list))
    return HeadingList(
        name=_value(plain, "name", str),
        headings=tuple(Heading(code=code, label=label) for code, label in headings),
    )


def _cell(entry: object) -> NetworkCell:
    plain = _mapping(entry)
    try:
        precision = Precision(_value(plain, "precision", str))
    except ValueError as error:
        raise ReleaseTextError("a class of precision is expected") from error
    shown = plain.get("shown")
    return NetworkCell(
        codes=_texts(plain.get("codes")),
        noisy_sum=_value(plain, "noisy_sum", int),
        estimate=_value(plain, "estimate", float),
        low=_value(plain, "low", float),
        high=_value(plain, "high", float),
        precision=precision,
        shown=None if shown is None else _value(plain, "shown", int),
    )


def _written(value: object) -> str:
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def _read(text: str) -> object:
    try:
        value: object = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ReleaseTextError("JSON is expected") from error
    if _written(value) != text:
        raise ReleaseTextError("another spelling of the same value")
    return value


def _no_number(_: str) -> float:
    raise ReleaseTextError("a number is expected")


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ReleaseTextError("an object is expected")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise ReleaseTextError("a list is expected")
    return value


def _texts(value: object, length: int | None = None) -> tuple[str, ...]:
    texts = tuple(each for each in _list(value) if isinstance(each, str))
    if len(texts) != len(_list(value)) or length not in (None, len(texts)):
        raise ReleaseTextError("texts are expected")
    return texts


def _value(plain: Mapping[str, object], name: str, kind: type[_Kind]) -> _Kind:
    value = plain.get(name)
    if type(value) is not kind or (isinstance(value, float) and not isfinite(value)):
        raise ReleaseTextError(f"{name}: a value of another kind is expected")
    return value
