"""A vault of the invented team at the floor of the key cost, with its recovery sheet."""

from dataclasses import dataclass
from pathlib import Path

from tests.invented_team import ADMINISTRATOR, HELP_LINES, PASSPHRASES, PRACTITIONER, SUPERVISOR
from vrn_desktop.application.ports.vault import RecoverySheet, UnlockedVault
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_file import VaultFile


@dataclass(frozen=True)
class Founded:
    folder: Path
    sheet: RecoverySheet

    @property
    def words(self) -> str:
        return " ".join(word for row in self.sheet.rows for word in row)

    @property
    def vault(self) -> VaultFile:
        return VaultFile(self.folder, cost=FLOOR)

    def unlock(self, person: PractitionerId) -> UnlockedVault:
        return self.vault.unlock(person, PASSPHRASES[person])


def found(folder: Path) -> Founded:
    new = VaultFile(folder, cost=FLOOR).create(
        help_lines=HELP_LINES, people=(SUPERVISOR, PRACTITIONER, ADMINISTRATOR)
    )
    new.unlocked.commit_new_store()
    return Founded(folder=folder, sheet=new.sheet)
