"""What an import would change, shown before anything is changed."""

from dataclasses import dataclass

from vrn_desktop.domain.directory.service_reading import RowWarning
from vrn_desktop.domain.identifiers import SourceId

ENOUGH_TO_COMPARE = 10
"""Sources with fewer services than this may lose most of them without anybody being asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """Counts of services, and names for the first of each; `refused` rows had no id or no name.

    `sha256` is the digest of what was read, so that exactly that is taken over.
    """

    source: SourceId
    sha256: str
    read: int
    refused: int
    added: int
    changed: int
    gone: int
    unchanged: int
    added_names: tuple[str, ...] = ()
    changed_names: tuple[str, ...] = ()
    gone_names: tuple[str, ...] = ()
    warnings: tuple[RowWarning, ...] = ()
    warning_count: int = 0

    @property
    def changes_nothing(self) -> bool:
        """Whether taking it over would leave everything as it is."""
        return not (self.added or self.changed or self.gone)

    @property
    def before(self) -> int:
        """How many services the source shows now."""
        return self.changed + self.gone + self.unchanged

    @property
    def is_complete_doubtful(self) -> bool:
        """Whether more than half of a source would be gone, so that somebody should look again."""
        return self.before >= ENOUGH_TO_COMPARE and 2 * self.gone > self.before
