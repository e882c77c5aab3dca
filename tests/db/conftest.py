"""A fresh store file for each test, copied from one that is made once."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db.sql_store import SqlStore
from db.store_files import create_store
from tests.db.invented_holder import START, InventedHolder, TickingClock, keys_in
from tests.real_laptop import RealLaptop


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    keys = keys_in(tmp_path_factory.mktemp("template"))
    create_store(keys)
    return keys.path


@pytest.fixture
def holder(empty_file: Path, tmp_path: Path) -> InventedHolder:
    keys = keys_in(tmp_path)
    shutil.copyfile(empty_file, keys.path)
    keys.path.chmod(0o600)
    return InventedHolder(keys)


@pytest.fixture
def store(holder: InventedHolder) -> Iterator[SqlStore]:
    opened = holder.open()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def set_up_laptop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    laptop = RealLaptop(tmp_path_factory.mktemp("laptop"))
    laptop.lock(laptop.create(laptop.prepare()))
    (laptop.folder / "ballast").unlink(missing_ok=True)
    return laptop.folder


@pytest.fixture
def laptop(set_up_laptop: Path, tmp_path: Path) -> RealLaptop:
    """A laptop that was set up and locked, a minute later."""
    folder = tmp_path / "laptop"
    shutil.copytree(set_up_laptop, folder)
    return RealLaptop(folder, TickingClock(START + timedelta(minutes=1)))
