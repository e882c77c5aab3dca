"""What every page of the set-up has: drawing, the field of a problem, a first field."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vrn_desktop.presenters.first_run.first_run_state import FirstRunState


class SetUpPage(QWidget):
    """One page; subclasses build widgets once into `column` and fill them in `draw`."""

    go_on_text = "Continue"

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def draw(self, state: FirstRunState) -> None:
        """Draw what was typed and what is missing."""

    def field_of(self, _key: str) -> QWidget | None:
        """The field that a problem belongs to."""
        return None

    def first_field(self) -> QWidget | None:
        """What gets the focus when the page opens; the heading where there is nothing to type."""
        return None
