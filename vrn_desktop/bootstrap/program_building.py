"""Builds the program over one data folder; cheap to import, because the unlock window waits for it."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, cast

from vrn_desktop.application.file_service import FileService
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.recovery_sheet_renderer import RecoverySheetRenderer
from vrn_desktop.application.ports.store_files import StoreFiles
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.program import Program
from vrn_desktop.bootstrap.time_and_identifiers import new_id, now
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.help_topic import HelpTopic, Licence
from vrn_desktop.vault.vault_file import VaultFile

if TYPE_CHECKING:
    from vrn_desktop.application.services import Services

HELP_TEXTS = "vrn_desktop.content.help_topics"


def build_program(
    folder: Path,
    *,
    vault: VaultFile | None = None,
    start_afresh: Callable[[], None],
    trouble: StorageError | None = None,
) -> Program:
    """The program over a data folder that is ready and held by this process."""
    keys = vault or VaultFile(folder)

    def store_files() -> StoreFiles:
        numbered_files = import_module("db.numbered_files")
        return cast("StoreFiles", numbered_files.NumberedFiles(folder, keys, now))

    return Program(
        folder=folder,
        clock=now,
        new_id=new_id,
        file=FileService(keys, store_files, now),
        services_for=lambda opened, runner: _services_for(opened, runner, folder),
        recovery_sheet=_recovery_sheet,
        help_topics=_help_topics,
        licences=_licences,
        prepare=_prepare,
        start_afresh=start_afresh,
        trouble=trouble,
    )


def _services_for(opened: OpenFile, runner: TaskRunner, folder: Path) -> "Services":
    building = import_module("vrn_desktop.bootstrap.service_building")
    return cast("Services", building.build_services(opened, runner, folder))


def _recovery_sheet() -> RecoverySheetRenderer:
    sheets = import_module("vrn_desktop.reports.recovery_sheet_pdf")
    return cast("RecoverySheetRenderer", sheets.RecoverySheetPdfRenderer())


def _help_topics() -> tuple[HelpTopic, ...]:
    return cast("tuple[HelpTopic, ...]", import_module(HELP_TEXTS).help_topics())


def _licences() -> tuple[Licence, ...]:
    return cast("tuple[Licence, ...]", import_module(HELP_TEXTS).licences())


def _prepare() -> None:
    """Bring in SQLAlchemy and the content on a thread of their own, while the keys are derived."""
    Thread(target=_bring_in, name="prepare", daemon=True).start()


def _bring_in() -> None:
    import_module("db.numbered_files")
    building = import_module("vrn_desktop.bootstrap.service_building")
    building.read_content()
