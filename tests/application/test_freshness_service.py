"""Whom did we send to a service that has since closed or changed its number? (hazard H7)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fake_directory import FakeDirectory
from tests.invented_directory import LISTENING
from tests.invented_services import PRIYA, SAM, Invented
from tests.talk import CALM_CORE, answered, begun
from vrn_desktop.domain.directory.service_record import (
    LOCAL_SOURCE,
    ServicePhone,
    ServiceRecord,
    ServiceStatus,
    service_id,
)
from vrn_desktop.domain.handover import Caller
from vrn_desktop.domain.identifiers import (
    CategoryId,
    LetterId,
    PractitionerId,
    ServiceId,
    SignpostId,
)
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_record import (
    LetterEvent,
    LetterEventKind,
    LetterRecord,
    NamedService,
)
from vrn_desktop.domain.outdated_contact import WhatChanged
from vrn_desktop.domain.referral import HowWeKnow, ReferralState
from vrn_desktop.domain.signposting import Signpost, SignpostState

KIM = replace(SAM, id=PractitionerId("kim"), name="Kim Invented")
CLUB = replace(
    LISTENING,
    id=service_id(LOCAL_SOURCE, "club"),
    source=LOCAL_SOURCE,
    external_id="club",
    name="Invented Boxing Club",
    phones=(ServicePhone(number="01632 960111"),),
)


class Sent:
    """One young person who was given the club's number in a letter."""

    def __init__(self, kind: LetterKind = LetterKind.YOUNG_PERSON) -> None:
        self.office = Invented()
        self.services = self.office.services()
        self.talk = answered(self.services, begun(self.services), CALM_CORE)
        self.directory.put_local(CLUB)
        self.letter = LetterRecord(
            id=LetterId("letter"),
            young_person_id=self.talk.young_person_id,
            screening_id=self.talk.id,
            kind=kind,
            template_id="invented",
            template_version="1",
            language="en",
            made_at=self.office.clock(),
            made_by=SAM.id,
            services_named=(
                NamedService(service_id=CLUB.id, name=CLUB.name, contact="01632 960111"),
            ),
            text_sha256="0" * 64,
        )
        self.office.store.records.letters[self.letter.id] = (self.letter, b"")

    @property
    def directory(self) -> FakeDirectory:
        return FakeDirectory(self.office.store.records.directory)

    def now(self, record: ServiceRecord) -> None:
        self.directory.put_local(record)

    def changed(self) -> list[WhatChanged]:
        return [row.contact.changed for row in self.services.loop.freshness.to_tell()]

    def offered(self, state: SignpostState = SignpostState.ACCEPTED) -> Signpost:
        signpost = Signpost(
            id=SignpostId("offer"),
            screening_id=self.talk.id,
            service_id=CLUB.id,
            service_name=CLUB.name,
            category=CategoryId("activities"),
            state=state,
            offered_at=self.office.clock(),
        )
        self.office.store.records.signposts[signpost.id] = signpost
        return signpost


OTHER_NUMBER = replace(CLUB, phones=(ServicePhone(number="01632 960222"),))


def test_h7_a_contact_that_is_still_right_is_not_on_the_list() -> None:
    assert Sent().changed() == []


@pytest.mark.parametrize(
    ("record", "changed"),
    [
        (OTHER_NUMBER, WhatChanged.OTHER_NUMBER),
        (replace(CLUB, status=ServiceStatus.DEFUNCT), WhatChanged.CLOSED),
        (replace(CLUB, status=ServiceStatus.TEMPORARILY_CLOSED), WhatChanged.RESTING),
    ],
)
def test_h7_whoever_holds_an_old_contact_is_on_the_list(
    record: ServiceRecord, changed: WhatChanged
) -> None:
    sent = Sent()
    sent.now(record)

    (row,) = sent.services.loop.freshness.to_tell()

    assert row.contact.changed is changed
    assert row.contact.given.contact == "01632 960111"
    assert row.person.id == sent.talk.young_person_id
    assert row.safe_contact is None


def test_h7_a_service_that_left_the_directory_is_noticed() -> None:
    sent = Sent()
    sent.directory.remove_local(CLUB.id)
    assert sent.changed() == [WhatChanged.GONE]


def test_once_handled_it_is_off_the_list_until_it_changes_again() -> None:
    sent = Sent()
    sent.now(OTHER_NUMBER)
    (row,) = sent.services.loop.freshness.to_tell()

    sent.services.loop.freshness.handled(row)
    assert sent.changed() == []

    sent.now(replace(CLUB, phones=(ServicePhone(number="01632 960333"),)))
    assert sent.changed() == [WhatChanged.OTHER_NUMBER]


@pytest.mark.parametrize("kind", [LetterKind.SERVICE_REFERRAL, LetterKind.SCHOOL])
def test_what_only_others_were_sent_is_in_no_young_persons_hands(kind: LetterKind) -> None:
    sent = Sent(kind)
    sent.now(OTHER_NUMBER)
    assert sent.changed() == []


def test_a_letter_that_was_taken_back_counts_no_longer() -> None:
    sent = Sent()
    sent.now(OTHER_NUMBER)
    taken = LetterEvent(kind=LetterEventKind.RECALLED, at=sent.office.clock(), by=SAM.id)
    sent.office.store.records.letters[sent.letter.id] = (sent.letter.with_event(taken), b"")
    assert sent.changed() == []


@pytest.mark.parametrize("over", [ReferralState.DECLINED, ReferralState.ENDED])
def test_what_they_do_not_use_any_more_is_left_out(over: ReferralState) -> None:
    sent = Sent()
    sent.now(OTHER_NUMBER)
    offer = sent.offered()
    assert sent.changed() == [WhatChanged.OTHER_NUMBER]

    sent.services.loop.referrals.record(
        offer.id, over, on=sent.office.clock().date(), how=HowWeKnow.YOUNG_PERSON
    )

    assert sent.changed() == []


def test_a_newer_right_number_given_for_the_first_call_is_enough() -> None:
    sent = Sent()
    offer = sent.offered()
    sent.now(OTHER_NUMBER)
    sent.office.clock.go_on(timedelta(days=1))

    sent.services.loop.referrals.agree_handover(
        offer.id,
        Caller.TOGETHER,
        on=sent.office.clock().date(),
        contact="01632 960222",
    )

    assert sent.changed() == []


def test_a_worker_sees_their_own_people_and_a_supervisor_the_teams() -> None:
    sent = Sent()
    sent.now(OTHER_NUMBER)

    theirs = sent.office.as_person(KIM).services().loop.freshness.to_tell()
    teams = sent.office.as_person(PRIYA).services().loop.freshness.to_tell()

    assert theirs == ()
    assert len(teams) == 1


def test_letters_of_the_first_schema_name_no_service_and_raise_nothing() -> None:
    sent = Sent()
    old = replace(
        sent.letter, services_named=(NamedService(name="Somewhere", service_id=ServiceId("")),)
    )
    sent.office.store.records.letters[old.id] = (old, b"")
    sent.now(OTHER_NUMBER)
    assert sent.changed() == []


def test_the_first_call_is_made_with_the_contact_of_today() -> None:
    sent = Sent()
    offer = sent.offered()
    sent.now(OTHER_NUMBER)

    matter = sent.services.loop.referrals.matter(offer.id)

    assert matter.contact_now.contacts[0] == "01632 960222"
