"""One thing due: what and about whom, the one verb, and quieter ways to take it off the list or move it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.loop.worklist_presenter import WorklistPresenter
from vrn_desktop.presenters.loop.worklist_state import WorkRow

ICONS = {"Ask": "message-circle", "Open": "phone"}


class WorkRowView(QWidget):
    """Draws a row; every way off the list is one press."""

    def __init__(self, row: WorkRow, presenter: WorklistPresenter, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(14)
        mark = IconMark(ICONS.get(row.verb, "phone"), Colour.PRIMARY)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(row.text, TextRole.STRONG))
        words.addWidget(Text(row.meaning, TextRole.META))
        others = (
            ("Done", "done", lambda: presenter.done(row.id)),
            ("Another day", "postpone", lambda: presenter.start_postponing(row)),
            ("Could not reach", "missed", lambda: presenter.could_not_reach(row.id)),
            ("Not needed", "drop", lambda: presenter.not_needed(row.id)),
        )
        quiet = FlowRow(spacing=18)
        for title, code, act in others:
            button = Button(title, kind=ButtonKind.LINK, name=f"{name}-{code}", on_click=act)
            button.setAccessibleName(f"{title}: {row.text}")
            quiet.add(button)
        words.addWidget(quiet)
        line.addLayout(words, 1)
        verb = Button(row.verb, name=f"{name}-open", on_click=lambda: presenter.open(row))
        verb.setAccessibleName(f"{row.verb}: {row.text}")
        line.addWidget(verb, 0, Qt.AlignmentFlag.AlignTop)
