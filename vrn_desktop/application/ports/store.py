"""The encrypted store: reads, and changes that always carry their audit entry in the same transaction."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from vrn_desktop.application.ports.counts import Counts
from vrn_desktop.application.ports.directory import Directory
from vrn_desktop.application.ports.loop_repositories import (
    ContactsPutRight,
    OwnGoals,
    Referrals,
    UnmetNeeds,
)
from vrn_desktop.application.ports.repositories import (
    Aftertalk,
    Agreements,
    Escalations,
    FollowUps,
    Letters,
    LevelDecisions,
    SafeContacts,
    Screenings,
    Signposts,
    Workplaces,
    YoungPeople,
)
from vrn_desktop.application.ports.vault import HeaderNote
from vrn_desktop.domain.audit_entry import Act, AuditEntry


class UnitOfWork(Protocol):
    """Everything one use case may touch, inside one transaction."""

    @property
    def young_people(self) -> YoungPeople: ...
    @property
    def screenings(self) -> Screenings: ...
    @property
    def agreements(self) -> Agreements: ...
    @property
    def escalations(self) -> Escalations: ...
    @property
    def levels(self) -> LevelDecisions: ...
    @property
    def signposts(self) -> Signposts: ...
    @property
    def safe_contacts(self) -> SafeContacts: ...
    @property
    def letters(self) -> Letters: ...
    @property
    def follow_ups(self) -> FollowUps: ...
    @property
    def aftertalk(self) -> Aftertalk: ...
    @property
    def workplaces(self) -> Workplaces: ...
    @property
    def referrals(self) -> Referrals: ...
    @property
    def own_goals(self) -> OwnGoals: ...
    @property
    def unmet_needs(self) -> UnmetNeeds: ...
    @property
    def contacts_put_right(self) -> ContactsPutRight: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def counts(self) -> Counts: ...
    def note(self, act: Act, subject: str) -> None:
        """A further audit entry in the same transaction (one is written by `Store.change` itself)."""
        ...


class Store(Protocol):
    """The open encrypted file. All calls come from the one store thread (decisions.md 3)."""

    @property
    def read_only(self) -> bool:
        """Whether the disk takes nothing, so that every change raises DiskReadOnlyError."""
        ...

    def read(self) -> AbstractContextManager[UnitOfWork]:
        """Look without changing anything."""
        ...

    def change(self, act: Act, subject: str) -> AbstractContextManager[UnitOfWork]:
        """Change records: committed with its signed audit entry on a clean exit, else rolled back whole.

        When the block has ended without an exception, the change is durable on disk.
        """
        ...

    def audit_entries(self) -> tuple[AuditEntry, ...]:
        """The whole chain in order."""
        ...

    def audit_head(self) -> tuple[int, bytes]:
        """Number and hash of the last audit entry, for the header's anchor."""
        ...

    def commit_count(self) -> int:
        """How many changes this file has seen, for the header's anchor."""
        ...

    def last_used_at(self) -> datetime | None:
        """When the last audit entry before this opening was written; that clock may have been wrong."""
        ...

    def remember_header(self, generation: int, notes: Sequence[HeaderNote] = ()) -> None:
        """Keep which header this file has seen, so that an older one put back is noticed.

        The notes that are new to the file become audit entries in the same transaction. Does
        nothing where the file was opened for reading only.
        """
        ...

    def free_space_low(self) -> bool:
        """Whether the disk has so little room left that people should be warned."""
        ...

    def back_up(self, at: datetime) -> str:
        """Make a verified local backup and thin the old ones; returns its neutral file name."""
        ...

    def close(self) -> None:
        """Close the file; the object cannot be used again."""
        ...
