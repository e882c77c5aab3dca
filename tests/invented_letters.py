"""Letters to invented young people, for every test that needs one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from vrn_desktop.application.letter_composition import compose_young_person_letter, confirmed
from vrn_desktop.application.letter_parts import LetterForm
from vrn_desktop.application.letter_wording import LetterWording
from vrn_desktop.content.letter_templates import ShippedLetterWordings
from vrn_desktop.domain.letter import Direction, Letter, LetterKind, TextSize
from vrn_desktop.domain.letter_facts import (
    CheckIn,
    CheckInWay,
    CrisisLine,
    LetterSender,
    YoungPersonLetterFacts,
    letter_facts_from,
)
from vrn_desktop.domain.letter_service import AgreedService
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply

TODAY = date(2026, 11, 24)
IN_TWO_WEEKS = date(2026, 12, 8)
SENDER = LetterSender(
    worker_first_name="Sam", project="Ashfield Outreach", project_number="01632 960 001"
)
CRISIS_LINES = (
    CrisisLine(name="Invented Line", contact="01632 960 999", free=True),
    CrisisLine(name="Invented Text", contact="Text HELLO to 60999"),
)
ALL_SAFE = SafeContact(
    asked_on=TODAY,
    write=SafeReply.YES,
    write_to=("4 Mill Lane", "ASHFIELD", "AS3 9ZZ"),
    opened_by_safe_people_only=SafeReply.YES,
    text=SafeReply.YES,
    call=SafeReply.YES,
    leave_message=SafeReply.YES,
    phone_number="07700 900 123",
    phone_checked_by_others=SafeReply.NO,
    contact_name="K. Shah",
    talk_to_adult_at_home=SafeReply.YES,
    adult_at_home="Nan",
    tell_school=SafeReply.YES,
    school_person="Mx Abara",
    take_paper=SafeReply.YES,
    return_address_safe=SafeReply.YES,
)
GYM = AgreedService(
    name="Ashfield Boxing and Fitness",
    one_line="A gym with a friendly coach.",
    contact="01632 960 123",
    agreed=True,
    checked_on=date(2026, 11, 3),
    next_check=date(2027, 5, 3),
    web_page="https://boxing.example/join",
)
TALK = AgreedService(
    name="Talk It Out",
    one_line="Someone to talk to about how you feel.",
    contact="01632 960 456",
    agreed=True,
    free=True,
    checked_on=date(2026, 11, 3),
    next_check=date(2027, 5, 3),
)
BY_TEXT = CheckIn(day=IN_TWO_WEEKS, way=CheckInWay.TEXT)
OWN_WORDS = "Drawing helps me feel calm. My nan always listens."


def invented_facts(
    *,
    chosen_name: str = "Kay",
    own_words: str = OWN_WORDS,
    services: Sequence[AgreedService] = (GYM, TALK),
    check_in: CheckIn | None = BY_TEXT,
    safe_contact: SafeContact = ALL_SAFE,
    sender: LetterSender = SENDER,
    own_words_approved: bool = True,
    posted: bool = False,
    most_services: int = 3,
) -> YoungPersonLetterFacts:
    """What a letter may know about somebody who does not exist."""
    return letter_facts_from(
        chosen_name=chosen_name,
        day=TODAY,
        today=TODAY,
        own_words=own_words,
        own_words_approved=own_words_approved,
        services=services,
        check_in=check_in,
        safe_contact=safe_contact,
        sender=sender,
        crisis_lines=CRISIS_LINES,
        posted=posted,
        most_services=most_services,
    )


def english_wording() -> LetterWording:
    """The shipped template of letter (a)."""
    return ShippedLetterWordings().wording(LetterKind.YOUNG_PERSON, "en")


def right_to_left_wording() -> LetterWording:
    """The template read from right to left, with a few sentences in Arabic."""
    english = english_wording()
    arabic = {
        "greeting": "عزيزي {chosen_name}،",
        "thanks": "شكرا لحديثك معي يوم {day}.",
        "danger": "إذا كنت في خطر فاتصل على {contact}.",
    }
    return replace(
        english,
        language="ar",
        direction=Direction.RIGHT_TO_LEFT,
        texts=MappingProxyType({**english.texts, **arabic}),
    )


def draft_letter(
    facts: YoungPersonLetterFacts | None = None,
    *,
    wording: LetterWording | None = None,
    text_size: TextSize = TextSize.STANDARD,
    posted: bool = False,
    practice: bool = False,
) -> Letter:
    """A letter the worker has not confirmed yet."""
    envelope = ALL_SAFE.envelope("Kay", ("Ashfield Outreach", "12 Station Road"))
    form = LetterForm(
        made_on=TODAY,
        text_size=text_size,
        envelope=envelope if posted else None,
        practice=practice,
    )
    return compose_young_person_letter(
        facts or invented_facts(), wording or english_wording(), form
    )


def finished_letter(facts: YoungPersonLetterFacts | None = None) -> Letter:
    """A confirmed letter."""
    return confirmed(draft_letter(facts))
