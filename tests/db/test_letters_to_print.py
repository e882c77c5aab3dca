"""The letters of one caseload that wait for the printer, read from a real encrypted file."""

from dataclasses import replace

import pytest

from db.sql_store import SqlStore
from tests.db import invented_records as invented
from tests.db.invented_holder import ASH
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import LetterId, PractitionerId
from vrn_desktop.domain.letter_record import LetterEventKind


@pytest.fixture
def full(store: SqlStore) -> SqlStore:
    with store.change(Act.YOUNG_PERSON_ADDED, invented.YOUNG) as work:
        invented.write_everything(work)
    return store


def test_only_what_nobody_has_printed_given_or_recalled_waits(full: SqlStore) -> None:
    saved = replace(invented.EVENTS[0], kind=LetterEventKind.COPY_SAVED)
    waits = replace(invented.LETTER, id=LetterId("waits"), reply_code="", events=(saved,))
    gone = [
        replace(
            invented.LETTER,
            id=LetterId(f"gone-{kind}"),
            reply_code="",
            events=(replace(invented.EVENTS[0], kind=kind),),
        )
        for kind in (LetterEventKind.PRINTED, LetterEventKind.REPRINTED, LetterEventKind.RECALLED)
    ]
    with full.change(Act.LETTER_SAVED, waits.id) as work:
        for letter in (waits, *gone):
            work.letters.add(letter, b"%PDF-2")
    with full.read() as work:
        assert work.letters.to_print(ASH) == (waits,)
        assert work.letters.to_print(PractitionerId("somebody-else")) == ()


def test_the_letters_of_an_archived_person_do_not_wait(full: SqlStore) -> None:
    waits = replace(invented.LETTER, id=LetterId("waits"), reply_code="", events=())
    with full.change(Act.YOUNG_PERSON_ADDED, waits.id) as work:
        work.letters.add(waits, b"%PDF-2")
        person = work.young_people.get(waits.young_person_id)
        work.young_people.change(replace(person, archived=True))
    with full.read() as work:
        assert work.letters.to_print(ASH) == ()
