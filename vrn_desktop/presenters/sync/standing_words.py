"""How it stands with sending, in sentences: what waits, what comes next, and what to look into."""

from datetime import date, datetime, timedelta

from vrn_desktop.application.sync_views import SyncOverview
from vrn_desktop.domain.counts_sent import Delivery, EnrolmentStep, LedgerEntry
from vrn_desktop.presenters.sync.ledger_rows import about, left_words, next_try_words
from vrn_desktop.presenters.sync.message_words import CONFLICT
from vrn_desktop.presenters.sync.period_words import period_in_words
from vrn_desktop.presenters.sync.sync_state import (
    CountOfMessages,
    NetworkView,
    Standing,
    WaitingLine,
    Warned,
)
from vrn_desktop.presenters.wording import (
    count,
    day,
    large_at_first,
    mid_sentence,
    moment_seen_from,
)

SHOWN = 6
COUNTS = (
    (Delivery.WAITING, "waiting"),
    (Delivery.ON_ITS_WAY, "on its way"),
    (Delivery.DELIVERED, "delivered"),
    (Delivery.CONFLICT, "needs a look"),
)
NOTHING_DRAWN = "Your site “{site}” is in the network. No numbers are drawn so far."
ALL_THERE = "Your site “{site}” is in the network. Everything that was drawn is delivered."
ON_THE_WAY = "Your site “{site}” is in the network. {messages} without a receipt so far."
ENDED = "Your site “{site}” has left the network. No numbers are drawn any more."
NEXT_CLOSING = "{period}. They are drawn on {day}, or when the program is next opened after that."
BY_NETWORK = (
    "{when} at the earliest, by itself while the program is open and there is a connection."
)
DUE_NOW = "As soon as there is a connection, by itself while the program is open."
BY_STICK = "This site sends on a stick. Copy to one whenever somebody visits the central office."
OFFLINE = (
    "Nothing answered the last time. That is usual without a network, and nothing is lost. It is tried "
    "again {when}."
)
OFFLINE_NOW = (
    "Nothing answered the last time. That is usual without a network, and nothing is lost."
)
WAITS, LEFT, AGAIN = (
    "Has not left this laptop.",
    "Left: {left}. No receipt yet.",
    "Next try {when}.",
)
MORE = "{messages} more. All of them stand under “What left this computer”."
CHECK_DATE = "Check the date of this computer."
CLOCK_TEXT = {
    "behind": "It is behind the day in the last receipt of the central office.",
    "ahead": "It was more than a day ahead of the central office’s when the last receipt came.",
    "held_back": (
        "By its date, weeks have ended that the central office has not reached. Their numbers are held "
        "back until a receipt shows that the date is right."
    ),
}
NOT_DRAWN = "Nothing is drawn or sent."
REFUSED = "The central office refused something."
REFUSED_TEXT = "It says: {words}. Nothing is lost. Ring the central office if this stays."
WITH_NETWORK = "Site “{site}”, by network and on sticks. The central office’s address: {address}"
WITH_STICK = "Site “{site}”, on sticks only."


def standing(overview: SyncOverview, now: datetime, today: date) -> Standing:
    """How it stands for an enrolment in force, or one that has ended."""
    ended = overview.step is EnrolmentStep.ENDED
    open_entries = [
        entry
        for entry in reversed(overview.ledger)
        if entry.delivery in (Delivery.WAITING, Delivery.ON_ITS_WAY)
    ]
    waiting = tuple(_waiting(entry, today, ended=ended) for entry in open_entries[:SHOWN])
    more = len(open_entries) - len(waiting)
    closing = overview.next_closing
    return Standing(
        sentence=_sentence(overview, len(open_entries)),
        counts=tuple(
            CountOfMessages(number=overview.how_many(delivery), words=words)
            for delivery, words in COUNTS
        ),
        next_closing=""
        if ended
        else NEXT_CLOSING.format(
            period=period_in_words(closing.period), day=day(closing.closes_on)
        ),
        next_sending="" if ended else _next_sending(overview, now, today),
        offline="" if ended or overview.trouble else _offline(open_entries, now, today),
        by_network=overview.by_network,
        is_over=ended,
        warnings=_warnings(overview),
        waiting=waiting,
        more_waiting=MORE.format(messages=count(more, "message")) if more else "",
    )


def network_view(overview: SyncOverview) -> NetworkView:
    """With whom this laptop counts."""
    words = WITH_NETWORK if overview.by_network else WITH_STICK
    return NetworkView(
        with_whom=words.format(site=overview.site, address=overview.address),
        by_network=overview.by_network,
        new_key_waits=overview.new_key_waits,
    )


def waiting_words(overview: SyncOverview) -> str:
    """One short line for the home page; empty where this laptop sends nothing."""
    if overview.step is not EnrolmentStep.IN_FORCE:
        return ""
    waiting = overview.how_many(Delivery.WAITING) + overview.how_many(Delivery.ON_ITS_WAY)
    return f"{count(waiting, 'message')} waiting to send" if waiting else "Nothing waits to be sent"


def _sentence(overview: SyncOverview, open_messages: int) -> str:
    if overview.step is EnrolmentStep.ENDED:
        return ENDED.format(site=overview.site)
    if not overview.ledger:
        return NOTHING_DRAWN.format(site=overview.site)
    if not open_messages:
        return ALL_THERE.format(site=overview.site)
    messages = large_at_first(count(open_messages, "message is", "messages are"))
    return ON_THE_WAY.format(site=overview.site, messages=messages)


def _next_sending(overview: SyncOverview, now: datetime, today: date) -> str:
    if not overview.by_network or overview.next_sending_at is None:
        return BY_STICK
    if overview.next_sending_at <= now:
        return DUE_NOW
    return BY_NETWORK.format(when=moment_seen_from(overview.next_sending_at, today))


def _offline(entries: list[LedgerEntry], now: datetime, today: date) -> str:
    failed = [entry for entry in entries if entry.failures]
    if not failed:
        return ""
    tries = [entry.next_try_at for entry in failed if entry.next_try_at is not None]
    if not tries or min(tries) <= now + timedelta(minutes=1):
        return OFFLINE_NOW
    return OFFLINE.format(when=mid_sentence(moment_seen_from(min(tries), today)))


def _waiting(entry: LedgerEntry, today: date, *, ended: bool) -> WaitingLine:
    detail = WAITS
    if entry.departures:
        detail = LEFT.format(left=mid_sentence(left_words(entry.departures, today)))
    again = "" if ended else next_try_words(entry, today)
    if again:
        detail = f"{detail} {AGAIN.format(when=again)}"
    return WaitingLine(number=entry.number, period=about(entry), detail=detail)


def _warnings(overview: SyncOverview) -> tuple[Warned, ...]:
    found = []
    if overview.promise is None:
        found.append(Warned(title=NOT_DRAWN, text=f"{large_at_first(overview.promise_refused)}."))
    if overview.clock.is_off:
        texts = [text for name, text in CLOCK_TEXT.items() if getattr(overview.clock, name)]
        found.append(Warned(title=CHECK_DATE, text=" ".join(texts)))
    conflicts = [entry for entry in overview.ledger if entry.delivery is Delivery.CONFLICT]
    found += [
        Warned(title=f"{about(entry)}: {_small(CONFLICT.title)}", text=CONFLICT.text)
        for entry in conflicts
    ]
    if overview.trouble:
        found.append(Warned(title=REFUSED, text=REFUSED_TEXT.format(words=overview.trouble)))
    return tuple(found)


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
