"""The set-up: a task list, one page at a time, Back and Continue at the same place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.first_run.check_page import CheckPage
from ui.first_run.look_page import LookPage
from ui.first_run.page import SetUpPage
from ui.first_run.person_page import PersonPage
from ui.first_run.sheet_page import SheetPage
from ui.first_run.task_list import TaskList
from ui.first_run.welcome_page import WelcomePage
from ui.first_run.workplace_page import LeadPage, WorkplacePage
from ui.unlock.front_screen import FrontPanel, FrontScreen
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.sticky_strip import StickyFooter
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter
from vrn_desktop.presenters.first_run.first_run_state import (
    PAGES,
    FirstRunPage,
    FirstRunState,
)
from vrn_desktop.presenters.first_run.first_run_words import TITLES
from vrn_desktop.presenters.settings.settings_presenter import SettingsPresenter

STEP = "Step {number} of {count}"
BACK = "Back"
PAGE_WIDTH = 700


class FirstRunScreen(FrontScreen[FirstRunState]):
    """Ctrl+Enter goes on, Alt+Left goes back."""

    def __init__(self, presenter: FirstRunPresenter, settings: SettingsPresenter) -> None:
        super().__init__(
            name="firstRun", title=TITLES[FirstRunPage.WELCOME], content_width=PAGE_WIDTH
        )
        self._intents = presenter
        self._settings = settings
        self._step = Text("", TextRole.CAPS, name="firstRun-step")
        self._problems = ErrorSummary(name="firstRun-problems")
        self._notice = MessageBanner("", tone=BannerTone.NOTICE, name="firstRun-notice")
        self.body.insertWidget(0, self._problems)
        self.body.insertWidget(1, self._step)
        self.add(self._notice)
        self._pages: dict[FirstRunPage, SetUpPage] = {
            FirstRunPage.WELCOME: WelcomePage(presenter),
            FirstRunPage.LOOK: LookPage(settings),
            FirstRunPage.WORKPLACE: WorkplacePage(presenter),
            FirstRunPage.SUPERVISOR: PersonPage(presenter, Role.SUPERVISOR),
            FirstRunPage.PRACTITIONER: PersonPage(presenter, Role.PRACTITIONER),
            FirstRunPage.ADMINISTRATOR: PersonPage(presenter, Role.ADMINISTRATOR),
            FirstRunPage.LEAD: LeadPage(presenter),
            FirstRunPage.SHEET: SheetPage(presenter),
            FirstRunPage.CHECK: CheckPage(presenter),
        }
        for page in self._pages.values():
            self.add(page)
        self.body.addStretch(1)
        self._back = Button(
            BACK,
            kind=ButtonKind.QUIET,
            icon="arrow-left",
            name="firstRun-back",
            on_click=presenter.go_back,
        )
        self._working = Text("", TextRole.META, name="firstRun-working", wrap=False)
        self._go_on = Button(
            "",
            kind=ButtonKind.PRIMARY,
            icon="arrow-right",
            trailing_icon=True,
            name="firstRun-continue",
            on_click=presenter.go_on,
        )
        self.set_footer(StickyFooter(start=(self._back,), middle=self._working, end=(self._go_on,)))
        panel = FrontPanel(low=True)
        self._tasks = TaskList(presenter)
        panel.put(self._tasks)
        self.set_front(panel)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._go_on.click)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(presenter.go_back)
        self._shown: FirstRunPage | None = None
        self._problems_shown: dict[str, str] = {}
        self._notice_shown = ""
        self.attach(presenter)

    def draw(self, state: FirstRunState) -> None:
        """Show the page with what was typed, what is missing and what is being done."""
        page = self._pages[state.page]
        self._tasks.show_tasks(state.tasks)
        number = PAGES.index(state.page) + 1
        self._step.setText(STEP.format(number=number, count=len(PAGES)))
        for name, other in self._pages.items():
            other.setVisible(name is state.page)
        page.draw(state)
        self._back.setVisible(state.page is not FirstRunPage.WELCOME)
        self._go_on.setVisible(bool(page.go_on_text))
        self._go_on.setText(page.go_on_text)
        self._working.setText(state.working)
        self._notice.set_message(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._say(state)
        if state.page is not self._shown:
            self._turn(state.page, page)
        self._show_problems(state, page)

    def first_focus(self) -> QWidget | None:
        """The first field of the page, or its heading."""
        return self._pages[self._intents.state.page].first_field() or self.heading

    def leave(self) -> None:
        """Let go of both presenters."""
        super().leave()
        self._settings.detach()

    def _turn(self, shown: FirstRunPage, page: SetUpPage) -> None:
        first_time = self._shown is None
        self._shown = shown
        self.set_title(TITLES[shown])
        self.scroll_to_top()
        if not first_time:
            announce(self, self.title)
            (page.first_field() or self.heading).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problems(self, state: FirstRunState, page: SetUpPage) -> None:
        if dict(state.problems) == self._problems_shown:
            return
        self._problems_shown = dict(state.problems)
        fields = ((words, page.field_of(key)) for key, words in state.problems.items())
        self._problems.show_problems([(words, field) for words, field in fields if field])
        self.scroll_to_top()

    def _say(self, state: FirstRunState) -> None:
        said = state.working or state.notice
        if said and said != self._notice_shown:
            announce(self, said)
        self._notice_shown = said
