"""Joining a network, leaving it and changing keys: by file, by six words, by the centre's word."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.exchange_messages import key_bytes
from tests.first_quarter_site import FIRST_WEEK, STARTS, after_first_week, enrolled, site
from tests.invented_centre import InventedCentre
from tests.invented_services import SAM
from tests.invented_site import Weather
from vrn_desktop.application.sync_calendar import first_try_at
from vrn_desktop.application.sync_views import SendingOutcome
from vrn_desktop.domain.counts_sent import EnrolmentStep
from vrn_desktop.domain.errors import (
    EnrolmentStepError,
    NotAllowedError,
    RefusedByOfficeError,
)
from vrn_desktop.exchange.message_keys import SigningKey, fingerprint


def test_enrolling_goes_by_file_and_by_six_words_that_both_sides_hear() -> None:
    laptop = site()
    assert (laptop.sync.overview().step, laptop.sync.overview().words) == (None, ())
    laptop.sync.begin_enrolment(laptop.centre.offer())
    look = laptop.sync.overview()
    assert (look.step, look.site) == (EnrolmentStep.WORDS_WAIT, "S001")
    assert len(look.words) == 6
    assert look.words == laptop.centre.words_for(laptop.sync.request_file())
    laptop.sync.words_agree()
    look = laptop.sync.overview()
    assert (look.step, look.words) == (EnrolmentStep.IN_FORCE, ())
    assert look.by_network


def test_the_same_file_read_again_keeps_the_same_words() -> None:
    laptop = site()
    laptop.sync.begin_enrolment(laptop.centre.offer())
    words, request = laptop.sync.overview().words, laptop.sync.request_file()
    laptop.sync.begin_enrolment(laptop.centre.offer())
    assert (laptop.sync.overview().words, laptop.sync.request_file()) == (words, request)


def test_a_swapped_file_is_heard_and_words_that_differ_leave_nothing_behind() -> None:
    laptop = site()
    between = InventedCentre(signer=SigningKey.from_private(key_bytes("somebody between")))
    laptop.sync.begin_enrolment(between.offer())
    assert laptop.sync.overview().words != laptop.centre.words_for(laptop.sync.request_file())
    laptop.sync.words_differ()
    assert laptop.sync.overview().step is None
    assert laptop.store.records.counts.device_private == b""
    with pytest.raises(EnrolmentStepError):
        laptop.sync.request_file()


@pytest.mark.parametrize("cut", [0, 1, 7, 40, -1])
def test_a_file_that_is_no_enrolment_file_is_refused_whole(cut: int) -> None:
    laptop = site()
    with pytest.raises(RefusedByOfficeError, match="no sound enrolment file"):
        laptop.sync.begin_enrolment(laptop.centre.offer()[:cut])
    assert laptop.sync.overview().step is None


def test_nothing_is_drawn_before_the_words_agreed() -> None:
    laptop = site()
    laptop.sync.begin_enrolment(laptop.centre.offer())
    after_first_week(laptop).send()
    assert laptop.ledger() == ()
    assert laptop.line.tried == []


def test_only_a_supervisor_decides_about_the_network(tmp_path: Path) -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    laptop.person = SAM
    sync = laptop.sync
    before = (laptop.store.records.counts.enrolment, laptop.store.records.counts.next_private)
    for step in (
        lambda: sync.begin_enrolment(laptop.centre.offer()),
        sync.words_agree,
        sync.words_differ,
        sync.leave_network,
        sync.new_key,
        sync.new_key_in_force,
        lambda: sync.withdraw(1),
        lambda: sync.put_on_stick(tmp_path),
        lambda: sync.take_from_stick(tmp_path),
    ):
        with pytest.raises(NotAllowedError):
            step()
    assert (
        laptop.store.records.counts.enrolment,
        laptop.store.records.counts.next_private,
    ) == before
    assert not sync.overview().may_change


def test_another_centre_is_refused_while_one_is_in_force() -> None:
    laptop = enrolled()
    other = InventedCentre(signer=SigningKey.from_private(key_bytes("another centre")))
    with pytest.raises(RefusedByOfficeError, match="leave that network first"):
        laptop.sync.begin_enrolment(other.offer())


def test_a_new_centre_starts_at_a_new_quarter() -> None:
    laptop = enrolled()
    after_first_week(laptop).send()
    laptop.sync.leave_network()
    other = InventedCentre(signer=SigningKey.from_private(key_bytes("another centre")))
    with pytest.raises(RefusedByOfficeError, match="later quarter"):
        laptop.sync.begin_enrolment(other.offer())
    laptop.sync.begin_enrolment(other.offer(starts=STARTS.next))
    assert laptop.sync.overview().step is EnrolmentStep.WORDS_WAIT


def test_what_one_centre_was_to_have_is_not_sent_to_the_next(tmp_path: Path) -> None:
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.NONE
    after_first_week(laptop).send()
    laptop.sync.leave_network()
    other = InventedCentre(signer=SigningKey.from_private(key_bytes("another centre")))
    laptop.sync.begin_enrolment(other.offer(starts=STARTS.next))
    laptop.sync.words_agree()
    assert laptop.sync.due_to_send(laptop.clock.now, asked_for=True) == ()
    assert laptop.sync.put_on_stick(tmp_path).put == 0


def test_the_same_centre_may_bring_a_new_address_without_new_words() -> None:
    laptop = enrolled()
    laptop.sync.begin_enrolment(laptop.centre.offer(address="https://moved.example"))
    look = laptop.sync.overview()
    assert (look.step, look.address) == (EnrolmentStep.IN_FORCE, "https://moved.example")
    after_first_week(laptop).send()
    assert len(laptop.centre.accepted) == 1, "our key is the same as before"


def test_who_left_the_network_draws_and_sends_nothing_any_more(tmp_path: Path) -> None:
    laptop = enrolled()
    laptop.sync.leave_network()
    after_first_week(laptop).send()
    assert laptop.ledger() == ()
    with pytest.raises(EnrolmentStepError):
        laptop.sync.put_on_stick(tmp_path)
    assert laptop.sync.overview().step is EnrolmentStep.ENDED


def test_a_new_key_signs_only_once_the_centre_says_so_and_waiting_messages_keep_their_bytes() -> (
    None
):
    laptop = enrolled()
    laptop.line.weather = lambda: Weather.NONE
    laptop.go_to(first_try_at("S001", FIRST_WEEK) + timedelta(minutes=1))
    laptop.send()
    old = laptop.store.records.counts.device_private
    laptop.sync.new_key()
    following = laptop.store.records.counts.next_private
    laptop.sync.new_key()
    assert laptop.store.records.counts.next_private == following, "asked twice, made once"
    assert laptop.store.records.counts.device_private == old
    assert laptop.sync.overview().new_key_waits
    laptop.restart()
    laptop.line.weather = lambda: Weather.FINE
    assert laptop.send(asked_for=True).delivered == 1
    assert laptop.store.records.counts.device_private == following
    assert not laptop.sync.overview().new_key_waits
    laptop.go_to(first_try_at("S001", FIRST_WEEK.next) + timedelta(minutes=1))
    assert laptop.send().delivered == 1
    assert len(laptop.centre.devices) == 2


def test_without_a_network_the_centres_word_puts_a_new_key_in_force() -> None:
    laptop = enrolled(address="")
    laptop.sync.new_key()
    laptop.centre.rotate(laptop.sync.rotation_file())
    assert laptop.sync.rotation_file() == laptop.sync.rotation_file()
    laptop.sync.new_key_in_force()
    public = laptop.store.records.counts.enrolment
    assert public is not None
    assert fingerprint(public.device_public) in laptop.centre.devices
    with pytest.raises(EnrolmentStepError):
        laptop.sync.new_key_in_force()


def test_our_request_goes_by_network_until_the_first_receipt() -> None:
    laptop = site()
    assert laptop.sync.key_to_send() is None
    laptop.sync.begin_enrolment(laptop.centre.offer())
    key = laptop.sync.key_to_send()
    assert key is not None
    assert key.raw == laptop.sync.request_file()
    assert laptop.sync.post_key(key).waits
    laptop.sync.words_agree()
    after_first_week(laptop)
    assert laptop.send() == SendingOutcome(key_waits=True), "all would be refused"
    assert laptop.line.tried == []
    laptop.centre.approve(key.raw)
    assert laptop.send() == SendingOutcome(delivered=1)
    assert laptop.sync.key_to_send() is None
    laptop.sync.leave_network()
    laptop.sync.begin_enrolment(laptop.centre.offer())
    again = laptop.sync.key_to_send()
    assert again is not None
    assert again.raw == laptop.sync.request_file(), "joining again, another key asks"


def test_no_look_and_no_text_holds_a_private_key() -> None:
    laptop = enrolled()
    laptop.sync.new_key()
    counts = laptop.store.records.counts
    shown = repr(laptop.sync.overview()) + repr(laptop.sync.key_to_send()) + repr(counts.enrolment)
    for private in (counts.device_private, counts.next_private):
        assert private is not None
        assert private.hex() not in shown
        assert repr(private)[2:-1] not in shown
