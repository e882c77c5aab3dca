"""The record of giving remembers what was made and everything that happened to it."""

from datetime import UTC, datetime

import pytest

from tests.invented_letters import draft_letter, finished_letter
from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import (
    LetterId,
    PractitionerId,
    ScreeningId,
    ServiceId,
    YoungPersonId,
)
from vrn_desktop.domain.letter import Letter
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import (
    LetterEvent,
    LetterEventKind,
    LetterRecord,
    LetterSubject,
    NamedService,
    ReadingCheck,
    record_of,
)

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
SAM = PractitionerId("sam")
CLUB = NamedService(
    service_id=ServiceId("local:club"), name="Invented Club", contact="01632 960 123"
)


def record(letter: Letter) -> LetterRecord:
    return record_of(
        letter,
        letter_id=LetterId("letter-1"),
        young_person_id=YoungPersonId("person-1"),
        screening_id=ScreeningId("talk-1"),
        made_at=NOW,
        made_by=SAM,
        subject=LetterSubject(named=(CLUB,), recipient="Mx Abara", reply_code="BCD-FGHJ"),
    )


def event(kind: LetterEventKind, channel: LetterChannel | None = None) -> LetterEvent:
    return LetterEvent(kind=kind, at=NOW, by=SAM, channel=channel)


def test_the_record_says_what_was_in_the_letter() -> None:
    letter = finished_letter()
    kept = record(letter)
    assert kept.template_id == "young-person-letter"
    assert kept.template_version == letter.template_version
    assert kept.language == "en"
    assert kept.services_named == (CLUB,)
    assert kept.service_names == ("Invented Club",)
    assert (kept.recipient, kept.reply_code) == ("Mx Abara", "BCD-FGHJ")
    assert kept.text_sha256 == letter.text_sha256()
    assert kept.given is None


def test_lt_06_a_draft_has_no_record() -> None:
    with pytest.raises(DomainError):
        record(draft_letter())


def test_printing_giving_and_recalling_are_remembered() -> None:
    kept = record(finished_letter())
    assert kept.print_event is LetterEventKind.PRINTED
    kept = kept.with_event(event(LetterEventKind.PRINTED))
    assert kept.print_event is LetterEventKind.REPRINTED
    given = LetterEvent(
        kind=LetterEventKind.GIVEN,
        at=NOW,
        by=SAM,
        channel=LetterChannel.HAND,
        reading_check=ReadingCheck.TOLD_BACK,
    )
    kept = kept.with_event(given)
    assert kept.given == given
    assert not kept.is_recalled
    kept = kept.with_event(event(LetterEventKind.RECALLED))
    assert kept.is_recalled
    with pytest.raises(DomainError):
        kept.with_event(event(LetterEventKind.REPRINTED))


def test_giving_names_a_channel_and_only_giving_does() -> None:
    with pytest.raises(DomainError):
        event(LetterEventKind.GIVEN)
    with pytest.raises(DomainError):
        event(LetterEventKind.PRINTED, LetterChannel.POST)
