"""What is due as a calendar file without names: what leaves the encrypted file says nothing about anybody."""

import hashlib
from datetime import timedelta

from vrn_desktop.application.ports.calendar_file import CalendarEntry, CalendarRenderer
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import FollowUpId

LOOKS_AHEAD = timedelta(days=120)
"""Past the second asking, twelve weeks after a first yes."""

TITLES = {
    FollowUpKind.CHECK_IN: "Check-in",
    FollowUpKind.AFTERCARE: "Check-in",
    FollowUpKind.IS_IT_HELPING: "Check-in",
    FollowUpKind.HANDOVER: "Call",
    FollowUpKind.REPLY_DUE: "Look for a reply",
}
"""Neutral words: somebody who looks at the calendar learns that work is planned, and no more."""


class CalendarService:
    """Makes the file from one's own list."""

    def __init__(self, session: Session, renderer: CalendarRenderer, clock: Clock) -> None:
        self._session = session
        self._renderer = renderer
        self._clock = clock

    def calendar(self, *, with_alarm: bool = False) -> bytes:
        """One's own promises of the weeks ahead, overdue ones too, ready to be saved."""
        me, now = self._session.practitioner.id, self._clock()
        with self._session.store.read() as work:
            rows = work.follow_ups.due_rows(now.date() + LOOKS_AHEAD)
        entries = tuple(
            CalendarEntry(
                uid=calendar_uid(row.id), title=TITLES[row.kind], on=row.due_on, at_time=row.at_time
            )
            for row in rows
            if row.practitioner_id == me
        )
        return self._renderer.render(entries, made_at=now, with_alarm=with_alarm)

    def saved(self) -> None:
        """The file was saved outside, which the audit trail keeps."""
        with self._session.store.change(Act.RECORD_EXPORTED, "calendar"):
            pass


def calendar_uid(follow_up: FollowUpId) -> str:
    """The same each time, so that a newer file replaces an entry; it leads back to nobody.

    It comes from the promise's own random identifier, hashed: neither person nor day is in it.
    """
    digest = hashlib.sha256(f"calendar {follow_up}".encode()).hexdigest()
    return f"{digest[:32]}@check-in.example"
