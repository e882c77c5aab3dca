"""Writes resources/licences/python-libraries.txt anew from the libraries of the lock; run after a change of it."""

import sys
from pathlib import Path

from installer.packaging.bundled_libraries import as_one_text, bundled_libraries

PLACE = Path(__file__).resolve().parent.parent / "resources" / "licences" / "python-libraries.txt"


def main() -> int:
    """Write the file; the environment in use must be the one made from the lock."""
    PLACE.write_text(as_one_text(bundled_libraries()), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
