"""What each command of `run.py` does once the Python in use is known to fit."""

import sys
from collections.abc import Callable
from pathlib import Path

from installer.environment import Environment
from installer.packaging.package import make_packages
from installer.system_libraries import (
    SetUpError,
    display_present,
    require_system_libraries,
)
from installer.test_programs import missing_test_programs

CHECKS = (
    ("style", ("ruff", "check", ".")),
    ("layout", ("ruff", "format", "--check", ".")),
    ("imports", ("lint-imports", "--no-logo")),
    ("types", ("mypy",)),
)
FOUND_SOMETHING = 1
BAD_USAGE = 2
STOPPED_BY_HAND = 130


def open_door(arguments: list[str], *, usage: str) -> int:
    """Run one command: 0 is fine, 1 a finding or a set-up that stopped, 2 not understood."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("--", [])
    action = COMMANDS.get(command)
    takes_arguments = command in {"--", "audit-privacy", "central", "bench", "torture"}
    if action is None or (rest and not takes_arguments):
        sys.stderr.write(f"run.py does not know: {' '.join(arguments)}\n\n{usage}")
        return BAD_USAGE
    try:
        return action(rest)
    except SetUpError as problem:
        sys.stderr.write(f"\n{problem}\n")
        return FOUND_SOMETHING
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return STOPPED_BY_HAND


def _ready(*, window: bool = False) -> Environment:
    environment = Environment()
    environment.prepare()
    require_system_libraries(window=window)
    return environment


def _set_up(_: list[str]) -> int:
    _ready()
    print("Ready. Open the program with: python3 run.py")
    return 0


def _open(arguments: list[str]) -> int:
    window = display_present()
    environment = _ready(window=window and not arguments)
    if arguments:
        return environment.run(["-m", "vrn_desktop", *arguments], folder=Path.cwd())
    if window:
        return environment.run(["-m", "vrn_desktop"])
    print("There is no display here, so one invented case is walked through the real windows.")
    return environment.run(["-m", "vrn_desktop", "--walk", "demo-output"], offscreen=True)


def _check_with(environment: Environment) -> int:
    findings = 0
    for name, command in CHECKS:
        print(f"--- {name}: {' '.join(command)}", flush=True)
        findings += environment.run_tool(*command) != 0
    print(f"--- check: {findings or 'none'} of {len(CHECKS)} found something", flush=True)
    return FOUND_SOMETHING if findings else 0


def _check(_: list[str]) -> int:
    return _check_with(_ready())


def _test(_: list[str]) -> int:
    environment = _ready()
    missing = missing_test_programs()
    checked = _check_with(environment)
    tested = environment.run(["-m", "tests"], offscreen=True)
    if checked:
        print("The tests ran, and the checks before them found something: see above.")
    if missing:
        print(f"These could not be installed for the tests: {', '.join(missing)}.")
    return tested or checked or (FOUND_SOMETHING if missing else 0)


def _bench(names: list[str]) -> int:
    return _ready().run(["-m", "tests.benchmarks", *names], offscreen=True)


def _torture(arguments: list[str]) -> int:
    return _ready().run(["-m", "tests.torture", *arguments], offscreen=True)


def _central(arguments: list[str]) -> int:
    environment = Environment()  # no Qt there, so nothing of it is asked of the system
    environment.prepare()
    return environment.run(["-m", "vrn_desktop.central", *arguments], folder=Path.cwd())


def _audit_privacy(arguments: list[str]) -> int:
    return _ready().run(["-m", "tests.privacy_audit", *arguments], offscreen=True)


def _package(_: list[str]) -> int:
    require_system_libraries(window=False)
    make_packages()
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "--": _open,
    "setup": _set_up,
    "central": _central,
    "test": _test,
    "check": _check,
    "bench": _bench,
    "torture": _torture,
    "audit-privacy": _audit_privacy,
    "package": _package,
}
