"""Text of at least 14 points for everything that two pairs of eyes look at (TI-08)."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.button import Button
from ui.widgets.choice_card import CheckCard, ChoiceCard
from ui.widgets.section_progress import SectionProgress
from ui.widgets.text import Text, TextRole

LARGE_ALREADY = frozenset(
    {TextRole.QUESTION.value, TextRole.DISPLAY.value, TextRole.TITLE.value, TextRole.FIGURE.value}
)


def set_shared_size(widget: QWidget, *, shared: bool) -> None:
    """Give every text, field and control under `widget` the size of the shared or the worker's own view."""
    for child in widget.findChildren(QWidget):
        if isinstance(child, Button | ChoiceCard | CheckCard | SectionProgress):
            child.set_big(big=shared)
        elif isinstance(child, Text):
            if child.property("role") not in LARGE_ALREADY:
                _mark(child, shared=shared)
        elif isinstance(child, QLineEdit | QPlainTextEdit):
            _mark(child, shared=shared)


def _mark(child: QWidget, *, shared: bool) -> None:
    if bool(child.property("big")) != shared:
        child.setProperty("big", "true" if shared else "")
        child.style().unpolish(child)
        child.style().polish(child)
