"""One vault with three people, founded once and copied for each test."""

import shutil
from pathlib import Path

import pytest

from tests.founded_vault import Founded, found


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    return found(tmp_path_factory.mktemp("vault"))


@pytest.fixture
def founded(original: Founded, tmp_path: Path) -> Founded:
    folder = tmp_path / "data"
    shutil.copytree(original.folder, folder)
    return Founded(folder=folder, sheet=original.sheet)
