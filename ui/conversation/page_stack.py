"""Which page stands in the window; the question page is kept, the others are made when they come up."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.conversation.access_page import AccessPage
from ui.conversation.agreement_page import AgreementPage
from ui.conversation.check_in_page import CheckInPage
from ui.conversation.choices_page import ChoicesPage
from ui.conversation.intro_page import IntroPage
from ui.conversation.privacy_page import PrivacyPage
from ui.conversation.question_page import QuestionPage
from ui.conversation.quiet_pages import HeldPage, NotKeptPage, RestingPage
from ui.conversation.resume_page import ResumePage
from ui.conversation.window_page import WindowPage
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.presenters.conversation.conversation_parts import ConversationParts
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import ConversationState, Shown

ClosingPages = Mapping[KnownStep, Callable[[], WindowPage]]


class PageStack(QWidget):
    """Shows one page; going to the next question changes words, not widgets."""

    def __init__(
        self,
        presenter: ConversationPresenter,
        parts: ConversationParts,
        closing_pages: ClosingPages,
        see_help: Callable[[], object] | None,
        *,
        digit_keys: bool,
        goes_on: bool,
        symbols: bool,
    ) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[Shown, object] | None = None
        self._shared = False
        self._question = QuestionPage(
            presenter, digit_keys=digit_keys, goes_on=goes_on, symbols=symbols
        )
        self._column.addWidget(self._question)
        self.page: WindowPage = self._question
        self._steps: ClosingPages = {
            KnownStep.PRIVACY: lambda: PrivacyPage(parts.privacy()),
            KnownStep.ACCESS: lambda: AccessPage(parts.access()),
            KnownStep.AGREEMENT: lambda: AgreementPage(parts.agreement()),
            KnownStep.CHOICES: lambda: ChoicesPage(parts.choices()),
            **closing_pages,
        }
        self._pages: Mapping[Shown, Callable[[], WindowPage]] = {
            Shown.RESUME: lambda: ResumePage(presenter),
            Shown.INTRO: lambda: IntroPage(presenter),
            Shown.CHECK_IN: lambda: CheckInPage(presenter),
            Shown.RESTING: lambda: RestingPage(presenter),
            Shown.HELD: lambda: HeldPage(presenter),
            Shown.NOT_KEPT: lambda: NotKeptPage(presenter, see_help),
        }

    def draw(self, state: ConversationState) -> bool:
        """Show the page of `state`; True when another page or question came up."""
        wanted = (state.shown, state.page)
        is_new = wanted != self._shown
        if is_new:
            self._shown = wanted
            self._put(self._made(state))
        self.page.show_state(state)
        resized = state.side_by_side != self._shared
        self._shared = state.side_by_side
        if resized or (self._shared and is_new):
            self.page.set_shared(self._shared)
        return is_new

    def leave(self) -> None:
        """Let go of every page."""
        self.page.leave()

    def _made(self, state: ConversationState) -> WindowPage:
        if state.shown is Shown.QUESTION:
            return self._question
        if state.step is not None:
            return self._steps[state.step]()
        return self._pages[state.shown]()

    def _put(self, page: WindowPage) -> None:
        before = self.page
        if page is before:
            return
        before.flush()
        before.hide()
        if before is not self._question:
            before.leave()
            self._column.removeWidget(before)
            before.deleteLater()
        if page is not self._question:
            self._column.addWidget(page)
        self.page = page
        page.show()
