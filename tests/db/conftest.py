"""A fresh store file for each test, copied from one that is made once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.sql_store import SqlStore
from db.store_files import create_store
from tests.db.invented_holder import InventedHolder, keys_in


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
