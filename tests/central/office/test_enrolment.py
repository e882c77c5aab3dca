"""A site is enrolled once people heard the same words; a lost key is revoked, a new one takes its place."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine

from tests.central.office.invented_office import WHO, InventedOffice
from vrn_desktop.central.office.enrolment import EnrolmentError
from vrn_desktop.central.office.kept_keys import KeptKeys, take_kept
from vrn_desktop.central.office.key_arrivals import MOST_WAITING, KeyStanding
from vrn_desktop.central.office.spoken_words import words_of
from vrn_desktop.central.store.database import judging
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.enrolment import read_offer, signed_request
from vrn_desktop.exchange.errors import MessageRefusedError
from vrn_desktop.exchange.message_keys import SigningKey, fingerprint


def offered(office: InventedOffice, site: str = "S077") -> bytes:
    return office.enrolment.offer(
        site,
        organisation="An invented school",
        starts=Quarter(2026, 4),
        address="https://counts.example.org/",
        who=WHO,
    )


def test_both_sides_hear_the_same_six_words(engine: Engine) -> None:
    office, key = InventedOffice(engine), SigningKey.new()
    offer = read_offer(offered(office))
    office.keys.take(signed_request(offer, key))
    (waiting,) = office.enrolment.waiting()
    at_the_site = words_of(device=key.public, centre_signer=offer.signer, site=offer.site)
    assert waiting.words == at_the_site
    assert (len(at_the_site), offer.address) == (6, "https://counts.example.org")


def test_one_key_a_site_and_a_refused_one_stays_refused(engine: Engine) -> None:
    office = InventedOffice(engine)
    offer = read_offer(offered(office))
    keys = [SigningKey.new() for _ in range(3)]
    requests = [signed_request(offer, key) for key in keys]
    for request in requests:
        office.keys.take(request)
    first, second, third = (fingerprint(key.public) for key in keys)
    office.enrolment.refuse(third, who=WHO)
    office.enrolment.approve(first, who=WHO)
    with pytest.raises(EnrolmentError, match="revoke"):
        office.enrolment.approve(second, who=WHO)
    office.enrolment.revoke("S077", who=WHO)
    office.enrolment.approve(second, who=WHO)
    assert office.keys.take(requests[1]) is KeyStanding.IN_FORCE
    for gone in (requests[0], requests[2]):
        with pytest.raises(MessageRefusedError, match="enrol this site again"):
            office.keys.take(gone)


def test_only_offered_sites_may_ask_and_not_without_end(engine: Engine) -> None:
    office = InventedOffice(engine)
    offer = read_offer(offered(office))
    for _ in range(MOST_WAITING):
        office.keys.take(signed_request(offer, SigningKey.new()))
    with pytest.raises(MessageRefusedError, match="too many"):
        office.keys.take(signed_request(offer, SigningKey.new()))
    other = read_offer(offered(office, "S078"))
    assert office.keys.take(signed_request(other, SigningKey.new())) is KeyStanding.WAITS


def test_an_intake_without_rights_keeps_a_key_until_the_office_takes_it_in(engine: Engine) -> None:
    office, door = InventedOffice(engine), KeptKeys(engine=engine, clock=lambda: office.time)
    request = signed_request(read_offer(offered(office)), SigningKey.new())
    assert [door.take(request), door.take(request)] == [KeyStanding.WAITS] * 2
    assert office.enrolment.waiting() == ()
    assert take_kept(engine, office.keys) == 1
    (waiting,) = office.enrolment.waiting()
    office.enrolment.approve(waiting.fingerprint, who=WHO)
    assert door.take(request) is KeyStanding.IN_FORCE
    assert take_kept(engine, office.keys) == 0


@pytest.mark.parametrize("raw", [b"no key at all", b"VRNKEY1\n", b""])
def test_what_is_no_key_is_refused_without_keeping_messages_waiting(
    engine: Engine, raw: bytes
) -> None:
    office = InventedOffice(engine)
    doors = (office.keys, KeptKeys(engine=engine, clock=office.clock))
    with judging(engine), ThreadPoolExecutor(len(doors)) as strangers:
        told = [strangers.submit(door.take, raw).exception(timeout=5) for door in doors]
    assert [type(each) for each in told] == [MessageRefusedError] * len(doors)
