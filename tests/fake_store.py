"""A store in memory with the rules of the real one: all or nothing, an audit entry for every change."""

import copy
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from tests.fake_counts import FakeCounts
from tests.fake_directory import FakeDirectory
from tests.fake_letters import FakeLetters
from tests.fake_office_records import FakeAftertalk, FakeWorkplaces
from tests.fake_records import FakeRecords
from tests.fake_referrals import (
    FakeContactsPutRight,
    FakeOwnGoals,
    FakeReferrals,
    FakeUnmetNeeds,
)
from tests.fake_repositories import (
    FakeAgreements,
    FakeEscalations,
    FakeFollowUps,
    FakeLevelDecisions,
    FakeSafeContacts,
    FakeScreenings,
    FakeSignposts,
    FakeYoungPeople,
)
from vrn_desktop.application.ports.vault import HeaderNote
from vrn_desktop.domain.audit_entry import Act, AuditEntry
from vrn_desktop.domain.errors import DiskReadOnlyError


class FakeUnitOfWork:
    """All repositories over one set of records."""

    def __init__(self, records: FakeRecords, noted: list[tuple[Act, str]]) -> None:
        self.young_people = FakeYoungPeople(records)
        self.screenings = FakeScreenings(records)
        self.agreements = FakeAgreements(records)
        self.escalations = FakeEscalations(records)
        self.levels = FakeLevelDecisions(records)
        self.signposts = FakeSignposts(records)
        self.safe_contacts = FakeSafeContacts(records)
        self.letters = FakeLetters(records)
        self.follow_ups = FakeFollowUps(records)
        self.aftertalk = FakeAftertalk(records)
        self.workplaces = FakeWorkplaces(records)
        self.referrals = FakeReferrals(records)
        self.own_goals = FakeOwnGoals(records)
        self.unmet_needs = FakeUnmetNeeds(records)
        self.contacts_put_right = FakeContactsPutRight(records)
        self.directory = FakeDirectory(records.directory)
        self.counts = FakeCounts(records.counts)
        self._noted = noted

    def note(self, act: Act, subject: str) -> None:
        self._noted.append((act, subject))


class FakeStore:
    """`refuses` makes the next changes fail as a full disk would; `acts` is what the audit trail saw."""

    def __init__(self) -> None:
        self.records = FakeRecords()
        self.acts: list[tuple[Act, str]] = []
        self.refuses: Exception | None = None
        self.closed = False
        self.read_only = False
        self.header_seen = 0
        self.last_at: datetime | None = None
        self.space_low = False

    @contextmanager
    def read(self) -> Iterator[FakeUnitOfWork]:
        yield FakeUnitOfWork(copy.copy(self.records), [])

    @contextmanager
    def change(self, act: Act, subject: str) -> Iterator[FakeUnitOfWork]:
        if self.read_only:
            raise DiskReadOnlyError
        if self.refuses is not None:
            raise self.refuses
        tried = FakeRecords(**{name: copy.copy(part) for name, part in vars(self.records).items()})
        noted: list[tuple[Act, str]] = []
        yield FakeUnitOfWork(tried, noted)
        self.records = tried
        self.acts += [*noted, (act, subject)]

    def audit_entries(self) -> tuple[AuditEntry, ...]:
        return ()

    def audit_head(self) -> tuple[int, bytes]:
        return len(self.acts), bytes(32)

    def commit_count(self) -> int:
        return len(self.acts)

    def last_used_at(self) -> datetime | None:
        return self.last_at

    def remember_header(self, generation: int, notes: Sequence[HeaderNote] = ()) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.acts += [(n.act, n.subject) for n in notes if n.generation > self.header_seen]
        self.header_seen = max(generation, self.header_seen)

    def free_space_low(self) -> bool:
        return self.space_low

    def back_up(self, at: datetime) -> str:
        return f"backup-{at:%Y%m%d}"

    def close(self) -> None:
        self.closed = True
