"""The directory as workers use it: found, checked, kept as our own, and looked up in one way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.invented_directory import (
    BOXING,
    CENTRE,
    FEED,
    LISTENING,
    OUR_OWN,
    REFUGE,
    fill_directory,
)
from tests.invented_services import WORKPLACE, Invented
from tests.starter_directory import starter_directory
from tests.talk import CALM_CORE, talked
from vrn_desktop.application.services import Services
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_query import ServiceQuery, WhyNotShown
from vrn_desktop.domain.directory.service_record import LOCAL_SOURCE
from vrn_desktop.domain.errors import DiskFullError, NotAllowedError
from vrn_desktop.domain.identifiers import CategoryId, ServiceId
from vrn_desktop.domain.signposting import SignpostState

TODAY = date(2026, 11, 24)
PAPYRUS = ServiceId("papyrus-hopeline247")


def office(place: str = "Leicester") -> tuple[Invented, Services]:
    made = Invented()
    made.store.records.workplace = replace(WORKPLACE, place=place)
    fill_directory(made.store)
    return made, made.services()


def names(services: Services, **asked: object) -> list[str]:
    query = replace(ServiceQuery(), **asked)  # type: ignore[arg-type]
    return [found.record.name for found in services.directory.find(query)]


def test_the_programs_own_list_is_found_beside_the_rest() -> None:
    made, services = office()

    assert "Papyrus HOPELINE247" in names(services, words="papyrus")
    assert "Cedar Mentors" in names(services, words="mentor")
    assert services.directory.count() == len(starter_directory().entries) + 6
    assert [act for act, _ in made.store.acts].count(Act.DIRECTORY_CHANGED) == 2


def test_the_own_list_is_mirrored_once_and_again_only_when_it_changed() -> None:
    made, services = office()
    services.directory.count()
    acts = len(made.store.acts)

    assert not made.services().directory.mirror_own_list()
    assert len(made.store.acts) == acts


def test_on_a_full_disk_the_rest_is_found_all_the_same() -> None:
    made, services = office()
    made.store.refuses = DiskFullError()

    assert names(services, words="boxing") == ["Lantern Boxing Gym"]


def test_a_masked_place_has_no_distance() -> None:
    _, services = office()

    found = services.directory.find(ServiceQuery(words="refuge", near=CENTRE))

    assert [(one.record.name, one.distance_km) for one in found] == [("Maple Refuge", None)]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Leicester", "Leicester"),
        ("Unit 4, Loughborough", "Loughborough"),
        ("LE1 9ZZ", "LE1 9ZZ"),
        ("LE67 1AA", "LE67"),
    ],
)
def test_distance_counts_from_the_setting_without_keeping_anything(place: str, name: str) -> None:
    made, services = office(place)

    found = services.directory.setting_place()

    assert found is not None
    assert found.name == name
    assert made.store.records.workplace == replace(WORKPLACE, place=place)


def test_the_directorys_own_postcodes_come_before_the_list_of_towns() -> None:
    _, services = office()

    found = services.directory.place("le1 9zz")

    assert found is not None
    assert (found.point, found.about) == (CENTRE, True)
    assert services.directory.place("Nowhere at all") is None


def test_why_a_service_is_not_seen() -> None:
    _, services = office()
    query = ServiceQuery(words="boxing", age=30, free_only=True)

    (missing,) = services.directory.why_not("lantern", query, ())
    assert set(missing.reasons) == {WhyNotShown.AGE, WhyNotShown.COST}
    (nobody,) = services.directory.why_not("nobody knows this", query, ())
    assert (nobody.found, nobody.reasons) == (None, (WhyNotShown.NOT_IN_DIRECTORY,))
    (resting,) = services.directory.why_not("resting choir", ServiceQuery(), ())
    assert resting.reasons == (WhyNotShown.NOT_ACTIVE,)


def test_sp_03_a_check_is_kept_with_its_day_and_name_and_freshens_everywhere() -> None:
    made, services = office()

    services.directory.record_check(PAPYRUS, still_right=True)

    full = services.directory.get(PAPYRUS)
    assert full is not None
    assert [(c.checked_on, c.checked_by, c.still_right) for c in full.checks] == [
        (TODAY, "Sam Invented", True)
    ]
    entry = services.directory.entry(PAPYRUS)
    assert entry is not None
    assert (entry.last_checked, entry.next_check) == (TODAY, date(2027, 2, 24))
    assert made.store.acts[-1] == (Act.SERVICE_CHECKED, PAPYRUS)


def test_sp_03_a_found_change_makes_a_letter_ask_for_a_check_until_it_is_put_right() -> None:
    _, services = office()

    services.directory.record_check(LISTENING.id, still_right=False, note="  new   number ")

    full = services.directory.get(LISTENING.id)
    assert full is not None
    assert full.is_doubted
    assert full.checks[0].note == "new number"
    entry = services.directory.entry(LISTENING.id)
    assert entry is not None
    assert entry.needs_check(TODAY)
    services.directory.record_check(LISTENING.id, still_right=True)
    again = services.directory.get(LISTENING.id)
    assert again is not None
    assert not again.is_doubted


def test_a_check_moves_the_next_day_of_our_own_entry_on() -> None:
    made, services = office()
    made.clock.go_on(timedelta(days=80))

    services.directory.record_check(OUR_OWN.id, still_right=True)

    full = services.directory.get(OUR_OWN.id)
    assert full is not None
    day = made.clock.now.date()
    assert full.found.record.last_checked == day
    assert full.found.record.checked_by == "Sam Invented"
    assert full.found.record.next_check is not None
    assert full.found.record.next_check > day + timedelta(days=80)


def test_what_is_to_be_checked_is_ours_and_overdue_or_never_looked_at() -> None:
    _, services = office()
    directory = services.directory

    due = {one.record.name for one in directory.due_among(directory.to_check())}
    assert "Papyrus HOPELINE247" in due
    assert "Cedar Mentors" not in due
    assert "Lantern Boxing Gym" not in due  # a feed looks after its own
    directory.record_check(PAPYRUS, still_right=True)
    directory.record_check(OUR_OWN.id, still_right=False, note="moved")
    due = {one.record.name for one in directory.due_among(directory.to_check())}
    assert "Papyrus HOPELINE247" not in due
    assert "Cedar Mentors" in due


def test_kinds_of_help_that_a_colleague_set_are_searched_by() -> None:
    _, services = office()

    services.directory.set_categories(BOXING.id, (CategoryId("mentoring"),))

    assert names(services, categories=(CategoryId("mentoring"),)) == [
        "Cedar Mentors",
        "Lantern Boxing Gym",
    ]


def test_an_entry_of_our_own_begins_checked_today_by_whoever_writes_it() -> None:
    _, services = office()

    entry = services.directory.new_entry()

    assert (entry.source, entry.last_checked, entry.checked_by) == (
        LOCAL_SOURCE,
        TODAY,
        "Sam Invented",
    )
    assert entry.next_check == date(2027, 2, 24)


def test_our_own_copy_leaves_the_feeds_entry_as_it_is() -> None:
    _, services = office()
    copy = services.directory.own_copy_of(LISTENING)

    services.directory.put_local(replace(copy, name="Our Listening Service"))

    assert names(services, words="listening") == [
        "Harbour Listening Service",
        "Our Listening Service",
    ]
    assert copy.phones == LISTENING.phones
    assert copy.assured_on is None


def test_our_own_copy_keeps_a_secret_address_secret() -> None:
    _, services = office()

    copy = services.directory.own_copy_of(REFUGE)

    assert [place.masked for place in copy.places] == [True]


def test_a_feeds_entry_cannot_be_written_over() -> None:
    _, services = office()

    with pytest.raises(NotAllowedError):
        services.directory.put_local(replace(LISTENING, name="Other"))
    assert LISTENING.source == FEED


def test_what_was_taken_off_the_list_is_not_found_but_keeps_its_name() -> None:
    _, services = office()

    services.directory.remove_local(OUR_OWN.id)

    assert names(services, words="cedar") == []
    entry = services.directory.entry(OUR_OWN.id)
    assert entry is not None
    assert entry.name == "Cedar Mentors"


def test_sp_01_the_nearest_fitting_services_of_a_kind_stand_beside_the_programs_own() -> None:
    _, services = office()
    kind = CategoryId("mental_health")

    near = services.directory.nearest(kind, 15, CENTRE)

    assert [one.record.name for one in near] == ["Harbour Listening Service"]
    assert services.directory.nearest(kind, 30, CENTRE) == ()
    assert services.directory.nearest(CategoryId("own_behaviour"), 15, CENTRE) == ()


def test_sp_03_an_imported_service_can_be_accepted_and_stands_in_the_letter() -> None:
    made, services, screening = talked(CALM_CORE)
    fill_directory(made.store)
    entry = services.directory.entry(LISTENING.id)
    assert entry is not None

    services.signposting.offer(screening.id, entry, SignpostState.ACCEPTED)

    accepted = services.letters.matter(screening.id).accepted
    assert [(signpost.service_name, found.contact) for signpost, found in accepted] == [
        ("Harbour Listening Service", "01632 960101")
    ]
