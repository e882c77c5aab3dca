"""See and close escalations: only a record of what was done closes one (TI-06, TI-18)."""

from collections.abc import Iterable

from vrn_desktop.application.ports.rows import OpenEscalationRow
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import ReasonMissingError
from vrn_desktop.domain.escalation import ActionRecord, Escalation
from vrn_desktop.domain.identifiers import EscalationId, ScreeningId


class EscalationService:
    """Use cases around escalations that stand open."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_screening(self, screening_id: ScreeningId) -> tuple[Escalation, ...]:
        """All escalations of a conversation, open and closed."""
        with self._session.store.read() as work:
            return work.escalations.of_screening(screening_id)

    def open_rows(self) -> tuple[OpenEscalationRow, ...]:
        """Everything that still waits for somebody to act."""
        with self._session.store.read() as work:
            return work.escalations.open_rows()

    def close(
        self,
        screening_id: ScreeningId,
        escalation_ids: Iterable[EscalationId],
        action: ActionRecord,
    ) -> None:
        """Close escalations with one action record.

        Raises:
            ReasonMissingError: nobody or nothing is named, or the young person was not told and no reason is
                given (TI-18).
        """
        if not (action.who_was_told.strip() and action.what_was_done.strip()):
            raise ReasonMissingError("an action record names who was told and what was done")
        if not action.young_person_told and not action.reason_not_told.strip():
            raise ReasonMissingError("say why the young person was not told first")
        with self._session.store.change(Act.ESCALATION_CLOSED, screening_id) as work:
            for escalation_id in escalation_ids:
                work.escalations.close(escalation_id, action)
