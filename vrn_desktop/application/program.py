"""What the window begins with, before any file is open."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vrn_desktop.application.file_service import FileService
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.recovery_sheet_renderer import RecoverySheetRenderer
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.help_topic import HelpTopic, Licence

if TYPE_CHECKING:
    from vrn_desktop.application.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Built by bootstrap. `prepare` brings in the slow parts beside the key derivation.

    `services_for` and `recovery_sheet` import what they need only when they are called, so that the
    unlock window does not wait for it. `trouble` is why the folder cannot be used at all.
    """

    folder: Path
    clock: Clock
    new_id: NewId
    file: FileService
    services_for: "Callable[[OpenFile, TaskRunner], Services]"
    recovery_sheet: Callable[[], RecoverySheetRenderer]
    help_topics: Callable[[], tuple[HelpTopic, ...]]
    licences: Callable[[], tuple[Licence, ...]]
    prepare: Callable[[], None]
    start_afresh: Callable[[], None]
    trouble: StorageError | None = None
