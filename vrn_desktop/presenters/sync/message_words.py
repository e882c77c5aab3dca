"""One message in full: how it came about, where it went, what it says, and whether to look into it."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from vrn_desktop.domain.counts_in_words import NumberTable
from vrn_desktop.domain.counts_sent import Delivery, Departure, LedgerEntry, NumbersState
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.programme_period import Period
from vrn_desktop.presenters.sync.ledger_rows import (
    WAYS,
    about,
    drawn_words,
    next_try_words,
    receipt_words,
)
from vrn_desktop.presenters.sync.number_groups import table_views
from vrn_desktop.presenters.sync.period_words import period_days
from vrn_desktop.presenters.sync.sync_state import MessageView, Warned
from vrn_desktop.presenters.wording import moment_seen_from

DAYS = "{days}."
DRAWN = "Drawn: {when}. It is never drawn again."
SAID = "Written: {when}."
LEFT = "Left this laptop: {when}, {way}, {who}."
BY_ITSELF, BY = "by itself", "by {name}"
NOT_LEFT = "It has not left this laptop yet."
TRIED_AGAIN = "It is tried again {when}."
RECEIPT, NO_RECEIPT = (
    "Receipt of the central office: {day}.",
    "No receipt of the central office yet.",
)
NO_NUMBERS = {
    NumbersState.OK: "",
    NumbersState.MISSING: (
        "This message holds no numbers. They went with the file from before a backup was brought back. "
        "The central office most likely has them; they are not drawn a second time."
    ),
    NumbersState.WITHDRAWN: (
        "This message holds no numbers. It tells the central office not to use the numbers of this period."
    ),
}
CONFLICT = Warned(
    title="The central office holds other numbers for this period.",
    text=(
        "Most likely a copy of this file sends numbers as well: a second laptop, or an old backup that "
        "was opened elsewhere. The numbers that came first are used, these are not. Find the copy and "
        "stop using it, then ring the central office."
    ),
)
TAKEN_BACK = Warned(
    title="The numbers of this period are withdrawn.",
    text="The central office does not use them from when it hears of it. They stay here to be read.",
)


def message_view(
    entry: LedgerEntry,
    tables: Sequence[NumberTable],
    withdrawn: Collection[Period],
    *,
    today: date,
    name_of: Callable[[PractitionerId], str],
    may_withdraw: bool,
) -> MessageView:
    """Everything that is known of one message."""
    holds_numbers = entry.state is NumbersState.OK
    is_withdrawn = holds_numbers and entry.period in withdrawn
    return MessageView(
        number=entry.number,
        title=about(entry),
        facts=_facts(entry, today, name_of),
        tables=table_views(tables),
        no_numbers=NO_NUMBERS[entry.state],
        warning=_warning(entry, is_withdrawn=is_withdrawn),
        literal=entry.content.decode("ascii").rstrip(),
        may_withdraw=may_withdraw and holds_numbers and not is_withdrawn,
    )


def _warning(entry: LedgerEntry, *, is_withdrawn: bool) -> Warned | None:
    if entry.delivery is Delivery.CONFLICT:
        return CONFLICT
    return TAKEN_BACK if is_withdrawn else None


def _facts(
    entry: LedgerEntry, today: date, name_of: Callable[[PractitionerId], str]
) -> tuple[str, ...]:
    drawn = DRAWN if entry.state is NumbersState.OK else SAID
    facts = [
        DAYS.format(days=period_days(entry.period)),
        drawn.format(when=drawn_words(entry, today)),
        *(_left(departure, today, name_of) for departure in entry.departures),
    ]
    if not entry.departures:
        facts.append(NOT_LEFT)
    if entry.delivered_on is not None:
        return (*facts, RECEIPT.format(day=receipt_words(entry)))
    again = next_try_words(entry, today)
    return (*facts, NO_RECEIPT, *([TRIED_AGAIN.format(when=again)] if again else []))


def _left(departure: Departure, today: date, name_of: Callable[[PractitionerId], str]) -> str:
    who = BY_ITSELF if departure.by is None else BY.format(name=name_of(departure.by))
    when = moment_seen_from(departure.at, today)
    return LEFT.format(when=when, way=WAYS[departure.way], who=who)
