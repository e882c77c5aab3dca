"""What goes into the programs for people without Python, and what must never be in them."""

import re
import tomllib
from pathlib import Path

import pytest

from installer.environment import ROOT
from installer.packaging.building import LOCK, compiled_modules, misplaced
from installer.packaging.bundle_parts import (
    BUNDLES,
    CENTRAL,
    DESKTOP,
    Bundle,
    is_kept,
    our_data,
    our_modules,
)


def test_the_desktop_holds_nothing_of_the_central_office_and_keeps_its_own() -> None:
    modules = set(our_modules(ROOT, DESKTOP))
    assert not any(name.startswith("vrn_desktop.central") for name in modules)
    assert {"vrn_desktop.window", "vrn_desktop.commands.directory", "db.sql_store"} <= modules
    assert {"ui.application", "vrn_desktop.self_test.proofs", "vrn_desktop.exchange"} <= modules


def test_the_central_office_holds_no_window_and_no_file_of_the_desktop() -> None:
    modules = set(our_modules(ROOT, CENTRAL))
    assert not any(name.partition(".")[0] in {"ui", "db"} for name in modules)
    assert {"vrn_desktop.central.commands", "vrn_desktop.exchange"} <= modules


def test_content_fonts_and_the_files_revisions_come_along() -> None:
    placed = {f"{folder}/{file.rpartition('/')[2]}" for file, folder in our_data(ROOT, DESKTOP)}
    assert "resources/fonts/NotoSansBengali_400Regular.ttf" in placed
    assert "resources/content/instruments/llr-talk-safe.yaml" in placed
    assert "db/migrations/versions/r0001_initial.py" in placed
    assert "db/migrations/env.py" in placed
    assert not any(place.startswith("resources/central") for place in placed)
    assert not any("__pycache__" in place for place in placed)


def test_the_central_office_carries_its_pages_and_no_revisions_of_the_desktop() -> None:
    placed = {f"{folder}/{file.rpartition('/')[2]}" for file, folder in our_data(ROOT, CENTRAL)}
    assert "resources/central/templates/base.html" in placed
    assert not any(place.startswith("db/") for place in placed)


@pytest.mark.parametrize(
    ("bundle", "stranger"),
    [
        (DESKTOP, "vrn_desktop.central.store"),
        (DESKTOP, "pytest"),
        (DESKTOP, "sqlite3.dbapi2"),
        (DESKTOP, "PySide6.QtNetwork"),
        (CENTRAL, "PySide6.QtCore"),
        (CENTRAL, "db"),
        (CENTRAL, "hypothesis.core"),
    ],
)
def test_a_module_that_must_not_be_there_is_found(bundle: Bundle, stranger: str) -> None:
    assert misplaced(("json", stranger, "vrn_desktop.exchange"), bundle) == (stranger,)


def test_libraries_are_looked_at_as_well_as_modules(tmp_path: Path) -> None:
    for place in (
        "PySide6/QtCore.abi3.so",
        "python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so",
        "sqlcipher3/_sqlite3.cpython-311-x86_64-linux-gnu.so",
    ):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).touch()
    found = compiled_modules(tmp_path)
    assert misplaced(found, DESKTOP) == ("_sqlite3",), "Python's own, not SQLCipher's"
    assert set(misplaced(found, CENTRAL)) == {"PySide6.QtCore", "sqlcipher3._sqlite3"}


@pytest.mark.parametrize(
    ("file", "kept"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("libgio-2.0.so.0", False),
        ("libssl.so.3", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qtbase_en.qm", True),
    ],
)
def test_parts_of_qt_and_of_the_system_that_nothing_uses_stay_out(file: str, *, kept: bool) -> None:
    assert is_kept(file) is kept


def test_every_library_of_the_build_is_pinned_with_its_hash() -> None:
    blocks = [block for block in LOCK.read_text("utf-8").split("\n") if "==" in block]
    assert blocks
    assert all(block.rstrip().endswith("\\") for block in blocks), "a hash follows each pin"
    assert not any(block.startswith(("pytest", "hypothesis", "mypy", "ruff")) for block in blocks)


def test_every_library_that_the_programs_ask_for_is_pinned_for_the_build() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *extras["central"], *extras["package"]]
    lock = LOCK.read_text("utf-8")
    names = [re.split(r"[\[<>=]", text)[0].lower() for text in asked]
    assert [name for name in names if f"\n{name}==" not in lock] == []


def test_the_build_takes_the_versions_that_were_tested() -> None:
    def pins(name: str) -> dict[str, str]:
        lines = (ROOT / "installer" / name).read_text("utf-8").splitlines()
        pairs = (line.split(" ")[0].split("==") for line in lines if "==" in line.split(" ")[0])
        return {library: version for library, version in pairs if not library.startswith(" ")}

    tested, built = pins("requirements.lock"), pins("package.lock")
    assert {name: built[name] for name in built.keys() & tested} == {
        name: tested[name] for name in built.keys() & tested
    }


def test_each_program_says_where_it_begins() -> None:
    for bundle in BUNDLES:
        assert (ROOT / "installer" / "packaging" / bundle.start).is_file()
