"""What the recovery sheet opens: the laptop's own file, or a backup that is brought back with it."""

from collections.abc import Callable

from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.vault import (
    SheetAccess,
    SheetFinding,
    UnlockedVault,
    Vault,
    VaultDescription,
)
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner, Role


class RecoveryWay:
    """The sixteen words, then a new passphrase for somebody, who is then signed in.

    `brings_back` is whether a backup is restored at the end of it: an administrator cannot do that.
    """

    def __init__(
        self,
        vault: Vault,
        open_file: Callable[[UnlockedVault], OpenFile],
        *,
        brings_back: bool = False,
    ) -> None:
        self._vault = vault
        self._open_file = open_file
        self.brings_back = brings_back

    def describe(self) -> VaultDescription:
        """Which sheet is needed, and the names a passphrase must not hold."""
        return self._vault.describe()

    def check_row(self, row: int, words: str) -> SheetFinding | None:
        """What is not right about one row (from 1) typed from the sheet."""
        return self._vault.check_sheet_row(row, words)

    def open_with(self, words: str) -> SheetAccess:
        """The words open the keys; SheetNotMatchedError says what to look at."""
        return self._vault.unlock_with_sheet(words)

    def people(self, access: SheetAccess) -> tuple[Practitioner, ...]:
        """Who can be given a new passphrase."""
        return tuple(
            person
            for person in access.people
            if not (self.brings_back and person.role is Role.ADMINISTRATOR)
        )

    def sign_in(self, access: SheetAccess, person: PractitionerId, passphrase: str) -> OpenFile:
        """New keys and passphrase for somebody, who is then signed in.

        Raises:
            PassphraseTooEasyError: with what would make it better; nothing was changed.
        """
        return self._open_file(access.reset_person(person, passphrase))

    def suggest_phrase(self) -> str:
        """A generated four-word passphrase, offered first."""
        return self._vault.suggest_phrase()
