"""The language of a letter: theirs where there is a template, and honest about who checked it."""

from dataclasses import replace

import pytest

from tests.talk import CALM_CORE, talked
from tests.went import Went
from vrn_desktop.application.letter_languages import LetterLanguage, language_for
from vrn_desktop.domain.letter import LetterKind, TextSize
from vrn_desktop.presenters.letter_presenter import LetterPresenter
from vrn_desktop.presenters.other_letter_presenter import OtherLetterPresenter

ENGLISH = LetterLanguage(code="en", name="English")
URDU = LetterLanguage(code="ur", name="اردو", is_unchecked=True)


@pytest.mark.parametrize(
    ("recorded", "code"),
    [("ur", "ur"), ("UR-pk", "ur"), ("en", "en"), ("fr", "en"), ("", "en")],
)
def test_their_recorded_language_is_chosen_where_there_is_a_template(
    recorded: str, code: str
) -> None:
    assert language_for(recorded, (ENGLISH, URDU)).code == code


def opened(language: str = "en") -> LetterPresenter:
    office, services, screening = talked(CALM_CORE)
    people = office.store.records.people
    people[screening.young_person_id] = replace(
        people[screening.young_person_id], language=language
    )
    return LetterPresenter(services, screening.id, go=Went())


def test_a_letter_begins_in_their_language_together_with_the_english_one() -> None:
    presenter = opened("ur")
    assert presenter.state.language == "ur"
    assert presenter.state.is_unchecked
    assert presenter.state.with_english
    shown = presenter.state.pdf.decode()
    assert "عزیز" in shown
    assert shown.index("عزیز") < shown.index("Dear Kay Invented")


def test_the_english_letter_can_be_left_out_and_english_has_none_after_it() -> None:
    presenter = opened()
    assert not presenter.state.is_translated
    assert presenter.state.pdf.decode().count("Dear") == 1
    presenter.choose_language("pl")
    assert "Dear" in presenter.state.pdf.decode()
    presenter.print_english(on=False)
    assert "Dear" not in presenter.state.pdf.decode()
    presenter.choose_language("so")
    assert presenter.state.with_english, "asked anew for each unchecked translation"


def test_lt_05_easy_read_is_offered_where_there_is_one() -> None:
    presenter = opened()
    assert presenter.state.may_be_easy_read
    presenter.choose_easy_read(on=True)
    assert "Hello Kay Invented" in presenter.state.pdf.decode()
    presenter.choose_size(TextSize.VERY_LARGE)
    assert presenter.state.easy_read


def test_lt_05_easy_read_is_left_where_there_is_none() -> None:
    presenter = opened()
    presenter.choose_easy_read(on=True)
    presenter.choose_language("bn")
    presenter.choose_easy_read(on=True)
    assert not presenter.state.easy_read


def test_a_kept_letter_says_which_language_it_is_in() -> None:
    _, services, screening = talked(CALM_CORE)
    presenter = LetterPresenter(services, screening.id, go=Went())
    presenter.choose_language("gu")
    presenter.confirm()
    (record,) = services.young_people.story(screening.young_person_id).letters
    assert record.language == "gu"
    assert "Draft" not in presenter.state.pdf.decode()


def test_the_card_and_the_letter_home_can_be_in_their_language_too() -> None:
    _, services, screening = talked(CALM_CORE)
    card = OtherLetterPresenter(services, screening.id, LetterKind.WALLET_CARD, go=Went())
    assert len(card.state.languages) == 8
    card.choose_language("pl")
    assert card.state.is_unchecked
    drawn = card.state.pdf.decode()
    assert drawn.index("Wytnij") < drawn.index("Cut along")
    card.print_english(on=False)
    assert "Cut along" not in card.state.pdf.decode()
    school = OtherLetterPresenter(services, screening.id, LetterKind.SCHOOL, go=Went())
    assert [each.code for each in school.state.languages] == ["en"]
