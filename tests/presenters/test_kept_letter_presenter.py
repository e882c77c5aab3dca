"""A kept letter: printed again from the same bytes, held back when it is no longer safe, taken back for good."""

from tests.application.test_other_letters_service import Desk
from tests.went import Went
from vrn_desktop.application.letter_giving_service import LetterChoices
from vrn_desktop.domain.identifiers import LetterId
from vrn_desktop.domain.letter import LetterKind
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import ReadingCheck, RecallReason
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.presenters import letter_words
from vrn_desktop.presenters.kept_letter_presenter import (
    ASK_FOR_IT_BACK,
    NOT_SAFE_NEXT,
    KeptLetterPresenter,
)
from vrn_desktop.presenters.navigation_presenter import Place


def kept(desk: Desk, kind: LetterKind = LetterKind.SCHOOL) -> LetterId:
    record, _, _ = desk.services.letters.others.confirm(desk.talk.id, desk.choices(kind))
    return record.id


def page(desk: Desk, letter: LetterId, went: Went | None = None) -> KeptLetterPresenter:
    return KeptLetterPresenter(desk.services, letter, go=went or Went())


def test_printing_again_is_the_same_bytes_and_is_written_down() -> None:
    desk = Desk()
    letter = kept(desk)
    presenter = page(desk, letter)
    pdf = presenter.state.pdf
    presenter.printed()
    presenter.printed()
    assert presenter.state.notice == letter_words.SENT
    assert [line.split(" on ")[0].split(",")[0] for line in presenter.state.history] == [
        "Made",
        "Printed",
        "Printed again",
    ]
    assert page(desk, letter).state.pdf == pdf == desk.services.letters.pages_of(letter)


def test_a_yes_taken_back_holds_it_and_says_so() -> None:
    desk = Desk()
    letter = kept(desk)
    assert page(desk, letter).state.may_go_out
    desk.say(SafeContact())
    presenter = page(desk, letter)
    assert presenter.state.held
    assert not presenter.state.may_go_out


def test_how_it_went_is_noted_only_with_a_way_and_a_check() -> None:
    desk = Desk()
    presenter = page(desk, kept(desk))
    assert LetterChannel.HAND not in presenter.state.channels
    presenter.note_given()
    assert presenter.state.problem == letter_words.CHOOSE_CHANNEL
    presenter.choose_channel(LetterChannel.DELIVERED)
    presenter.note_given()
    assert presenter.state.problem == letter_words.CHOOSE_CHECK
    presenter.choose_check(ReadingCheck.TOLD_BACK)
    presenter.note_given()
    assert presenter.state.notice == letter_words.NOTED
    assert "I gave it to the person it is for" in presenter.state.history[-1]


def test_taken_back_it_says_what_to_do_and_never_goes_out_again() -> None:
    desk, went = Desk(), Went()
    presenter = page(desk, kept(desk), went)
    presenter.recall()
    assert presenter.state.problem
    presenter.choose_recall(RecallReason.NOT_SAFE)
    presenter.recall()
    assert presenter.state.recalled == f"{ASK_FOR_IT_BACK} {NOT_SAFE_NEXT}"
    assert not presenter.state.may_go_out
    assert "not safe for them" in presenter.state.history[-1]
    presenter.printed()
    assert presenter.state.problem
    presenter.leave()
    presenter.make_another()
    assert went.places == [Place.YOUNG_PERSON, Place.LETTER_FOR]


def test_a_letter_to_the_young_person_is_kept_in_the_same_way() -> None:
    desk = Desk()
    letters = desk.services.letters
    choices = LetterChoices(reply_code="BCD-FGHJ")
    record, pages = letters.confirm(letters.matter(desk.talk.id), choices)
    presenter = page(desk, record.id)
    assert presenter.state.reply_code == "BCD-FGHJ"
    assert "BCD-FGHJ" in pages.letter.as_plain_text()
    presenter.choose_recall(RecallReason.WRONG_DETAIL)
    presenter.recall()
    assert presenter.state.recalled == ASK_FOR_IT_BACK
