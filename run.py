#!/usr/bin/env python3
"""The one door: sets VRN Desktop up and opens, checks, tests and measures it. Needs Python alone.

Older Pythons must still be able to read this file, so that they can say what is needed.
"""

import sys

OLDEST = (3, 11)
NEWEST = (3, 14)
USAGE = """\
usage: python3 run.py [COMMAND]

  (nothing)            set up, then open the program; without a display, walk one
                       invented case and leave its pictures and letter in demo-output/
  -- ARGUMENTS         the same, handing ARGUMENTS to the program
                       (python3 run.py -- check-rules CASES.yaml)
  setup                set up .venv from installer/requirements.lock, nothing else
  central ARGUMENTS    the central office's program (python3 run.py central serve)
  test                 everything the build server runs: check, then every test
  check                style, import contracts and types
  bench [NAME ...]     measure the speed, beside references of the same run
  torture --minutes N  the fault tests again and again, with new seeds
  audit-privacy        measure what the sent numbers tell of one person, beside the promise
  package              build the programs for people without Python, prove that they run
                       on a bare system, and leave the packages in build/package/packages/
"""


def complaint(version):
    """What to tell somebody whose Python does not fit, or nothing when it does."""
    if OLDEST <= version <= NEWEST:
        return ""
    found, oldest, newest = (".".join(map(str, v)) for v in (version, OLDEST, NEWEST))
    why = "it is too old" if version < OLDEST else "Qt, the window library, is not made for it yet"
    return (
        "VRN Desktop needs Python {} to {}. This is Python {}: {}.\n"
        "Please start it with a Python that fits, for example: python{} run.py\n"
        "On Windows: py -{} run.py"
    ).format(oldest, newest, found, why, newest, newest)


def main(arguments):
    """Run one command and give its exit code back."""
    problem = complaint(tuple(sys.version_info[:2]))
    if problem:
        sys.stderr.write(problem + "\n")
        return 2
    if arguments and arguments[0] in ("-h", "--help", "help"):
        sys.stdout.write(USAGE)
        return 0
    from installer.door import open_door  # noqa: PLC0415 - older Pythons cannot read that file

    return open_door(arguments, usage=USAGE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
