"""The side tables of a tabular package, packed small in memory so that a service can gather its rows."""

from collections.abc import Iterator, Mapping
from typing import Any

from vrn_desktop.content.service_feeds.feed_files import FeedFile
from vrn_desktop.content.service_feeds.feed_limits import PACKAGE_BYTES, in_words
from vrn_desktop.content.service_feeds.file_encoding import OLD_LETTERS_REASON, UTF_8, encoding_of
from vrn_desktop.content.service_feeds.table_names import SERVICES, TABLE_FILES
from vrn_desktop.content.service_feeds.table_rows import rows_of
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError, RowWarning

_KEYS: Mapping[str, tuple[str, ...]] = {
    "organizations": ("id",),
    "service_at_locations": ("service_id",),
    "locations": ("id",),
    "phones": (
        ("service_id", "contact_id", "service_at_location_id", "location_id", "organization_id")
    ),
    "contacts": ("service_id", "service_at_location_id", "location_id"),
    "schedules": ("service_id", "service_at_location_id", "location_id"),
    "regular_schedules": ("service_id", "service_at_location_id", "location_id"),
    "holiday_schedules": ("service_id", "service_at_location_id", "location_id"),
    "addresses": ("location_id",),
    "accessibility": ("location_id",),
    "attributes": ("link_id",),
    "taxonomy_terms": ("id", "taxonomy_id"),
}
_OF_A_SERVICE = ("service_id",)
_FREE_STANDING = frozenset({"organizations", "locations", "taxonomy_terms", "attributes"})
_MOST_COMPLAINTS = 200
_BETWEEN = "\x1f"
"""Stands between the cells of a row in memory; it is no letter and is taken out of cells."""


class PackageTable:
    """One side table: its rows as small byte strings, found by the ids that link them.

    Half a million rows lie in memory together, so links are kept as hashes and looked at again when found.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._columns: dict[str, None] = {}
        self._rows: list[bytes] = []
        self._by_link: dict[int, int | list[int]] = {}
        self._used = bytearray()

    def add(self, cells: Mapping[str, str]) -> None:
        """Keep a row under each of its links."""
        for column in _KEYS.get(self.name, _OF_A_SERVICE):
            if cells.get(column):
                self._link(hash((column, _folded(cells[column]))))
        self._columns.update(dict.fromkeys(cells))
        values = (cells.get(column, "").replace(_BETWEEN, "") for column in self._columns)
        self._rows.append(_BETWEEN.join(values).encode("utf-8"))
        self._used.append(0)

    def linked(self, column: str, key: str | None) -> list[dict[str, Any]]:
        """The rows that name this id in this column."""
        if not key:
            return []
        folded = _folded(key)
        found = self._by_link.get(hash((column, folded)), ())
        rows = []
        for number in (found,) if isinstance(found, int) else found:
            row = self._row(number)
            if _folded(row.get(column, "")) == folded:
                self._used[number] = 1
                rows.append(row)
        return rows

    def _link(self, link: int) -> None:
        number, known = len(self._rows), self._by_link.get(link)
        if known is None:
            self._by_link[link] = number
        elif isinstance(known, int):
            self._by_link[link] = [known, number]
        else:
            known.append(number)

    def _row(self, number: int) -> dict[str, Any]:
        values = self._rows[number].decode("utf-8").split(_BETWEEN)
        return {name: value for name, value in zip(self._columns, values, strict=False) if value}

    @property
    def left_over(self) -> int:
        """Rows that no service asked for, in tables whose rows each belong to something."""
        return 0 if self.name in _FREE_STANDING else self._used.count(0)


def _folded(key: str) -> str:
    return key.strip().casefold()


class PackageTables:
    """All side tables of a package, and what was odd in them."""

    def __init__(self, files: list[FeedFile]) -> None:
        """Read the side tables.

        Raises:
            FeedUnreadableError: a table is damaged, or all together are too large.
        """
        self.files = files_by_table(files)
        if sum(file.size for file in self.files.values()) > PACKAGE_BYTES:
            reason = f"its tables are together larger than {in_words(PACKAGE_BYTES)}"
            raise FeedUnreadableError(self.files[SERVICES].name, reason)
        self.complaints: list[RowWarning] = []
        self.encodings = {name: self._encoding(file) for name, file in self.files.items()}
        self.tables = {name: PackageTable(name) for name in TABLE_FILES if name != SERVICES}
        for name, file in self.files.items():
            if name != SERVICES:
                self._read(self.tables[name], file)

    def left_over(self) -> Iterator[RowWarning]:
        """A warning for each table some of whose rows belong to no service."""
        for name, table in self.tables.items():
            if table.left_over:
                reason = f"{table.left_over:,} rows belong to no service of this package"
                yield RowWarning(row=f"{self.files[name].name}:1", field="", reason=reason)

    def _encoding(self, file: FeedFile) -> str:
        encoding = encoding_of(file)
        if encoding != UTF_8:
            self._complain(f"{file.name}:1", OLD_LETTERS_REASON)
        return encoding

    def _read(self, table: PackageTable, file: FeedFile) -> None:
        for row in rows_of(file, self.encodings[table.name]):
            if row.complaint:
                self._complain(f"{file.name}:{row.line}", row.complaint)
            table.add(row.cells)

    def _complain(self, row: str, reason: str) -> None:
        if len(self.complaints) < _MOST_COMPLAINTS:
            self.complaints.append(RowWarning(row=row, field="", reason=reason))


def files_by_table(files: list[FeedFile]) -> dict[str, FeedFile]:
    """The file of each table, the standard's own name for it first."""
    by_base = {file.base: file for file in files}
    return {
        table: by_base[next(name for name in names if name in by_base)]
        for table, names in TABLE_FILES.items()
        if any(name in by_base for name in names)
    }
