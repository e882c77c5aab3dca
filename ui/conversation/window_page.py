"""What all pages inside the conversation window have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.conversation.shared_size import set_shared_size
from ui.widgets.announcement import announce
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.conversation_state import ConversationState


class WindowPage(QWidget):
    """One page under the header of the conversation; the footer's Continue calls `go_on`.

    `title` is spoken when the page comes up. `shared` pages are written for both pairs of eyes.
    """

    def __init__(self, *, name: str, title: str = "", lead: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.heading = Text(title, TextRole.DISPLAY, name=f"{name}-title")
        self.column.addWidget(self.heading)
        self.lead = Text(lead, TextRole.LEAD, name=f"{name}-lead")
        self.column.addWidget(self.lead)
        self.heading.setVisible(bool(title))
        self.lead.setVisible(bool(lead))

    @property
    def title(self) -> str:
        """What is spoken when the page comes up."""
        return self.heading.text()

    def set_heading(self, title: str, lead: str = "") -> None:
        """Change the heading and the words under it."""
        self.heading.setText(title)
        self.heading.setVisible(bool(title))
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))

    def set_shared(self, shared: bool) -> None:  # noqa: FBT001 - follows Qt's setters
        """Larger while the screen is shared (TI-08); called when that changes and when the page comes up."""
        role = TextRole.QUESTION if shared else TextRole.DISPLAY
        if self.heading.property("role") != role.value:
            self.heading.set_role(role)
        set_shared_size(self, shared=shared)

    def add(self, widget: QWidget) -> None:
        """Put a widget under what is there."""
        self.column.addWidget(widget)

    def show_state(self, state: ConversationState) -> None:
        """Show what the conversation's state says; steps have a presenter of their own."""

    def go_on(self) -> None:
        """Continue was pressed."""
        raise NotImplementedError

    def flush(self) -> None:
        """The page is about to change: hand over what was typed."""

    def leave(self) -> None:
        """The page is thrown away."""

    def first_focus(self) -> QWidget | None:
        """Return what gets the focus first."""
        return None

    def arrive(self) -> None:
        """Say the title and give the focus its first place."""
        announce(self, self.title)
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
