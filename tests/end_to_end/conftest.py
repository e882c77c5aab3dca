"""One invented office, made once; every test works on a copy of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.opened_program import MovedClock, OpenedProgram, copied, found_office
from ui.theme import theme
from vrn_desktop.application.settings import ColourScheme
from vrn_desktop.domain.errors import StorageError

OpenIn = Callable[..., OpenedProgram]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked file of the invented team."""
    folder = tmp_path_factory.mktemp("office")
    found_office(folder)
    return folder


@pytest.fixture
def folder(office: Path, tmp_path: Path) -> Path:
    """A copy to work on, or to damage."""
    return copied(office, tmp_path / "data")


@pytest.fixture
def open_in(qapp: QApplication) -> Iterator[OpenIn]:
    """Starts the program over a folder, as often as asked; all are ended at the end."""
    opened: list[OpenedProgram] = []

    def start(
        folder: Path, clock: MovedClock | None = None, trouble: StorageError | None = None
    ) -> OpenedProgram:
        program = OpenedProgram(qapp, folder, clock or MovedClock(), trouble)
        opened.append(program)
        return program

    yield start
    for program in opened:
        program.close()
    theme.apply(qapp, scheme=ColourScheme.LIGHT, text_percent=100, wide_spacing=False)
