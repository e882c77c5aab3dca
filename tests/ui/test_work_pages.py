"""Every page of a signed-in person: nothing is cut off at any size, scheme or direction; each can wait and fail."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import Invented
from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.opened_screen import OpenedScreen
from tests.ui.work_pages import BusyOffice, RefusingRunner, WaitingRunner
from ui.theme import theme
from vrn_desktop.application.settings import ColourScheme

LOOKS = [
    (ColourScheme.LIGHT, 100, (940, 530), False),
    (ColourScheme.DARK, 200, (940, 530), False),
    (ColourScheme.CONTRAST, 150, (1100, 700), True),
    (ColourScheme.LIGHT, 200, (560, 480), True),
]
"""Room for the page in windows of 1024 x 600 and more, beside the places and under the bar with help."""

NAMES = list(BusyOffice().pages(Invented().services()))

ABOUT_SOMEBODY = {
    "young person",
    "noted",
    "level",
    "choose services",
    "letter",
    "safe contact",
    "referral",
    "is it helping",
}
WAIT_IN_MEMORY = {"services", "new conversation", "safe contact"}
"""Pages that are usable before anything is read from the file."""


@pytest.mark.parametrize(("scheme", "percent", "size", "right_to_left"), LOOKS)
def test_ti_38_nothing_is_cut_off(
    qapp: QApplication,
    scheme: ColourScheme,
    percent: int,
    size: tuple[int, int],
    right_to_left: bool,
) -> None:
    theme.apply(qapp, scheme=scheme, text_percent=percent, wide_spacing=False)
    if right_to_left:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    office = BusyOffice()
    found: dict[str, list[str]] = {}
    for name, made in {**office.pages(office.services), **office.opened_pages()}.items():
        with OpenedScreen(made(), width=size[0], height=size[1]) as page:
            QApplication.processEvents()
            found[name] = clipped_texts(page.screen) + poor_controls(page.screen)
    assert {name: cut for name, cut in found.items() if cut} == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_waits_for_the_disk_says_so_after_a_moment(qtbot: QtBot, name: str) -> None:
    office = BusyOffice()
    slow = Invented(store=office.office.store, runner=WaitingRunner()).services()
    with OpenedScreen(office.pages(slow)[name]()) as page:
        assert "Opening…" not in page.words()
        if name in WAIT_IN_MEMORY:
            assert page.words()
        else:
            qtbot.waitUntil(lambda: "Opening…" in page.words())


@pytest.mark.parametrize("name", [name for name in NAMES if name != "services"])
def test_a_page_whose_file_is_refused_says_what_to_do(name: str) -> None:
    office = BusyOffice()
    refused = Invented(store=office.office.store, runner=RefusingRunner()).services()
    with OpenedScreen(office.pages(refused)[name]()) as page:
        spoken = [
            *page.words().splitlines(),
            *(child.accessibleName() for child in page.screen.findChildren(QAbstractButton)),
        ]
        assert any("The encrypted file could not be used just now." in words for words in spoken)
        assert "Opening…" not in page.words()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ABOUT_SOMEBODY])
def test_an_empty_office_has_a_word_on_every_page(name: str) -> None:
    empty = Invented(runner=ImmediateTaskRunner()).services()
    with OpenedScreen(BusyOffice().pages(empty)[name]()) as page:
        assert len(page.words().splitlines()) > 1


@pytest.mark.parametrize("name", NAMES)
def test_no_title_holds_a_name_and_no_page_shows_one(name: str) -> None:
    office = BusyOffice()
    with OpenedScreen(office.pages(office.services)[name]()) as page:
        assert "Ana-Maria" not in page.screen.title
        assert "Ana-Maria" not in page.screen.accessibleName()
        assert "Ana-Maria" not in page.words()


@pytest.mark.parametrize("name", NAMES)
def test_tab_reaches_every_control_of_a_page(name: str) -> None:
    office = BusyOffice()
    with OpenedScreen(office.pages(office.services)[name]()) as page:
        stops = [
            button.objectName()
            for button in page.screen.findChildren(QAbstractButton)
            if button.isVisible()
            and button.isEnabled()
            and button.group() is None
            and button.objectName()
        ]
        reached = set()
        for _ in range(400):
            reached.add(page.focused)
            page.press(Qt.Key.Key_Tab)
            if page.focused in reached and set(stops) <= reached:
                break
        assert [stop for stop in stops if stop not in reached] == []
