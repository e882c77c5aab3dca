"""Which groupings of a table are published as tables of their own, and in which words."""

from collections.abc import Mapping
from itertools import product

from vrn_desktop.exchange.table_pack import CodeList, CountTable, ListName

LIST_WORDS: Mapping[str, str] = {
    ListName.URGENCY: "urgency",
    ListName.LEVEL: "prevention level",
    ListName.LIFE_STAGE: "age",
    ListName.SETTING: "setting",
    ListName.OUTCOME: "how it stood with help",
    ListName.NEED: "kind of help",
    ListName.HELP: "kind of help",
    ListName.REFERRAL: "how far the referral got",
    ListName.ETHNIC_GROUP: "ethnic group",
}
"""What each list is called where a person reads it."""


def groupings(table: CountTable) -> tuple[tuple[CodeList, ...], ...]:
    """The whole table, then each list alone, then of three lists the first with each other one."""
    whole = table.by
    if len(whole) == 1:
        return (whole,)
    first, *others = whole
    pairs = tuple((first, other) for other in others) if len(whole) > 2 else ()  # noqa: PLR2004 - three lists
    return (whole, *((codes,) for codes in whole), *pairs)


def grouping_name(table: CountTable, by: tuple[CodeList, ...]) -> str:
    """`J` for the whole table, `J.level.life_stage` for a margin."""
    if by == table.by:
        return table.name
    return ".".join((table.name, *(codes.name.value for codes in by)))


def grouping_title(table: CountTable, by: tuple[CodeList, ...]) -> str:
    """The table's title, and by what a margin groups."""
    if by == table.by:
        return table.title
    return f"{table.title}: by {' and '.join(LIST_WORDS[codes.name] for codes in by)}"


def cells_under(
    table: CountTable, by: tuple[CodeList, ...]
) -> tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]:
    """For each cell of a grouping its codes, and the cells of the whole table that it sums."""
    under: dict[tuple[str, ...], list[int]] = {
        tuple(entry.code for entry in entries): []
        for entries in product(*(codes.entries for codes in by))
    }
    places = [table.by.index(codes) for codes in by]
    for cell, headings in enumerate(table.headings()):
        under[tuple(headings[place].code for place in places)].append(cell)
    return tuple((codes, tuple(cells)) for codes, cells in under.items())
