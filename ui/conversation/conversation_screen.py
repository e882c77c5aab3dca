"""The conversation window: header, one page at a time, the worker's notes beside it, footer."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui.conversation.action_line import ActionLine
from ui.conversation.conversation_footer import ConversationFooter
from ui.conversation.conversation_header import ConversationHeader
from ui.conversation.keep_saving import RETRY_MS, KeepSaving
from ui.conversation.open_sheet import OpenSheet
from ui.conversation.page_stack import PageStack
from ui.conversation.shared_size import set_shared_size
from ui.conversation.window_page import WindowPage
from ui.conversation.worker_aside import WorkerAside
from ui.screen import Screen
from ui.theme import theme
from ui.tokens import Colour
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.presenters.conversation.choices_presenter import STOP_SIGNS
from vrn_desktop.presenters.conversation.conversation_parts import ConversationParts
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import (
    ConversationState,
    Saved,
    Sheet,
    Shown,
)

TITLE = "Conversation"
WIDTH = 790
SHARED_WIDTH = 900
NOT_SAVED = "Not saved yet – trying again. Don’t close."
TRY_NOW = "Try now"
STANDING = "Safety steps to finish before you end"
OPEN_STANDING = "Open the steps"
PAGES_WITH_ASIDE = (Shown.STEP, Shown.INTRO, Shown.QUESTION, Shown.CHECK_IN)


class ConversationScreen(Screen[ConversationState]):
    """`hide_requested` asks for the cover; `sharing_changed` tells whether young eyes are on the screen.

    `closing_pages` are the pages of the closing steps, made when they come up; `see_help` opens the services
    for a talk of which nothing is kept. `digit_keys` and `goes_on` are settings: digits answer, and an answer
    goes on by itself.
    """

    hide_requested = Signal()
    sharing_changed = Signal(bool)

    def __init__(
        self,
        presenter: ConversationPresenter,
        parts: ConversationParts,
        *,
        closing_pages: Mapping[KnownStep, Callable[[], WindowPage]] | None = None,
        see_help: Callable[[], object] | None = None,
        digit_keys: bool = True,
        goes_on: bool = False,
        symbols: bool = False,
    ) -> None:
        super().__init__(name="conversation", title=TITLE, content_width=WIDTH, show_title=False)
        self.intents = presenter
        self._shared: bool | None = None
        self._header = ConversationHeader(
            flags=lambda: self._open(Sheet.FLAGS),
            telling=lambda: self._open(Sheet.TELLING_ME),
            side_by_side=self._toggle_sharing,
            hide=self.hide_requested.emit,
            pause=lambda: self._open(Sheet.PAUSE_OR_STOP),
        )
        self._footer = ConversationFooter(
            back=self._go_back,
            subject=lambda: self._open(Sheet.CHANGE_SUBJECT),
            skip_part=self._skip_part,
            skip=self._skip,
            go_on=self._go_on,
        )
        self._strip = ActionLine(
            NOT_SAVED,
            icon="triangle-alert",
            action=TRY_NOW,
            action_icon="refresh-cw",
            on_action=self._try_again,
            colour=Colour.LEVEL_2,
            ground=Colour.LEVEL_2_GROUND,
            rounded=False,
            name="notSaved",
        )
        self._standing = ActionLine(
            STANDING,
            icon="shield-check",
            action=OPEN_STANDING,
            action_icon="list-checks",
            on_action=lambda: self._open(Sheet.ESCALATION),
            name="standing",
        )
        self._pages = PageStack(
            presenter,
            parts,
            closing_pages or {},
            see_help,
            digit_keys=digit_keys,
            goes_on=goes_on,
            symbols=symbols,
        )
        self.add(self._standing)
        self.add(self._pages)
        self.body.addStretch(1)
        self._aside = WorkerAside(
            grounding=lambda: self._open(Sheet.GROUNDING),
            place=lambda: self._open(Sheet.PLACE_CONCERN),
        )
        self.set_aside(self._aside)
        self.set_header(self._strip)
        self.set_header(self._header)
        self.set_footer(self._footer)
        self._sheets = OpenSheet(self, presenter, parts)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._try_again)
        self._bind_keys()
        theme.changed.connect(self._fit_width)
        self.attach(presenter)

    def draw(self, state: ConversationState) -> None:
        """Draw the page, and what lies around and over it."""
        self._header.draw(state)
        self._footer.draw(state)
        is_new = self._pages.draw(state)
        if not state.side_by_side:
            sign = dict(STOP_SIGNS).get(state.stop_sign, "")
            self._aside.draw(state, sign)
        self._strip.setVisible(state.saved is Saved.NOT_SAVED)
        for_worker = not state.side_by_side and state.shown in PAGES_WITH_ASIDE
        self._standing.setVisible(for_worker and state.escalation is not None)
        self.show_aside(shown=for_worker)
        self._fit_width()
        self._share(state.side_by_side)
        self._sheets.draw(state)
        if is_new and self.isVisible():
            self._come_up()
        self._retry_while(not_saved=state.saved is Saved.NOT_SAVED)

    def first_focus(self) -> QWidget | None:
        """Return the first place of the page."""
        return self._pages.page.first_focus()

    def leave(self) -> None:
        """Hand over what was typed and let go of every presenter."""
        self._retry.stop()
        self._footer.slow.stop()
        self._pages.page.flush()
        self._sheets.close()
        super().leave()
        self._pages.leave()
        application = QApplication.instance()
        if not self.intents.is_saved and application is not None:
            KeepSaving(self.intents, application)

    def _retry_while(self, *, not_saved: bool) -> None:
        if not not_saved:
            self._retry.stop()
        elif not self._retry.isActive():
            self._retry.start()

    def _come_up(self) -> None:
        """A new page starts at its top, is spoken, and has the focus unless a sheet lies over it."""
        self.scroll_to_top()
        if self._sheets.panel is None:
            self._pages.page.arrive()

    def _fit_width(self) -> None:
        shared = self.intents.state.side_by_side
        self.set_content_width(theme.px(SHARED_WIDTH if shared else WIDTH))

    # -- what the buttons and keys ask for -------------------------------------------------------

    def _go_on(self) -> None:
        panel = self._sheets.panel
        if panel is not None:
            panel.primary()
            return
        self._pages.page.flush()
        self._pages.page.go_on()

    def _go_back(self) -> None:
        self._unless_covered(self.intents.go_back)

    def _skip(self) -> None:
        self._unless_covered(self.intents.skip_item)

    def _skip_part(self) -> None:
        self._unless_covered(self.intents.skip_section)

    def _toggle_sharing(self) -> None:
        sharing = self.intents.state.side_by_side
        self._header.side_by_side.setChecked(sharing)
        self._unless_covered(self.intents.stop_sharing if sharing else self.intents.share_screen)

    def _open(self, sheet: Sheet) -> None:
        self._pages.page.flush()
        if self._sheets.panel is None or sheet is Sheet.FLAGS:
            self.intents.open_sheet(sheet)

    def _unless_covered(self, intent: Callable[[], object]) -> None:
        if self._sheets.panel is None:
            self._pages.page.flush()
            intent()

    def _try_again(self) -> None:
        self.intents.try_again()

    # -- building --------------------------------------------------------------------------------

    def _share(self, shared: bool) -> None:  # noqa: FBT001 - the state itself
        if shared == self._shared:
            return
        first, self._shared = self._shared is None, shared
        for strip in (self._header, self._strip, self._footer):
            set_shared_size(strip, shared=shared)
        if not first or shared:
            self.sharing_changed.emit(shared)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Return": self._go_on,
            "Ctrl+Enter": self._go_on,
            "Alt+Left": self._go_back,
            "Ctrl+K": self._skip,
            "Ctrl+Shift+K": self._skip_part,
            "Ctrl+J": lambda: self._open_if_talking(Sheet.CHANGE_SUBJECT),
            "Ctrl+D": self._toggle_sharing,
            "Ctrl+P": lambda: self._open(Sheet.PAUSE_OR_STOP),
            "Ctrl+G": lambda: self._open(Sheet.GROUNDING),
            "Ctrl+T": lambda: self._open(Sheet.TELLING_ME),
            "Ctrl+Shift+F": lambda: self._open(Sheet.FLAGS),
            "Ctrl+Shift+A": self._open_standing,
        }
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(action)

    def _open_if_talking(self, sheet: Sheet) -> None:
        if self.intents.state.shown in (Shown.INTRO, Shown.QUESTION, Shown.CHECK_IN):
            self._open(sheet)

    def _open_standing(self) -> None:
        if self.intents.state.escalation is not None:
            self._open(Sheet.ESCALATION)
