"""Every state of the page on what leaves: nothing is cut at any size, scheme or direction; Tab reaches all."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.opened_screen import OpenedScreen
from tests.ui.sync.sync_pages import pages
from ui.theme import theme
from vrn_desktop.application.settings import ColourScheme

LOOKS = [
    (ColourScheme.LIGHT, 100, (874, 530), False),
    (ColourScheme.DARK, 200, (874, 530), False),
    (ColourScheme.CONTRAST, 150, (1100, 700), True),
    (ColourScheme.LIGHT, 200, (560, 480), True),
]
"""Room for the page in windows of 1024 x 600 and more, beside the places and under the bar with help."""


@pytest.mark.parametrize(("scheme", "percent", "size", "right_to_left"), LOOKS)
def test_nothing_is_cut_off(
    dressed: QApplication,
    scheme: ColourScheme,
    percent: int,
    size: tuple[int, int],
    right_to_left: bool,
) -> None:
    theme.apply(dressed, scheme=scheme, text_percent=percent, wide_spacing=False)
    if right_to_left:
        dressed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    found: dict[str, list[str]] = {}
    for name, made in pages().items():
        with OpenedScreen(made(), width=size[0], height=size[1]) as page:
            QApplication.processEvents()
            found[name] = clipped_texts(page.screen) + poor_controls(page.screen)
    assert {name: cut for name, cut in found.items() if cut} == {}


@pytest.mark.parametrize("name", ["six words", "busy", "quarter", "new key waits", "withdrawing"])
def test_tab_reaches_every_control_and_every_block_of_numbers(name: str) -> None:
    with OpenedScreen(pages()[name]()) as page:
        QApplication.processEvents()
        stops = {
            button.objectName()
            for button in page.screen.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and button.group() is None
        }
        if name == "quarter":
            stops |= {
                f"sync-numbers-{table}-block-{block}" for table in (0, 1) for block in range(4)
            }
        reached = []
        while page.focused not in reached:
            reached.append(page.focused)
            page.press(Qt.Key.Key_Tab)
    assert stops - set(reached) == set()
