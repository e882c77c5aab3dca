"""The ledger as rows of words: what left, when and how, and what the central office said."""

from collections.abc import Collection, Sequence
from datetime import date

from vrn_desktop.domain.counts_sent import Delivery, Departure, LedgerEntry, NumbersState, Way
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.presenters.sync.period_words import period_name
from vrn_desktop.presenters.sync.sync_state import LedgerFilter, LedgerRow, RowTone
from vrn_desktop.presenters.wording import (
    count,
    day_seen_from,
    full_date,
    local_date,
    mid_sentence,
    moment_seen_from,
)

WAYS = {Way.NETWORK: "by network", Way.STICK: "on a stick"}
STATES = {
    Delivery.WAITING: "Waits",
    Delivery.ON_ITS_WAY: "On its way",
    Delivery.DELIVERED: "Delivered",
    Delivery.CONFLICT: "Needs a look",
}
TONES = {
    Delivery.WAITING: RowTone.QUIET,
    Delivery.ON_ITS_WAY: RowTone.QUIET,
    Delivery.DELIVERED: RowTone.CALM,
    Delivery.CONFLICT: RowTone.LOOK,
}
NOT_YET = "Not yet"
NO_RECEIPT = "None yet"
WITHDRAWN = "Withdrawn"
SAYS = {NumbersState.MISSING: "No numbers", NumbersState.WITHDRAWN: "Withdrawal"}
ABOUT = {
    NumbersState.OK: "{period}",
    NumbersState.MISSING: "{period}: no numbers",
    NumbersState.WITHDRAWN: "{period}: withdrawal",
}
_CLASSES: dict[LedgerFilter, type | None] = {
    LedgerFilter.ALL: None,
    LedgerFilter.WEEKS: Week,
    LedgerFilter.QUARTERS: Quarter,
    LedgerFilter.YEARS: ProgrammeYear,
}


def withdrawn_periods(entries: Sequence[LedgerEntry]) -> frozenset[Period]:
    """The periods whose numbers must not be used any more."""
    return frozenset(entry.period for entry in entries if entry.state is NumbersState.WITHDRAWN)


def of_kind(entries: Sequence[LedgerEntry], shown: LedgerFilter) -> tuple[LedgerEntry, ...]:
    """The messages about weeks, quarters or years only, or all of them."""
    wanted = _CLASSES[shown]
    return tuple(entry for entry in entries if wanted is None or type(entry.period) is wanted)


def ledger_rows(
    entries: Sequence[LedgerEntry], withdrawn: Collection[Period], today: date
) -> tuple[LedgerRow, ...]:
    """One row a message, in the order given."""
    return tuple(_row(entry, withdrawn, today) for entry in entries)


def left_short(departures: Sequence[Departure], today: date) -> str:
    """Return "Today, by network" of the last time."""
    if not departures:
        return NOT_YET
    last = departures[-1]
    return f"{day_seen_from(local_date(last.at), today)}, {WAYS[last.way]}"


def left_words(departures: Sequence[Departure], today: date) -> str:
    """Return "Today, 10:20, by network" of the last time, and how often where it was more than once."""
    if not departures:
        return NOT_YET
    last = departures[-1]
    words = f"{moment_seen_from(last.at, today)}, {WAYS[last.way]}"
    times = len(departures)
    return f"{words}; {count(times, 'time')} in all" if times > 1 else words


def receipt_words(entry: LedgerEntry) -> str:
    """The day that the central office's receipt names."""
    return NO_RECEIPT if entry.delivered_on is None else full_date(entry.delivered_on)


def drawn_words(entry: LedgerEntry, today: date) -> str:
    """When the numbers were drawn."""
    return moment_seen_from(entry.drawn_at, today)


def next_try_words(entry: LedgerEntry, today: date) -> str:
    """When a message is tried again by itself, inside a sentence; nothing where that is not known."""
    if entry.next_try_at is None:
        return ""
    return mid_sentence(moment_seen_from(entry.next_try_at, today))


def about(entry: LedgerEntry) -> str:
    """Which period a message is about, and whether it says something else than numbers."""
    return ABOUT[entry.state].format(period=period_name(entry.period))


def _row(entry: LedgerEntry, withdrawn: Collection[Period], today: date) -> LedgerRow:
    state, tone = STATES[entry.delivery], TONES[entry.delivery]
    if entry.delivery is not Delivery.CONFLICT:
        if entry.state in SAYS:
            state, tone = SAYS[entry.state], RowTone.QUIET
        elif entry.period in withdrawn:
            state, tone = WITHDRAWN, RowTone.QUIET
    received = entry.delivered_on
    return LedgerRow(
        number=entry.number,
        period=period_name(entry.period),
        state=state,
        drawn=day_seen_from(local_date(entry.drawn_at), today),
        left=left_short(entry.departures, today),
        receipt=NO_RECEIPT if received is None else day_seen_from(received, today),
        tone=tone,
    )
