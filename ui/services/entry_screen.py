"""Writing an entry of our own; what was typed is asked about before it is left behind."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.services.entry_fields import EntryFields
from ui.widgets.button import Button, ButtonKind
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.directory.entry_presenter import EntryPresenter, EntryState

PAGE_WIDTH = 820
NEW, CHANGE, COPY = "Write an entry", "Change our entry", "Our own copy"
COPY_LEAD = (
    "This makes an entry of our own from somebody else’s. Theirs stays as it is, and ours no longer "
    "follows their changes."
)
KEEP, BACK, DELETE = "Keep this entry", "Back", "Take it off the list"
LEAVE_TITLE, LEAVE_TEXT = "Leave without keeping?", "What you have written here would be lost."
LEAVE, STAY = "Leave without keeping", "Go on writing"
DELETE_TITLE = "Take this entry off the list?"
DELETE_TEXT = "It is no longer found or suggested. Letters and referrals keep its name."
DELETE_YES, DELETE_NO = "Take it off", "Keep it"


class EntryScreen(Screen[EntryState]):
    """Draws the form; nothing is kept before somebody says so."""

    def __init__(self, presenter: EntryPresenter) -> None:
        super().__init__(name="entry", title=NEW, content_width=PAGE_WIDTH)
        self._intents = presenter
        back = Button(
            BACK,
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="entry-back",
            on_click=presenter.go_back,
        )
        self.body.insertWidget(0, FlowRow(back))
        self._summary = ErrorSummary(name="entry-problems")
        self._refusal = MessageBanner("", tone=BannerTone.PROBLEM, name="entry-refusal")
        self._leaving = _question(
            (LEAVE_TITLE, LEAVE_TEXT),
            (LEAVE, presenter.leave),
            (STAY, presenter.stay),
            "entry-leave",
        )
        self._deleting = _question(
            (DELETE_TITLE, DELETE_TEXT),
            (DELETE_YES, presenter.delete),
            (DELETE_NO, presenter.stay),
            "entry-delete-ask",
        )
        self._lead = Text(COPY_LEAD, TextRole.LEAD, name="entry-lead")
        self._loading = LoadingState(name="entry-loading")
        self._fields = EntryFields(presenter.state.kinds)
        self._fields.changed.connect(presenter.type_form)
        keep = Button(KEEP, kind=ButtonKind.PRIMARY, name="entry-keep", on_click=presenter.keep)
        self._delete = Button(
            DELETE, icon="trash-2", name="entry-delete", on_click=presenter.ask_to_delete
        )
        self._end = FlowRow(keep, self._delete)
        self.add(self._summary)
        self.add(self._refusal)
        self.add(self._leaving)
        self.add(self._deleting)
        self.add(self._lead)
        self.add(self._loading)
        self.add(self._fields)
        self.add(self._end)
        self.body.addStretch(1)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(presenter.keep)
        self._problems_shown: dict[Any, str] = {}
        self._asked = False
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Where writing begins."""
        return self._fields.first_field()

    def draw(self, state: EntryState) -> None:
        """Show the form, and what is asked."""
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        title = CHANGE if not state.is_new else COPY if state.is_copy else NEW
        if title != self.title:
            self.set_title(title)
        self._lead.setVisible(state.is_copy)
        self._fields.setVisible(not state.loading)
        self._end.setVisible(not state.loading)
        self._delete.setVisible(not state.is_new)
        self._refusal.set_message(state.refusal)
        self._refusal.setVisible(bool(state.refusal))
        self._fields.draw(state.form, state.problems)
        self._leaving.setVisible(state.asks_to_leave)
        self._deleting.setVisible(state.asks_to_delete)
        self._come_forward(state)
        if dict(state.problems) != self._problems_shown:
            self._problems_shown = dict(state.problems)
            self._summary.show_problems(
                [(words, self._fields.field_of(name)) for name, words in state.problems.items()]
            )
            self.scroll_to_top()

    def holds_back(self, then: Callable[[], None]) -> bool:
        """Ask first when somebody presses another place while something typed is not kept."""
        return self._intents.holds_back(then)

    def _come_forward(self, state: EntryState) -> None:
        """A question is at the top: go there, and let the careful answer have the focus."""
        asked = state.asks_to_leave or state.asks_to_delete
        if asked and not self._asked:
            self.scroll_to_top()
            banner = self._leaving if state.asks_to_leave else self._deleting
            no = banner.findChild(Button, f"{banner.objectName()}-no")
            if no is not None:
                no.setFocus()
        self._asked = asked


def _question(
    words: tuple[str, str],
    yes: tuple[str, Callable[[], None]],
    no: tuple[str, Callable[[], None]],
    name: str,
) -> MessageBanner:
    banner = MessageBanner(*words, tone=BannerTone.NOTICE, name=name)
    banner.add(
        FlowRow(
            Button(yes[0], name=f"{name}-yes", on_click=yes[1]),
            Button(no[0], kind=ButtonKind.QUIET, name=f"{name}-no", on_click=no[1]),
        )
    )
    return banner
