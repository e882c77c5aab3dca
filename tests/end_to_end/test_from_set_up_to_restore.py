"""The life of one encrypted file: set up, unlocked, forgotten, damaged, restored, moved to a new laptop."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.numbered_files import NumberedFiles
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import FixedClock
from tests.setting_up import TEXTS
from vrn_desktop.application.file_service import FileService
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.domain.setting import LawfulBasis, SettingKind
from vrn_desktop.presenters.backup.backup_presenter import COPIED, BackupPresenter
from vrn_desktop.presenters.backup.restore_presenter import NO_MATCH, RestorePresenter
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter
from vrn_desktop.presenters.first_run.first_run_state import FirstRunPage
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase
from vrn_desktop.presenters.recovery.recovery_presenter import RecoveryPresenter
from vrn_desktop.presenters.recovery.sheet_handover import SENT, SheetPrinting
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble, TroubleKind
from vrn_desktop.presenters.unlock.unlock_presenter import UnlockPresenter
from vrn_desktop.reports.recovery_sheet_pdf import RecoverySheetPdfRenderer
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_file import VaultFile

NEW_PASSPHRASE = "velvet anchor muffin pulley"  # noqa: S105 - opens invented files only
DAMAGED_BYTE = 5000


@dataclass
class Laptop:
    """One data folder as the program sees it after each start."""

    folder: Path
    clock: FixedClock = field(
        default_factory=lambda: FixedClock(now=datetime(2026, 11, 24, 10, 0, tzinfo=UTC))
    )
    runner: ImmediateTaskRunner = field(default_factory=ImmediateTaskRunner)
    opened: list[OpenFile] = field(default_factory=list)
    troubles: list[FileTrouble] = field(default_factory=list)
    phrases: dict[str, str] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    printed: list[bytes] = field(default_factory=list)

    def files(self) -> FileService:
        vault = VaultFile(self.folder, cost=FLOOR)
        return FileService(vault, lambda: NumberedFiles(self.folder, vault, self.clock), self.clock)

    def set_up(self) -> None:
        ids = iter(("priya", "sam", "nobody"))
        setting_up = FirstRunPresenter(
            self.files(),
            runner=self.runner,
            clock=self.clock,
            new_id=lambda: next(ids),
            printing=SheetPrinting(
                RecoverySheetPdfRenderer, runner=self.runner, print_pages=self._print
            ),
            opened=self.opened.append,
            go=lambda _route: None,
        )
        for entry, text in TEXTS.items():
            setting_up.type_text(entry, text)
        setting_up.choose_setting(SettingKind.SCHOOL)
        setting_up.choose_basis(LawfulBasis.PUBLIC_TASK)
        for role, name in ((Role.SUPERVISOR, "priya"), (Role.PRACTITIONER, "sam")):
            setting_up.type_name(role, f"{name.title()} Invented")
            phrase = setting_up.state.people[role].passphrase.suggested
            setting_up.type_passphrase(role, NewPassphrase(suggested=phrase, again=phrase))
            self.phrases[name] = phrase
        while setting_up.state.page is not FirstRunPage.ADMINISTRATOR:
            setting_up.go_on()
        setting_up.come_later(Role.ADMINISTRATOR)
        setting_up.go_on()
        setting_up.print_sheet()
        handover = setting_up.state.handover
        assert handover is not None
        assert handover.notice == SENT
        self.words = tuple(" ".join(row) for row in handover.sheet.rows)
        setting_up.have_sheet()
        setting_up.type_row(self.words[handover.row - 1])
        setting_up.check_row()
        setting_up.go_on()

    def unlock(self, person: str, passphrase: str) -> None:
        files = self.files()
        door = UnlockPresenter(
            files,
            files.describe(),
            runner=self.runner,
            clock=self.clock,
            monotonic=lambda: 0.0,
            opened=self.opened.append,
            troubled=lambda trouble, _go_on: self.troubles.append(trouble),
            go=lambda _route: None,
        )
        door.choose(PractitionerId(person))
        door.unlock(passphrase)

    def recover(self, person: str, passphrase: str) -> None:
        recovering = RecoveryPresenter(
            self.files().recovery(),
            runner=self.runner,
            opened=self.opened.append,
            troubled=lambda trouble, _go_on: self.troubles.append(trouble),
            leave=lambda: None,
        )
        for row, words in enumerate(self.words, start=1):
            recovering.type_row(row, " ".join(word[:4] for word in words.split()))
        recovering.open_sheet()
        recovering.choose(PractitionerId(person))
        recovering.type_passphrase(NewPassphrase(own=True, typed=passphrase, again=passphrase))
        recovering.sign_in()

    def restore(self, backup: Path | None, person: str, passphrase: str) -> str:
        restoring = RestorePresenter(
            self.files(),
            runner=self.runner,
            clock=self.clock,
            restored=self.opened.append,
            with_sheet=lambda _way: None,
            leave=lambda: None,
        )
        restoring.choose_backup(backup or restoring.state.rows[0].path)
        restoring.choose_person(PractitionerId(person))
        restoring.restore(passphrase)
        return restoring.state.passphrase_problem or restoring.state.backup_problem

    def lock(self) -> None:
        self.files().lock(self.opened.pop())
        self.clock.go_on(timedelta(days=1))

    def _print(self, pages: bytes) -> bool:
        self.printed.append(pages)
        return True


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    folder = tmp_path / "laptop"
    folder.mkdir()
    laptop = Laptop(folder)
    laptop.set_up()
    return laptop


def test_set_up_signs_the_supervisor_in_and_writes_no_readable_file(laptop: Laptop) -> None:
    [opened] = laptop.opened
    assert opened.practitioner.name == "Priya Invented"
    assert laptop.printed[0].startswith(b"%PDF")
    laptop.lock()
    for file in laptop.folder.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert laptop.phrases["priya"].encode() not in content
            assert laptop.words[0].encode() not in content


def test_a_forgotten_passphrase_a_damaged_file_and_a_new_laptop(
    laptop: Laptop, tmp_path: Path
) -> None:
    laptop.lock()
    laptop.unlock("sam", laptop.phrases["sam"])
    stick = tmp_path / "stick"
    stick.mkdir()
    backups = BackupPresenter(
        laptop.files(),
        laptop.opened[-1],
        runner=laptop.runner,
        clock=laptop.clock,
        go=lambda _route: None,
    )
    backups.copy_to(backups.state.rows[0].path, stick)
    assert backups.state.done == COPIED
    laptop.lock()

    laptop.recover("sam", NEW_PASSPHRASE)
    laptop.lock()
    laptop.unlock("sam", laptop.phrases["sam"])
    assert laptop.opened == []
    laptop.unlock("sam", NEW_PASSPHRASE)
    laptop.lock()

    live = max(laptop.folder.glob("store-*.db"))
    damaged = bytearray(live.read_bytes())
    damaged[DAMAGED_BYTE] ^= 1
    live.write_bytes(damaged)
    laptop.unlock("sam", NEW_PASSPHRASE)
    assert [trouble.kind for trouble in laptop.troubles] == [TroubleKind.FILE_DAMAGED]
    assert laptop.restore(None, "sam", NEW_PASSPHRASE) == ""
    laptop.lock()
    assert bytes(damaged) in [file.read_bytes() for file in laptop.folder.glob("store-*")]

    new = Laptop(tmp_path / "new laptop")
    new.folder.mkdir()
    [copy] = stick.iterdir()
    assert new.restore(copy, "sam", NEW_PASSPHRASE) == NO_MATCH
    assert new.restore(copy, "sam", laptop.phrases["sam"]) == ""
    assert new.opened[-1].practitioner.name == "Sam Invented"
    new.lock()
