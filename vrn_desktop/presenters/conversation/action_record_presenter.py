"""Writes down what was done about an escalation: who, when, what, and whether they were told first (TI-06, TI-18)."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from vrn_desktop.application.services import Services
from vrn_desktop.domain.escalation import ActionRecord, Escalation
from vrn_desktop.domain.identifiers import EscalationId
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import clock_time

_CLOCK = re.compile(r"\s*(\d{1,2})[:.h ]?(\d{2})\s*")


class ActionField(StrEnum):
    """What an action record cannot go without."""

    WHICH = "which"
    WHO = "who"
    WHEN = "when"
    WHAT = "what"
    TOLD = "told"
    REASON = "reason"


MISSING = {
    ActionField.WHICH: "Choose what this was about",
    ActionField.WHO: "Write who was told",
    ActionField.WHEN: "Write the time as hours and minutes, for example 14:30",
    ActionField.WHAT: "Write what was done",
    ActionField.TOLD: "Say whether the young person was told first",
    ActionField.REASON: "Write why they were not told first",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRecordState:
    """The record as filled so far. `when` is a time on the wall clock, not in the future."""

    choices: tuple[tuple[EscalationId, str], ...]
    when: str
    which: frozenset[str] = frozenset()
    who: str = ""
    what: str = ""
    outcome: str = ""
    young_person_told: bool | None = None
    reason: str = ""
    missing: tuple[tuple[ActionField, str], ...] = ()
    problem: str = ""


class ActionRecordPresenter(Presenter[ActionRecordState]):
    """The sheet that closes escalations; with only one standing it is chosen already."""

    def __init__(self, services: Services, conversation: ConversationPresenter) -> None:
        self._services = services
        self._conversation = conversation
        self._saving = False
        view = conversation.state.escalation
        standing = view.standing if view is not None else ()
        choices = tuple((one.id, one.text) for one in standing if one.id is not None)
        super().__init__(
            ActionRecordState(
                choices=choices,
                when=clock_time(services.clock()),
                which=frozenset(str(code) for code, _ in choices if len(choices) == 1),
            )
        )

    def choose(self, which: frozenset[str]) -> None:
        """Which escalations this was about."""
        self.show(replace(self.state, which=which))

    def write(
        self,
        *,
        who: str | None = None,
        when: str | None = None,
        what: str | None = None,
        outcome: str | None = None,
        reason: str | None = None,
    ) -> None:
        """What was typed into a field."""
        typed = {"who": who, "when": when, "what": what, "outcome": outcome, "reason": reason}
        held = self.state
        self.show(
            replace(
                held,
                who=held.who if typed["who"] is None else typed["who"],
                when=held.when if typed["when"] is None else typed["when"],
                what=held.what if typed["what"] is None else typed["what"],
                outcome=held.outcome if typed["outcome"] is None else typed["outcome"],
                reason=held.reason if typed["reason"] is None else typed["reason"],
            )
        )

    def choose_told(self, young_person_told: bool) -> None:  # noqa: FBT001  the answer itself
        """Whether the young person was told first (TI-18)."""
        self.show(replace(self.state, young_person_told=young_person_told))

    def save(self) -> None:
        """Close what was chosen with this record, or say what is missing."""
        missing = tuple((field, MISSING[field]) for field in self._empty_fields())
        self.show(replace(self.state, missing=missing, problem=""))
        at = self._at()
        if missing or at is None or self._saving:
            return
        self._saving = True
        action = ActionRecord(
            by=self._services.practitioner.id,
            at=at,
            who_was_told=self.state.who.strip(),
            what_was_done=self.state.what.strip(),
            outcome=self.state.outcome.strip(),
            young_person_told=bool(self.state.young_person_told),
            reason_not_told=self.state.reason.strip(),
        )
        screening_id = self._conversation.state.screening.id
        which = tuple(EscalationId(code) for code in sorted(self.state.which))

        def write() -> tuple[Escalation, ...]:
            self._services.escalations.close(screening_id, which, action)
            return self._services.escalations.of_screening(screening_id)

        self._services.runner.run(
            write,
            then=self._conversation.actions_recorded,
            failed=self._not_saved,
        )

    def _not_saved(self, error: Exception) -> None:
        self._saving = False
        self.show(replace(self.state, problem=told(error)))

    def _empty_fields(self) -> tuple[ActionField, ...]:
        state = self.state
        empty = {
            ActionField.WHICH: not state.which,
            ActionField.WHO: not state.who.strip(),
            ActionField.WHEN: self._at() is None,
            ActionField.WHAT: not state.what.strip(),
            ActionField.TOLD: state.young_person_told is None,
            ActionField.REASON: state.young_person_told is False and not state.reason.strip(),
        }
        return tuple(field for field, is_empty in empty.items() if is_empty)

    def _at(self) -> datetime | None:
        """The moment typed: the last time the clock on the wall said so; None when it is no time."""
        found = _CLOCK.fullmatch(self.state.when)
        if found is None:
            return None
        now = self._services.clock()
        try:
            typed = time(int(found[1]), int(found[2]))
        except ValueError:
            return None
        local = now.astimezone().replace(hour=typed.hour, minute=typed.minute, second=0)
        at = local.replace(microsecond=0).astimezone(now.tzinfo)
        return at - timedelta(days=1) if at > now else at
