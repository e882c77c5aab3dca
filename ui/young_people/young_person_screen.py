"""A young person's page: strengths, what is promised, the story over time, how it is safe to be in touch."""

from PySide6.QtWidgets import QWidget

from ui.loop.goals_card import GoalsCard
from ui.screen import Screen
from ui.tokens import Colour
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from ui.young_people.details_form import DetailsCard
from ui.young_people.promise_form import PromiseCard
from ui.young_people.timeline import Timeline
from vrn_desktop.presenters.loop.goals_presenter import GoalsPresenter
from vrn_desktop.presenters.loop.help_lines import HelpLine
from vrn_desktop.presenters.story_lines import StoryLine
from vrn_desktop.presenters.strengths import NONE_YET
from vrn_desktop.presenters.strengths import TITLE as STRENGTHS
from vrn_desktop.presenters.young_person_presenter import YoungPersonPresenter
from vrn_desktop.presenters.young_person_state import YoungPersonState

SHOW_NAME, HIDE_NAME = "Show name", "Hide name"
NOTHING_YET = "No conversation yet."


class YoungPersonScreen(Screen[YoungPersonState]):
    """Draws one person's page."""

    def __init__(
        self, presenter: YoungPersonPresenter, goals: GoalsPresenter | None = None
    ) -> None:
        super().__init__(name="young-person", title="Young person")
        self._intents = presenter
        self._about = Text("", TextRole.LEAD, name="person-about")
        self._archived = Text("In the archive", TextRole.STRONG, name="person-archived")
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="person-problem")
        self._notice = Text("", TextRole.STRONG, name="person-notice")
        self._loading = LoadingState(name="person-loading")
        self._details = DetailsCard(presenter)
        self._promise = PromiseCard(presenter)
        for part in (
            self._about,
            self._archived,
            self._buttons(),
            self._problem,
            self._notice,
            self._loading,
            self._details,
            self._promise,
        ):
            self.add(part)
        columns = TwoColumns(side_share=38, name="person-columns")
        self._goals = None if goals is None else GoalsCard(goals)
        cards = (self._strengths_card(), self._ahead_card(), self._help_card(), self._story_card())
        for card in cards:
            columns.main.addWidget(card)
        columns.side.addWidget(self._contact_card())
        if self._goals is not None:
            columns.side.addWidget(self._goals)
        self.add(columns)
        self.body.addStretch(1)
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Talking comes first."""
        return self.start

    def draw(self, state: YoungPersonState) -> None:
        """Fill the page; a name stands in the heading only, never in the window's title."""
        self.heading.setText(state.heading)
        self._about.setText(state.about)
        self._archived.setVisible(state.archived)
        self._names.setText(HIDE_NAME if state.names_shown else SHOW_NAME)
        self._names.set_icon("eye-off" if state.names_shown else "eye")
        self._problem.set_message(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.notice and state.notice != self._notice.text():
            announce(self, state.notice)
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._details.draw(state.details)
        self._promise.draw(state.promise)
        self._plan.setVisible(state.may_promise)
        self._contact.setText("\n".join(state.contact))
        self._strengths.show_reasons(
            [
                Reason(
                    text=line.label,
                    meaning=line.in_quotation_marks,
                    icon="heart-handshake",
                    colour=Colour.LEVEL_1,
                )
                for line in state.strengths
            ]
        )
        self._no_strengths.setVisible(not (state.strengths or state.loading))
        self._ahead.show_reasons([self._promised(line) for line in state.ahead])
        self._ahead_holder.setVisible(bool(state.ahead))
        self._help.show_reasons([self._service(line) for line in state.help])
        self._help_holder.setVisible(bool(state.help))
        self._story.show_lines(state.behind)
        self._nothing.setVisible(not (state.behind or state.loading))

    def leave(self) -> None:
        """Let go of both presenters."""
        super().leave()
        if self._goals is not None:
            self._goals.leave()

    def _help_card(self) -> Card:
        self._help = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="person-help")
        self._help_holder = Card(
            Text("Help that was offered", TextRole.SECTION), self._help, name="person-help-card"
        )
        return self._help_holder

    def _service(self, line: HelpLine) -> Reason:
        return Reason(
            text=line.name,
            meaning=line.stands,
            icon="signpost",
            colour=Colour.PRIMARY,
            action="What became of it",
            on_action=lambda: self._intents.open_help(line),
        )

    def _buttons(self) -> FlowRow:
        self.start = Button(
            "Start a conversation",
            kind=ButtonKind.PRIMARY,
            icon="message-circle",
            name="person-start",
            on_click=self._intents.start_conversation,
        )
        press_by_primary_keys(self.start)
        self._plan = Button(
            "Promise a check-in",
            icon="phone",
            name="person-promise",
            on_click=self._intents.plan_check_in,
        )
        self._names = Button(
            SHOW_NAME, icon="eye", name="person-name", on_click=self._intents.switch_names
        )
        edit = Button(
            "Change details", icon="pen-line", name="person-edit", on_click=self._intents.edit
        )
        return FlowRow(self.start, self._plan, self._names, edit)

    def _strengths_card(self) -> Card:
        self._strengths = ReasonList(name="person-strengths")
        self._no_strengths = Text(NONE_YET, TextRole.META, name="person-no-strengths")
        return Card(
            Text(STRENGTHS, TextRole.SECTION),
            self._strengths,
            self._no_strengths,
            name="person-strengths-card",
        )

    def _contact_card(self) -> Card:
        self._contact = Text("", name="person-contact")
        return Card(
            Text("Being in touch", TextRole.SECTION),
            self._contact,
            FlowRow(
                Button(
                    "Ask about safe contact",
                    icon="shield-check",
                    name="person-safe-contact",
                    on_click=self._intents.ask_safe_contact,
                )
            ),
            kind=CardKind.SOFT,
            name="person-contact-card",
        )

    def _ahead_card(self) -> Card:
        self._ahead = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="person-ahead")
        self._ahead_holder = Card(
            Text("What is next", TextRole.SECTION), self._ahead, name="person-ahead-card"
        )
        return self._ahead_holder

    def _story_card(self) -> Card:
        self._story = Timeline(name="person-story", on_open=self._intents.open)
        self._nothing = Text(NOTHING_YET, TextRole.META, name="person-nothing")
        return Card(
            Text("Story", TextRole.SECTION),
            self._nothing,
            self._story,
            spacing=14,
            name="person-story-card",
        )

    def _promised(self, line: StoryLine) -> Reason:
        return Reason(
            text=f"{line.text} · {line.when}",
            meaning=line.meaning,
            icon=line.icon,
            colour=Colour.PRIMARY,
            action=line.verb or "Done",
            on_action=lambda: self._intents.open(line) if line.verb else self._done(line),
            second="Done" if line.verb else "",
            on_second=lambda: self._done(line),
        )

    def _done(self, line: StoryLine) -> None:
        if line.done is not None:
            self._intents.mark_done(line.done)
