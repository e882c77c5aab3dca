"""Help that was wanted and could not be had: recorded without words, counted for the supervisor (AG-09)."""

from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.identifiers import CategoryId, ScreeningId, ServiceId, UnmetNeedId
from vrn_desktop.domain.unmet_need import GapCount, GapReason, UnmetNeed, gap_counts


class UnmetNeedService:
    """Use cases around gaps."""

    def __init__(self, session: Session, clock: Clock, new_id: NewId) -> None:
        self._session = session
        self._clock = clock
        self._new_id = new_id

    def record(
        self,
        screening_id: ScreeningId,
        category: CategoryId,
        reason: GapReason,
        *,
        service_id: ServiceId | None = None,
    ) -> UnmetNeed:
        """A gap; another reason for the same kind of help and service replaces the one before."""
        with self._session.store.change(Act.UNMET_NEED_RECORDED, screening_id) as work:
            same = [
                each
                for each in work.unmet_needs.of_screening(screening_id)
                if (each.category, each.service_id) == (category, service_id)
            ]
            need = UnmetNeed(
                id=same[0].id if same else UnmetNeedId(self._new_id()),
                screening_id=screening_id,
                category=category,
                reason=reason,
                at=self._clock(),
                by=self._session.practitioner.id,
                service_id=service_id,
            )
            work.unmet_needs.put(need)
        return need

    def take_back(self, need: UnmetNeed) -> None:
        """It was a mistake, or help was found after all."""
        with self._session.store.change(Act.UNMET_NEED_RECORDED, need.screening_id) as work:
            work.unmet_needs.remove(need.id)

    def of_screening(self, screening_id: ScreeningId) -> tuple[UnmetNeed, ...]:
        """The gaps found in one conversation."""
        with self._session.store.read() as work:
            return work.unmet_needs.of_screening(screening_id)

    def counts(self) -> tuple[GapCount, ...]:
        """For the supervisor: how often what was missing, small counts hidden.

        Raises:
            NotAllowedError: only somebody who reviews looks at the whole team.
        """
        if not self._session.practitioner.role.may_review:
            raise NotAllowedError
        with self._session.store.read() as work:
            return gap_counts(work.unmet_needs.every())
