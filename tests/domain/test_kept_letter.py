"""A kept letter stays shut where what it says is no longer safe or right; nothing changed keeps it open."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.invented_letters import ALL_SAFE, TODAY
from vrn_desktop.domain.identifiers import LetterId, PractitionerId, ScreeningId, YoungPersonId
from vrn_desktop.domain.kept_letter import (
    ServiceSince,
    named_services_gate,
    safe_contact_gate,
)
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_gates import KeptGate
from vrn_desktop.domain.letter_record import LetterRecord
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply

MADE = datetime(2026, 11, 24, 12, tzinfo=UTC)
THEN = replace(
    ALL_SAFE,
    phone_number="07700 900123",
    adult_at_home="Aunt Rosa",
    talk_to_adult_at_home=SafeReply.YES,
    tell_school=SafeReply.YES,
    school_person="Mx Abara",
    return_address_safe=SafeReply.YES,
)
RECIPIENTS = {LetterKind.PARENT_CARER: "Aunt Rosa", LetterKind.SCHOOL: "Mx Abara"}
CHANGED = (KeptGate.SAFE_CONTACT_CHANGED,)
EVERYBODY = frozenset(LetterKind) - {LetterKind.WALLET_CARD}
WINDOW = EVERYBODY - {LetterKind.SCHOOL}
PHONE = {LetterKind.YOUNG_PERSON, LetterKind.SERVICE_REFERRAL}


def letter(kind: LetterKind) -> LetterRecord:
    return LetterRecord(
        id=LetterId("letter"),
        young_person_id=YoungPersonId("kay"),
        screening_id=ScreeningId("talk"),
        kind=kind,
        template_id="invented",
        template_version="1",
        language="en",
        made_at=MADE,
        made_by=PractitionerId("sam"),
        services_named=(),
        text_sha256="",
        recipient=RECIPIENTS.get(kind, ""),
    )


@pytest.mark.parametrize("kind", list(LetterKind))
def test_asking_again_with_the_same_answers_holds_no_letter(kind: LetterKind) -> None:
    assert safe_contact_gate(letter(kind), THEN, replace(THEN, asked_on=date(2027, 1, 5))) == ()


@pytest.mark.parametrize(
    ("now", "held"),
    [
        (replace(THEN, write=SafeReply.NO), WINDOW),
        (replace(THEN, opened_by_safe_people_only=SafeReply.RATHER_NOT_SAY), WINDOW),
        (replace(THEN, write_to=("9 Invented Road",)), WINDOW),
        (replace(THEN, return_address_safe=SafeReply.NO), WINDOW),
        (replace(THEN, text=SafeReply.NOT_ASKED), PHONE),
        (replace(THEN, call=SafeReply.NO), PHONE),
        (replace(THEN, phone_checked_by_others=SafeReply.YES), PHONE),
        (replace(THEN, phone_number="07700 900456"), PHONE),
        (replace(THEN, contact_name="K. Example"), EVERYBODY),
        (replace(THEN, say_we_are="The Saturday club"), EVERYBODY),
        (replace(THEN, adult_at_home="Mum"), {LetterKind.PARENT_CARER}),
        (replace(THEN, never_contact="my aunt, Rosa"), {LetterKind.PARENT_CARER}),
        (replace(THEN, school_person="Mr Other"), {LetterKind.SCHOOL}),
        (replace(THEN, never_contact="Mx Abara"), {LetterKind.SCHOOL}),
        (SafeContact(), EVERYBODY),
    ],
)
def test_h1_what_was_taken_back_since_holds_the_letters_that_rest_on_it(
    now: SafeContact, held: frozenset[LetterKind]
) -> None:
    for kind in LetterKind:
        assert safe_contact_gate(letter(kind), THEN, now) == (CHANGED if kind in held else ())


def test_what_was_never_open_cannot_be_taken_back_from_their_own_letter() -> None:
    own = letter(LetterKind.YOUNG_PERSON)
    then = SafeContact(contact_name=THEN.contact_name)
    assert safe_contact_gate(own, then, replace(THEN, write=SafeReply.NO)) == ()


@pytest.mark.parametrize(
    ("service", "today", "shut"),
    [
        (ServiceSince(contact_holds=True), TODAY, ()),
        (ServiceSince(contact_holds=False), TODAY, (KeptGate.SERVICE_CHANGED,)),
        (ServiceSince(contact_holds=True), date(2027, 2, 24), ()),
        (ServiceSince(contact_holds=True), date(2027, 2, 25), (KeptGate.CHECK_TOO_OLD,)),
        (
            ServiceSince(contact_holds=True, next_check=date(2026, 11, 30)),
            date(2026, 12, 1),
            (KeptGate.CHECK_TOO_OLD,),
        ),
        (
            ServiceSince(contact_holds=True, next_check=date(2026, 11, 1)),
            date(2026, 12, 1),
            (),
        ),
    ],
)
def test_sp_03_a_kept_letter_prints_no_contact_that_changed_or_grew_stale(
    service: ServiceSince, today: date, shut: tuple[KeptGate, ...]
) -> None:
    assert named_services_gate((service,), date(2026, 11, 24), today) == shut
