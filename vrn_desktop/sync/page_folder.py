"""The pages of a feed on disk while they are needed, and how far getting them has come."""

import contextlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from vrn_desktop.domain.directory.service_reading import FeedUnreadableError
from vrn_desktop.sync.feed_page import Row

STATE = "how-far"
PAGES = "pages"
NO_ROOM = "the pages of the feed cannot be written; see whether the disk is full"
THIS_LAPTOP = "this laptop"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A page that is complete on disk, and what its server said of its freshness."""

    fingerprint: str
    rows: int
    etag: str = ""
    last_modified: str = ""


class PageFolder:
    """Whatever is not right about what lies there means beginning anew, never an error."""

    def __init__(self, folder: Path, address: str) -> None:
        self._folder = folder
        self._address = address
        self.kept: list[KeptPage] = []

    @property
    def pages(self) -> Path:
        """Where the pages lie, and nothing else."""
        return self._folder / PAGES

    def pick_up(self) -> None:
        """Remember how far an earlier call for the same address came."""
        try:
            state = json.loads((self._folder / STATE).read_text("utf-8"))
            kept = [KeptPage(**page) for page in state["pages"]]
            complete = state["address"] == self._address
        except (OSError, ValueError, KeyError, TypeError):
            complete, kept = False, []
        if complete and all(self._file(place).is_file() for place in range(1, len(kept) + 1)):
            self.kept = kept
        else:
            self.begin_anew()

    def begin_anew(self) -> None:
        """Forget what lies there."""
        self.kept = []
        shutil.rmtree(self._folder, ignore_errors=True)
        with _named():
            self.pages.mkdir(parents=True)

    def keep(self, page: KeptPage, rows: Sequence[Row]) -> None:
        """Write one more page, whole or not at all."""
        with _named():
            self._write(self._file(len(self.kept) + 1), {"contents": list(rows)})
            self.kept.append(page)
            state = {"address": self._address, "pages": [asdict(kept) for kept in self.kept]}
            self._write(self._folder / STATE, state)

    def finish(self) -> None:
        """All pages are there: the next call begins anew, so that nothing old is taken for new."""
        with _named():
            (self._folder / STATE).unlink(missing_ok=True)

    def _file(self, number: int) -> Path:
        return self.pages / f"page-{number:05}.json"

    def _write(self, place: Path, document: object) -> None:
        beside = place.with_suffix(".part")
        beside.write_text(json.dumps(document, ensure_ascii=True), "utf-8")
        beside.replace(place)


def forget_folder(folder: Path) -> None:
    """Remove all of it, as far as the disk lets us."""
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _named() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FeedUnreadableError(THIS_LAPTOP, NO_ROOM) from error
