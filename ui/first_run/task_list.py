"""The task list of the set-up, in the panel beside the page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button, ButtonKind
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter
from vrn_desktop.presenters.first_run.first_run_state import PAGES, FirstRunPage, TaskLine

LIST_NAME = "Steps of setting up"


class TaskList(QWidget):
    """Done and current pages can be opened; later ones say that their turn comes."""

    def __init__(self, presenter: FirstRunPresenter) -> None:
        super().__init__()
        self.setAccessibleName(LIST_NAME)
        self._buttons: dict[FirstRunPage, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for page in PAGES:
            button = Button(
                "",
                kind=ButtonKind.RAIL,
                name=f"task-{page}",
                on_click=partial(presenter.open_page, page),
            )
            button.setCheckable(True)
            self._buttons[page] = button
            column.addWidget(button)

    def show_tasks(self, tasks: Sequence[TaskLine]) -> None:
        """Draw where everything stands."""
        for task in tasks:
            button = self._buttons[task.page]
            button.setText(task.title)
            button.set_icon("circle-check" if task.done else "minus")
            button.setAccessibleName(f"{task.title}, {task.status}")
            button.setChecked(task.current)
            button.setEnabled(task.open or task.current)
