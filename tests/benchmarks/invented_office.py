"""A data folder with an encrypted file and an invented team, set up by the program's own use cases."""

from pathlib import Path

from tests.invented_team import PRACTITIONER, SUPERVISOR
from vrn_desktop.application.file_service import FirstRun
from vrn_desktop.application.program import Program
from vrn_desktop.bootstrap.program_building import build_program
from vrn_desktop.domain.setting import SafeguardingLead, SettingKind, Workplace
from vrn_desktop.vault.key_cost import USUAL
from vrn_desktop.vault.vault_file import VaultFile

WORKPLACE = Workplace(
    organisation="Invented Youth Trust",
    setting_name="Invented Youth Project",
    setting_kind=SettingKind.YOUTH_OUTREACH,
    place="Invented Street",
    lead=SafeguardingLead(name="Alex Invented", numbers=("01632 960001",)),
)


def program_over(folder: Path) -> Program:
    """The program over a data folder; it never starts itself anew, and keys cost the usual."""
    keys = VaultFile(folder, cost=USUAL)
    return build_program(folder, vault=keys, start_afresh=lambda: None)


def set_up(folder: Path) -> None:
    """Go through the first run, so that the next start shows the unlock window."""
    files = program_over(folder).file
    first_run = FirstRun(workplace=WORKPLACE, people=(SUPERVISOR, PRACTITIONER))
    files.lock(files.create(first_run, files.prepare(first_run)))
