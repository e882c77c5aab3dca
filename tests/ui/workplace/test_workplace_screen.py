"""The safeguarding lead's numbers, changed by keys."""

from PySide6.QtCore import Qt

from tests.ui.opened_screen import OpenedScreen
from tests.workplace_details import Details
from ui.workplace.workplace_screen import WorkplaceScreen
from vrn_desktop.presenters.workplace.workplace_presenter import KEPT


def test_ti_03_another_number_is_kept_and_told() -> None:
    details = Details()
    with OpenedScreen(WorkplaceScreen(details.presenter)) as opened:
        opened.type("lead-lead_number", "01632 960123")
        opened.press(Qt.Key.Key_Return, ctrl=True)
        assert KEPT in opened.words()
    assert details.vault.help_lines.lead_numbers[0] == "01632 960123"
    assert [workplace.lead.numbers[0] for workplace in details.heard] == ["01632 960123"]


def test_an_empty_number_is_listed_with_a_link_to_its_field() -> None:
    details = Details()
    with OpenedScreen(WorkplaceScreen(details.presenter)) as opened:
        opened.type("lead-lead_number", " ")
        opened.click("workplace-keep")
        opened.click("workplace-problems-0")
        assert opened.focused == "lead-lead_number"
    assert details.heard == []
