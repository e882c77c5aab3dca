"""Writes what is due as an iCalendar file (RFC 5545), with neutral titles and nothing else."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from vrn_desktop.application.ports.calendar_file import CalendarEntry

PRODUCT = "-//VRN Desktop//Calendar//EN"
LASTS = timedelta(minutes=30)
ALARM_BEFORE = timedelta(hours=-1)
ALARM_ON_A_DAY = timedelta(hours=9)
"""An entry of a whole day reminds at nine in the morning."""


class IcsCalendarRenderer:
    """Implements `CalendarRenderer` (application/ports/calendar_file.py)."""

    def render(
        self, entries: Sequence[CalendarEntry], *, made_at: datetime, with_alarm: bool
    ) -> bytes:
        """The file's bytes; times are times on the wall, wherever the phone is."""
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        for entry in entries:
            calendar.add_component(_event(entry, made_at, with_alarm=with_alarm))
        return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, made_at: datetime, *, with_alarm: bool) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made_at)
    event.add("summary", entry.title)
    event.add("class", "PRIVATE")
    if entry.at_time is None:
        event.add("dtstart", entry.on)
        event.add("transp", "TRANSPARENT")
    else:
        start = datetime.combine(entry.on, entry.at_time)
        event.add("dtstart", start)
        event.add("dtend", start + LASTS)
    if with_alarm:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", ALARM_ON_A_DAY if entry.at_time is None else ALARM_BEFORE)
        event.add_component(alarm)
    return event
