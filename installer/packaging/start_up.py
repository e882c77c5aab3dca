"""How long the built program takes from its start to the painted unlock window, and what memory it takes."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import monotonic, sleep

from installer.packaging.building import BuiltBundle
from installer.system_libraries import SetUpError

SCREEN = "1366x768x24"
DISPLAY = ":97"
LOOK_S = 0.01
PATIENCE_S = 30.0
SETTLING_S = 3.0
STARTS = 5
SECONDS_GOAL, MEGABYTES_GOAL = 2.0, 90
PAINTED_COLOURS = 4
XWD_HEADER = 4096
_RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)


def start_up(built: BuiltBundle, data: Path) -> list[str]:
    """Start it on a screen in memory, over the founded file in `data`: the first start warms, the rest count.

    Raises:
        SetUpError: the window never came.
    """
    if shutil.which("Xvfb") is None:
        return ["start-up NOT MEASURED: no Xvfb here"]
    took, resident = [], 0.0
    for number in range(STARTS + 1):
        seconds, resident = _one_start(built, data, settle=number == STARTS)
        took.append(seconds)
    middle = median(took[1:])
    over = [] if middle < SECONDS_GOAL and resident < MEGABYTES_GOAL else ["MORE THAN THE GOAL"]
    goal = f"(goal {SECONDS_GOAL:.0f} s, {MEGABYTES_GOAL} MB)"
    line = f"start to painted window {middle:.2f} s, resident at rest {resident:.0f} MB"
    return [" ".join([line, goal, *over])]


def _one_start(built: BuiltBundle, data: Path, *, settle: bool) -> tuple[float, float]:
    with _screen(data.parent / "screen") as pixels:
        surroundings = {"DISPLAY": DISPLAY, "LANG": "C.UTF-8", "HOME": str(data.parent)}
        began = monotonic()
        program = subprocess.Popen(
            [str(built.program), "--data-folder", str(data)], env=surroundings
        )
        try:
            while not _is_painted(pixels):
                if monotonic() - began > PATIENCE_S or program.poll() is not None:
                    raise SetUpError("The built program never showed its window.")
                sleep(LOOK_S)
            took = monotonic() - began
            if settle:
                sleep(SETTLING_S)
            status = Path(f"/proc/{program.pid}/status").read_text("utf-8")
        finally:
            program.terminate()
            program.wait()
    found = _RESIDENT.search(status)
    return took, int(found.group(1)) * 1024 / 1_000_000 if found else 0.0


@contextmanager
def _screen(folder: Path) -> Iterator[Path]:
    """A screen whose pixels lie in a file."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", SCREEN, "-br", "-fbdir", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=dict(os.environ),
    )
    pixels = folder / "Xvfb_screen0"
    place = Path(f"/tmp/.X11-unix/X{DISPLAY.removeprefix(':')}")  # noqa: S108  X's own place
    until = monotonic() + PATIENCE_S
    try:
        while not (pixels.exists() and place.exists()):
            if monotonic() > until or server.poll() is not None:
                raise SetUpError("Xvfb did not start.")
            sleep(LOOK_S)
        yield pixels
    finally:
        server.terminate()
        server.wait()


def _is_painted(pixels: Path) -> bool:
    """Whether the middle of the screen shows several colours: a window with its words in it."""
    picture = pixels.read_bytes()[XWD_HEADER:]
    third = len(picture) // 12 * 4
    return len(set(memoryview(picture[third : 2 * third]).cast("I"))) >= PAINTED_COLOURS
