"""How often somebody tried to sign in and did not: counted until the audit log can have it.

Before sign-in nothing can be signed or encrypted, so the count lies beside the file as plain numbers.
Whoever can change the folder can change it: it helps to notice, it proves nothing.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from vrn_desktop.vault.disk import Disk
from vrn_desktop.vault.held_keys import SHEET

NAME = "missed"
MOST = 9999


class MissedSignIns:
    """Counts by person id; names never stand here. A disk that takes nothing loses the count."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk = disk
        self._path = folder / NAME

    def add(self, who: str = SHEET) -> None:
        """Once more; without a person it was the recovery sheet."""
        counts = dict(self.counts())
        counts[who] = min(counts.get(who, 0) + 1, MOST)
        with suppress(OSError):
            self._disk.write(self._path, json.dumps(counts).encode("ascii"))

    def counts(self) -> Mapping[str, int]:
        """What has been counted; a file that says anything else counts as none."""
        try:
            found = json.loads(self._disk.read(self._path) or b"{}")
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {
            who: count for who, count in found.items() if type(count) is int and 0 < count <= MOST
        }

    def forget(self) -> None:
        """Begin again from nothing."""
        with suppress(OSError):
            self._disk.remove(self._path)
