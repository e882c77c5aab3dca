"""A reply came: the code of the slip first, then the open referrals to pick from; no name is typed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import PlainLine
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.loop.reply_presenter import (
    CHOOSE_WHICH,
    ReferralLine,
    ReplyPresenter,
    ReplyState,
)

CODE_HINT = "It stands on the slip, for example BCD-2345. Small letters and spaces do not matter."


class ReplyScreen(Screen[ReplyState]):
    """Draws the page."""

    def __init__(self, presenter: ReplyPresenter) -> None:
        super().__init__(name="reply", title="A reply came")
        self._intents = presenter
        self._code = PlainLine(name="reply-code")
        self._code.setMaximumWidth(theme.px(260))
        self._code.textEdited.connect(presenter.write_code)
        self._code.returnPressed.connect(presenter.find)
        self._field = LabelledField(
            "The code of the slip", self._code, hint=CODE_HINT, name="reply-code-field"
        )
        self._find = Button(
            "Find it",
            kind=ButtonKind.PRIMARY,
            icon="search",
            name="reply-find",
            on_click=presenter.find,
        )
        press_by_primary_keys(self._find)
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="reply-problem")
        self._which = Text(CHOOSE_WHICH, TextRole.STRONG, name="reply-which")
        self._found = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="reply-found")
        self._loading = LoadingState(name="reply-loading")
        self._search = PlainLine(name="reply-search", placeholder="Reference, initials or service")
        self._search.setAccessibleName("Search open referrals")
        self._search.textChanged.connect(presenter.search)
        self._empty = EmptyState(
            "No referral is open.",
            "Once a young person has said yes to a service, news of it can be noted here.",
            icon="signpost",
            name="reply-empty",
        )
        self._lines = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="reply-open")
        self._more = Text("", TextRole.META, name="reply-more")
        self._card = Card(
            Text("No code? Pick it here", TextRole.SECTION),
            self._search,
            self._lines,
            self._more,
            name="reply-open-card",
        )
        back = Button(
            "Back",
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="reply-back",
            on_click=presenter.back,
        )
        self.body.insertWidget(0, FlowRow(back))
        for part in (
            self._problem,
            Card(
                self._field,
                FlowRow(self._find),
                self._which,
                self._found,
                name="reply-code-card",
            ),
            self._loading,
            self._empty,
            self._card,
        ):
            self.add(part)
        self.body.addStretch(1)
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Typing the code."""
        return self._code

    def draw(self, state: ReplyState) -> None:
        """Fill the page."""
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._field.set_problem(state.code_problem)
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._which.setVisible(bool(state.found))
        self._found.setVisible(bool(state.found))
        self._found.show_reasons(self._reasons(state.found, from_a_slip=True))
        self._empty.setVisible(state.empty)
        self._card.setVisible(not (state.empty or state.loading))
        self._lines.show_reasons(self._reasons(state.lines, from_a_slip=False))
        self._more.setText(state.more)
        self._more.setVisible(bool(state.more))

    def _reasons(self, lines: Sequence[ReferralLine], *, from_a_slip: bool) -> list[Reason]:
        return [self._reason(line, from_a_slip=from_a_slip) for line in lines]

    def _reason(self, line: ReferralLine, *, from_a_slip: bool) -> Reason:
        return Reason(
            text=line.text,
            meaning=line.meaning,
            icon="signpost",
            colour=Colour.PRIMARY,
            action="Note the reply",
            on_action=lambda: self._intents.choose(line.id, from_a_slip=from_a_slip),
        )
