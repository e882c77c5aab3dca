"""Gathers what is not as it should be in one row of a feed."""

from vrn_desktop.content.service_feeds.feed_limits import WARNINGS_OF_A_ROW
from vrn_desktop.domain.directory.service_reading import RowWarning


class RowNotes:
    """The warnings of one row; the same place and reason is said once, and endless ones are cut."""

    def __init__(self, row: str) -> None:
        self.row = row
        self._found: dict[tuple[str, str], RowWarning] = {}

    def warn(self, field: str, reason: str) -> None:
        """Note a dotted field and what is wrong there. Reasons never quote what feeds say of people."""
        if len(self._found) == WARNINGS_OF_A_ROW:
            field, reason = "", "there is more that is not right in this row"
        if len(self._found) <= WARNINGS_OF_A_ROW:
            key = (field, reason)
            self._found.setdefault(key, RowWarning(row=self.row, field=field, reason=reason))

    @property
    def warnings(self) -> tuple[RowWarning, ...]:
        """What was noted, in the order it was met."""
        return tuple(self._found.values())
