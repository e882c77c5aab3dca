"""The little that is kept about a young person (DP-03, TI-34, TI-38)."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.invented_services import Invented
from tests.talk import CALM_CORE, talked
from vrn_desktop.application.young_person_service import usable_age, usable_name
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NameNotUsableError


@pytest.mark.parametrize("name", ["Zoë", "عائشة", "ਗੁਰਪ੍ਰੀਤ", "K.", "Ann-Marie O'Invented", "🦊"])
def test_ti_38_names_of_every_script_are_kept_as_they_are(name: str) -> None:
    services = Invented().services()

    assert services.young_people.add(name, 14).chosen_name == name


@pytest.mark.parametrize("name", ["", "   ", "\n\t", "x" * 201, "x" * 10_000])
def test_a_name_that_cannot_be_kept_is_refused_and_nothing_is_added(name: str) -> None:
    office = Invented()

    with pytest.raises(NameNotUsableError):
        office.services().young_people.add(name, 14)
    assert office.store.records.people == {}


@given(st.text(max_size=300))
def test_a_usable_name_is_never_cut_and_holds_no_line_breaks(name: str) -> None:
    try:
        kept = usable_name(name)
    except NameNotUsableError:
        seen = [one for one in name if category(one) not in {"Cf", "Cc", "Zs", "Zl", "Zp"}]
        assert not seen or len(" ".join(name.split())) > 200
    else:
        assert kept.split() == name.split()
        assert "\n" not in kept


@pytest.mark.parametrize("age", [-1, 121, 1000])
def test_an_age_that_is_none_is_refused(age: int) -> None:
    with pytest.raises(NameNotUsableError):
        usable_age(age)


def test_references_count_up() -> None:
    services = Invented().services()

    people = [services.young_people.add("Kay Invented", 15) for _ in range(3)]

    assert [p.reference for p in people] == ["YP-0001", "YP-0002", "YP-0003"]


def test_looking_at_a_person_is_noted_in_the_audit_trail() -> None:
    office, services, screening = talked(CALM_CORE)

    story = services.young_people.story(screening.young_person_id)

    assert [row.id for row in story.screenings] == [screening.id]
    assert office.store.acts[-1] == (Act.YOUNG_PERSON_VIEWED, screening.young_person_id)


def test_t12_a_person_can_be_read_on_a_disk_that_keeps_no_note_of_it() -> None:
    office, services, screening = talked(CALM_CORE)
    office.store.read_only, before = True, list(office.store.acts)

    story = services.young_people.story(screening.young_person_id)

    assert [row.id for row in story.screenings] == [screening.id]
    assert office.store.acts == before
