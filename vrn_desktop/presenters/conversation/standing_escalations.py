"""What somebody must be told in this conversation: open until an action record closes it (TI-05, TI-06)."""

from collections.abc import Iterable

from vrn_desktop.domain.answer import AnswerSheet
from vrn_desktop.domain.conversation_texts import ConversationTexts
from vrn_desktop.domain.escalation import Escalation, FiredEscalation, newly_raised
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.rule_evaluation import fired_escalations
from vrn_desktop.presenters.conversation.conversation_state import EscalationView, StandingView

ASK_THE_LEAD = "Speak to your safeguarding lead today."


class StandingEscalations:
    """The conversation's escalations, and whether the worker has seen the newest.

    While the disk refuses answers, what they would raise is looked at here, so that the panel never waits
    for the disk.
    """

    def __init__(self, instrument: Instrument, known: Iterable[Escalation]) -> None:
        self._instrument = instrument
        self._known = tuple(known)
        self._unsaved: tuple[FiredEscalation, ...] = ()
        self.unseen = False

    @property
    def open(self) -> tuple[Escalation, ...]:
        """What has no action record yet."""
        return tuple(one for one in self._known if one.is_open)

    def take_raised(self, raised: tuple[Escalation, ...]) -> bool:
        """Keep what the store raised; True when the worker has not seen it yet."""
        seen = {one.rule_id for one in self._unsaved}
        fresh = any(one.rule_id not in seen for one in raised)
        taken = {one.rule_id for one in raised}
        self._known += raised
        self._unsaved = tuple(one for one in self._unsaved if one.rule_id not in taken)
        self.unseen = self.unseen or fresh
        return fresh

    def look_at_unsaved(self, answers: AnswerSheet) -> bool:
        """Look at answers that are not on the disk yet; True when they raise something not seen before."""
        fired = newly_raised(fired_escalations(self._instrument, answers), self._known)
        seen = {one.rule_id for one in self._unsaved}
        fresh = any(one.rule_id not in seen for one in fired)
        self._unsaved = fired
        self.unseen = self.unseen or fresh
        return fresh

    def all_saved(self) -> None:
        """Every answer is on the disk, and with it everything it raised."""
        self._unsaved = ()

    def take_all(self, known: tuple[Escalation, ...]) -> None:
        """The escalations as the store has them after an action record."""
        self._known = known

    def view(self, texts: ConversationTexts) -> EscalationView | None:
        """What must be done now about everything that stands open; None when nothing does."""
        standing: tuple[Escalation | FiredEscalation, ...] = (*self.open, *self._unsaved)
        if not standing:
            return None
        ranks = self._instrument.rule_set.escalation_ranks
        items = {item for one in standing for item in one.evidence}
        raised = [item for item in self._instrument.items if item.id in items and item.do_now]
        return EscalationView(
            at_once=any(ranks[one.name] == max(ranks.values()) for one in standing),
            before_leaving=any(item.before_leaving for item in raised),
            standing=(
                *(StandingView(id=one.id, text=one.text) for one in self.open),
                *(StandingView(id=None, text=one.text) for one in self._unsaved),
            ),
            do_now=tuple(dict.fromkeys(item.do_now for item in raised)) or (ASK_THE_LEAD,),
            tell_first=texts.tell_first,
        )
