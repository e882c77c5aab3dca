"""The invented walk at another window and text size; prints every text that has not enough room.

Usage: python -m tests.end_to_end.watched_walk FOLDER WIDTH HEIGHT PERCENT
"""

import os
import sys
from pathlib import Path

from vrn_desktop.vault.process_hardening import harden

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
harden(os.environ)

from tests.ui.clipping import clipped_texts, poor_controls  # noqa: E402 - after hardening
from tests.ui.stray_windows import StrayWindows  # noqa: E402
from ui.settings_file import IniSettingsFile  # noqa: E402
from ui.shell import Shell  # noqa: E402
from vrn_desktop.application.settings import Settings  # noqa: E402
from vrn_desktop.domain.errors import StorageError  # noqa: E402
from vrn_desktop.self_test.invented_walk import InventedWalk  # noqa: E402
from vrn_desktop.self_test.stage import Stage  # noqa: E402

ROUNDS = 5


class WatchedStage(Stage):
    """Looks at every page of which a picture is taken."""

    def picture(self, title: str) -> Path:
        for _ in range(ROUNDS):  # what comes from the store may still be finding its place
            if not clipped_texts(self.window):
                break
            self.settle()
        path = super().picture(title)
        for line in (*clipped_texts(self.window), *poor_controls(self.window)):
            sys.stdout.write(f"{path.name}: {line}\n")
        return path


class WatchedWalk(InventedWalk):
    """The walk in a window of that size."""

    size = (1280, 800)

    def _opened(self, trouble: StorageError | None = None) -> Shell:
        shell = super()._opened(trouble)
        shell.window.resize(*self.size)
        return shell

    def _staged(self) -> Stage:
        return WatchedStage(self._shell.window, self._folder)


def main(folder: Path, width: int, height: int, percent: int) -> int:
    data = folder / "data"
    data.mkdir(parents=True)
    IniSettingsFile(data).write(Settings(text_percent=percent))
    WatchedWalk.size = (width, height)
    walk = WatchedWalk(folder, data)
    stray = StrayWindows(walk.application)
    try:
        walk.go()
    except Exception as failure:  # noqa: BLE001 - said, because the crash notice would swallow it
        walk.picture_failure()
        sys.stdout.write(f"FAILED at {walk.step}: {type(failure).__name__}: {failure}\n")
        return 1
    finally:
        walk.close()
    for window in stray.seen:
        sys.stdout.write(f"a window of its own: {window}\n")
    sys.stdout.write(f"titles: {', '.join(sorted(stray.titles))}\n")
    sys.stdout.write("every step came out\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))
