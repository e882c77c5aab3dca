"""The numbers of a message as lines of words, the same before sending, after sending and at the centre."""

from math import exp

from vrn_desktop.domain.counts_in_words import NumberLine, NumberTable
from vrn_desktop.exchange.payload import Contribution
from vrn_desktop.exchange.table_pack import TablePack

_ONE_IN_TWENTY = 0.05


def numbers_in_words(contribution: Contribution, pack: TablePack) -> tuple[NumberTable, ...]:
    """Every number that a message holds, none left out and none added.

    Raises:
        ValueError: the contribution does not hold exactly this pack's tables (see
            `refuse_other_tables`).
    """
    shown = tuple(
        NumberTable(
            name=table.name,
            title=table.title,
            likely_error=likely_error(table.scale),
            lines=tuple(
                NumberLine(headings=tuple(entry.label for entry in entries), number=number)
                for entries, number in zip(
                    table.headings(), contribution.tables[table.name], strict=True
                )
            ),
        )
        for table in pack.by_kind[contribution.kind]
        if table.name in contribution.tables
    )
    if len(shown) != len(contribution.tables):
        raise ValueError("the message holds tables that the pack does not know")
    return shown


def likely_error(scale: int) -> int:
    """The least distance within which noise of this scale stays 19 times in 20 or more often."""
    q = exp(-1 / scale)
    distance = 0
    while 2 * q ** (distance + 1) / (1 + q) > _ONE_IN_TWENTY:
        distance += 1
    return distance
