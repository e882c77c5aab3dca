"""Where the program begins: a command by its name, or the window."""

import os
import sys
from importlib import import_module

from vrn_desktop import __version__

COMMANDS = {
    "check-rules": "vrn_desktop.commands.check_rules",
    "directory": "vrn_desktop.commands.directory",
}
WINDOW = "vrn_desktop.window"
WALK = "vrn_desktop.self_test.walk"

_HELP = """\
vrn-desktop [OPTIONS]            the window
vrn-desktop check-rules --help   worked cases through the rules
vrn-desktop directory --help     a look at a service feed
vrn-desktop --version            the version
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command that the first argument names; each is imported only when it is named."""
    given = sys.argv[1:] if arguments is None else arguments
    first = given[0] if given else ""
    if first in {"--help", "-h"}:
        sys.stdout.write(_HELP)
        return 0
    if first == "--version":
        sys.stdout.write(f"vrn-desktop {__version__}\n")
        return 0
    if first in COMMANDS:
        return _run(COMMANDS[first], given[1:])
    if first in {"--walk", "--self-test"}:
        return _run(WALK, given)
    return _run(WINDOW, given)


def _run(module: str, arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code: int = import_module(module).main(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
