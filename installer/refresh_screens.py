"""Makes the pictures of docs/screens anew: the walk's own pictures, without their numbers."""

import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
WALK = ROOT / "build" / "walk"


def main() -> int:
    """Walk the invented case and put its pictures into docs/screens."""
    shutil.rmtree(WALK, ignore_errors=True)
    walked = subprocess.run(
        [sys.executable, "-m", "vrn_desktop", "--walk", str(WALK)], cwd=ROOT, check=False
    )
    if walked.returncode:
        return walked.returncode
    SCREENS.mkdir(parents=True, exist_ok=True)
    for picture in SCREENS.glob("*.png"):
        picture.unlink()
    for picture in sorted(WALK.glob("*.png")):
        _with_few_colours(picture).save(SCREENS / picture.name[3:], optimize=True)
    return 0


def _with_few_colours(picture: Path) -> Image.Image:
    """The 256 colours the picture uses most: a third of the bytes, and flat areas stay flat."""
    with Image.open(picture) as full:
        return full.convert("RGB").quantize(256, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sys.exit(main())
