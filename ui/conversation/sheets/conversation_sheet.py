"""What all sheets over the conversation have in common."""

from ui.widgets.sheet_panel import SheetPanel
from vrn_desktop.presenters.conversation.conversation_state import ConversationState


class ConversationSheet(SheetPanel):
    """A sheet that is drawn from the conversation's state; Ctrl+Enter is its first action."""

    def draw(self, state: ConversationState) -> None:
        """Show what changed while the sheet is open."""

    def primary(self) -> None:
        """Do what the sheet is for; the plain ones close."""
        self.close_sheet()

    def leave(self) -> None:
        """The sheet is thrown away: hand over what was typed, let go of the presenter."""
