"""Where a header is read from: this folder's two copies, or a copy that lies in a backup."""

from dataclasses import dataclass

from vrn_desktop.vault.header_copies import HeaderCopies
from vrn_desktop.vault.header_envelope import SealedHeader
from vrn_desktop.vault.key_cost import KeyCost


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedFile:
    """The folder, a backup's header if that is to be opened, and the cost no key may stay below.

    Without `cost` a new vault is calibrated on this laptop.
    """

    copies: HeaderCopies
    cost: KeyCost | None = None
    in_backup: SealedHeader | None = None

    @property
    def on_disk(self) -> bool:
        """Whether the header is this folder's own, so that changes are written at once."""
        return self.in_backup is None

    def sealed(self) -> SealedHeader:
        """The header; FileMissingError, FileDamagedError, FileTooNewError."""
        return self.in_backup or self.copies.read()
