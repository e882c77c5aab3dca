"""A contact that was given, compared with the directory of today: a number written otherwise is the same number."""

from dataclasses import replace
from datetime import date

import pytest

from vrn_desktop.domain.identifiers import PractitionerId, ServiceId, YoungPersonId
from vrn_desktop.domain.outdated_contact import (
    ContactToday,
    GivenContact,
    WhatChanged,
    newest_of_each,
    numbers_in,
    outdated,
)

GIVEN = GivenContact(
    young_person_id=YoungPersonId("kay"),
    practitioner_id=PractitionerId("sam"),
    service_id=ServiceId("club"),
    service_name="Invented Boxing Club",
    contact="01632 960111",
    given_on=date(2026, 10, 1),
)
NOW = ContactToday(contacts=("01632 960111", "https://club.example"))


@pytest.mark.parametrize(
    "contact",
    [
        "01632 960111",
        "01632960111",
        "+44 1632 960111",
        "(01632) 960-111 (free)",
        "Call 01632 960111",
    ],
)
def test_the_same_number_written_otherwise_has_not_changed(contact: str) -> None:
    assert outdated(replace(GIVEN, contact=contact), NOW) is None


@pytest.mark.parametrize(
    ("today", "changed"),
    [
        (replace(NOW, gone=True), WhatChanged.GONE),
        (replace(NOW, status="defunct"), WhatChanged.CLOSED),
        (replace(NOW, status="inactive"), WhatChanged.CLOSED),
        (replace(NOW, status="temporarily closed"), WhatChanged.RESTING),
        (ContactToday(contacts=("01632 960222",)), WhatChanged.OTHER_NUMBER),
        (ContactToday(), WhatChanged.OTHER_NUMBER),
    ],
)
def test_h7_an_old_number_is_noticed(today: ContactToday, changed: WhatChanged) -> None:
    found = outdated(GIVEN, today)

    assert found is not None
    assert found.changed is changed
    assert found.contact_now == (today.contacts[0] if today.contacts else "")


def test_a_second_number_of_the_service_is_right_too() -> None:
    two = ContactToday(contacts=("01632 960999", "01632 960111"))
    assert outdated(GIVEN, two) is None


def test_a_page_is_compared_as_it_is_read() -> None:
    page = replace(GIVEN, contact="HTTPS://club.example/")
    assert outdated(page, NOW) is None
    assert outdated(replace(page, contact="https://old.example"), NOW) is not None


def test_where_only_the_name_was_given_only_a_closing_counts() -> None:
    named = replace(GIVEN, contact="")
    assert outdated(named, NOW) is None
    assert outdated(named, replace(NOW, gone=True)) is not None


def test_another_change_of_the_same_service_is_another_mark() -> None:
    once = outdated(GIVEN, ContactToday(contacts=("01632 960222",)))
    twice = outdated(GIVEN, ContactToday(contacts=("01632 960333",)))

    assert once is not None
    assert twice is not None
    assert once.mark != twice.mark


def test_short_numbers_are_numbers_and_years_of_age_are_not() -> None:
    assert numbers_in("111, option 2") == {"111"}
    assert numbers_in("for 11 to 17") == frozenset()


def test_only_the_contact_that_was_given_last_is_in_use() -> None:
    later = replace(GIVEN, contact="01632 960222", given_on=date(2026, 11, 1))
    assert newest_of_each([later, GIVEN]) == (later,)
    other = replace(GIVEN, service_id=ServiceId("other"))
    assert set(newest_of_each([GIVEN, other])) == {GIVEN, other}
