"""Each reason why the file stays closed has its own page, with ways on and help."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.every_trouble import EVERY_TROUBLE
from tests.ui.opened_screen import OpenedScreen
from ui.unlock.file_trouble_screen import FileTroubleScreen
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.unlock.file_trouble import TroubleKind
from vrn_desktop.presenters.unlock.file_trouble_presenter import FileTroublePresenter


class Page:
    def __init__(self, kind: TroubleKind) -> None:
        self.did: list[str] = []
        self.routes: list[Route] = []
        self.screen = FileTroubleScreen(
            FileTroublePresenter(
                EVERY_TROUBLE[kind],
                go=self.routes.append,
                try_again=lambda: self.did.append("again"),
                close=lambda: self.did.append("close"),
                go_on=lambda: self.did.append("go on"),
            )
        )


@pytest.mark.parametrize("kind", list(TroubleKind))
def test_the_page_says_what_happened_and_what_to_do_and_lets_one_leave(kind: TroubleKind) -> None:
    page = Page(kind)
    trouble = EVERY_TROUBLE[kind]
    with OpenedScreen(page.screen) as opened:
        said = opened.words()
        assert trouble.title in said
        assert trouble.what_happened in said
        assert all(step in said for step in trouble.what_to_do)
        opened.click("fileTrouble-close")
        opened.click("fileTrouble-safety")
    assert page.did == ["close"]
    assert page.routes == [Route(place=Place.SAFETY_STEPS)]


@pytest.mark.parametrize(
    ("kind", "way", "did"),
    [
        (TroubleKind.IN_USE, "fileTrouble-again", ["again"]),
        (TroubleKind.CLOCK_SET_BACK, "fileTrouble-go-on", ["go on"]),
        (TroubleKind.FILE_DAMAGED, "fileTrouble-restore", []),
    ],
)
def test_the_ways_on(kind: TroubleKind, way: str, did: list[str]) -> None:
    page = Page(kind)
    with OpenedScreen(page.screen) as opened:
        opened.click(way)
    assert page.did == did
    assert [route.place for route in page.routes] == ([] if did else [Place.RESTORE])


def test_ctrl_enter_takes_the_first_way() -> None:
    page = Page(TroubleKind.HEADER_DAMAGED)
    with OpenedScreen(page.screen) as opened:
        opened.press(Qt.Key.Key_Return, ctrl=True)
    assert page.routes == [Route(place=Place.RESTORE)]


def test_a_way_that_does_not_exist_is_not_shown() -> None:
    page = Page(TroubleKind.UNSAFE_PLACE)
    with OpenedScreen(page.screen) as opened:
        ways = {button.objectName() for button in opened.screen.findChildren(QAbstractButton)}
    assert "fileTrouble-again" not in ways
    assert "fileTrouble-restore" not in ways
