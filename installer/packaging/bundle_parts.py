"""What goes into each bundle and what stays out: our packages, foreign libraries, parts of Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

NEVER = (
    "tests", "installer", "pytest", "_pytest", "hypothesis", "mypy", "ruff", "PyInstaller",
    "cyclonedx", "hatchling", "editables", "setuptools", "pkg_resources", "pip", "tkinter",
    "unittest", "pydoc", "doctest", "lib2to3", "numpy", "IPython", "matplotlib", "lxml",
    "PIL.ImageQt", "PIL.ImageTk", "PIL._avif", "PIL._webp", "PIL._imagingtk",
    "rlPyCairo", "reportlab.graphics.testdrawings", "sqlalchemy.testing", "alembic.testing",
)  # fmt: skip
"""Build, test and drawing parts that no bundle carries."""

CENTRE_ONLY = (
    "vrn_desktop.central", "starlette", "uvicorn", "jinja2", "authlib", "joserfc", "httpx", "httpx2",
    "webauthn", "psycopg", "psycopg_binary", "itsdangerous", "python_multipart", "resources.central",
)  # fmt: skip
PLAIN_SQLITE = ("sqlite3", "_sqlite3")
"""Python's own SQLite writes files that anybody can read: the desktop's bundle has none of it."""
DESKTOP_ONLY = (
    "PySide6", "shiboken6", "ui", "db", "sqlcipher3", "nh3", "ijson", "icalendar", "holidays",
    "vrn_desktop.__main__", "vrn_desktop.application", "vrn_desktop.bootstrap", "vrn_desktop.commands",
    "vrn_desktop.content", "vrn_desktop.presenters", "vrn_desktop.reports", "vrn_desktop.self_test",
    "vrn_desktop.sync", "vrn_desktop.vault", "vrn_desktop.window", "pypdfium2", "pypdfium2_raw",
)  # fmt: skip
UNUSED_QT_MODULES = tuple(
    f"PySide6.Qt{name}"
    for name in ("Qml", "Quick", "QuickWidgets", "QuickControls2", "Designer", "Help", "Sql", "Test",
                 "UiTools", "Network", "OpenGL", "OpenGLWidgets", "Concurrent", "Xml")
)  # fmt: skip

LEFT_OUT_FILES = (
    "libQt6Qml", "libQt6Quick", "libQt6OpenGL", "libQt6VirtualKeyboard", "libQt6Pdf", "libQt6Wayland",
    "libQt6WlShell", "libQt6Egl", "libQt6Network", "Qt6Qml", "Qt6Quick", "Qt6OpenGL",
    "Qt6VirtualKeyboard", "Qt6Pdf", "Qt6Network", "opengl32sw", "d3dcompiler",
)  # fmt: skip
"""Libraries of Qt that nothing here draws with; a letter is drawn by PDFium, not by Qt's PDF part."""

GTK_FILES = (
    "libgtk-3", "libgdk", "libatk", "libatspi", "libcairo", "libpango", "libepoxy", "libpixman",
    "libharfbuzz.so", "libthai", "libdatrie", "libfribidi", "libgdk_pixbuf", "libwayland",
    "libXcursor", "libXcomposite", "libXdamage", "libXinerama", "libXrandr", "libcloudproviders",
)  # fmt: skip
"""All come in through Qt's GTK theme alone, which is left out."""

SYSTEM_FILES = (
    "libstdc++", "libgcc_s", "libdbus-1", "libfontconfig", "libfreetype", "libcups.so", "libglib-2",
    "libgio-2", "libgmodule-2", "libgobject-2", "libgthread-2", "libX11", "libXext", "libXfixes",
    "libXi.", "libXrender", "libXau.so", "libXdmcp", "libavahi", "libblkid", "libbrotli", "libbsd",
    "libcap", "libcom_err", "libgcrypt", "libgmp", "libgnutls", "libgpg-error", "libgraphite2",
    "libgssapi", "libhogweed", "libidn2", "libjpeg.so", "libk5crypto", "libkeyutils", "libkrb5",
    "liblz4", "libmd.", "libmount", "libnettle", "libp11-kit", "libpcre2", "libpng16", "libselinux",
    "libsystemd", "libtasn1", "libunistring", "libzstd.so", "libxcb-glx",
)  # fmt: skip
"""Taken from the system: fonts, drivers, printing and what lies under them must agree with it."""

LEFT_OUT_PLUGINS = (
    "plugins/egldeviceintegrations", "plugins/wayland", "plugins/qmltooling", "plugins/sqldrivers",
    "plugins/networkinformation", "plugins/tls", "plugins/generic", "plugins/designer",
    "plugins/vectorimageformats", "platforms/libqeglfs", "platforms/libqlinuxfb", "platforms/libqvnc",
    "platforms/libqvkkhr", "platforms/libqminimal", "platforms/libqwayland", "imageformats/libqpdf",
    "imageformats/libqtga", "imageformats/libqtiff", "imageformats/libqwbmp", "imageformats/libqwebp",
    "imageformats/libqicns", "imageformats/libqgif", "imageformats/qpdf", "imageformats/qtga",
    "imageformats/qtiff", "imageformats/qwbmp", "imageformats/qwebp", "imageformats/qicns",
    "imageformats/qgif", "platforms/qminimal", "platforms/qdirect2d",
    "platforminputcontexts/libqtvirtual", "platformthemes/libqgtk3", "xcbglintegrations", "Qt/qml",
)  # fmt: skip
DATA_FOLDERS = (("resources", ""), ("db/migrations", ".py"))
KEPT_TRANSLATIONS = ("qtbase_en",)
"""The screens speak English; Qt's own few words (dialogs of printing) come with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One program as a folder: its name, where it begins, and what belongs to the other one."""

    name: str
    start: str
    ours: tuple[str, ...]
    left_out: tuple[str, ...]
    hidden: tuple[str, ...] = ()


DESKTOP = Bundle(
    name="vrn-desktop",
    start="start_desktop.py",
    ours=("vrn_desktop", "ui", "db", "resources"),
    left_out=(*NEVER, *CENTRE_ONLY, *PLAIN_SQLITE, *UNUSED_QT_MODULES),
    hidden=(
        "sqlcipher3.dbapi2", "sqlalchemy.dialects.sqlite.pysqlcipher", "alembic.ddl.sqlite",
        "uharfbuzz", "pypdfium2", "pypdfium2_raw", "logging.config",
    ),
)  # fmt: skip
CENTRAL = Bundle(
    name="vrn-central",
    start="start_central.py",
    ours=("vrn_desktop", "resources"),
    left_out=(*NEVER, *DESKTOP_ONLY),
    hidden=(
        "psycopg", "psycopg_binary", "sqlalchemy.dialects.postgresql.psycopg",
        "sqlalchemy.dialects.sqlite.pysqlite", "uvicorn.logging", "logging.config",
    ),
)  # fmt: skip
BUNDLES = (DESKTOP, CENTRAL)


def our_modules(root: Path, bundle: Bundle) -> Iterator[str]:
    """Every module of ours that the bundle carries: some are brought in by name, when first needed."""
    for package in bundle.ours:
        for file in sorted((root / package).rglob("*.py")):
            name = ".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__")
            if not among(name, bundle.left_out):
                yield name


def our_data(root: Path, bundle: Bundle) -> Iterator[tuple[str, str]]:
    """The data of the program: each file and the folder of the bundle it lies in.

    Alembic reads the revisions of the schema as files, so they are data here.
    """
    for folder, suffix in DATA_FOLDERS:
        if among(folder.replace("/", "."), bundle.left_out):
            continue
        for file in sorted((root / folder).rglob("*")):
            place = file.relative_to(root)
            fits = not among(".".join(place.parent.parts), bundle.left_out)
            fits = fits and "__pycache__" not in place.parts
            if fits and file.is_file() and (file.suffix == ".py") == (suffix == ".py"):
                yield str(file), str(place.parent)


def is_kept(name: str) -> bool:
    """Whether a file that the analysis found goes into the bundle."""
    path = name.replace("\\", "/")
    last = path.rpartition("/")[2]
    if last.startswith((*LEFT_OUT_FILES, *GTK_FILES, *SYSTEM_FILES)):
        return False
    if any(part in path for part in LEFT_OUT_PLUGINS):
        return False
    return "/translations/" not in path or last.startswith(KEPT_TRANSLATIONS)


def among(module: str, packages: Iterable[str]) -> bool:
    """Whether a module is one of these packages or lies in one."""
    return any(module == package or module.startswith(f"{package}.") for package in packages)
