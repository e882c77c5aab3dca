"""The services of JSON files: pages of lists first, then files of one service each."""

from collections.abc import Iterator
from dataclasses import dataclass

from vrn_desktop.content.service_feeds.feed_files import FeedFile
from vrn_desktop.content.service_feeds.file_encoding import OLD_LETTERS_REASON, UTF_8, encoding_of
from vrn_desktop.content.service_feeds.json_records import JsonShape, records_of, shape_of
from vrn_desktop.content.service_feeds.record_kind import other_kind, says_nothing, services_in
from vrn_desktop.content.service_feeds.service_mapping import ServiceMapping
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ReadService,
    RefusedRow,
    RowWarning,
)

_NO_SERVICES = "there are no services in it"


@dataclass(frozen=True, slots=True)
class _LookedAt:
    file: FeedFile
    encoding: str
    shape: JsonShape


class JsonFeed:
    """The JSON files of one feed."""

    def __init__(self, files: list[FeedFile]) -> None:
        self._files = [file for file in files if not file.base.endswith(".csv")]
        self._rows = self._blank = 0
        self._passed_over = ""

    def read(self, mapping: ServiceMapping) -> Iterator[ReadService | RefusedRow | RowWarning]:
        """Every service and refused row; a warning stands for something about a whole file.

        Raises:
            FeedUnreadableError: a file is damaged, or nowhere is a service.
        """
        looked_at = [_look_at(file) for file in self._files]
        totals = [found.shape.total for found in looked_at if found.shape.total is not None]
        for found in sorted(looked_at, key=lambda found: not found.shape.is_list):
            yield from self._of_file(found, mapping)
        promised = max(totals, default=0)
        if self._rows == self._blank and not self._is_empty_list(looked_at):
            raise FeedUnreadableError(self._files[0].name, self._passed_over or _NO_SERVICES)
        if promised > self._rows:
            reason = f"the feed says that it has {promised:,} services; {self._rows:,} are here"
            yield RowWarning(row=f"{self._files[0].name}:1", field="total_items", reason=reason)

    def _of_file(
        self, found: _LookedAt, mapping: ServiceMapping
    ) -> Iterator[ReadService | RefusedRow | RowWarning]:
        name = found.file.name
        if found.encoding != UTF_8:
            yield RowWarning(row=f"{name}:1", field="", reason=OLD_LETTERS_REASON)
        number = 0
        others: dict[str, int] = {}
        for entry in records_of(found.file, found.encoding, found.shape):
            for record in services_in(entry):
                number += 1
                kind = other_kind(record) or self._nothing(found, record)
                if kind is not None:
                    others[kind] = others.get(kind, 0) + 1
                    continue
                self._rows += 1
                self._blank += says_nothing(record)
                yield mapping.read(record, f"{name}:{number}")
        for kind, count in others.items():
            self._passed_over = f"it holds {kind}, not services"
            reason = f"{count:,} records were passed over: they are {kind}, not services"
            yield RowWarning(row=f"{name}:1", field="", reason=reason)

    def _nothing(self, found: _LookedAt, record: object) -> str | None:
        """A file of one record without id and name may be anything."""
        return "something else" if not found.shape.is_list and says_nothing(record) else None

    def _is_empty_list(self, looked_at: list[_LookedAt]) -> bool:
        """Whether there was nothing to read in pages that may well be empty."""
        nothing = self._rows == 0 and not self._passed_over
        return nothing and all(found.shape.is_list for found in looked_at)


def _look_at(file: FeedFile) -> _LookedAt:
    encoding = encoding_of(file)
    return _LookedAt(file, encoding, shape_of(file, encoding))
