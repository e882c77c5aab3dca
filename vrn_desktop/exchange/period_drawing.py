"""Draws one period for one site, from facts to the content of its message; called once a period, ever."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from vrn_desktop.domain.counted_person import PersonQuarter, counted_quarters
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.programme_period import Period, Week
from vrn_desktop.exchange.message_chain import ChainHead
from vrn_desktop.exchange.payload import Contribution, PeriodState
from vrn_desktop.exchange.table_counting import true_counts
from vrn_desktop.exchange.table_drawing import noisy_tables, scales
from vrn_desktop.exchange.table_pack import MessageKind, TablePack
from vrn_desktop.noise.discrete_laplace import SYSTEM_BITS, RandomBits


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends: the site's name in the network, its last message, and the program's version."""

    site: str
    head: ChainHead
    app: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPeriod:
    """What to keep in one transaction with the ledger and the outbox: the numbers, and who is counted now."""

    contribution: Contribution
    newly_counted: Mapping[YoungPersonId, Week]


def drawn_period(
    period: Period,
    rows: Iterable[PersonQuarter],
    counted_before: Mapping[YoungPersonId, Collection[Week]],
    *,
    pack: TablePack,
    sender: Sender,
    message_id: str,
    bits: RandomBits = SYSTEM_BITS,
) -> DrawnPeriod:
    """The period's noisy numbers, and the people whose quarter is used up by it.

    Args:
        period: closed, and next in order (`due_periods` of the domain).
        rows: the facts of everybody with a conversation in the period, at least.
        counted_before: the weeks in which each person was counted, from earlier drawings.
        pack: the tables in force, within the organisation's budget.
        sender: the site and its place in the chain.
        message_id: 16 random bytes in hex.
        bits: the operating system's random source, except in tests.

    Raises:
        NotCountableError: a record holds a code that no list of the pack knows.
    """
    kind = kind_for(period)
    counted = counted_quarters(rows, pack.quarters_of_any_four, counted_before)
    counts = true_counts(counted, pack, kind, period)
    contribution = _contribution(
        period,
        PeriodState.OK,
        pack=pack,
        sender=sender,
        message_id=message_id,
        tables=noisy_tables(counts, pack, kind, bits),
    )
    newly = {
        row.person: row.week
        for row in counted
        if period in (row.week, row.quarter)
        and all(week.quarter != row.quarter for week in counted_before.get(row.person, ()))
    }
    return DrawnPeriod(contribution=contribution, newly_counted=newly)


def without_numbers(
    period: Period, state: PeriodState, *, pack: TablePack, sender: Sender, message_id: str
) -> Contribution:
    """The word that a period went missing with a restored file, or that its numbers are withdrawn.

    Raises:
        ValueError: the state says that there are numbers.
    """
    if state is PeriodState.OK:
        raise ValueError("numbers come from a drawing")
    return _contribution(period, state, pack=pack, sender=sender, message_id=message_id, tables={})


def kind_for(period: Period) -> MessageKind:
    """The kind of message that a period of this length has."""
    return next(kind for kind in MessageKind if kind.fits(period))


def _contribution(
    period: Period,
    state: PeriodState,
    *,
    pack: TablePack,
    sender: Sender,
    message_id: str,
    tables: Mapping[str, tuple[int, ...]],
) -> Contribution:
    kind = kind_for(period)
    return Contribution(
        id=message_id,
        site=sender.site,
        spec=pack.spec,
        kind=kind,
        period=period,
        state=state,
        number=sender.head.number + 1,
        previous=sender.head.digest,
        app=sender.app,
        tables=tables,
        scale=scales(pack, kind) if tables else {},
    )
