"""A data folder with a real vault and real store files, used through the use cases as the program does."""

from dataclasses import dataclass, field
from pathlib import Path

from db.audit_trail import verify
from db.numbered_files import NumberedFiles
from tests.db.invented_holder import TickingClock
from tests.invented_services import WORKPLACE
from tests.invented_team import ADMINISTRATOR, PASSPHRASES, PRACTITIONER, SUPERVISOR
from vrn_desktop.application.file_service import FileService, FirstRun
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.ports.vault import NewVault
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.vault.disk import Disk
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_file import VaultFile

FIRST_RUN = FirstRun(workplace=WORKPLACE, people=(SUPERVISOR, PRACTITIONER, ADMINISTRATOR))


@dataclass
class RealLaptop:
    folder: Path
    clock: TickingClock = field(default_factory=TickingClock)
    disk: Disk | None = None

    def __post_init__(self) -> None:
        self.vault = VaultFile(self.folder, disk=self.disk, cost=FLOOR)
        self.files = NumberedFiles(self.folder, self.vault, self.clock)
        self.service = FileService(self.vault, lambda: self.files, self.clock)

    def prepare(self) -> NewVault:
        return self.service.prepare(FIRST_RUN)

    def create(self, new: NewVault) -> OpenFile:
        return self.service.create(FIRST_RUN, new)

    def unlock(self, person: PractitionerId, passphrase: str | None = None) -> OpenFile:
        return self.service.unlock(person, passphrase or PASSPHRASES[person])

    def lock(self, opened: OpenFile) -> None:
        assert self.service.lock(opened) is None

    def store_names(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("store-*.db"))

    def headers(self) -> list[bytes]:
        return [(self.folder / name).read_bytes() for name in ("header-a", "header-b")]

    def put_back(self, headers: list[bytes]) -> None:
        for name, content in zip(("header-a", "header-b"), headers, strict=True):
            (self.folder / name).write_bytes(content)


def people_of(opened: OpenFile) -> PeopleService:
    return PeopleService(opened)


def acts_of(opened: OpenFile) -> list[tuple[Act, str]]:
    """What the audit log says, once its chain and signatures were checked."""
    entries = opened.store.audit_entries()
    assert verify(entries, opened.vault.public_keys, [opened.vault.anchor]) is None
    return [(entry.act, entry.subject) for entry in entries]
