"""The window never reaches below the edge of the screen, where the help bar would be out of sight."""

import pytest
from PySide6.QtCore import QSize

from ui.application import FRAME, SIZE, SMALLEST, fitting


def test_a_large_screen_gives_the_usual_size() -> None:
    assert fitting(QSize(1920, 1040)) == SIZE


@pytest.mark.parametrize("room", [QSize(1366, 728), QSize(1280, 800), QSize(1024, 560)])
def test_a_smaller_screen_keeps_window_and_frame_on_it(room: QSize) -> None:
    size = fitting(room)
    assert size != SIZE
    assert size.width() + FRAME.width() <= room.width()
    assert size.height() + FRAME.height() <= room.height()


def test_no_screen_makes_it_smaller_than_it_can_be_used() -> None:
    assert fitting(QSize(640, 400)) == SMALLEST
