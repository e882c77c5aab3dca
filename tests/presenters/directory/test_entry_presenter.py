"""Entries of our own: written, checked field by field, copied without loss, left only after a question."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.invented_directory import FEED_SERVICES, LISTENING, OUR_OWN, fill_directory
from tests.invented_services import Invented
from tests.went import Went
from vrn_desktop.domain.directory.service_query import ServiceQuery
from vrn_desktop.domain.directory.service_record import (
    LOCAL_SOURCE,
    ServicePhone,
    ServicePlace,
    ServiceRecord,
    ServiceSchedule,
)
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.presenters.directory import entry_checks as checks
from vrn_desktop.presenters.directory.entry_form import (
    DayHours,
    EntryForm,
    Field,
    TypedNumber,
    form_of,
    with_day,
    with_number,
)
from vrn_desktop.presenters.directory.entry_presenter import EntryPresenter
from vrn_desktop.presenters.directory.entry_record import record_of
from vrn_desktop.presenters.directory.service_page_state import NO_LONGER_THERE
from vrn_desktop.presenters.navigation_presenter import Place

TODAY = date(2026, 11, 24)
RIGHT = EntryForm(name="Kite Club")


def opened(
    service: ServiceId | None = None, made: Invented | None = None, went: Went | None = None
) -> EntryPresenter:
    if made is None:
        made = Invented()
        fill_directory(made.store)
    return EntryPresenter(made.services(), service, go=went or Went())


def kept(made: Invented, words: str) -> ServiceRecord:
    (found,) = made.services().directory.find(ServiceQuery(words=words))
    return found.record


def asked(presenter: EntryPresenter) -> tuple[bool, bool]:
    return presenter.state.asks_to_leave, presenter.state.asks_to_delete


def test_a_new_entry_is_checked_today_by_whoever_writes_it() -> None:
    state = opened().state

    assert state.is_new
    assert (state.form.checked_by, state.form.checked_on, state.form.next_check) == (
        "Sam Invented",
        "24/11/2026",
        "24/02/2027",
    )


def test_everything_a_worker_knows_is_kept() -> None:
    made, went = Invented(), Went()
    presenter = opened(made=made, went=went)
    form = replace(
        presenter.state.form,
        name="  Kite   Club ",
        organisation="Kite Trust",
        what="Flying kites together.",
        web_page="kite.example/club",
        email="hello@kite.example",
        first_age="8",
        last_age="16",
        cost="Free",
        area="Oadby, Wigston",
        address="1 Kite Lane, Leicester",
        postcode="le1  9zy",
        access="Step-free, Lift",
        languages="English, Urdu",
        self_referral=True,
        wait="No wait",
        kinds=(CategoryId("activities"),),
        take_care="Ask for Robin",
        hours_note="Not in the holidays",
    )
    form = with_number(form, 0, TypedNumber(number="01632 960777", about="Club room"))
    form = with_day(form, 0, DayHours(opens="9", closes="17.30"))
    form = with_day(form, 4, DayHours(opens="20:00", closes="2:00", past_midnight=True))

    presenter.type_form(form)
    presenter.keep()

    assert not presenter.state.problems
    record = kept(made, "kite club")
    assert went.places == [Place.SERVICE]
    assert went.routes[0].service == record.id
    assert record.source == LOCAL_SOURCE
    assert (record.name, record.url, record.phones) == (
        "Kite Club",
        "https://kite.example/club",
        (ServicePhone(number="01632 960777", about="Club room"),),
    )
    assert (record.first_age, record.last_age, record.areas) == (8, 16, ("Oadby", "Wigston"))
    assert record.schedules == (
        ServiceSchedule(freq="WEEKLY", byday=("MO",), opens_at=time(9), closes_at=time(17, 30)),
        ServiceSchedule(freq="WEEKLY", byday=("FR",), opens_at=time(20), closes_at=time(2)),
        ServiceSchedule(description="Not in the holidays"),
    )
    (place,) = record.places
    assert (place.address, place.postcode) == (("1 Kite Lane", "Leicester"), "LE1 9ZY")
    assert place.point is not None
    assert record.last_checked == TODAY
    assert record.categories == (CategoryId("activities"),)


def test_a_secret_address_is_not_kept_at_all() -> None:
    made = Invented()
    presenter = opened(made=made)
    form = replace(
        presenter.state.form,
        name="Quiet House",
        address="1 Hidden Lane",
        postcode="LE1 9ZY",
        keep_secret=True,
    )

    presenter.type_form(form)
    presenter.keep()

    assert kept(made, "quiet house").places == (ServicePlace(masked=True),)
    assert "Hidden" not in str(made.store.records.directory)


def test_a_refuge_is_only_kept_with_its_address_secret() -> None:
    made = Invented()
    presenter = opened(made=made)
    typed = replace(presenter.state.form, name="Rowan Refuge", address="1 Hidden Lane")

    presenter.type_form(typed)
    presenter.keep()
    assert "Keep the address secret" in presenter.state.problems[Field.POSTCODE]
    assert "Hidden" not in str(made.store.records.directory)

    secret = replace(typed, keep_secret=True, what="Ring at 1 Hidden Lane, LE1 9ZY.")
    presenter.type_form(secret)
    presenter.keep()
    record = kept(made, "rowan refuge")
    assert record.places == (ServicePlace(masked=True),)
    assert record.description == "Ring at (address kept back), (address kept back)."


def test_a_secret_address_leaves_no_other_place_of_a_copied_entry() -> None:
    places = (
        ServicePlace(address=("1 Hidden Lane",)),
        ServicePlace(address=("9 Other Road",), postcode="LE1 9ZY"),
    )
    base = ServiceRecord(
        id=ServiceId("local:1"),
        source=LOCAL_SOURCE,
        external_id="1",
        name="Quiet House",
        places=places,
        alert="The bell of Hidden Lane does not ring.",
    )
    record = record_of(replace(form_of(base), keep_secret=True), base, None)
    assert record.places == (ServicePlace(masked=True),)
    assert record.alert == "The bell of (address kept back) does not ring."


def test_day_and_night_is_every_day() -> None:
    made = Invented()
    presenter = opened(made=made)
    presenter.type_form(replace(presenter.state.form, name="Night Line", day_and_night=True))
    presenter.keep()

    record = kept(made, "night line")
    assert len(record.schedules[0].byday) == 7
    assert form_of(record).day_and_night


@pytest.mark.parametrize(
    ("form", "field", "problem"),
    [
        (replace(RIGHT, name="  "), Field.NAME, checks.NAME_MISSING),
        (replace(RIGHT, name="x" * 201), Field.NAME, checks.NAME_LONG),
        (with_number(RIGHT, 0, TypedNumber(number="ring us")), Field.NUMBERS, checks.NUMBER_ODD),
        (with_number(RIGHT, 1, TypedNumber(about="desk")), Field.NUMBERS, checks.NUMBER_ODD),
        (replace(RIGHT, web_page="our page"), Field.WEB_PAGE, checks.WEB_ODD),
        (replace(RIGHT, web_page="javascript:alert(1)"), Field.WEB_PAGE, checks.WEB_ODD),
        (replace(RIGHT, web_page="file:///etc/passwd"), Field.WEB_PAGE, checks.WEB_ODD),
        (replace(RIGHT, email="hello"), Field.EMAIL, checks.EMAIL_ODD),
        (replace(RIGHT, first_age="-1"), Field.AGES, checks.AGES_ODD),
        (replace(RIGHT, last_age="200"), Field.AGES, checks.AGES_ODD),
        (replace(RIGHT, first_age="19", last_age="11"), Field.AGES, checks.AGES_ROUND),
        (replace(RIGHT, postcode="12345"), Field.POSTCODE, checks.POSTCODE_ODD),
        (
            with_day(RIGHT, 2, DayHours(opens="9:00")),
            Field.HOURS,
            checks.TIMES_ODD.format(day="Wednesday"),
        ),
        (
            with_day(RIGHT, 2, DayHours(opens="25:00", closes="26:00")),
            Field.HOURS,
            checks.TIMES_ODD.format(day="Wednesday"),
        ),
        (
            with_day(RIGHT, 5, DayHours(opens="20:00", closes="02:00")),
            Field.HOURS,
            checks.PAST_MIDNIGHT.format(day="Saturday"),
        ),
        (replace(RIGHT, checked_on="31/02/2026"), Field.CHECKED_ON, checks.DAY_ODD),
        (replace(RIGHT, checked_on="25/11/2026"), Field.CHECKED_ON, checks.DAY_AHEAD),
        (replace(RIGHT, next_check="soon"), Field.NEXT_CHECK, checks.DAY_ODD),
        (
            replace(RIGHT, checked_on="24/11/2026", next_check="1/11/2026"),
            Field.NEXT_CHECK,
            checks.NEXT_FIRST,
        ),
    ],
)
def test_what_is_not_right_is_said_at_its_field(
    form: EntryForm, field: Field, problem: str
) -> None:
    assert checks.problems_of(form, TODAY) == {field: problem}


def test_nothing_is_kept_while_a_field_is_not_right() -> None:
    made = Invented()
    presenter = opened(made=made)
    acts = len(made.store.acts)

    presenter.keep()

    assert presenter.state.problems == {Field.NAME: checks.NAME_MISSING}
    assert len(made.store.acts) == acts


@given(st.text(max_size=12), st.text(max_size=12))
def test_whatever_is_typed_as_time_or_day_is_read_or_refused(one: str, other: str) -> None:
    form = with_day(replace(RIGHT, checked_on=other, next_check=one), 0, DayHours(opens=one))

    problems = checks.problems_of(form, TODAY)

    assert set(problems) <= {Field.HOURS, Field.CHECKED_ON, Field.NEXT_CHECK}


@pytest.mark.parametrize("record", [*FEED_SERVICES, OUR_OWN], ids=lambda record: record.name)
def test_what_was_not_touched_is_kept_as_it_was(record: ServiceRecord) -> None:
    again = record_of(form_of(record), record, None)

    assert again == record


def test_our_own_copy_leaves_the_first_one_and_says_so() -> None:
    made = Invented()
    fill_directory(made.store)
    presenter = opened(LISTENING.id, made)
    assert presenter.state.is_copy
    assert presenter.state.form.name == LISTENING.name

    presenter.type_form(replace(presenter.state.form, name="Our Harbour"))
    presenter.keep()

    assert kept(made, "our harbour").phones == LISTENING.phones
    assert kept(made, "harbour listening").name == LISTENING.name


def test_unsaved_changes_are_asked_about_before_they_are_left() -> None:
    went = Went()
    presenter = opened(OUR_OWN.id, went=went)

    presenter.type_form(replace(presenter.state.form, wait="Long"))
    presenter.go_back()
    assert asked(presenter) == (True, False)
    assert went.places == []
    presenter.stay()
    assert asked(presenter) == (False, False)
    presenter.go_back()
    presenter.leave()
    assert went.places == [Place.SERVICE]


def test_another_place_that_was_pressed_is_asked_about_too_and_then_gone_to() -> None:
    went: list[str] = []
    presenter = opened(OUR_OWN.id)
    assert not presenter.holds_back(lambda: went.append("at once"))

    presenter.type_form(replace(presenter.state.form, wait="Long"))
    assert presenter.holds_back(lambda: went.append("after all"))
    assert asked(presenter) == (True, False)
    presenter.leave()

    assert went == ["after all"]


def test_without_changes_nobody_is_asked() -> None:
    went = Went()

    opened(went=went).go_back()

    assert went.places == [Place.SERVICES]


def test_taking_an_entry_off_the_list_asks_first() -> None:
    made, went = Invented(), Went()
    fill_directory(made.store)
    presenter = opened(OUR_OWN.id, made, went)

    presenter.ask_to_delete()
    assert asked(presenter) == (False, True)
    presenter.stay()
    assert asked(presenter) == (False, False)
    presenter.delete()

    assert went.places == [Place.SERVICES]
    assert made.services().directory.find(ServiceQuery(words="cedar")) == ()


def test_an_entry_that_never_was_is_said() -> None:
    presenter = opened(ServiceId("local:never"))

    assert presenter.state.refusal == NO_LONGER_THERE


def test_a_full_disk_is_said_and_the_words_stay() -> None:
    made = Invented()
    presenter = opened(made=made)
    made.store.refuses = DiskFullError()
    presenter.type_form(replace(presenter.state.form, name="Kite Club"))

    presenter.keep()

    assert presenter.state.refusal.startswith("The disk is full.")
    assert presenter.state.form.name == "Kite Club"
    assert not presenter.state.saving
