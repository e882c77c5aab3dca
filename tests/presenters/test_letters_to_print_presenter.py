"""Letters that wait are printed in one go, noted one by one, and held back with the reason."""

from dataclasses import replace

from tests.invented_services import Invented
from tests.talk import CALM_CORE, answered, begun
from tests.went import Went
from vrn_desktop.application.letter_giving_service import LetterChoices
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import LetterEventKind, LetterRecord, ReadingCheck
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.domain.screening import Screening
from vrn_desktop.presenters import letters_to_print_words as words
from vrn_desktop.presenters.letters_to_print_presenter import LettersToPrintPresenter
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place


class Desk:
    """An office with kept letters, all of them of one worker."""

    def __init__(self, *, paper: SafeReply = SafeReply.YES) -> None:
        self.office = Invented()
        self.services: Services = self.office.services()
        self.went = Went()
        self.paper = paper

    def kept(self) -> LetterRecord:
        talk = answered(self.services, begun(self.services), CALM_CORE)
        self.said(talk, self.paper)
        letters = self.services.letters
        record, _ = letters.confirm(letters.matter(talk.id), LetterChoices())
        return record

    def said(self, talk: Screening, paper: SafeReply) -> None:
        contact = SafeContact(asked_on=self.office.clock().date(), take_paper=paper)
        self.services.letters.keep_safe_contact(talk.young_person_id, contact)

    def page(self) -> LettersToPrintPresenter:
        return LettersToPrintPresenter(self.services, NameDisplay(), go=self.went)

    def kinds(self, record: LetterRecord) -> list[LetterEventKind]:
        kept, _ = self.office.store.records.letters[record.id]
        return [event.kind for event in kept.events]


def all_go(presenter: LettersToPrintPresenter) -> list[int]:
    """Print what is ticked, as if the printer took all; how many documents went."""
    went: list[int] = []

    def printer(documents: tuple[bytes, ...]) -> None:
        went.append(len(documents))
        presenter.all_printed()

    presenter.print_them(printer)
    return went


def test_several_letters_go_in_one_job_and_each_is_noted() -> None:
    desk = Desk()
    first, second = desk.kept(), desk.kept()
    presenter = desk.page()
    assert [line.id for line in presenter.state.lines] == [first.id, second.id]
    assert presenter.state.lines[0].who == "K.I. · YP-0001"
    presenter.tick_all()
    assert all_go(presenter) == [2]
    assert desk.kinds(first) == desk.kinds(second) == [LetterEventKind.PRINTED]
    assert presenter.state.is_empty
    assert presenter.state.notice == words.sent_words(2)


def test_only_what_is_ticked_is_printed() -> None:
    desk = Desk()
    first, second = desk.kept(), desk.kept()
    presenter = desk.page()
    assert all_go(presenter) == []
    assert presenter.state.problem == words.TICK_ONE
    presenter.tick(second.id, ticked=True)
    assert all_go(presenter) == [1]
    assert (desk.kinds(first), desk.kinds(second)) == ([], [LetterEventKind.PRINTED])
    assert [line.id for line in presenter.state.lines] == [first.id]


def test_sc8_a_letter_whose_paper_is_not_safe_today_is_held_back_with_the_reason() -> None:
    desk = Desk(paper=SafeReply.NO)
    record = desk.kept()
    presenter = desk.page()
    assert presenter.state.lines == ()
    (held,) = presenter.state.held_back
    assert held.reason == words.NO_PAPER_TODAY
    presenter.tick_all()
    assert all_go(presenter) == []
    presenter.ask_safe_contact(held)
    assert desk.went.last.place is Place.SAFE_CONTACT
    assert desk.went.last.returns_to is Place.LETTERS_TO_PRINT
    assert desk.kinds(record) == []


def test_sc8_a_yes_of_yesterday_holds_back_and_a_safe_address_does_not() -> None:
    desk = Desk()
    record = desk.kept()
    latest = desk.services.letters.safe_contact(record.young_person_id)
    assert latest is not None
    day_before = desk.office.clock().date().replace(day=1)
    desk.services.letters.keep_safe_contact(
        record.young_person_id, replace(latest, asked_on=day_before)
    )
    assert desk.page().state.lines == ()
    desk.services.letters.keep_safe_contact(
        record.young_person_id,
        replace(
            latest,
            asked_on=day_before,
            write=SafeReply.YES,
            opened_by_safe_people_only=SafeReply.YES,
            write_to=("4 Mill Lane",),
        ),
    )
    assert len(desk.page().state.lines) == 1


def test_a_gate_that_shuts_while_the_page_is_open_still_holds() -> None:
    desk = Desk()
    record = desk.kept()
    presenter = desk.page()
    presenter.tick_all()
    desk.services.letters.keep_safe_contact(record.young_person_id, SafeContact())
    assert all_go(presenter) == []
    assert presenter.state.problem == words.NOTHING_LEFT
    assert len(presenter.state.held_back) == 1
    assert not presenter.state.printing


def test_what_was_given_recalled_or_printed_waits_no_more_nor_somebody_elses() -> None:
    desk = Desk()
    given, printed, other = desk.kept(), desk.kept(), desk.kept()
    desk.services.letters.given(given, LetterChannel.READ_ALOUD, ReadingCheck.TOLD_BACK)
    desk.services.letters.printed(printed)
    people = desk.office.store.records.people
    people[other.young_person_id] = replace(
        people[other.young_person_id], practitioner_id=PractitionerId("somebody-else")
    )
    assert desk.page().state.is_empty
    assert desk.services.letters.to_print.count() == 0


def test_stopping_notes_nothing() -> None:
    desk = Desk()
    record = desk.kept()
    presenter = desk.page()
    presenter.tick_all()
    presenter.print_them(lambda _documents: presenter.not_printed(words.STOPPED))
    assert presenter.state.problem == words.STOPPED
    assert not presenter.state.printing
    assert desk.kinds(record) == []
    assert presenter.state.ticked == (record.id,)


def test_a_full_disk_says_which_letter_could_not_be_noted() -> None:
    desk = Desk()
    record = desk.kept()
    presenter = desk.page()
    presenter.tick_all()

    def printer(_documents: tuple[bytes, ...]) -> None:
        desk.office.store.refuses = DiskFullError()
        presenter.all_printed()
        desk.office.store.refuses = None

    presenter.print_them(printer)
    (line,) = presenter.state.lines
    assert (line.id, line.failed) == (record.id, words.NOT_NOTED)


def test_progress_is_said_in_letters() -> None:
    desk = Desk()
    desk.kept()
    desk.kept()
    presenter = desk.page()
    presenter.tick_all()
    said: list[str] = []

    def printer(documents: tuple[bytes, ...]) -> None:
        for number in range(len(documents)):
            said.append(presenter.state.progress)
            presenter.drawn(number + 1)

    presenter.print_them(printer)
    assert said == ["Printing letter 1 of 2", "Printing letter 2 of 2"]
