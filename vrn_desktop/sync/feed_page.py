"""One page of a list of services, in the envelopes that feeds use."""

import hashlib
import json
from dataclasses import dataclass
from typing import TypeAlias

from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

Row: TypeAlias = dict[str, object]

ROWS = ("contents", "content", "services", "items", "data")
TOTALS = ("total_items", "totalElements")
PAGES = ("total_pages", "totalPages")
LAST = ("last_page", "last")
CUT_OFF = "sent a page that is cut off or is not JSON (page {number}); try again, it goes on where it stopped"
NOT_A_LIST = "answers with something that is not a list of services (page {number})"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedPage:
    """The services of a page; what the envelope says of the whole is None where it says nothing."""

    number: int
    rows: tuple[Row, ...]
    total: int | None = None
    pages: int | None = None
    is_last: bool | None = None

    @property
    def is_shallow(self) -> bool:
        """Whether the list holds only lines of text, so that each service has to be asked for."""
        return bool(self.rows) and not any(
            isinstance(value, (dict, list)) and value for row in self.rows for value in row.values()
        )

    @property
    def fingerprint(self) -> str:
        """The same for a page with the same services in the same words."""
        text = json.dumps(self.rows, sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode("ascii")).hexdigest()

    @property
    def ends_the_list(self) -> bool:
        """Whether no page comes after this one, by what the envelope says."""
        if not self.rows:
            return True
        if self.pages is not None:
            return self.number >= self.pages
        return bool(self.is_last)


def page_from(body: bytes, number: int, host: str) -> FeedPage:
    """Understand the envelope of a page.

    Raises:
        FeedUnreadableError: it is cut off, or no list of services.
    """
    document = json_from(body, number, host)
    if isinstance(document, list):
        return FeedPage(number=number, rows=_rows(document), is_last=True)
    if not isinstance(document, dict):
        raise FeedUnreadableError(host, NOT_A_LIST.format(number=number))
    listed = next((document[key] for key in ROWS if isinstance(document.get(key), list)), None)
    if not isinstance(listed, list):
        raise FeedUnreadableError(host, NOT_A_LIST.format(number=number))
    return FeedPage(
        number=number,
        rows=_rows(listed),
        total=_number(document, TOTALS),
        pages=_number(document, PAGES),
        is_last=next((bool(document[key]) for key in LAST if key in document), None),
    )


def json_from(body: bytes, number: int, host: str) -> object:
    """The document of an answer, or FeedUnreadableError where it is cut off."""
    try:
        document: object = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise FeedUnreadableError(host, CUT_OFF.format(number=number)) from error
    return document


def _rows(listed: list[object]) -> tuple[Row, ...]:
    """Rows that are no records are kept as empty ones: the reader refuses and names them."""
    return tuple(row if isinstance(row, dict) else {} for row in listed)


def _number(document: dict[str, object], keys: tuple[str, ...]) -> int | None:
    for key in keys:
        value = document.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
    return None
