"""A table pack from plain values, checked whole: nothing unknown, every person has one cell, every message fits."""

import re
from collections.abc import Iterable, Mapping

from vrn_desktop.domain.counted_person import CountedOutcome, EthnicGroup, ReferralProgress
from vrn_desktop.domain.programme_period import NoSuchPeriodError, Quarter, period_from_text
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.exchange.errors import Place, TablePackError
from vrn_desktop.exchange.payload import fits_a_message
from vrn_desktop.exchange.plain_values import PlainFields, code_of, each_of
from vrn_desktop.exchange.table_pack import (
    CodeList,
    CountTable,
    ListEntry,
    ListName,
    MessageKind,
    PeriodKind,
    TablePack,
)

OTHERS, TERTIARY_OR_ESCALATED = "others", "tertiary_or_escalated"

CLOSED_LISTS: Mapping[ListName, frozenset[str]] = {
    ListName.URGENCY: frozenset({TERTIARY_OR_ESCALATED, OTHERS}),
    ListName.LEVEL: frozenset({"primary", "secondary", "tertiary", "insufficient"}),
    ListName.LIFE_STAGE: frozenset({"EY", "PR", "EA", "LA", "YA", "AD"}),
    ListName.SETTING: frozenset(SettingKind),
    ListName.OUTCOME: frozenset(CountedOutcome),
    ListName.REFERRAL: frozenset(ReferralProgress),
    ListName.ETHNIC_GROUP: frozenset(EthnicGroup),
}
"""The codes of the field that a list has to share out among its headings, each once."""

OF_A_REFERRAL = frozenset({ListName.HELP, ListName.REFERRAL})

MOST_ADDED = 10
LARGEST_SCALE = 1000
_SPEC = re.compile(r"[a-z][a-z0-9-]{1,30}/[1-9][0-9]{0,3}", re.ASCII)
_MOST_ENTRIES = 50
_MOST_TABLES = 20


def table_pack_from_plain(value: object) -> TablePack:
    """The pack that plain values hold, as YAML or JSON gives them.

    Raises:
        TablePackError: something is missing, unknown, contradictory or does not fit a message;
            the first such place.
    """
    top = PlainFields(value, (), ("spec", "title", "starts", "counting", "lists", "tables"))
    counting = PlainFields(top.value("counting"), top.at("counting"), ("quarters_of_any_four",))
    lists = _lists(top.value("lists"), top.at("lists"))
    pack = TablePack(
        spec=_spec(top),
        title=top.text("title"),
        starts=_starts(top),
        quarters_of_any_four=counting.number("quarters_of_any_four", 1, 4),
        tables=tuple(
            _table(entry, place, lists) for place, entry in top.each("tables", _MOST_TABLES)
        ),
    )
    _refuse_twice((table.name for table in pack.tables), top.at("tables"), "table")
    for kind in MessageKind:
        if not fits_a_message(pack, kind):
            reason = f"the tables of a {kind.period_kind} do not fit one message"
            raise TablePackError(top.at("tables"), reason)
    return pack


def _spec(top: PlainFields) -> str:
    spec = top.text("spec")
    if _SPEC.fullmatch(spec) is None:
        raise TablePackError(top.at("spec"), "a specification is named like vrn-tables/1")
    return spec


def _starts(top: PlainFields) -> Quarter:
    try:
        starts = period_from_text(top.text("starts"))
    except NoSuchPeriodError as error:
        raise TablePackError(top.at("starts"), str(error)) from error
    if not isinstance(starts, Quarter):
        raise TablePackError(top.at("starts"), "tables start at a quarter, like 2026-Q4")
    return starts


def _lists(value: object, place: Place) -> Mapping[ListName, CodeList]:
    fields = PlainFields(value, place, (), tuple(ListName))
    lists = {
        name: _list(name, fields.each(name, _MOST_ENTRIES), fields.at(name))
        for name in ListName
        if fields.has(name)
    }
    if ListName.NEED in lists and ListName.HELP in lists:
        needs, help_given = (_codes_under(lists[n]) for n in (ListName.NEED, ListName.HELP))
        for code in sorted(set(needs) ^ set(help_given)):
            reason = f"{code!r} stands in only one of the lists need and help"
            raise TablePackError(fields.at(ListName.HELP), reason)
    return lists


def _list(name: ListName, entries: Iterable[tuple[Place, object]], place: Place) -> CodeList:
    codes = CodeList(name=name, entries=tuple(_entry(entry, at) for at, entry in entries))
    _refuse_twice((entry.code for entry in codes.entries), place, "code")
    under = _codes_under(codes)
    _refuse_twice(under, place, "code")
    known = CLOSED_LISTS.get(name)
    if known is not None:
        for code in sorted(set(under) - known):
            raise TablePackError(place, f"{code!r} is not a code of {name}")
        for code in sorted(known - set(under)):
            raise TablePackError(place, f"{code!r} of {name} falls under no heading")
    return codes


def _entry(value: object, place: Place) -> ListEntry:
    fields = PlainFields(value, place, ("code", "label"), ("of",))
    code = fields.code("code")
    under: tuple[str, ...] = (code,)
    if fields.has("of"):
        parts = each_of(fields.value("of"), fields.at("of"), _MOST_ENTRIES)
        under = tuple(code_of(part, at) for at, part in parts)
    return ListEntry(code=code, label=fields.text("label"), of=under)


def _codes_under(codes: CodeList) -> list[str]:
    return [code for entry in codes.entries for code in entry.of]


def _table(value: object, place: Place, lists: Mapping[ListName, CodeList]) -> CountTable:
    fields = PlainFields(value, place, ("name", "title", "period", "by", "a_person_adds", "scale"))
    by = tuple(_named_list(name, at, lists) for at, name in fields.each("by", len(ListName)))
    table = CountTable(
        name=fields.code("name"),
        title=fields.text("title"),
        period=_period_kind(fields),
        by=by,
        a_person_adds=fields.number("a_person_adds", 1, MOST_ADDED),
        scale=fields.number("scale", 1, LARGEST_SCALE),
    )
    names = [codes.name for codes in by]
    _refuse_twice(names, fields.at("by"), "list")
    if ListName.NEED in names and OF_A_REFERRAL & set(names):
        raise TablePackError(fields.at("by"), "needs and referrals cannot stand in one table")
    if table.a_person_adds > 1 and ListName.NEED not in names:
        reason = "a person adds more than one only to a table of needs"
        raise TablePackError(fields.at("a_person_adds"), reason)
    return table


def _named_list(name: object, place: Place, lists: Mapping[ListName, CodeList]) -> CodeList:
    for known, codes in lists.items():
        if name == known.value:
            return codes
    raise TablePackError(place, "there is no list of this name in the pack")


def _period_kind(fields: PlainFields) -> PeriodKind:
    try:
        return PeriodKind(fields.text("period"))
    except ValueError as error:
        reason = "period: one of week, quarter, year is expected here"
        raise TablePackError(fields.at("period"), reason) from error


def _refuse_twice(names: Iterable[str], place: Place, what: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise TablePackError(place, f"the {what} {str(name)!r} stands here twice")
        seen.add(name)
