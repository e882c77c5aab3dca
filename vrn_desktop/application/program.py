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

if TYPE_CHECKING:
    from vrn_desktop.application.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Built by bootstrap. `prepare` brings in the slow parts beside the key derivation.

    `services_for` and `recovery_sheet` import what they need only when they are called, so that the
    unlock window does not wait for it. `warnings` are words about the place of the file.
    """

    folder: Path
    clock: Clock
    new_id: NewId
    file: FileService
    services_for: "Callable[[OpenFile, TaskRunner], Services]"
    recovery_sheet: Callable[[], RecoverySheetRenderer]
    prepare: Callable[[], None]
    start_afresh: Callable[[], None]
    warnings: tuple[str, ...] = ()
