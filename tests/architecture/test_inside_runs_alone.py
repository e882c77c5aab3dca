"""The inside of the house works with Qt, SQL and ReportLab walled off: proved by running it."""

import subprocess
import sys

import pytest

from tests.architecture.our_files import ROOT

WALLED_OFF_IMPORTS = """
import importlib, pkgutil, sys

OUTSIDE = {"PySide6", "shiboken6", "sqlalchemy", "sqlcipher3", "reportlab"}

class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in OUTSIDE:
            raise ImportError(f"{name} stands behind the wall")

sys.meta_path.insert(0, Wall())
room = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    importlib.import_module(module.name)
"""


@pytest.mark.parametrize(
    "room", ["vrn_desktop.domain", "vrn_desktop.application", "vrn_desktop.presenters"]
)
def test_the_inside_runs_without_qt_sql_and_reportlab(room: str) -> None:
    command = [sys.executable, "-c", WALLED_OFF_IMPORTS, room]
    result = subprocess.run(  # noqa: S603 - our own interpreter and text
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def test_the_wall_holds() -> None:
    command = [sys.executable, "-c", WALLED_OFF_IMPORTS, "reportlab.lib"]
    result = subprocess.run(  # noqa: S603 - our own interpreter and text
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "stands behind the wall" in result.stderr
