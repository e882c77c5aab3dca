"""Qt's libraries of the system: named as the release at hand names them."""

import pytest

from installer import system_libraries
from installer.system_libraries import SetUpError, debian_names, require_system_libraries

BOOKWORM = 'ID=debian\nVERSION_ID="12"\n'
TRIXIE = 'ID=debian\nVERSION_ID="13"\n'
SID = "ID=debian\nPRETTY_NAME=sid\nVERSION_ID=unstable\n"
JAMMY = 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"\n'
NOBLE = 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n'


@pytest.mark.parametrize(
    ("release", "name"),
    [
        (BOOKWORM, "libglib2.0-0"),
        (TRIXIE, "libglib2.0-0t64"),
        (SID, "libglib2.0-0t64"),
        (JAMMY, "libglib2.0-0"),
        (NOBLE, "libglib2.0-0t64"),
    ],
)
def test_packages_carry_the_release_s_names(release: str, name: str) -> None:
    assert debian_names(["libglib2.0-0", "libegl1"], release) == [name, "libegl1"]


def test_what_is_missing_is_named_where_we_may_not_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr(system_libraries, "WITHOUT_A_WINDOW", {"libnosuch.so.9": "libnosuch9"})
    monkeypatch.setattr(system_libraries, "install_debian_packages", lambda _: False)
    with pytest.raises(SetUpError, match="libnosuch"):
        require_system_libraries(window=False)


def test_elsewhere_than_on_linux_qt_brings_all_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "Windows")
    monkeypatch.setattr(system_libraries, "WITHOUT_A_WINDOW", {"libnosuch.so.9": "libnosuch9"})
    require_system_libraries(window=True)
