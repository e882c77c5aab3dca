"""The people who work with the program: their roles, and what each role may do."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vrn_desktop.domain.identifiers import PractitionerId


class Role(StrEnum):
    """What somebody is here for. The keys a role holds follow from it (security.md 3)."""

    PRACTITIONER = "practitioner"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"

    @property
    def may_read_records(self) -> bool:
        """Whether this role may open what young people have told us. IT staff never may."""
        return self is not Role.ADMINISTRATOR

    @property
    def may_review(self) -> bool:
        """Whether this role may approve another worker's decision (F12)."""
        return self is Role.SUPERVISOR

    @property
    def may_manage_people(self) -> bool:
        """Whether this role may add people and note that somebody has left."""
        return self is not Role.PRACTITIONER

    @property
    def may_bring_in_services(self) -> bool:
        """Whether this role may take feeds into the directory, or out of it (docs/adr/0014).

        What everybody's letters draw on is a supervisor's decision; an administrator has no open records.
        """
        return self is Role.SUPERVISOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Practitioner:
    """One person who signs in, and the public half of the key that signs their audit entries.

    `trained` marks the workers who may see items for trained workers only (TI-39). `left_on` stays
    with the person, so that what they signed can still be checked after they have gone.
    """

    id: PractitionerId
    name: str
    role: Role
    trained: bool
    signing_key: bytes
    left_on: date | None = None

    @property
    def has_left(self) -> bool:
        """Whether this person no longer works here and can no longer sign in."""
        return self.left_on is not None
