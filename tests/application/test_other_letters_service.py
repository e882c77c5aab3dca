"""Letters to others are made behind their gates, say only what was agreed, and are kept with all of it."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from tests.invented_services import Invented
from tests.talk import CALM_CORE, answered, talked
from vrn_desktop.application.letter_services_chosen import ServiceOnPaper
from vrn_desktop.application.other_letters import OtherLetterChoices, shut_by
from vrn_desktop.application.services import Services
from vrn_desktop.domain.agreement import CompetenceView
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.errors import ContactNotSafeError, DomainError
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_agreement import (
    LawfulReason,
    LetterAgreement,
    Shared,
    SharingReason,
)
from vrn_desktop.domain.letter_deny_list import LetterWordRefusedError
from vrn_desktop.domain.letter_facts_others import ContactWay, SchoolSupport
from vrn_desktop.domain.letter_gates import (
    KeptGate,
    LetterShutError,
    ParentGate,
    SchoolGate,
    ServiceGate,
)
from vrn_desktop.domain.letter_gathering import CardWishes
from vrn_desktop.domain.letter_record import LetterEventKind, RecallReason
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.domain.signposting import SignpostState

AGREED = LetterAgreement(
    agrees=SafeReply.YES,
    competence=CompetenceView(
        understands=True,
        weighs_good_and_bad=True,
        can_explain_choice=True,
        free_from_pressure=True,
    ),
    shared=frozenset({Shared.NAME}),
    no_worry=True,
    support_only=True,
)
NEVER = (
    "victim",
    "gang",
    "tertiary",
    "disclosed",
    "diagnosis",
    "asylum",
    "offender",
    "escalation",
    "child protection",
)


class Desk:
    """A talk with one service accepted and every safe-contact question answered well."""

    def __init__(self, answers: dict[str, str] = CALM_CORE) -> None:
        self.office: Invented
        self.office, self.services, self.talk = talked(answers)
        self.entry = plain_entry(self.services)
        self.signpost = self.services.signposting.offer(
            self.talk.id, self.entry, SignpostState.ACCEPTED
        )
        self.say(
            SafeContact(
                asked_on=self.office.clock().date(),
                write=SafeReply.YES,
                write_to=("4 Mill Lane", "INVENTOWN"),
                opened_by_safe_people_only=SafeReply.YES,
                text=SafeReply.YES,
                phone_number="07700 900123",
                phone_checked_by_others=SafeReply.NO,
                talk_to_adult_at_home=SafeReply.YES,
                adult_at_home="Aunt Rosa",
                tell_school=SafeReply.YES,
                school_person="Mx Abara",
            )
        )

    def say(self, contact: SafeContact) -> None:
        self.services.letters.keep_safe_contact(self.talk.young_person_id, contact)

    def consent(self) -> None:
        self.services.signposting.consent(self.signpost, given=True, competence=AGREED.competence)

    def choices(self, kind: LetterKind, agreement: LetterAgreement = AGREED) -> OtherLetterChoices:
        ticked = ServiceOnPaper(service_id=self.entry.id, ticked=True)
        return OtherLetterChoices(
            kind=kind,
            agreement=agreement,
            services=(ticked,),
            service_id=self.entry.id if kind is LetterKind.SERVICE_REFERRAL else "",  # type: ignore[arg-type]  # an id or none
            support=(SchoolSupport.PLACE_TO_GO,),
            reply_code="BCD-FGHJ",
        )

    def text(self, choices: OtherLetterChoices) -> str:
        others = self.services.letters.others
        letter, _ = others.draft(others.matter(self.talk.id), choices)
        return letter.as_plain_text()

    def reasons(self, choices: OtherLetterChoices) -> tuple[str, ...]:
        return shut_by(self.services.letters.others.matter(self.talk.id), choices)


def plain_entry(services: Services) -> ServiceEntry:
    return next(
        e
        for e in services.signposting.directory().entries
        if not e.sensitive and e.may_be_printed and "victim" not in e.name.casefold()
    )


OTHERS = (LetterKind.PARENT_CARER, LetterKind.SERVICE_REFERRAL, LetterKind.SCHOOL)


def test_lt_01_every_kind_is_made_behind_its_open_gate_and_kept_with_what_was_agreed() -> None:
    desk = Desk()
    desk.consent()
    others = desk.services.letters.others
    for kind in (*OTHERS, LetterKind.WALLET_CARD):
        record, letter, pdf = others.confirm(desk.talk.id, desk.choices(kind))
        assert record.kind is kind
        assert not letter.is_draft
        assert desk.services.letters.pages_of(record.id) == pdf
        assert record.agreement == AGREED
    kept = desk.services.young_people.story(desk.talk.young_person_id).letters
    assert [record.recipient for record in kept] == ["Aunt Rosa", desk.entry.name, "Mx Abara", ""]
    referral = kept[1]
    assert (referral.service_id, referral.reply_code) == (desk.entry.id, "BCD-FGHJ")
    assert kept[0].services_named[0].contact == desk.entry.contact


@pytest.mark.parametrize("kind", OTHERS)
def test_h1_nothing_asked_keeps_a_letter_shut_to_drafts_too(kind: LetterKind) -> None:
    desk = Desk()
    desk.say(SafeContact())
    choices = desk.choices(kind, LetterAgreement())
    with pytest.raises(LetterShutError):
        desk.text(choices)
    with pytest.raises(LetterShutError):
        desk.services.letters.others.confirm(desk.talk.id, choices)
    assert desk.office.store.records.letters == {}


def test_h1_a_flag_of_any_earlier_conversation_shuts_the_letter_home() -> None:
    desk = Desk()
    assert desk.reasons(desk.choices(LetterKind.PARENT_CARER)) == ()
    answered(desk.services, desk.talk, {"R08": "some"})
    person = desk.talk.young_person_id
    again = desk.services.screenings.begin(
        desk.services.young_people.story(person).person,
        form=desk.talk.form,
        setting_kind=desk.talk.setting_kind,
    )
    matter = desk.services.letters.others.matter(again.id)
    assert shut_by(matter, desk.choices(LetterKind.PARENT_CARER)) == (ParentGate.FAMILY_BLOCKED,)


def test_ti_06_an_open_escalation_sends_school_matters_to_the_safeguarding_lead() -> None:
    desk = Desk({**CALM_CORE, "H01": "clear"})
    assert desk.reasons(desk.choices(LetterKind.SCHOOL)) == (SchoolGate.USE_SAFEGUARDING_ROUTE,)


def test_a_consent_taken_back_holds_a_kept_referral_from_being_printed_again() -> None:
    desk = Desk()
    desk.consent()
    others = desk.services.letters.others
    record, _, _ = others.confirm(desk.talk.id, desk.choices(LetterKind.SERVICE_REFERRAL))
    assert others.shut_now(record) == ()
    desk.services.signposting.consent(desk.signpost, given=False)
    assert others.shut_now(record) == (ServiceGate.NO_CONSENT,)


def test_h1_a_letter_home_is_held_when_another_adult_is_the_safe_one_now() -> None:
    desk = Desk()
    others = desk.services.letters.others
    home = replace(desk.choices(LetterKind.PARENT_CARER), posted=True)
    record, _, _ = others.confirm(desk.talk.id, home)
    contact = desk.services.letters.safe_contact(desk.talk.young_person_id)
    assert contact is not None
    assert others.shut_now(record) == ()
    desk.office.clock.go_on(timedelta(minutes=1))
    desk.say(replace(contact, adult_at_home="Mum", never_contact="Aunt Rosa"))
    assert others.shut_now(record) == (KeptGate.SAFE_CONTACT_CHANGED,)
    desk.say(replace(contact, write=SafeReply.NO))
    assert others.shut_now(record) == (KeptGate.SAFE_CONTACT_CHANGED,)
    assert not any(each.may_print for each in desk.services.letters.to_print.waiting())
    desk.say(contact)
    assert others.shut_now(record) == ()


def test_h1_a_kept_referral_does_not_give_away_a_phone_that_others_look_at_now() -> None:
    desk = Desk()
    desk.consent()
    others = desk.services.letters.others
    by_text = replace(desk.choices(LetterKind.SERVICE_REFERRAL), way=ContactWay.TEXT)
    record, _, _ = others.confirm(desk.talk.id, by_text)
    contact = desk.services.letters.safe_contact(desk.talk.young_person_id)
    assert contact is not None
    desk.office.clock.go_on(timedelta(minutes=1))
    desk.say(replace(contact, phone_checked_by_others=SafeReply.YES))
    assert others.shut_now(record) == (KeptGate.SAFE_CONTACT_CHANGED,)


def test_co_06_a_referral_goes_by_consent_for_this_service_or_by_a_written_reason() -> None:
    desk = Desk()
    choices = desk.choices(LetterKind.SERVICE_REFERRAL)
    assert desk.reasons(choices) == (ServiceGate.NO_CONSENT,)
    reason = SharingReason(reason=LawfulReason.PROTECT_A_CHILD, note="Invented reason in words")
    without = replace(choices, agreement=replace(AGREED, sharing_reason=reason))
    text = desk.text(without)
    assert "without Kay Invented’s agreement" in text
    assert "Invented reason" not in text
    desk.consent()
    assert "with Kay Invented’s agreement, given on 24\u00a0November".replace("\u00a0", " ") in (
        desk.text(choices)
    )


def test_nothing_is_shared_that_was_not_agreed() -> None:
    desk = Desk()
    desk.consent()
    bare = replace(AGREED, shared=frozenset())
    home = desk.text(replace(desk.choices(LetterKind.PARENT_CARER, bare), services=()))
    assert "Kay" not in home
    referral = replace(desk.choices(LetterKind.SERVICE_REFERRAL, bare), own_words="I like drawing.")
    assert "15 years" not in desk.text(referral)
    assert "drawing" not in desk.text(referral)
    every = replace(referral, agreement=replace(AGREED, shared=frozenset(Shared)))
    assert "15 years" in desk.text(every)
    assert "“I like drawing.”" in desk.text(every)


def test_a_service_is_told_only_a_safe_way_and_the_name_for_contact() -> None:
    desk = Desk()
    desk.consent()
    choices = desk.choices(LetterKind.SERVICE_REFERRAL)
    assert "Please get in touch through us." in desk.text(choices)
    assert "07700 900123" not in desk.text(choices)
    assert "Please send a text to 07700 900123." in desk.text(replace(choices, way=ContactWay.TEXT))
    with pytest.raises(ContactNotSafeError):
        desk.text(replace(choices, way=ContactWay.CALL))


def test_sc4_the_name_for_contact_and_who_we_are_stand_in_letters_to_home_and_school() -> None:
    desk = Desk()
    contact = desk.services.letters.safe_contact(desk.talk.young_person_id)
    assert contact is not None
    desk.say(replace(contact, contact_name="K. Example", say_we_are="The Saturday club"))
    for kind in (LetterKind.PARENT_CARER, LetterKind.SCHOOL):
        text = desk.text(desk.choices(kind))
        assert "K. Example" in text
        assert "Kay Invented" not in text
        assert "The Saturday club" in text


def test_the_window_of_a_letter_home_holds_the_safe_address_and_ours_only_if_safe() -> None:
    desk = Desk()
    home = replace(desk.choices(LetterKind.PARENT_CARER), posted=True, address=("Typed elsewhere",))
    text = desk.text(home)
    assert "Aunt Rosa\n4 Mill Lane\nINVENTOWN" in text
    assert "Typed elsewhere" not in text
    school = replace(desk.choices(LetterKind.SCHOOL), posted=True, address=("2 Invented Road",))
    assert "Mx Abara\n2 Invented Road" in desk.text(school)
    contact = desk.services.letters.safe_contact(desk.talk.young_person_id)
    assert contact is not None
    desk.say(replace(contact, write=SafeReply.NO))
    assert ParentGate.POST_NOT_SAFE in desk.reasons(home)


def test_a_primary_school_can_stand_in_an_address_and_other_such_words_cannot() -> None:
    desk = Desk()
    school = replace(desk.choices(LetterKind.SCHOOL), posted=True)
    named = replace(school, address=("Invented Primary School", "2 Invented Road"))
    assert "Invented Primary School" in desk.text(named)
    with pytest.raises(LetterWordRefusedError):
        desk.text(replace(school, address=("Primary level team",)))


def test_the_card_is_bare_numbers_until_names_are_said_to_be_safe() -> None:
    desk = Desk()
    card = replace(desk.choices(LetterKind.WALLET_CARD, LetterAgreement()), services=())
    bare = desk.text(card)
    assert "999" in bare
    assert "Samaritans" not in bare
    assert desk.office.store.records.workplace is not None
    assert desk.office.store.records.workplace.setting_name not in bare
    named = replace(card, card=CardWishes(named=True, names_safe=True))
    assert "Samaritans" in desk.text(named)
    with pytest.raises(LetterShutError):
        desk.text(replace(card, card=CardWishes(named=True)))


def test_a_school_letter_without_support_has_nothing_to_say() -> None:
    desk = Desk()
    with pytest.raises(DomainError, match="school"):
        desk.text(replace(desk.choices(LetterKind.SCHOOL), support=()))


def test_a_recalled_letter_is_neither_printed_nor_recalled_again_and_keeps_its_bytes() -> None:
    desk = Desk()
    letters = desk.services.letters
    record, _, pdf = letters.others.confirm(desk.talk.id, desk.choices(LetterKind.SCHOOL))
    printed = letters.printed(record)
    recalled = letters.recalled(printed, RecallReason.NOT_SAFE)
    assert recalled.recall is not None
    assert recalled.recall.note == "not_safe"
    for again in (letters.printed, lambda r: letters.recalled(r, RecallReason.OTHER)):
        with pytest.raises(DomainError):
            again(recalled)
    assert letters.pages_of(record.id) == pdf
    kept = letters.others.matter(desk.talk.id).made_before[0]
    assert [event.kind for event in kept.events] == [
        LetterEventKind.PRINTED,
        LetterEventKind.RECALLED,
    ]


def test_h9_no_letter_of_any_kind_carries_a_never_word_whatever_the_record_holds() -> None:
    said = {**CALM_CORE, "H01": "some", "F05": "some", "D01": "clear", "G01": "some"}
    desk = Desk(said)
    desk.consent()
    talk = desk.talk
    for word in NEVER:
        for key in ("H01", "A4", "Z3", "G01", "F05"):
            talk = desk.services.screenings.record_words(talk, key, f"{word} {key}")
    desk.services.screenings.record_step(talk, KnownStep.REST_OF_TODAY, {"notes": " ".join(NEVER)})
    people = desk.office.store.records.people
    person = people[talk.young_person_id]
    for word in NEVER:
        people[person.id] = replace(person, access_needs=f"needs {word}", pronouns=word)
        for kind in (*OTHERS, LetterKind.WALLET_CARD):
            agreement = replace(AGREED, shared=frozenset(Shared) - {Shared.ACCESS_NEEDS})
            assert word not in desk.text(desk.choices(kind, agreement)).casefold()
        everything = replace(AGREED, shared=frozenset(Shared))
        with pytest.raises(DomainError):
            desk.text(desk.choices(LetterKind.SERVICE_REFERRAL, everything))


def test_every_field_of_safe_contact_filled_with_a_never_word_is_refused_or_left_out() -> None:
    desk = Desk()
    desk.consent()
    contact = desk.services.letters.safe_contact(desk.talk.young_person_id)
    assert contact is not None
    texts = [f.name for f in fields(contact) if isinstance(getattr(contact, f.name), str)]
    for name in texts:
        desk.say(replace(contact, **{name: "the gang victim"}))  # type: ignore[arg-type]  # texts
        for kind in (*OTHERS, LetterKind.WALLET_CARD):
            choices = replace(desk.choices(kind), way=ContactWay.TEXT)
            try:
                text = desk.text(choices)
            except (DomainError, ContactNotSafeError):
                continue
            assert "gang" not in text


def test_made_again_a_letter_says_the_same() -> None:
    desk = Desk()
    desk.consent()
    for kind in (*OTHERS, LetterKind.WALLET_CARD):
        assert desk.text(desk.choices(kind)) == desk.text(desk.choices(kind))
    desk.office.clock.go_on(timedelta(hours=1))
    assert desk.text(desk.choices(LetterKind.SCHOOL))
