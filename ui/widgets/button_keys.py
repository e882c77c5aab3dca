"""Keys that press a button at once, as long as it can be seen; Ctrl+Enter is every page's first action."""

from PySide6.QtGui import QKeySequence, QShortcut

from ui.widgets.button import Button

PRIMARY_KEYS = ("Ctrl+Return", "Ctrl+Enter")


def press_by(button: Button, *keys: str) -> None:
    """Let `keys` press `button`; a hidden or disabled button takes none."""
    for each in keys:
        QShortcut(QKeySequence(each), button).activated.connect(button.click)


def press_by_primary_keys(button: Button) -> None:
    """Let Ctrl+Enter press the page's first action."""
    press_by(button, *PRIMARY_KEYS)
