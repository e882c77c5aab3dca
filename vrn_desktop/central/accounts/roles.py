"""The four roles of the central office; one person may hold several."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class Role(StrEnum):
    """What somebody may do at the central office."""

    INTAKE = "intake"
    """Enrols sites, revokes keys, looks into events, unlocks the keys, invites people."""
    STATISTICIAN = "statistician"
    """Drafts a release of a period's tables."""
    PUBLISHER = "publisher"
    """Publishes what somebody else drafted, or sends it back."""
    AUDITOR = "auditor"
    """Reads the log; changes nothing."""


ROLE_WORDS: Mapping[Role, str] = MappingProxyType(
    {
        Role.INTAKE: "Intake: sites, keys and people",
        Role.STATISTICIAN: "Statistician: drafts releases",
        Role.PUBLISHER: "Publisher: publishes what somebody else drafted",
        Role.AUDITOR: "Auditor: reads the log, changes nothing",
    }
)

NEEDED_ROLES = (Role.INTAKE,)
"""Without somebody who holds these, nobody could be invited any more."""


def roles_from_text(text: str) -> frozenset[Role]:
    """Roles as they are kept: their names, a space between.

    Raises:
        ValueError: a name that is no role.
    """
    return frozenset(Role(name) for name in text.split())


def roles_as_text(roles: Iterable[Role]) -> str:
    """The same roles always give the same text."""
    return " ".join(sorted(roles))
