"""The Windows installer and the portable zip: the same built folder, twice; the version told to Windows."""

import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

from installer.environment import ROOT
from installer.system_libraries import SetUpError

SCRIPT = ROOT / "installer" / "windows" / "vrn-desktop.nsi"
PORTABLE_FLAG = "portable.flag"
VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("080904B0", [
      StringStruct("CompanyName", "The VRN Desktop makers"),
      StringStruct("FileDescription", "{description}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{program}"),
      StringStruct("OriginalFilename", "{program}.exe"),
      StringStruct("ProductName", "VRN Desktop"),
      StringStruct("ProductVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [0x0809, 1200])]),
  ],
)
"""


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows wants it: "0.1.0" is (0, 1, 0, 0).

    Raises:
        SetUpError: it is not made of up to four numbers.
    """
    parts = version.split(".")
    if len(parts) > 4 or not all(part.isdigit() for part in parts):  # noqa: PLR2004  Windows has four
        raise SetUpError(f"Windows cannot take {version} as a version.")
    first, second, third, fourth = (*map(int, parts), 0, 0, 0)[:4]
    return first, second, third, fourth


def version_resource(program: str, description: str, version: str) -> str:
    """What Windows shows of a program under "Details", as PyInstaller reads it."""
    return VERSION_RESOURCE.format(
        numbers=four_numbers(version), description=description, version=version, program=program
    )


def windows_installer(built: Path, version: str, folder: Path) -> Path:
    """Compile the installer over a built folder; works on Linux too.

    Raises:
        SetUpError: makensis is not here, or refused.
    """
    makensis = shutil.which("makensis")
    if makensis is None:
        raise SetUpError("The installer needs makensis. Please install NSIS, then try again.")
    target = folder / f"vrn-desktop-{version}-setup.exe"
    numbers = ".".join(map(str, four_numbers(version)))
    settings = {"VERSION": version, "FOUR_NUMBERS": numbers, "BUILT": built, "OUTPUT": target}
    command = [makensis, "-WX", "-V2", *(f"-D{name}={value}" for name, value in settings.items())]
    done = subprocess.run([*command, str(SCRIPT)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetUpError(f"makensis refused:\n{(done.stdout + done.stderr)[-800:]}")
    return target


def portable_zip(built: Path, version: str, folder: Path) -> Path:
    """The same folder with the flag that keeps its data beside it."""
    target = folder / f"vrn-desktop-{version}-windows-portable.zip"
    top = f"vrn-desktop-{version}"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in _files(built):
            archive.write(file, f"{top}/{file.relative_to(built).as_posix()}")
        archive.writestr(f"{top}/{PORTABLE_FLAG}", "")
    return target


def _files(folder: Path) -> Iterable[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())
