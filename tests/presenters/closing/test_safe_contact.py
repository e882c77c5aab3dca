"""Safe contact: nothing is chosen beforehand, and what is missing is not safe (domain.md section 7)."""

from datetime import timedelta

import pytest

from tests.invented_services import Invented
from tests.talk import talked
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.presenters.closing.safe_contact_presenter import (
    QUESTIONS,
    SafeContactPresenter,
)


class Asked:
    """The questions asked of somebody, and how often the page was done."""

    def __init__(self, services: Services, person: YoungPersonId) -> None:
        self.done = 0
        self.page = SafeContactPresenter(services, person, done=self._done)

    def _done(self) -> None:
        self.done += 1


def asked() -> tuple[Invented, Services, YoungPersonId]:
    office, services, screening = talked({})
    return office, services, screening.young_person_id


def test_nothing_is_preselected_and_silence_is_not_safe() -> None:
    _, services, person = asked()
    talk = Asked(services, person)

    contact = talk.page.state.contact
    assert {getattr(contact, question.field) for question in QUESTIONS} == {SafeReply.NOT_ASKED}
    talk.page.keep()

    kept = services.letters.safe_contact(person)
    assert kept is not None
    assert (kept.may_post(), kept.may_text(), kept.may_call()) == (False, False, False)
    assert talk.done == 1


@pytest.mark.parametrize("reply", [SafeReply.NO, SafeReply.RATHER_NOT_SAY])
def test_no_and_rather_not_say_close_that_way(reply: SafeReply) -> None:
    _, services, person = asked()
    talk = Asked(services, person)
    talk.page.reply("phone_checked_by_others", SafeReply.NO)
    talk.page.reply("text", SafeReply.YES)
    assert talk.page.state.allows[0] == "Safe: texts."

    talk.page.reply("text", reply)

    assert talk.page.state.allows[0] == "No way of contact was said to be safe."


def test_a_phone_that_others_check_is_not_safe_whatever_else_was_said() -> None:
    _, services, person = asked()
    talk = Asked(services, person)
    for field in ("text", "call", "leave_message"):
        talk.page.reply(field, SafeReply.YES)

    talk.page.reply("phone_checked_by_others", SafeReply.YES)

    assert talk.page.state.allows[0] == "No way of contact was said to be safe."


def test_names_and_numbers_are_remembered_and_every_yes_is_asked_again() -> None:
    office, services, person = asked()
    first = Asked(services, person)
    first.page.reply("write", SafeReply.YES)
    first.page.reply("opened_by_safe_people_only", SafeReply.YES)
    first.page.write("write_to", " K. Made-Up \n\n 1 Harbour Street ")
    first.page.write("contact_name", "K.")
    first.page.keep()
    office.clock.go_on(timedelta(days=10))

    again = Asked(services, person).page.state.contact

    assert again.write_to == ("K. Made-Up", "1 Harbour Street")
    assert again.contact_name == "K."
    assert again.write is SafeReply.NOT_ASKED
    assert not again.may_post()


def test_coming_back_to_the_page_on_the_same_day_loses_no_answer() -> None:
    _, services, person = asked()
    first = Asked(services, person)
    first.page.reply("take_paper", SafeReply.YES)
    first.page.reply("write", SafeReply.NO)
    first.page.keep()

    again = Asked(services, person)
    assert again.page.state.contact == first.page.state.contact
    again.page.keep()

    kept = services.letters.safe_contact(person)
    assert kept is not None
    assert (kept.take_paper, kept.write) == (SafeReply.YES, SafeReply.NO)


def test_ti_34_a_name_for_contact_is_kept_beside_the_chosen_name() -> None:
    _, services, person = asked()
    talk = Asked(services, person)

    talk.page.write("contact_name", "K.")
    talk.page.write("say_we_are", "the library")
    talk.page.keep()

    kept = services.letters.safe_contact(person)
    assert kept is not None
    assert (kept.name_to_use("Kay Invented"), kept.who_we_are("Harbour Street Project")) == (
        "K.",
        "the library",
    )


def test_somebody_we_must_never_talk_to_is_said_wherever_contact_is() -> None:
    _, services, person = asked()
    talk = Asked(services, person)

    talk.page.write("never_contact", "the neighbour")

    assert "Never talk to: the neighbour." in talk.page.state.allows


def test_a_full_disk_is_said_and_keeping_works_afterwards() -> None:
    office, services, person = asked()
    talk = Asked(services, person)
    talk.page.reply("take_paper", SafeReply.YES)
    office.store.refuses = DiskFullError()

    talk.page.keep()
    assert talk.page.state.problem.startswith("The disk is full.")
    assert talk.done == 0
    office.store.refuses = None
    talk.page.keep()

    assert talk.done == 1
    assert services.letters.safe_contact(person) == talk.page.state.contact


def test_keeping_twice_keeps_once() -> None:
    office, services, person = asked()
    talk = Asked(services, person)
    changes = len(office.store.acts)

    talk.page.keep()
    talk.page.keep()

    assert (talk.done, len(office.store.acts)) == (1, changes + 1)


def test_leaving_changes_nothing() -> None:
    _, services, person = asked()
    services.letters.keep_safe_contact(person, SafeContact(take_paper=SafeReply.YES))
    talk = Asked(services, person)
    talk.page.reply("take_paper", SafeReply.NO)

    talk.page.leave_as_it_was()

    assert talk.done == 1
    assert services.letters.safe_contact(person) == SafeContact(take_paper=SafeReply.YES)
