"""How tables, lists and cells are called where letters, digits and underscores are all that is allowed."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from vrn_desktop.central.exports.release_faults import WHOLE
from vrn_desktop.central.exports.tidy_rows import TidyRow
from vrn_desktop.domain.programme_period import Period, Quarter, Week
from vrn_desktop.exchange.table_pack import ListName

LONGEST_CODE = 50
"""What DHIS2 takes for a code."""
_OTHER_SIGNS = re.compile(r"[^A-Z0-9]+", re.ASCII)
_DIGEST = 8
_LETTER: Mapping[ListName, str] = {
    ListName.URGENCY: "U",
    ListName.LEVEL: "L",
    ListName.LIFE_STAGE: "A",
    ListName.SETTING: "S",
    ListName.OUTCOME: "O",
    ListName.NEED: "N",
    ListName.HELP: "H",
    ListName.REFERRAL: "R",
    ListName.ETHNIC_GROUP: "E",
}


def code_of(text: str) -> str:
    """Such as `VRN_TABLES_1` for `vrn-tables/1`; a very long one is cut and told apart by its digest."""
    code = _OTHER_SIGNS.sub("_", text.upper()).strip("_")
    if len(code) <= LONGEST_CODE:
        return code
    digest = sha256(code.encode()).hexdigest()[:_DIGEST].upper()
    return f"{code[: LONGEST_CODE - _DIGEST - 1]}_{digest}"


def table_code(spec: str, table: str) -> str:
    """A table as a data element: the specification belongs to it, for another one counts otherwise."""
    return code_of(f"{spec} {table}")


def data_set_code(spec: str, period: Period) -> str:
    """The set that a table's numbers come in: one for each specification and length of period."""
    return code_of(f"{spec} {period_length(period)}")


def period_length(period: Period) -> str:
    """`week`, `quarter` or `year`."""
    if isinstance(period, Week):
        return "week"
    return "quarter" if isinstance(period, Quarter) else "year"


def combo_code(lists: Iterable[ListName]) -> str:
    """Some lists together, such as `VRN_LAS` for level, age and setting."""
    return f"VRN_{_letters(lists)}"


def option_combo_code(headings: Mapping[ListName, str]) -> str:
    """One heading of each list, such as `LAS_PRIMARY_EARLY_ADOLESCENCE_SCHOOL`.

    The letters of the lists come first, since headings of different lists have the same codes.
    """
    return code_of(" ".join((_letters(headings), *headings.values())))


def headings_of(row: TidyRow) -> Mapping[ListName, str]:
    """The lists that the row's table counts by, with the row's heading in each."""
    return {name: code for name, code in row.codes.items() if code != WHOLE}


def by_data_set(rows: Iterable[TidyRow]) -> Mapping[tuple[str, Period], list[TidyRow]]:
    """The rows of each specification and period, in order."""
    found: dict[tuple[str, Period], list[TidyRow]] = {}
    for row in rows:
        found.setdefault((row.spec, row.period), []).append(row)
    return found


def remark(row: TidyRow) -> str:
    """What stands beside a number in formats that have room for one remark only."""
    sites = f"{row.sites_reporting} of {row.sites_expected} sites"
    if row.number is None:
        return f"{row.observation.value}; {sites}; edition {row.edition}"
    interval = f"95% {row.number.low}-{row.number.high}"
    return f"{interval}; precision {row.precision.value}; {sites}; edition {row.edition}"


def _letters(lists: Iterable[ListName]) -> str:
    return "".join(_LETTER[name] for name in ListName if name in set(lists))
