"""What happens when the program meets something unexpected: one calm notice, one line in a log.

The line names the kind of error and where in our code it arose; never its words, no values of
variables, nothing about a person (security.md L8).
"""

import sys
from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

LOG_NAME = "log.txt"
LOG_LINES = 200
_ROOT = Path(__file__).parent.parent
OUR_ROOMS = frozenset({"vrn_desktop", "ui", "db"})


class CrashHandler:
    """Installed first, as `sys.excepthook`; `notice` is set once a window can show one."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.notice: Callable[[BaseException], None] | None = None
        self._telling = False

    def install(self) -> None:
        """Take over what Python would print."""
        sys.excepthook = self.handle

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log where it arose and show the notice; the program goes on."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(1)
        line = crash_line(kind, trace)
        self._write(line)
        if self.notice is None:
            sys.stderr.write(f"{line}\n")
        elif not self._telling:
            self._telling = True
            try:
                self.notice(error)
            finally:
                self._telling = False

    def _write(self, line: str) -> None:
        if self.folder is None or not self.folder.is_dir():
            return
        path = self.folder / LOG_NAME
        try:
            before = path.read_text(encoding="ascii").splitlines() if path.exists() else []
            kept = [*before[-(LOG_LINES - 1) :], line]
            path.write_text("\n".join(kept) + "\n", encoding="ascii")
        except (OSError, UnicodeDecodeError):
            sys.stderr.write(f"{line}\n")  # a full or read-only disk must not hide the first error


def crash_line(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return "KeyError at ui/screen.py:41", naming the innermost line of our own code."""
    places = [
        place
        for frame, number in walk_tb(trace)
        if (place := _our_place(frame.f_code.co_filename, number)) is not None
    ]
    return f"{kind.__name__} at {places[-1] if places else 'a library'}"


def _our_place(filename: str, number: int) -> str | None:
    path = Path(filename)  # relative already in a bundle
    if path.is_absolute() and path.is_relative_to(_ROOT):
        path = path.relative_to(_ROOT)
    return f"{path.as_posix()}:{number}" if path.parts[0] in OUR_ROOMS else None
