"""The calendar file says when and nothing else: no name, reference, service or place is in its bytes."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar

from tests.invented_services import Invented
from tests.talk import CALM_CORE, answered, begun
from vrn_desktop.application.calendar_service import TITLES, calendar_uid
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.handover import Caller
from vrn_desktop.domain.identifiers import FollowUpId
from vrn_desktop.domain.local_service import CRISIS
from vrn_desktop.domain.signposting import SignpostState

NAME = "Zebrafinch Marmalade"


class Office:
    """One person with a check-in, a first call and two askings due."""

    def __init__(self) -> None:
        self.invented = Invented()
        self.services = self.invented.services()
        self.talk = answered(self.services, begun(self.services, name=NAME), CALM_CORE)
        found = self.services.signposting.directory().entries
        self.entry = next(e for e in found if e.category != CRISIS and not e.workers_only)
        signpost = self.services.signposting.offer(self.talk.id, self.entry, SignpostState.ACCEPTED)
        self.today = self.invented.clock().date()
        self.services.follow_ups.promise(
            self.talk,
            due_on=self.today + timedelta(days=1),
            how="By text, behind the Marmalade Café",
            kind=FollowUpKind.CHECK_IN,
        )
        self.services.loop.referrals.agree_handover(
            signpost.id,
            Caller.TOGETHER,
            on=self.today + timedelta(days=2),
            at_time=time(15, 30),
            contact="01632 960111",
        )

    def calendar(self, *, with_alarm: bool = False) -> bytes:
        return self.services.loop.calendar.calendar(with_alarm=with_alarm)


def test_no_name_reference_or_service_is_in_the_bytes() -> None:
    office = Office()

    # A folded line could hide a word: the unfolded text is looked at as well.
    raw = office.calendar(with_alarm=True)
    text = (raw + raw.replace(b"\r\n ", b"")).decode().casefold()

    person = office.services.young_people.get(office.talk.young_person_id)
    ids = office.invented.store.records.follow_ups
    for word in (
        *NAME.split(),
        person.reference,
        person.id,
        office.talk.id,
        office.entry.name,
        "01632",
        "café",
        "harbour street",
        *ids,
        "sam invented",
    ):
        assert word.casefold() not in text


def test_every_entry_has_a_day_perhaps_a_time_and_a_neutral_title() -> None:
    office = Office()

    events = Calendar.from_ical(office.calendar()).walk("VEVENT")

    starts = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in events}
    assert set(starts) == {"Check-in", "Call"}
    assert starts["Call"] == datetime.combine(office.today + timedelta(days=2), time(15, 30))
    assert all(isinstance(event.decoded("DTSTART"), date) for event in events)
    assert len(events) == 4
    assert not any(event.walk("VALARM") for event in events)


def test_a_reminder_is_only_there_when_it_was_asked_for() -> None:
    office = Office()

    events = Calendar.from_ical(office.calendar(with_alarm=True)).walk("VEVENT")

    assert all(len(event.walk("VALARM")) == 1 for event in events)


def test_a_newer_file_replaces_an_entry_and_leads_back_to_nobody() -> None:
    office = Office()
    before = {str(event["UID"]) for event in Calendar.from_ical(office.calendar()).walk("VEVENT")}
    office.invented.clock.go_on(timedelta(hours=5))

    after = {str(event["UID"]) for event in Calendar.from_ical(office.calendar()).walk("VEVENT")}

    assert before == after
    assert len(before) == 4
    assert calendar_uid(FollowUpId("a")) != calendar_uid(FollowUpId("b"))


def test_the_same_list_at_the_same_time_gives_the_same_bytes() -> None:
    assert Office().calendar() == Office().calendar()


def test_what_is_done_is_no_longer_in_it_and_saving_is_kept_in_the_trail() -> None:
    office = Office()
    for each in tuple(office.invented.store.records.follow_ups):
        office.services.follow_ups.done(each)

    assert Calendar.from_ical(office.calendar()).walk("VEVENT") == []
    office.services.loop.calendar.saved()
    assert office.invented.store.acts[-1] == (Act.RECORD_EXPORTED, "calendar")


def test_every_kind_of_promise_has_a_neutral_title() -> None:
    assert set(TITLES) == set(FollowUpKind)
    assert set(TITLES.values()) == {"Check-in", "Call", "Look for a reply"}


def test_times_are_times_on_the_wall() -> None:
    office = Office()
    office.invented.clock.now = office.invented.clock.now.astimezone(ZoneInfo("Asia/Tokyo"))

    assert b"DTSTART:20261126T153000\r\n" in office.calendar()
