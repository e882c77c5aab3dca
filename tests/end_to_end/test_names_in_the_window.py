"""Names of every kind, typed where a conversation begins, shown in lists, on the person's page and in a letter."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.end_to_end.conftest import OpenIn
from tests.opened_program import OpenedProgram
from tests.ui.clipping import clipped_texts
from ui.document_preview import DocumentPreview
from vrn_desktop.domain.young_person import LONGEST_NAME
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.self_test.asking import ask, session_of, the_screening

LONG = "Wilhelmina " * 1000
ZALGO = "K" + "\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" * 8 + "ay"
NAMES = {
    "arabic": "نور الهدى",
    "urdu": "زہرہ بی بی",
    "hebrew and latin": "נועה Example",
    "gurmukhi": "ਗੁਰਪ੍ਰੀਤ",
    "emoji": "Kay 🦊👩🏽‍🚀🏳️‍🌈",
    "only emoji": "🦊🦊",
    "marks": ZALGO,
    "markup": "<b>Kay</b> & “Co” %s {0} \\n",
    "quotes": "'; DROP TABLE young_people; --",
    "one letter": "Ł",
    "longest": "Wil " * (LONGEST_NAME // 4),
    "one long word": "W" * LONGEST_NAME,
}


def begin_with(program: OpenedProgram, name: str) -> None:
    program.shell.go(Route(place=Place.NEW_CONVERSATION))
    program.at_rest()
    if program.stage.is_there("new-someone"):
        program.stage.click("new-someone")
    line = program.stage.find("new-name", QLineEdit)
    line.setFocus()
    line.clear()
    line.insert(name)
    age = program.stage.find("new-age", QLineEdit)
    age.clear()
    age.insert("16")
    program.stage.settle()
    program.stage.click("new-begin")
    program.at_rest()


def shown_without_trouble(program: OpenedProgram) -> str:
    """What can be read on the page, once it was looked at for cut-off words."""
    program.at_rest()
    assert clipped_texts(program.window) == []
    assert program.unexpected() == ""
    return program.words()


@pytest.mark.parametrize("kind", NAMES)
def test_a_name_of_any_kind_is_shown_everywhere(open_in: OpenIn, folder: Path, kind: str) -> None:
    name = NAMES[kind].strip()
    program = open_in(folder)
    program.unlock()
    begin_with(program, name)
    assert program.shell.place is Place.CONVERSATION
    shown_without_trouble(program)
    program.shell.lock()
    program.stage.wait(lambda: program.restarts == 1, "it is locked")
    program.close()

    again = open_in(folder)
    again.unlock()
    screening = the_screening(again.stage, again.shell)
    services = session_of(again.shell).services
    person = ask(again.stage, again.shell, lambda: services.screenings.load(screening))
    for place in (Place.HOME, Place.YOUNG_PEOPLE, Place.CONVERSATIONS):
        again.shell.go(Route(place=place))
        shown_without_trouble(again)
    again.session.names.switch()
    again.shell.go(Route(place=Place.YOUNG_PEOPLE))
    shown_without_trouble(again)
    again.shell.go(Route(place=Place.YOUNG_PERSON, young_person=person.young_person_id))
    assert name in shown_without_trouble(again).replace("\u200b", "")
    again.shell.go(Route(place=Place.LETTER, screening=screening))
    words = again.stage.find("document-preview", DocumentPreview).words
    again.stage.wait(lambda: f"Dear {name}" in words(), "the letter names them")
    shown_without_trouble(again)


def test_a_name_of_ten_thousand_characters_has_a_sentence_and_loses_nothing(
    open_in: OpenIn, folder: Path
) -> None:
    program = open_in(folder)
    program.unlock()
    begin_with(program, LONG[:10_000])
    assert program.shell.place is Place.NEW_CONVERSATION
    shown_without_trouble(program)
    assert program.stage.is_there("new-problems")
    begin_with(program, "Wilhelmina")
    program.stage.find("privacy", QWidget)


def test_a_name_of_nothing_that_can_be_seen_has_a_sentence(open_in: OpenIn, folder: Path) -> None:
    program = open_in(folder)
    program.unlock()
    for name in ("", "   ", "\u200b\u200b", "\u202e"):
        begin_with(program, name)
        assert program.shell.place is Place.NEW_CONVERSATION, repr(name)
        assert program.stage.is_there("new-problems")
    assert program.unexpected() == ""
