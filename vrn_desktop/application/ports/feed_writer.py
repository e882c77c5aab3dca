"""Writes services as Open Referral UK 3.0, for whoever else keeps a directory."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from vrn_desktop.domain.directory.service_record import ServiceRecord


class FeedWriter(Protocol):
    """Entries for workers only, masked addresses and names of colleagues are never written.

    A file appears under its name only when it is whole. Both say how many services were written.
    """

    def write_json(self, records: Iterable[ServiceRecord], path: Path) -> int:
        """One JSON file in the standard's list envelope.

        Raises:
            OSError: it cannot be written there.
        """
        ...

    def write_package(self, records: Iterable[ServiceRecord], path: Path) -> int:
        """The tabular package: a zip where `path` ends in `.zip`, else a new folder.

        Raises:
            OSError: it cannot be written there, or the folder exists already.
        """
        ...
