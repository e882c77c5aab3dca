"""The page of sources by mouse and keyboard, in every state, at every size."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QProgressBar, QWidget

from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.opened_screen import OpenedScreen
from tests.ui.service_sources.sources_pages import ADDRESS, ODD, SourcesOffice, pages
from ui.service_sources.sources_screen import TITLE
from ui.theme import theme
from ui.widgets.row_table import RowTable
from vrn_desktop.application.settings import ColourScheme
from vrn_desktop.domain.directory.service_reading import RowWarning
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.service_sources.sources_state import SourcesStep

LOOKS = [
    (ColourScheme.LIGHT, 100, (940, 530), False),
    (ColourScheme.DARK, 200, (940, 530), False),
    (ColourScheme.CONTRAST, 150, (1100, 700), True),
    (ColourScheme.LIGHT, 200, (560, 480), True),
]


@pytest.mark.parametrize(("scheme", "percent", "size", "right_to_left"), LOOKS)
def test_ti_38_nothing_of_the_sources_is_cut_off(
    qapp: QApplication,
    scheme: ColourScheme,
    percent: int,
    size: tuple[int, int],
    right_to_left: bool,
) -> None:
    theme.apply(qapp, scheme=scheme, text_percent=percent, wide_spacing=False)
    if right_to_left:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    found: dict[str, list[str]] = {}
    for name, made in pages().items():
        with OpenedScreen(made(), width=size[0], height=size[1]) as page:
            QApplication.processEvents()
            found[name] = clipped_texts(page.screen) + poor_controls(page.screen)
    assert {name: cut for name, cut in found.items() if cut} == {}


@pytest.mark.parametrize("name", list(pages()))
def test_every_state_says_something_and_can_be_left_by_keyboard(name: str) -> None:
    with OpenedScreen(pages()[name]()) as page:
        assert len(page.words().splitlines()) > 1
        reached = set()
        for _ in range(40):
            page.press(Qt.Key.Key_Tab)
            reached.add(page.focused)
        assert reached - {""}


def test_a_file_comes_in_by_keyboard_alone() -> None:
    office = SourcesOffice()
    office.holds(4)
    with OpenedScreen(office.screen()) as page:
        assert page.focused == "sources-from-file"
        page.press(Qt.Key.Key_Return)
        assert page.screen.title == "What would change: invented-borough"
        assert "4 new" in page.words()
        while page.focused != "feed-name":
            page.press(Qt.Key.Key_Tab)
        page.press(Qt.Key.Key_A, ctrl=True)
        page.type_here("Invented Borough")
        while page.focused != "feed-apply":
            page.press(Qt.Key.Key_Tab)
        page.press(Qt.Key.Key_Return)
        assert page.screen.title == TITLE
        assert page.can_be_seen("sources-outcome-done")
        assert page.focused == "sources-title", "what became of it is at the top, not out of sight"
        assert "Invented Borough" in page.words()


def test_a_folder_and_no_choice_at_all() -> None:
    office = SourcesOffice()
    office.holds(2)
    office.file = None
    with OpenedScreen(office.screen()) as page:
        page.click("sources-from-file")
        assert page.screen.title == TITLE
        page.click("sources-from-folder")
        assert "2 new" in page.words()
        page.click("feed-leave")
        assert page.can_be_seen("sources-add")
        assert not page.can_be_seen("feed-preview")


def test_an_address_is_typed_and_got_with_enter() -> None:
    office = SourcesOffice()
    with OpenedScreen(office.screen()) as page:
        page.type("sources-address", "http://county.example")
        page.press(Qt.Key.Key_Return)
        assert "begin with https" in page.find(QLabel, "sources-address-field-problem").text()
        assert page.focused == "sources-address"
        office.office.download.answers = [None]
        page.type("sources-address", ADDRESS)
        page.click("sources-get")
        assert not page.can_be_seen("sources-address-field-problem")
        assert page.can_be_seen("sources-outcome-done")


def test_what_is_there_is_renewed_looked_at_and_taken_out() -> None:
    office = SourcesOffice().with_sources()
    with OpenedScreen(office.screen()) as page:
        office.office.download.answers = [None]
        page.click("source-0-look")
        assert "Nothing has changed." in page.words()
        assert not page.screen.findChildren(QWidget, "source-1-look")
        office.holds(40, words="second")
        page.click("source-1-renew")
        assert "40 changed" in page.words()
        page.click("feed-leave")
        page.click("source-1-remove")
        assert page.focused == "sources-keep"
        page.click("sources-keep")
        assert not page.can_be_seen("sources-asks")
        page.click("source-1-remove")
        page.click("sources-take-out")
        assert not page.can_be_seen("source-1")
        assert page.can_be_seen("source-0")


def test_odd_things_are_found_read_in_full_and_saved(tmp_path: Path) -> None:
    office = SourcesOffice()
    office.holds(30)
    with OpenedScreen(office.screen()) as page:
        page.click("sources-from-file")
        table: RowTable[RowWarning] = page.find(RowTable, "feed-odd-table")
        assert len(table.rows) == 31
        table.selectRow(0)
        assert ODD.reason in page.find(QLabel, "feed-odd-whole").text()
        page.type("feed-odd-search", "no name")
        assert [row.field for row in table.rows] == ["name"]
        office.place = tmp_path / "warnings.txt"
        page.click("feed-odd-save")
        assert "there is no name" in office.place.read_text("utf-8")
        assert page.can_be_seen("sources-outcome-done")
        office.place = tmp_path / "missing" / "warnings.txt"
        page.click("feed-odd-save")
        assert page.can_be_seen("sources-outcome-problem")


def test_a_feed_that_lost_most_services_asks_for_a_tick_at_its_place() -> None:
    office = SourcesOffice().with_sources()
    office.holds(9)
    with OpenedScreen(office.screen()) as page:
        page.click("source-1-renew")
        assert page.can_be_seen("feed-doubt")
        page.click("feed-apply")
        assert page.focused == "feed-complete"
        page.click("feed-complete")
        page.click("feed-apply")
        assert page.can_be_seen("sources-outcome-done")


def test_how_far_it_is_can_be_seen_and_stopped() -> None:
    with OpenedScreen(pages()["reading"]()) as page:
        assert page.focused == "sources-working-stop"
        assert page.find(QProgressBar, "sources-working-progress").value() == 50
        assert "120 of 2,223 services" in page.words()
        assert not page.can_be_seen("sources-add")
        page.click("sources-working-stop")
        presenter = page.screen.presenter
        assert presenter is not None
        assert presenter.state.working.is_stopping


def test_the_page_comes_back_as_it_was_left() -> None:
    office = SourcesOffice()
    office.holds(4)
    with OpenedScreen(office.screen()) as page:
        page.click("sources-from-file")
        page.type("feed-licence", "Open")
    with OpenedScreen(office.screen()) as page:
        assert office.presenter.state.step is SourcesStep.PREVIEW
        assert page.can_be_seen("feed-preview")
        assert page.find(QLineEdit, "feed-licence").text() == "Open"


def test_a_practitioner_reads_who_may_change_the_sources() -> None:
    with OpenedScreen(pages()["list of a practitioner"]()) as page:
        assert page.can_be_seen("sources-ask-supervisor")
        for name in ("sources-add", "sources-export", "source-0-remove"):
            assert not page.can_be_seen(name)
        assert page.focused == "sources-back"


def test_the_buttons_lead_on() -> None:
    office = SourcesOffice()
    with OpenedScreen(office.screen()) as page:
        page.click("sources-back")
        page.click("sources-export")
    assert [route.place for route in office.routes] == [Place.SERVICES, Place.SERVICE_EXPORT]
