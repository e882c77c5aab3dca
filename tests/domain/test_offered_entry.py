"""An imported service as signposts and letters know it: contact, ages, cost, and whether it is sensitive."""

from dataclasses import replace
from datetime import date

from tests.invented_directory import BOXING, LISTENING, REFUGE
from tests.starter_directory import starter_directory
from vrn_desktop.domain.directory.offered_entry import (
    freshened,
    is_offered,
    offered_entry,
    offered_id,
    without_checks,
)
from vrn_desktop.domain.directory.service_record import ServiceStatus
from vrn_desktop.domain.directory.starter_records import starter_record, starter_services
from vrn_desktop.domain.identifiers import CategoryId
from vrn_desktop.domain.local_service import KIND_NOT_KNOWN, Reach

TODAY = date(2026, 11, 24)


def test_an_imported_service_keeps_what_a_letter_needs() -> None:
    entry = offered_entry(LISTENING)

    assert (entry.id, entry.name, entry.contact) == (
        "harbour:harbour-listening-service",
        "Harbour Listening Service",
        "01632 960101",
    )
    assert (entry.first_age, entry.last_age, entry.reach) == (11, 19, Reach.LOCAL)
    assert entry.is_free
    assert entry.fits(15)
    assert not entry.fits(20)
    assert not entry.sensitive
    assert (entry.last_checked, entry.next_check) == (date(2026, 11, 2), date(2027, 2, 2))
    assert not entry.needs_check(TODAY)


def test_a_price_is_said_in_pounds() -> None:
    assert offered_entry(BOXING).cost == "£2.50, a session"
    assert not offered_entry(BOXING).is_free


def test_sp_09_a_sensitive_kind_counts_before_any_other() -> None:
    both = replace(LISTENING, categories=(CategoryId("activities"), CategoryId("substance")))

    assert offered_entry(both).category == "substance"
    assert offered_entry(both).sensitive
    assert offered_entry(REFUGE).sensitive


def test_sp_09_a_service_whose_kind_nobody_set_is_treated_as_sensitive() -> None:
    entry = offered_entry(replace(LISTENING, categories=()))

    assert entry.category == KIND_NOT_KNOWN
    assert entry.sensitive


def test_what_is_gone_resting_or_for_workers_is_not_offered() -> None:
    assert is_offered(LISTENING, gone=False)
    assert not is_offered(LISTENING, gone=True)
    assert not is_offered(replace(LISTENING, status=ServiceStatus.DEFUNCT), gone=False)
    assert not is_offered(replace(LISTENING, workers_only=True), gone=False)


def test_the_programs_own_entries_come_back_as_they_are() -> None:
    for entry in starter_directory().entries:
        again = offered_entry(starter_record(entry, "A kind of help"))
        assert again.id == entry.id
        assert (again.first_age, again.last_age, again.cost) == (
            entry.first_age,
            entry.last_age,
            entry.cost,
        )
        assert again.workers_only == entry.workers_only
        assert (again.contact or "").endswith(entry.contact or "")


def test_a_mirrored_entry_whose_kind_is_no_kind_of_help_has_none() -> None:
    mirrored = {one.record.external_id: one for one in starter_services(starter_directory())}
    duty_team = next(one for one in mirrored.values() if "Duty Team (24h)" in one.record.name)

    assert duty_team.record.categories == ()
    assert duty_team.record.workers_only
    assert len(mirrored) == len(starter_directory().entries)
    assert len({one.digest for one in mirrored.values()}) == len(mirrored)


def test_sp_03_a_colleagues_check_freshens_the_programs_own_entry() -> None:
    entry = starter_directory().entries[0]
    record = replace(starter_record(entry, "A kind of help"), last_checked=TODAY)

    fresh = freshened(entry, record)

    assert offered_id(record) == entry.id
    assert (fresh.last_checked, fresh.next_check) == (TODAY, date(2027, 2, 24))
    assert freshened(entry, starter_record(entry, "A kind of help")) is entry
    assert without_checks(fresh).needs_check(TODAY)
