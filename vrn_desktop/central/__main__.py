"""`vrn-central`: the central office's program. Exit codes: 0 fine, 1 a finding, 2 bad input."""

import argparse
import sys
from collections.abc import Sequence

from vrn_desktop import __version__
from vrn_desktop.central.commands import COMMANDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command."""
    parser = argparse.ArgumentParser(
        prog="vrn-central", description="The central office of the Violence Reduction Network."
    )
    parser.add_argument("--version", action="version", version=__version__)
    choices = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(choices)
    chosen = parser.parse_args(arguments)
    exit_code: int = chosen.run(chosen)
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
