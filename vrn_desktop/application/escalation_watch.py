"""Looks at the escalation rules after every answer and raises what was not raised before (TI-05, TI-06)."""

from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.escalation import Escalation, newly_raised
from vrn_desktop.domain.identifiers import EscalationId, ItemId
from vrn_desktop.domain.instrument import Instrument
from vrn_desktop.domain.rule_evaluation import fired_escalations
from vrn_desktop.domain.screening import Screening


class EscalationWatch:
    """Raises escalations inside the transaction of the answer that caused them."""

    def __init__(self, clock: Clock, new_id: NewId) -> None:
        self._clock = clock
        self._new_id = new_id

    def raise_new(
        self,
        work: UnitOfWork,
        screening: Screening,
        instrument: Instrument,
        *,
        worse: frozenset[ItemId],
    ) -> tuple[Escalation, ...]:
        """Write and return what this conversation's answers raise; `worse`: whose answer just got worse."""
        fired = fired_escalations(instrument, screening.answers)
        if not fired:
            return ()
        earlier = work.escalations.of_screening(screening.id)
        raised = tuple(
            Escalation(
                id=EscalationId(self._new_id()),
                screening_id=screening.id,
                rule_id=one.rule_id,
                name=one.name,
                text=one.text,
                evidence=one.evidence,
                raised_at=self._clock(),
            )
            for one in newly_raised(fired, earlier, worse=worse)
        )
        for escalation in raised:
            work.escalations.add(escalation)
        return raised
