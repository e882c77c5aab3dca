"""Who counts in which week: written once at the first approval, and for ever once it was drawn."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import bindparam, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert as upsert

from db.record_access import RecordAccess
from db.records.audit_entries import AUDIT_ENTRY
from db.records.counts import (
    CONTRIBUTION,
    CONTRIBUTION_RECEIPT,
    COUNT_WEEK,
    COUNTED_WEEK,
    SETTLED_RESTORE,
)
from db.repositories.counts_people import people_of, week_of
from db.repositories.written_values import read_day
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counted_person import PersonQuarter
from vrn_desktop.domain.identifiers import ScreeningId, YoungPersonId
from vrn_desktop.domain.programme_period import Period, Week

_SET_WEEK = upsert(COUNT_WEEK).on_conflict_do_nothing()
_KEEP_COUNTED = upsert(COUNTED_WEEK).on_conflict_do_nothing()
_COUNTED = select(COUNTED_WEEK.c.young_person_id, COUNTED_WEEK.c.week)
_RESTORED = select(func.max(AUDIT_ENTRY.c.seq)).where(
    # Written out, so that the small index of these entries answers.
    AUDIT_ENTRY.c.act == literal_column(f"'{Act.RESTORED.value}'")
)
_SETTLED = select(SETTLED_RESTORE).order_by(SETTLED_RESTORE.c.entry.desc()).limit(1)
_SETTLE = upsert(SETTLED_RESTORE).on_conflict_do_nothing()
_LAST_NUMBER = select(func.coalesce(func.max(CONTRIBUTION.c.number), 0))
_RECEIPTED_AFTER = select(func.min(CONTRIBUTION_RECEIPT.c.day)).where(
    CONTRIBUTION_RECEIPT.c.number > bindparam("after")
)


class CalendarRows:
    """The part of `Counts` (application/ports/counts.py) that knows who counts when."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def set_week(self, screening_id: ScreeningId, week: Week) -> None:
        """In which week an approved conversation counts; the first one written stays."""
        self._access.write(_SET_WEEK, {"screening_id": screening_id, "week": str(week)})

    def people(self, period: Period) -> tuple[PersonQuarter, ...]:
        """The flat facts of everybody in a period, in the order of first approval."""
        return people_of(self._access, period)

    def counted_before(self) -> Mapping[YoungPersonId, Collection[Week]]:
        """In which weeks each person was counted in drawings so far."""
        counted: dict[YoungPersonId, set[Week]] = defaultdict(set)
        for person, week in self._access.rows(_COUNTED):
            counted[person].add(week_of(week))
        return dict(counted)

    def keep_counted(self, counted: Mapping[YoungPersonId, Collection[Week]]) -> None:
        """Add the weeks that are not there yet; none is ever taken back."""
        rows = [
            {"young_person_id": person, "week": str(week)}
            for person, weeks in counted.items()
            for week in sorted(weeks)
        ]
        if rows:
            self._access.write(_KEEP_COUNTED, rows)

    def unsettled_restore(self) -> bool:
        """The audit entry that says so comes from the header, in the first change of the restored file."""
        entry, settled = self._access.value(_RESTORED), self._access.record(_SETTLED)
        return entry is not None and (settled is None or settled["entry"] < entry)

    def settle_restore(self) -> None:
        """Mark once after which message the file was brought back."""
        settled = {
            "entry": self._access.value(_RESTORED),
            "after_number": self._access.value(_LAST_NUMBER),
        }
        self._access.write(_SETTLE, settled)

    def lost_until(self) -> date | None:
        """The centre's day in the first receipt for what was made after the last restoring."""
        settled = self._access.record(_SETTLED)
        if settled is None:
            return None
        receipted = self._access.value(_RECEIPTED_AFTER, {"after": settled["after_number"]})
        return read_day(receipted) if receipted else date.max
