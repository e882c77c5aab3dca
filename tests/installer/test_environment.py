"""The folder .venv: no stamp after half a set-up, and clean surroundings for children."""

import os
from pathlib import Path

import pytest

from installer.environment import Environment, clean_surroundings
from installer.system_libraries import SetUpError

NO_SUCH_LIBRARY = f"no-such-library-of-ours==1.0 --hash=sha256:{'0' * 64}\n"


def test_a_set_up_that_stops_leaves_no_stamp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    lock = tmp_path / "requirements.lock"
    lock.write_text(NO_SUCH_LIBRARY, "utf-8")
    environment = Environment(folder=tmp_path / "venv", lock=lock)
    with pytest.raises(SetUpError, match="no-such-library-of-ours"):
        environment.prepare()
    assert environment.python.exists()
    assert not environment.stamp.exists()
    assert "Setting up" in capsys.readouterr().out


def test_children_get_no_foreign_python_settings() -> None:
    outer = {
        "PYTHONPATH": "elsewhere",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PIP_TARGET": "elsewhere",
        "PIP_CERT": "kept.pem",
        "LANG": "en_GB.UTF-8",
    }
    assert clean_surroundings(outer) == {"PIP_CERT": "kept.pem", "LANG": "en_GB.UTF-8"}


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
@pytest.mark.parametrize("outer", [{}, {"LANG": "C"}, {"LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}])
def test_children_speak_utf_8(outer: dict[str, str]) -> None:
    assert clean_surroundings(outer)["LC_ALL"] == "C.UTF-8"
