"""Writes services as Open Referral UK 3.0: one JSON file, or the tabular package."""

import csv
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from vrn_desktop.content.service_feeds.exported_rows import rows_of_service
from vrn_desktop.content.service_feeds.exported_service import (
    ExportedIds,
    exported_service,
    may_be_exported,
)
from vrn_desktop.content.service_feeds.formula_cells import guarded
from vrn_desktop.content.service_feeds.package_columns import COLUMNS, columns_of, descriptor
from vrn_desktop.content.service_feeds.table_names import DESCRIPTOR
from vrn_desktop.content.service_feeds.whole_files import (
    passing_folder,
    whole_file,
    whole_folder,
    whole_text,
)
from vrn_desktop.domain.directory.service_record import ServiceRecord

_SHARED = frozenset({"organizations", "taxonomy_terms"})
_SAME_EVERY_TIME = (1980, 1, 1, 0, 0, 0)


class ServiceFeedWriter:
    """The `FeedWriter` of the program."""

    def write_json(self, records: Iterable[ServiceRecord], path: Path) -> int:
        """One JSON file in the standard's list envelope.

        Raises:
            OSError: it cannot be written there.
        """
        count = 0
        with whole_text(path) as file:
            file.write('{"contents": [')
            for count, nested in enumerate(_nested(records), start=1):
                file.write(",\n" if count > 1 else "\n")
                json.dump(nested, file, ensure_ascii=False, allow_nan=False)
            file.write("\n],\n" + _envelope(count)[1:] + "\n")
        return count

    def write_package(self, records: Iterable[ServiceRecord], path: Path) -> int:
        """The tabular package: a zip where `path` ends in `.zip`, else a new folder.

        Raises:
            OSError: it cannot be written there, or the folder exists already.
        """
        if path.suffix.casefold() != ".zip":
            with whole_folder(path) as folder:
                return _tables(records, folder)
        with passing_folder(path.with_suffix("")) as folder, whole_file(path) as part:
            count = _tables(records, folder)
            with ZipFile(part, "w", ZIP_DEFLATED) as archive:
                for file in sorted(folder.iterdir()):
                    entry = ZipInfo(file.name, _SAME_EVERY_TIME)
                    entry.compress_type = ZIP_DEFLATED
                    with file.open("rb") as source, archive.open(entry, "w") as target:
                        while chunk := source.read(1 << 20):
                            target.write(chunk)
            return count


def _nested(records: Iterable[ServiceRecord]) -> Iterator[dict[str, Any]]:
    ids = ExportedIds()
    return (exported_service(record, ids) for record in records if may_be_exported(record))


def _envelope(count: int) -> str:
    return json.dumps(
        {
            "total_items": count,
            "total_pages": 1,
            "page_number": 1,
            "size": count,
            "first_page": True,
            "last_page": True,
            "empty": count == 0,
        }
    )


def _tables(records: Iterable[ServiceRecord], folder: Path) -> int:
    """Fill a folder with all tables and their descriptor; says how many services there are."""
    count = 0
    shared: set[tuple[str, str]] = set()
    with ExitStack() as stack:
        tables = {name: _Table(name, folder, stack) for name in COLUMNS}
        for nested in _nested(records):
            count += 1
            for table, row in rows_of_service(nested):
                if table in _SHARED:
                    if (table, row["id"]) in shared:
                        continue
                    shared.add((table, row["id"]))
                tables[table].write(row)
    described = json.dumps(descriptor(), indent=1)
    (folder / DESCRIPTOR).write_text(described, encoding="utf-8")
    return count


class _Table:
    """One CSV file on its way."""

    def __init__(self, name: str, folder: Path, stack: ExitStack) -> None:
        self._columns = columns_of(name)
        file = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
        self._writer = csv.writer(file)
        self._writer.writerow(self._columns)

    def write(self, row: dict[str, str]) -> None:
        self._writer.writerow([guarded(row.get(column, "")) for column in self._columns])
