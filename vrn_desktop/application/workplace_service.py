"""The organisation, its setting and safeguarding lead."""

from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.setting import Workplace


class WorkplaceService:
    """Use cases around where conversations take place."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def workplace(self) -> Workplace:
        """The organisation and setting of this file."""
        with self._session.store.read() as work:
            return work.workplaces.get()

    def change(self, workplace: Workplace) -> None:
        """Keep changed details.

        Raises:
            NotAllowedError: only supervisors change the workplace.
        """
        if not self._session.practitioner.role.may_review:
            raise NotAllowedError("only a supervisor changes the workplace")
        with self._session.store.change(Act.WORKPLACE_CHANGED, "") as work:
            work.workplaces.put(workplace)
