"""A dialog of its own window that the hide key closes too: someone may come in while it stands (TI-02)."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from ui.main_window import MainWindow
from ui.shortcuts import SHORTCUTS, ShellAction


def ask(dialog: QDialog) -> bool:
    """Show `dialog` until it is answered; True when accepted. The hide key answers no and covers the window."""
    parent = dialog.parentWidget()
    window = parent.window() if parent is not None else None
    if isinstance(window, MainWindow):
        for shortcut in SHORTCUTS:
            if shortcut.action is ShellAction.HIDE_SCREEN:
                for keys in shortcut.keys:
                    QShortcut(QKeySequence(keys), dialog).activated.connect(window.cover)
    return dialog.exec() == QDialog.DialogCode.Accepted
