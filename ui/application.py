"""Starts Qt, dresses the program, and shows the first page before anything slow is brought in."""

import sys
from collections.abc import Callable
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QSize
from PySide6.QtWidgets import QApplication, QWidget

from ui.crash_handler import CrashHandler
from ui.settings.appearance import dress, when_the_computer_changes
from ui.settings_file import IniSettingsFile
from ui.shell import Shell
from vrn_desktop.application.program import Program
from vrn_desktop.application.settings_service import SettingsService

if TYPE_CHECKING:
    from ui.printing import ChoosePaper, Paper, PrintOutcome

SIZE = QSize(1280, 800)
SMALLEST = QSize(760, 480)
FRAME = QSize(16, 48)
"""Room for the frame and title that the desktop draws around the window."""


def run(program: Program) -> int:
    """Show the window and stay until it is closed."""
    application = make_application()
    shell = open_shell(application, program)
    size = fitting(application.primaryScreen().availableSize())
    shell.window.resize(size)
    if size == SIZE:
        shell.window.show()
    else:
        shell.window.showMaximized()
    return application.exec()


def fitting(room: QSize) -> QSize:
    """The usual size, or what a smaller screen has room for: the help bar is never below its edge."""
    return SIZE.boundedTo(room - FRAME).expandedTo(SMALLEST)


def make_application() -> QApplication:
    """The Qt application, with a neutral name and our own look."""
    # Qt looks through our fonts script by script and complains of each that lacks one; the next has it.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("VRN Desktop")
    application.setQuitOnLastWindowClosed(False)
    application.setStyle("Fusion")
    return application


def ask_for_printer(parent: QWidget | None) -> "Paper | PrintOutcome":
    """The printer dialog; printing is brought in when somebody prints, not before."""
    asked: Paper | PrintOutcome = import_module("ui.printing").choose_printer(parent)
    return asked


def open_shell(
    application: QApplication,
    program: Program,
    *,
    choose_paper: "ChoosePaper" = ask_for_printer,
    monotonic: Callable[[], float] = monotonic,
) -> Shell:
    """The window over a program, at its first page."""
    crashes = CrashHandler(program.folder)
    crashes.install()
    settings = SettingsService(IniSettingsFile(program.folder))
    dress(application, settings.settings)
    when_the_computer_changes(
        application.styleHints(), lambda: dress(application, settings.settings)
    )
    shell = Shell(application, program, settings, choose_paper=choose_paper, monotonic=monotonic)
    crashes.notice = shell.tell_of_crash
    shell.window.setMinimumSize(SMALLEST)
    shell.window.resize(SIZE)
    shell.start()
    return shell
