"""Setting up by keys and clicks, from the first page to the open file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.fake_files import SHEET_WORDS, TOO_EASY
from tests.fake_settings import FakeSettingsFile
from tests.setting_up import SettingUp
from tests.ui.opened_screen import OpenedScreen
from ui.first_run.first_run_screen import FirstRunScreen
from ui.widgets.choice_card import CheckCard
from vrn_desktop.application.settings_service import SettingsService
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.first_run.first_run_state import FirstRunPage
from vrn_desktop.presenters.first_run.first_run_words import SETTING_UP
from vrn_desktop.presenters.settings.settings_presenter import SettingsPresenter
from vrn_desktop.presenters.workplace.workplace_draft import GIVE, Entry


class Wizard:
    def __init__(self) -> None:
        self.behind = SettingUp()
        self.settings = FakeSettingsFile()
        looks = SettingsPresenter(SettingsService(self.settings), go=lambda _route: None)
        self.screen = FirstRunScreen(self.behind.presenter, looks)

    def page(self) -> FirstRunPage:
        return self.behind.state().page


def phrase_on(wizard: Wizard, role: Role) -> str:
    return wizard.behind.state().people[role].passphrase.suggested


def test_a_whole_set_up_by_keys_and_clicks() -> None:
    wizard = Wizard()
    with OpenedScreen(wizard.screen) as opened:
        opened.click("firstRun-continue")
        opened.click("look-size-125")
        opened.press(Qt.Key.Key_Return, ctrl=True)
        assert wizard.page() is FirstRunPage.WORKPLACE
        opened.type_here("Invented Youth Trust")
        opened.type("setting-setting_name", "Harbour Street Project")
        opened.type("setting-place", "Harbour Street")
        opened.click("setting-kind-youth_outreach")
        opened.click("setting-basis-public_task")
        opened.click("firstRun-continue")
        opened.type_here("Priya Invented")
        opened.type("supervisor-passphrase-again-words-line", phrase_on(wizard, Role.SUPERVISOR))
        opened.click("firstRun-continue")
        opened.type_here("Sam Invented")
        opened.click("practitioner-trained")
        opened.type(
            "practitioner-passphrase-again-words-line", phrase_on(wizard, Role.PRACTITIONER)
        )
        opened.click("firstRun-continue")
        opened.click("administrator-later")
        opened.type_here("Alex Made-Up")
        opened.type("lead-lead_number", "01632 960001")
        opened.press(Qt.Key.Key_Return, ctrl=True)
        assert wizard.page() is FirstRunPage.SHEET
        opened.click("sheet-part-written")
        opened.type_here(SHEET_WORDS[2])
        opened.press(Qt.Key.Key_Return)
        assert wizard.page() is FirstRunPage.CHECK
        assert "Sam Invented, trained" in opened.words()
        opened.click("firstRun-continue")
        assert SETTING_UP in opened.words()
    [file] = wizard.behind.opened
    assert [person.name for person in file.vault.people] == ["Priya Invented", "Sam Invented"]
    assert wizard.settings.kept.text_percent == 125


def test_what_is_missing_is_listed_first_and_each_link_leads_to_its_field() -> None:
    wizard = Wizard()
    with OpenedScreen(wizard.screen) as opened:
        opened.click("firstRun-continue")
        opened.click("firstRun-continue")
        opened.click("firstRun-continue")
        assert opened.focused == "firstRun-problems-0"
        assert opened.words().count(GIVE[Entry.PLACE]) == 1
        links = [opened.find(QAbstractButton, f"firstRun-problems-{place}") for place in range(5)]
        assert links[2].text() == GIVE[Entry.PLACE]
        opened.click("firstRun-problems-2")
        assert opened.focused == "setting-place"
        opened.type_here("Harbour Street")
        opened.click("firstRun-problems-3")
        assert opened.focused == "setting-kind-school"


def test_going_back_and_coming_again_keeps_what_was_typed_and_ticked() -> None:
    wizard = Wizard()
    wizard.behind.go_to(FirstRunPage.PRACTITIONER)
    with OpenedScreen(wizard.screen) as opened:
        opened.type("practitioner-name", "Sam")
        opened.click("practitioner-trained")
        opened.click("firstRun-back")
        opened.click("firstRun-back")
        opened.click("task-practitioner")
        assert opened.find(QLineEdit, "practitioner-name").text() == "Sam"
        assert opened.find(CheckCard, "practitioner-trained").isChecked()


def test_pages_whose_turn_has_not_come_cannot_be_opened() -> None:
    wizard = Wizard()
    with OpenedScreen(wizard.screen) as opened:
        assert not opened.find(QAbstractButton, "task-sheet").isEnabled()
        named = opened.find(QAbstractButton, "task-workplace").accessibleName()
        assert named == "Organisation and setting, Not started yet"


def test_a_passphrase_of_ones_own_gets_its_advice_beside_the_field() -> None:
    wizard = Wizard()
    wizard.behind.go_to(FirstRunPage.SUPERVISOR)
    with OpenedScreen(wizard.screen) as opened:
        opened.click("supervisor-passphrase-other-way")
        opened.type("supervisor-passphrase-own-line", TOO_EASY)
        opened.type("supervisor-passphrase-again-line", TOO_EASY)
        assert "Add another word" in opened.words()
        opened.click("firstRun-continue")
        assert wizard.page() is FirstRunPage.SUPERVISOR
        opened.click("firstRun-problems-0")
        assert opened.focused == "supervisor-passphrase-own-line"


def test_the_words_are_hidden_while_the_row_is_typed_back() -> None:
    wizard = Wizard()
    wizard.behind.go_to(FirstRunPage.SHEET)
    with OpenedScreen(wizard.screen) as opened:
        assert "candle" in opened.words()
        opened.click("sheet-part-have")
        assert "candle" not in opened.words()
        opened.type_here("island jacket kettle lantern")
        opened.click("sheet-part-check")
        assert "Row 3: the fourth word on the sheet reads differently." in opened.words()
        opened.click("sheet-part-again")
        assert "candle" in opened.words()


def test_a_change_link_leads_to_the_answer_and_back() -> None:
    wizard = Wizard()
    wizard.behind.go_to(FirstRunPage.CHECK)
    with OpenedScreen(wizard.screen) as opened:
        opened.click("check-lines-6-action")
        assert wizard.page() is FirstRunPage.LEAD
        opened.type("lead-lead_name", "Sorrel Specimen")
        opened.click("firstRun-continue")
        assert wizard.page() is FirstRunPage.CHECK
        assert "Sorrel Specimen" in opened.words()
