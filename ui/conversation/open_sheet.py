"""Opens the sheet that the state names over the conversation, and closes the one before."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.conversation.shared_size import set_shared_size
from ui.conversation.sheets.action_record_sheet import ActionRecordSheet
from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.conversation.sheets.escalation_sheet import EscalationSheet
from ui.conversation.sheets.flags_sheet import FlagsSheet
from ui.conversation.sheets.grounding_sheet import GroundingSheet
from ui.conversation.sheets.hand_back_sheet import HandBackSheet
from ui.conversation.sheets.pause_sheet import PauseSheet
from ui.conversation.sheets.place_concern_sheet import PlaceConcernSheet
from ui.conversation.sheets.subject_sheet import SubjectSheet
from ui.conversation.sheets.telling_sheet import TellingSheet
from vrn_desktop.presenters.conversation.conversation_parts import ConversationParts
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import ConversationState, Sheet


class OpenSheet:
    """At most one sheet at a time lies over `host`; closing it by hand tells the presenter."""

    def __init__(
        self, host: QWidget, presenter: ConversationPresenter, parts: ConversationParts
    ) -> None:
        self._host = host
        self._presenter = presenter
        self._parts = parts
        self._shown: tuple[Sheet, object] | None = None
        self._panel: ConversationSheet | None = None

    @property
    def panel(self) -> ConversationSheet | None:
        """The sheet that is open."""
        return self._panel

    def draw(self, state: ConversationState) -> None:
        """Open, redraw or close, as the state says."""
        wanted = self._wanted(state)
        if wanted != self._shown:
            self.close()
            if state.sheet is not None:
                self._open(state, state.sheet)
            self._shown = wanted
        if self._panel is not None:
            self._panel.draw(state)

    def close(self) -> None:
        """Take the sheet away without asking anybody."""
        panel, self._panel, self._shown = self._panel, None, None
        if panel is not None:
            panel.leave()
            panel.closed.disconnect(self._closed_by_hand)
            panel.close_sheet()
            panel.deleteLater()

    def _open(self, state: ConversationState, sheet: Sheet) -> None:
        panel = self._made(state)[sheet]()
        self._panel = panel
        panel.closed.connect(self._closed_by_hand)
        panel.draw(state)
        if state.side_by_side:
            set_shared_size(panel, shared=True)
        panel.open_over(self._host)

    def _closed_by_hand(self) -> None:
        panel, self._panel, self._shown = self._panel, None, None
        if panel is not None:
            panel.leave()
            panel.deleteLater()
        self._presenter.close_sheet()

    @staticmethod
    def _wanted(state: ConversationState) -> tuple[Sheet, object] | None:
        """What has to be built anew when it changes; the rest is drawn."""
        if state.sheet is None:
            return None
        return state.sheet, state.escalation if state.sheet is Sheet.ESCALATION else None

    def _made(self, state: ConversationState) -> dict[Sheet, Callable[[], ConversationSheet]]:
        presenter, parts = self._presenter, self._parts
        made: dict[Sheet, Callable[[], ConversationSheet]] = {
            Sheet.PAUSE_OR_STOP: lambda: PauseSheet(presenter, shared=state.side_by_side),
            Sheet.CHANGE_SUBJECT: lambda: SubjectSheet(presenter, state.subjects),
            Sheet.GROUNDING: lambda: GroundingSheet(presenter),
            Sheet.TELLING_ME: lambda: TellingSheet(presenter, state),
            Sheet.FLAGS: lambda: FlagsSheet(presenter, state.flags),
            Sheet.ACTION_RECORD: lambda: ActionRecordSheet(parts.action_record()),
            Sheet.PLACE_CONCERN: lambda: PlaceConcernSheet(parts.place_concern()),
            Sheet.HAND_BACK: lambda: HandBackSheet(presenter),
        }
        view = state.escalation
        if view is not None:
            made[Sheet.ESCALATION] = lambda: EscalationSheet(presenter, view)
        return made
