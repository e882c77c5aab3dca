"""What stops an export: a release that breaks the rules of what may be shown is not written out at all."""

import re
from collections.abc import Iterator

from vrn_desktop.central.published_table import NetworkCell, NetworkTable, Precision, Release
from vrn_desktop.exchange.table_pack import ListName

SMALLEST_SHOWN = 10
ROUNDED_TO = 5
FEWEST_SITES = 10
"""Under so many sites nothing of a table is published, not even its noisy sums."""
WHOLE = "_T"
"""The code for "not broken down by this list", as statistical offices write it."""
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}", re.ASCII)
_TABLE_NAME = re.compile(r"[A-Z](?:\.[a-z][a-z0-9_]*)*", re.ASCII)
_SPEC = re.compile(r"[a-z][a-z0-9-]*/[0-9]+", re.ASCII)


class ReleaseFaultError(Exception):
    """A release that must not be exported as it is; the text says where, never a hidden number."""


def refuse_faulty(release: Release) -> None:
    """Check what every export rests on: shape, codes, and that nothing is shown that should be hidden.

    Raises:
        ReleaseFaultError: with the first fault found.
    """
    for fault in _faults(release):
        raise ReleaseFaultError(fault)


def _faults(release: Release) -> Iterator[str]:
    if not release.tables:
        yield "The release holds no table."
    if release.edition < 1:
        yield "Editions count from 1."
    names = [(table.name, str(table.period), table.spec) for table in release.tables]
    if len(set(names)) != len(names):
        yield "A table stands twice in the release."
    for table in release.tables:
        yield from _faults_of_table(table)


def _faults_of_table(table: NetworkTable) -> Iterator[str]:
    where = f"Table {table.name}"
    if not _TABLE_NAME.fullmatch(table.name):
        yield "A table's name is a capital letter, then a dot and a list's name for each list."
    if not _SPEC.fullmatch(table.spec):
        yield f"{where}: the specification is not written like vrn-tables/1."
    if not 0 < table.sites_reporting <= table.sites_expected:
        yield f"{where}: sites that reported do not fit the sites expected."
    known = {name.value for name in ListName}
    if not {named.name for named in table.lists} <= known:
        yield f"{where}: counts by a list that the exports have no column for."
    headings = [heading.code for named in table.lists for heading in named.headings]
    if not all(_CODE.fullmatch(code) for code in headings):
        yield f"{where}: a code is not made of letters, digits and underscores."
    yield from _faults_of_cells(table, where)


def _faults_of_cells(table: NetworkTable, where: str) -> Iterator[str]:
    keys = [cell.codes for cell in table.cells]
    if len(set(keys)) != len(keys):
        yield f"{where}: two cells stand under the same headings."
    allowed = [{heading.code for heading in named.headings} for named in table.lists]
    for cell in table.cells:
        if len(cell.codes) != len(allowed) or any(
            code not in codes for code, codes in zip(cell.codes, allowed, strict=True)
        ):
            yield f"{where}: a cell stands under headings that the table does not have."
        elif (fault := _fault_of_showing(cell, table.sites_reporting)) is not None:
            yield f"{where}, {' / '.join(cell.codes)}: {fault}"


def _fault_of_showing(cell: NetworkCell, sites: int) -> str | None:
    if not cell.low <= cell.estimate <= cell.high:
        return "the interval does not hold the estimate."
    uncertain = cell.precision is Precision.X
    hidden = cell.estimate < SMALLEST_SHOWN or uncertain or sites < FEWEST_SITES
    if cell.shown is None:
        return None if hidden else "hidden without a reason."
    if hidden or cell.shown < SMALLEST_SHOWN:
        return "shown, though it must be hidden."
    if cell.shown % ROUNDED_TO or abs(cell.shown - cell.estimate) > ROUNDED_TO / 2:
        return "shown, but not to the nearest 5."
    return None
