"""Which kept letters wait for the printer, and what holds one back today."""

from datetime import UTC, date, datetime

import pytest

from tests.invented_letters import ALL_SAFE, TODAY
from vrn_desktop.domain.identifiers import LetterId, PractitionerId, ScreeningId, YoungPersonId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import LetterEvent, LetterEventKind, LetterRecord
from vrn_desktop.domain.letters_to_print import HeldBack, is_waiting, paper_held_back
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
RECORD = LetterRecord(
    id=LetterId("letter"),
    young_person_id=YoungPersonId("kay"),
    screening_id=ScreeningId("talk"),
    kind=LetterKind.YOUNG_PERSON,
    template_id="young-person-letter",
    template_version="1",
    language="en",
    made_at=NOON,
    made_by=PractitionerId("sam"),
    services_named=(),
    text_sha256="",
)


def after(kind: LetterEventKind) -> LetterRecord:
    channel = LetterChannel.HAND if kind is LetterEventKind.GIVEN else None
    event = LetterEvent(kind=kind, at=NOON, by=PractitionerId("sam"), channel=channel)
    return RECORD.with_event(event)


@pytest.mark.parametrize("kind", list(LetterEventKind))
def test_a_letter_waits_until_it_is_printed_given_or_recalled(kind: LetterEventKind) -> None:
    assert is_waiting(RECORD)
    assert is_waiting(after(kind)) is (kind is LetterEventKind.COPY_SAVED)


PAPER_TODAY = SafeContact(asked_on=TODAY, take_paper=SafeReply.YES)


@pytest.mark.parametrize(
    ("contact", "today", "open_"),
    [
        (PAPER_TODAY, TODAY, True),
        (PAPER_TODAY, date(2026, 11, 25), False),
        (SafeContact(asked_on=TODAY, take_paper=SafeReply.RATHER_NOT_SAY), TODAY, False),
        (SafeContact(), TODAY, False),
        (ALL_SAFE, date(2026, 11, 30), True),
    ],
)
def test_sc8_paper_for_them_needs_a_yes_of_today_or_a_safe_address(
    contact: SafeContact, today: date, open_: bool
) -> None:
    for kind in (LetterKind.YOUNG_PERSON, LetterKind.WALLET_CARD):
        held_back = () if open_ else (HeldBack.NO_SAFE_PAPER_TODAY,)
        assert paper_held_back(kind, contact, today) == held_back
    for kind in (LetterKind.PARENT_CARER, LetterKind.SERVICE_REFERRAL, LetterKind.SCHOOL):
        assert paper_held_back(kind, contact, today) == ()
