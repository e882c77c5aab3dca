"""The lines of "To do today", most urgent first: tell someone, promises, answers, levels, drafts, what is ahead."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.application.follow_up_service import Today
from vrn_desktop.application.ports.rows import DueRow, OpenEscalationRow, ScreeningRow
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import FollowUpId, PractitionerId
from vrn_desktop.domain.level_decision import LevelDecision
from vrn_desktop.presenters import next_step
from vrn_desktop.presenters.loop.loop_words import PROMISES
from vrn_desktop.presenters.loop.worklist_presenter import work_route
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.next_step import NextStep
from vrn_desktop.presenters.wording import (
    count,
    day_seen_from,
    local_date,
    mid_sentence,
    moment_seen_from,
)


class DueIcon(StrEnum):
    """What kind of thing is due."""

    TELL = "life-buoy"
    CHECK_IN = "phone"
    DRAFT = "pen-line"
    LEVEL = "scale"
    REVIEW = "clipboard-check"
    DEBRIEF = "message-circle"
    CHANGED = "refresh-cw"
    LETTERS = "printer"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One thing to do, with one verb and where the verb leads; `done` marks a promise as kept."""

    icon: DueIcon
    text: str
    meaning: str
    verb: str
    route: Route
    done: FollowUpId | None = None


_PROMISED_BY_SOMEBODY = frozenset({FollowUpKind.CHECK_IN, FollowUpKind.AFTERCARE})


class DueLines:
    """Puts a person's day into lines, with names masked unless they are shown."""

    def __init__(
        self,
        names: NameDisplay,
        me: PractitionerId,
        name_of: Callable[[PractitionerId], str],
    ) -> None:
        self._names = names
        self._me = me
        self._name_of = name_of

    def of(self, today: Today, *, outdated: int = 0, letters: int = 0) -> tuple[DueLine, ...]:
        """The lines of a day, most urgent first.

        `outdated` is how many hold a contact that changed, `letters` how many wait for the printer.
        """
        day = today.day
        due = sorted(today.due, key=lambda row: (row.due_on, row.kind is FollowUpKind.CHECK_IN))
        told_first = sorted(today.open_escalations, key=lambda row: row.raised_at)
        drafts = [(row, next_step.next_step(row)) for row in today.drafts]
        to_decide = (next_step.ANSWERS, next_step.TO_WEIGH, next_step.TO_FINISH)
        talks = (next_step.TO_CLOSE, next_step.PAUSED, next_step.UNFINISHED)
        return (
            *(self._tell(row, day) for row in told_first),
            *_outdated(outdated),
            *(self._promise(row, day) for row in due if row.due_on <= day),
            *_letters(letters),
            *_reviews(today.waiting, day),
            *_debriefs(today.debriefs),
            *(self._level(row, step, day) for row, step in _sorted(drafts, to_decide)),
            *(self._talk(row, step, day) for row, step in _sorted(drafts, talks)),
            *(self._promise(row, day) for row in due if row.due_on > day),
        )

    def _tell(self, row: OpenEscalationRow, today: date) -> DueLine:
        since = mid_sentence(moment_seen_from(row.raised_at, today))
        return DueLine(
            icon=DueIcon.TELL,
            text=f"Tell someone · {self._names.label(row.chosen_name, row.reference)}",
            meaning=f"{row.text} Since {since}.",
            verb="Record what was done",
            route=Route(
                place=Place.ESCALATION,
                screening=row.screening_id,
                escalation=row.id,
                returns_to=Place.HOME,
            ),
        )

    def _promise(self, row: DueRow, today: date) -> DueLine:
        when = mid_sentence(day_seen_from(row.due_on, today))
        by = "" if row.practitioner_id == self._me else f" by {self._name_of(row.practitioner_id)}"
        late = ", not noted as done yet" if row.due_on < today else ""
        how = f" {row.how}." if row.how.strip() else ""
        about = f": {row.service_name}" if row.service_name else ""
        at = f", {row.at_time.strftime('%H:%M')}" if row.at_time is not None else ""
        made = "Promised" if row.kind in _PROMISED_BY_SOMEBODY else "Planned"
        verb, route = work_route(row)
        who = self._names.label(row.chosen_name, row.reference)
        return DueLine(
            icon=DueIcon.CHECK_IN,
            text=f"{PROMISES[row.kind]}{about} · {who}",
            meaning=f"{made}{by} for {when}{at}{late}.{how}",
            verb=verb,
            route=route,
            done=row.id,
        )

    def _level(self, row: ScreeningRow, step: NextStep, today: date) -> DueLine:
        return self._of_talk(row, step, today, icon=DueIcon.LEVEL, what=step.stands)

    def _talk(self, row: ScreeningRow, step: NextStep, today: date) -> DueLine:
        return self._of_talk(row, step, today, icon=DueIcon.DRAFT, what="Conversation to carry on")

    def _of_talk(
        self, row: ScreeningRow, step: NextStep, today: date, *, icon: DueIcon, what: str
    ) -> DueLine:
        begun = mid_sentence(day_seen_from(local_date(row.started_at), today))
        kept = "" if icon is DueIcon.LEVEL else ". Everything said is kept"
        return DueLine(
            icon=icon,
            text=f"{what} · {self._names.label(row.chosen_name, row.reference)}",
            meaning=f"Begun {begun}{kept}.",
            verb=step.verb,
            route=step.route(row),
        )


def _sorted(
    drafts: list[tuple[ScreeningRow, NextStep]], kinds: tuple[NextStep, ...]
) -> list[tuple[ScreeningRow, NextStep]]:
    """Those of these kinds, one kind after the other, newest first inside."""
    return [draft for kind in kinds for draft in drafts if draft[1] is kind]


def _reviews(waiting: tuple[LevelDecision, ...], today: date) -> tuple[DueLine, ...]:
    if not waiting:
        return ()
    oldest = mid_sentence(day_seen_from(local_date(waiting[0].decided_at), today))
    number = len(waiting)
    return (
        DueLine(
            icon=DueIcon.REVIEW,
            text=f"{count(number, 'level')} {'waits' if number == 1 else 'wait'} for your view",
            meaning=f"The oldest since {oldest}.",
            verb="Review",
            route=Route(place=Place.REVIEW),
        ),
    )


def _debriefs(wanted: int) -> tuple[DueLine, ...]:
    if not wanted:
        return ()
    return (
        DueLine(
            icon=DueIcon.DEBRIEF,
            text=f"{count(wanted, 'colleague')} would like a debrief or a break",
            meaning="After a conversation. Only you see this.",
            verb="See who",
            route=Route(place=Place.REVIEW),
        ),
    )


def _letters(waiting: int) -> tuple[DueLine, ...]:
    if not waiting:
        return ()
    return (
        DueLine(
            icon=DueIcon.LETTERS,
            text=f"{count(waiting, 'letter')} {'is' if waiting == 1 else 'are'} ready to print",
            meaning="Kept, encrypted, in this file. Nobody has printed it yet."
            if waiting == 1
            else "Kept, encrypted, in this file. Nobody has printed them yet.",
            verb="Print",
            route=Route(place=Place.LETTERS_TO_PRINT),
        ),
    )


def _outdated(holders: int) -> tuple[DueLine, ...]:
    """H7: an old number in a young person's hands."""
    if not holders:
        return ()
    return (
        DueLine(
            icon=DueIcon.CHANGED,
            text=f"{count(holders, 'contact')} you gave {'is' if holders == 1 else 'are'} out of date",
            meaning="A service has closed or has another number. Tell who holds the old one.",
            verb="See who",
            route=Route(place=Place.OUT_OF_DATE),
        ),
    )
