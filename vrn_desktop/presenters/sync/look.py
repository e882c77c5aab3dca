"""One look at the file, drawn into the page's state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from vrn_desktop.application.sync_views import ComingPeriod, SyncOverview
from vrn_desktop.domain.counts_in_words import NumberTable
from vrn_desktop.domain.counts_sent import EnrolmentStep, LedgerEntry
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.presenters.sync.ledger_rows import ledger_rows, of_kind, withdrawn_periods
from vrn_desktop.presenters.sync.message_words import message_view
from vrn_desktop.presenters.sync.planned_words import planned_messages
from vrn_desktop.presenters.sync.standing_words import network_view, standing
from vrn_desktop.presenters.sync.sync_state import (
    Joining,
    MessageView,
    NetworkView,
    Standing,
    SyncState,
    WordsToCompare,
)
from vrn_desktop.presenters.wording import local_date

NameOf = Callable[[PractitionerId], str]
_JOINING = {
    None: Joining.OUTSIDE,
    EnrolmentStep.WORDS_WAIT: Joining.WORDS_WAIT,
    EnrolmentStep.IN_FORCE: Joining.IN_FORCE,
    EnrolmentStep.ENDED: Joining.ENDED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How it stood when the file was last looked at."""

    overview: SyncOverview
    coming: tuple[ComingPeriod, ...]

    def entry(self, number: int) -> LedgerEntry:
        """One message of the ledger."""
        return next(entry for entry in self.overview.ledger if entry.number == number)


def drawn_look(state: SyncState, look: Look, now: datetime, name_of: NameOf) -> SyncState:
    """The page with everything that the look tells."""
    overview, today = look.overview, local_date(now)
    joining = _JOINING[overview.step]
    sends = joining in (Joining.IN_FORCE, Joining.ENDED)
    entries = of_kind(overview.ledger, state.shown)
    return replace(
        state,
        joining=joining,
        may_change=overview.may_change,
        standing=standing(overview, now, today) if sends else Standing(),
        compare=_compare(overview),
        planned=planned_messages(look.coming, today),
        rows=ledger_rows(entries, withdrawn_periods(overview.ledger), today),
        ledger_is_empty=not overview.ledger,
        promise=overview.promise,
        promise_refused=overview.promise_refused,
        network=network_view(overview) if joining is Joining.IN_FORCE else NetworkView(),
        message=_again(state.message, look, now, name_of),
    )


def opened_message(
    look: Look, number: int, tables: Sequence[NumberTable], now: datetime, name_of: NameOf
) -> MessageView:
    """One message in full."""
    overview = look.overview
    return message_view(
        look.entry(number),
        tables,
        withdrawn_periods(overview.ledger),
        today=local_date(now),
        name_of=name_of,
        may_withdraw=overview.may_change and overview.step is EnrolmentStep.IN_FORCE,
    )


def _again(
    view: MessageView | None, look: Look, now: datetime, name_of: NameOf
) -> MessageView | None:
    """The message that is open, with its numbers as they are and the rest as it is now."""
    if view is None:
        return None
    fresh = opened_message(look, view.number, (), now, name_of)
    return replace(fresh, tables=view.tables, shows_literal=view.shows_literal)


def _compare(overview: SyncOverview) -> WordsToCompare | None:
    if not overview.words or not overview.may_change:
        return None
    return WordsToCompare(
        site=overview.site or "", words=overview.words, by_network=overview.by_network
    )
