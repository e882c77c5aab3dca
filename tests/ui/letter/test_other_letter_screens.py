"""The other letters with real clicks: who it is for, the page of each kind, the kept one and its way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.application.test_other_letters_service import Desk
from tests.reports.pdf_reader import page_count
from tests.talk import CALM_CORE
from tests.ui.letter.test_letter_screen import FakePaper
from tests.ui.opened_screen import OpenedScreen
from tests.waiting_task_runner import WaitingTaskRunner
from tests.went import Went
from ui.letter.kept_letter_screen import KeptLetterScreen
from ui.letter.letter_kinds_screen import LetterKindsScreen
from ui.letter.other_letter_screen import OtherLetterScreen
from ui.printing import SENTENCES, PrintOutcome
from ui.save_copy import SaveOutcome
from ui.widgets.own_words_field import PlainArea
from vrn_desktop.domain.identifiers import LetterId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.presenters import letter_words
from vrn_desktop.presenters.kept_letter_presenter import KeptLetterPresenter
from vrn_desktop.presenters.letter_gate_words import LEAD_FIRST, LOOK_AT_COMPETENCE
from vrn_desktop.presenters.letter_kinds_presenter import LetterKindsPresenter
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.other_letter_presenter import OtherLetterPresenter
from vrn_desktop.presenters.other_letter_state import POINTS
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer


def desk_with_pages(answers: dict[str, str] = CALM_CORE) -> Desk:
    """The same desk with letters as they are printed."""
    desk = Desk(answers)
    desk.office.renderer = LetterPdfRenderer()
    desk.services = desk.office.services()
    return desk


def kinds(desk: Desk, went: Went | None = None) -> OpenedScreen:
    presenter = LetterKindsPresenter(desk.services, desk.talk.id, go=went or Went())
    return OpenedScreen(LetterKindsScreen(presenter))


def other(desk: Desk, kind: LetterKind, went: Went | None = None) -> OpenedScreen:
    presenter = OtherLetterPresenter(desk.services, desk.talk.id, kind, go=went or Went())
    return OpenedScreen(OtherLetterScreen(presenter), height=2400)


def kept(
    desk: Desk, *, paper: object = None, save: SaveOutcome = SaveOutcome.SAVED
) -> OpenedScreen:
    (letter,) = desk.office.store.records.letters
    presenter = KeptLetterPresenter(desk.services, LetterId(letter), go=Went())
    screen = KeptLetterScreen(
        presenter,
        choose_paper=lambda _parent: paper or PrintOutcome.CANCELLED,  # type: ignore[return-value, arg-type]  # paper or an outcome
        save=lambda _pdf, _parent: save,
    )
    return OpenedScreen(screen, height=2000)


def test_lt_01_who_it_is_for_is_asked_with_one_card_a_kind() -> None:
    went = Went()
    with kinds(Desk(), went) as page:
        for kind in LetterKind:
            page.click(f"letter-kind-{kind.value}")
            assert went.last.letter_kind is kind


def test_h9_the_reason_is_for_the_worker_and_gone_when_two_pairs_of_eyes_look() -> None:
    desk = Desk({**CALM_CORE, "R08": "some"})
    with kinds(desk) as page:
        assert LEAD_FIRST in page.words()
        assert not page.can_be_seen("letter-kind-parent_carer")
        page.click("letter-kinds-together")
        assert LEAD_FIRST not in page.words()
        assert not page.can_be_seen("letter-kind-parent_carer-card")
        assert page.can_be_seen("letter-kind-young_person")


def test_a_shut_letter_leads_to_where_it_can_be_opened() -> None:
    desk, went = Desk(), Went()
    desk.say(SafeContact())
    with kinds(desk, went) as page:
        page.click("letter-kind-school-opener")
    assert went.last.place is Place.SAFE_CONTACT


def test_a_letter_home_from_the_first_question_to_the_kept_record() -> None:
    desk, went = desk_with_pages(), Went()
    with other(desk, LetterKind.PARENT_CARER, went) as page:
        assert page.can_be_seen("letter-still-shut")
        assert not page.can_be_seen("letter-confirm")
        page.click("letter-agrees-yes")
        for point in (
            "understands",
            "weighs_good_and_bad",
            "can_explain_choice",
            "free_from_pressure",
        ):
            page.click(f"letter-competence-{point}")
        page.click("letter-no-worry")
        assert not page.can_be_seen("letter-still-shut")
        page.click("letter-share-name")
        page.click(f"letter-service-{desk.entry.id}")
        page.click(f"letter-checked-{desk.entry.id}")
        page.press(Qt.Key.Key_Return, ctrl=True)
    (record, _) = next(iter(desk.office.store.records.letters.values()))
    assert record.service_names == (desk.entry.name,)
    assert went.last.letter == record.id


def test_what_is_only_for_the_worker_is_hidden_while_looking_together() -> None:
    with other(Desk(), LetterKind.PARENT_CARER) as page:
        page.click("letter-together")
        for name in ("letter-still-shut", "letter-no-worry", "letter-competence"):
            assert not page.can_be_seen(name)
    with other(Desk(), LetterKind.SERVICE_REFERRAL) as page:
        assert page.can_be_seen("letter-reason-none")
        page.click("letter-together")
        assert not page.can_be_seen("letter-reason-none")


def test_a_referral_with_its_consent_its_way_and_its_slip() -> None:
    desk = desk_with_pages()
    with other(desk, LetterKind.SERVICE_REFERRAL) as page:
        page.click("letter-to-service-checked")
        page.click("letter-consent")
        assert not page.can_be_seen("letter-confirm")
        assert LOOK_AT_COMPETENCE in page.words()
        for point, _ in POINTS:
            page.click(f"letter-competence-{point}")
        page.click("letter-consent")
        page.click("letter-share-help_wanted")
        page.click("letter-contact-way-text")
        page.click("letter-reply-in-7")
        page.click("letter-post")
        area = page.find(PlainArea, "letter-address-lines")
        assert not page.can_be_seen("letter-confirm")
        area.setPlainText("9 Invented Lane")
        area.left.emit()
        page.click("letter-confirm")
    (record, pdf) = next(iter(desk.office.store.records.letters.values()))
    assert record.reply_code
    assert record.service_id == desk.entry.id
    assert page_count(pdf) in (1, 2)


def test_a_school_letter_and_a_card() -> None:
    desk = desk_with_pages()
    with other(desk, LetterKind.SCHOOL) as page:
        page.click("letter-agrees-yes")
        page.click("letter-support-only")
        page.click("letter-support-place_to_go")
        page.click("letter-confirm")
    with other(desk, LetterKind.WALLET_CARD) as page:
        page.click("letter-line-0")
        page.click("letter-card-names")
        page.click("letter-confirm")
    kinds_kept = [record.kind for record, _ in desk.office.store.records.letters.values()]
    assert kinds_kept == [LetterKind.SCHOOL, LetterKind.WALLET_CARD]


def test_a_kept_letter_is_printed_given_and_taken_back() -> None:
    desk = desk_with_pages()
    desk.services.letters.others.confirm(desk.talk.id, desk.choices(LetterKind.SCHOOL))
    paper = FakePaper()
    with kept(desk, paper=paper) as page:
        page.press(Qt.Key.Key_P, ctrl=True)
        page.click("kept-letter-print")
        assert letter_words.SENT in page.words()
        page.click("kept-letter-channel-delivered")
        page.click("kept-letter-reading-told_back")
        page.click("kept-letter-note")
        assert letter_words.NOTED in page.words()
        page.click("kept-letter-save")
        assert letter_words.COPY_SAVED in page.words()
        page.click("kept-letter-recall-reason-wrong_detail")
        page.click("kept-letter-recall")
        assert page.can_be_seen("kept-letter-recalled")
        for name in ("kept-letter-print", "kept-letter-save", "kept-letter-recall"):
            assert not page.can_be_seen(name)


@pytest.mark.parametrize("outcome", [PrintOutcome.INTO_A_FILE, PrintOutcome.NO_PRINTER])
def test_what_could_not_be_printed_is_said(outcome: PrintOutcome) -> None:
    desk = desk_with_pages()
    desk.services.letters.others.confirm(desk.talk.id, desk.choices(LetterKind.SCHOOL))
    with kept(desk, paper=outcome) as page:
        page.click("kept-letter-print")
        assert SENTENCES[outcome] in page.words()


def test_a_letter_that_is_no_longer_safe_has_no_print_button() -> None:
    desk = desk_with_pages()
    desk.services.letters.others.confirm(desk.talk.id, desk.choices(LetterKind.SCHOOL))
    desk.say(SafeContact())
    with kept(desk) as page:
        assert page.can_be_seen("kept-letter-held")
        assert not page.can_be_seen("kept-letter-print")
        assert page.find(QAbstractButton, "kept-letter-done").isVisible()


def test_every_question_comes_up_once_the_page_is_filled_however_late() -> None:
    desk = Desk()
    runner = WaitingTaskRunner()
    desk.office.runner = runner
    desk.services = desk.office.services()
    with other(desk, LetterKind.SCHOOL) as page:
        assert not page.can_be_seen("letter-support-card")
        runner.finish()
        for name in ("letter-agreement", "letter-support-card", "letter-form"):
            assert page.can_be_seen(name)
