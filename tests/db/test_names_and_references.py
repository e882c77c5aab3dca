"""Names of every script and length, and references that are never given twice."""

import string
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.repositories.young_people import reference_number
from db.sql_store import SqlStore
from tests.db import invented_records as invented
from tests.db.invented_holder import START
from tests.db.invented_people import fill, invented_people
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.young_person import YoungPerson

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=80)


def person(number: int, name: str, reference: str) -> YoungPerson:
    return replace(
        invented_people(1)[0],
        id=YoungPersonId(f"person-{number}"),
        chosen_name=name,
        reference=reference,
    )


def add(store: SqlStore, one: YoungPerson) -> None:
    with store.change(Act.YOUNG_PERSON_ADDED, one.id) as work:
        work.young_people.add(one)


@pytest.mark.parametrize(
    "name",
    [
        "م" * 10_000,
        "a" * 10_000,
        "محمد \u202eعلي\u202c",
        "👩🏽‍🚀🏳️‍🌈",
        "ਗੁਰਪ੍ਰੀਤ",
        "e\u0301 and é",
        "nul\x00inside",
        "Robert'); DROP TABLE young_person;--",
        " ",
    ],
)
def test_a_name_comes_back_exactly_as_it_was_given(store: SqlStore, name: str) -> None:
    add(store, person(1, name, "YP-0001"))
    with store.read() as work:
        assert work.young_people.get(YoungPersonId("person-1")).chosen_name == name
        assert work.young_people.rows()[0].chosen_name == name


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=ANY_TEXT, key=ANY_TEXT)
def test_ti_26_own_words_come_back_exactly_as_typed(store: SqlStore, words: str, key: str) -> None:
    with store.read() as work:
        begun = bool(work.screenings.rows())
    with store.change(Act.WORDS_RECORDED, "") as work:
        if not begun:
            work.young_people.add(invented.person())
            work.screenings.add(invented.screening())
        work.screenings.put_words(invented.TALK, key, words)
    with store.read() as work:
        assert work.screenings.get(invented.TALK).own_words.get(key, "") == words


def test_references_count_on_from_the_highest_one(store: SqlStore) -> None:
    given: list[str] = []
    for number in range(3):
        with store.change(Act.YOUNG_PERSON_ADDED, "") as work:
            given.append(work.young_people.next_reference())
            work.young_people.add(person(number, "Sam", given[-1]))
    assert given == ["YP-0001", "YP-0002", "YP-0003"]
    add(store, person(10, "Sam", "YP-9999"))
    with store.read() as work:
        assert work.young_people.next_reference() == "YP-10000"
        assert [row.reference for row in work.young_people.rows()][:2] == ["YP-9999", "YP-0003"]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    references=st.lists(
        st.one_of(
            st.integers(0, 10**12).map(lambda n: f"YP-{n:04d}"),
            st.text(string.ascii_letters + string.digits + "-", max_size=12),
            st.sampled_from(["YP-", "YP-٣", "YP--1", "YP-1 ", "yp-0001"]),
        ),
        max_size=8,
        unique=True,
    )
)
def test_the_next_reference_is_always_free(store: SqlStore, references: list[str]) -> None:
    with store.read() as work:
        taken = {row.reference for row in work.young_people.rows()}
    for reference in references:
        if reference not in taken:
            add(store, person(len(taken), "Sam", reference))
            taken.add(reference)
    with store.read() as work:
        assert work.young_people.next_reference() not in taken


def test_only_our_own_form_counts_as_a_number() -> None:
    assert reference_number("YP-0142") == 142
    assert reference_number("YP-10000") == 10000
    for other in ("", "YP-", "142", "XX-0142", "YP-٣", "YP--1", "YP-1a", f"YP-{10**15}"):
        assert reference_number(other) is None


def test_a_list_of_many_people_shows_each_once_newest_first(store: SqlStore) -> None:
    people = fill(store, 300)
    with store.read() as work:
        rows = work.young_people.rows()
        talks = work.screenings.rows()
    assert [row.reference for row in rows] == [one.reference for one in reversed(people)]
    assert all(row.level and row.next_due and row.last_seen for row in rows)
    assert all(row.last_seen < START.date() for row in rows if row.last_seen)
    assert len(talks) == 300
    assert [talk.started_at for talk in talks] == sorted(
        (talk.started_at for talk in talks), reverse=True
    )
