"""Licences of all that is bundled, and the parts inside libraries that name themselves nowhere."""

import re
from pathlib import Path

import pypdfium2
import pytest
import uharfbuzz
import yaml
from cryptography.hazmat.backends.openssl import backend
from PySide6.QtCore import qVersion
from sqlcipher3 import _sqlite3 as compiled
from sqlcipher3 import dbapi2

from installer.environment import ROOT
from installer.packaging.bundled_libraries import as_one_text, bundled_libraries
from installer.packaging.static_parts import STATIC_PARTS
from vrn_desktop.content.help_topics import licences

LIBRARIES = ROOT / "resources" / "licences" / "python-libraries.txt"


def written_down(name: str, inside: str) -> str:
    (part,) = (one for one in STATIC_PARTS if (one.name, one.inside) == (name, inside))
    return part.version


def cipher_version() -> str:
    connection = dbapi2.connect(":memory:")
    try:
        return str(connection.execute("PRAGMA cipher_version").fetchone()[0]).split(" ")[0]
    finally:
        connection.close()


def test_what_is_compiled_in_is_what_the_libraries_say_of_themselves() -> None:
    assert written_down("SQLCipher", "sqlcipher3") == cipher_version()
    assert written_down("SQLite", "sqlcipher3") == dbapi2.sqlite_version
    assert written_down("OpenSSL", "cryptography") == backend.openssl_version_text().split(" ")[1]
    assert written_down("HarfBuzz", "uharfbuzz") == uharfbuzz.version_string()
    assert written_down("Qt", "PySide6_Essentials") == qVersion()
    assert written_down("LibYAML", "PyYAML") == yaml._yaml.get_version_string()
    pdfium = str(pypdfium2.version.PDFIUM_INFO).split("@")[0].split("+")[0]
    assert written_down("PDFium", "pypdfium2") == pdfium


def test_openssl_inside_sqlcipher_is_the_one_written_down() -> None:
    found = re.search(rb"OpenSSL (\d+\.\d+\.\d+) ", Path(compiled.__file__).read_bytes())
    assert found
    assert found.group(1).decode() == written_down("OpenSSL", "sqlcipher3")


def test_the_licences_of_the_libraries_are_those_of_the_lock() -> None:
    written = LIBRARIES.read_text("utf-8")
    assert written == as_one_text(bundled_libraries()), "run python -m installer.refresh_licences"


@pytest.mark.parametrize("name", ["Qt", "SQLCipher", "reportlab", "Lesser General", "OpenSSL"])
def test_about_names_the_licences_of_what_is_bundled(name: str) -> None:
    assert any(name in licence.name and len(licence.text) > 500 for licence in licences())


def test_about_names_every_library_with_its_version_and_licence() -> None:
    shown = {licence.name: licence.text for licence in licences()}
    for library in bundled_libraries():
        assert shown[f"{library.name} {library.version} ({library.licence})"]


def test_every_library_of_the_desktop_has_a_licence_and_none_of_the_centre_is_among_them() -> None:
    names = {library.name for library in bundled_libraries()}
    assert {"SQLAlchemy", "reportlab", "PySide6_Essentials", "sqlcipher3"} <= names
    assert not {"starlette", "uvicorn", "pytest", "pyinstaller"} & names
    assert {"starlette", "psycopg"} <= {library.name for library in bundled_libraries("central")}
