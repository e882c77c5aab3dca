"""The way back in, row by row with the keyboard."""

from PySide6.QtCore import Qt

from tests.fake_files import SHEET_WORDS, InventedFile
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA
from tests.ui.opened_screen import OpenedScreen
from ui.recovery.recovery_screen import TITLE_PERSON, RecoveryScreen
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.presenters.recovery.recovery_presenter import CHOOSE_WHO, RecoveryPresenter


class Recovering:
    def __init__(self) -> None:
        self.opened: list[OpenFile] = []
        self.left: list[str] = []
        self.presenter = RecoveryPresenter(
            InventedFile().service.recovery(),
            runner=ImmediateTaskRunner(),
            opened=self.opened.append,
            troubled=lambda _trouble, _go_on: None,
            leave=lambda: self.left.append("left"),
        )
        self.screen = RecoveryScreen(self.presenter)


def test_sixteen_words_a_name_and_a_new_passphrase_sign_in() -> None:
    recovering = Recovering()
    with OpenedScreen(recovering.screen) as opened:
        assert opened.focused == "recovery-row-1"
        for row in SHEET_WORDS:
            opened.type_here(row)
            opened.press(Qt.Key.Key_Return)
        assert recovering.screen.title == TITLE_PERSON
        assert opened.focused == "recovery-person"
        opened.click("recovery-sign-in")
        assert CHOOSE_WHO in opened.words()
        opened.press(Qt.Key.Key_Down)
        phrase = recovering.presenter.state.passphrase.suggested
        assert phrase in opened.words()
        opened.type("recovery-passphrase-again-words-line", phrase)
        opened.press(Qt.Key.Key_Return, ctrl=True)
    assert [file.practitioner for file in recovering.opened] == [PRIYA]


def test_a_wrong_row_is_named_when_it_is_left_and_gets_the_focus_back() -> None:
    recovering = Recovering()
    with OpenedScreen(recovering.screen) as opened:
        opened.type("recovery-row-1", SHEET_WORDS[0])
        opened.type("recovery-row-2", "ember feather garden")
        opened.type("recovery-row-3", SHEET_WORDS[2])
        assert "Row 2 needs four words" in opened.words()
        opened.type("recovery-row-4", SHEET_WORDS[3])
        opened.click("recovery-open")
        assert opened.focused == "recovery-row-2"


def test_going_back_leads_to_the_unlock_screen() -> None:
    recovering = Recovering()
    with OpenedScreen(recovering.screen) as opened:
        opened.click("recovery-back")
    assert recovering.left == ["left"]
