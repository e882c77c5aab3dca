"""All that is due, in groups by day; every row has one verb and quiet ways off the list."""

from PySide6.QtWidgets import QWidget

from ui.loop.postpone_card import PostponeCard
from ui.loop.rows_in_column import RowsInColumn
from ui.loop.save_calendar import SaveCalendar, save_calendar
from ui.loop.work_row import WorkRowView
from ui.save_copy import SaveOutcome
from ui.screen import Screen
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.card import Card, Rule
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.loop.worklist_presenter import WorklistPresenter
from vrn_desktop.presenters.loop.worklist_state import (
    NOTHING,
    NOTHING_HELP,
    WorkGroup,
    WorklistState,
)

MINE, TEAM = "mine", "team"
NOT_SAVED = "The file could not be saved there. Choose another folder."


class WorklistScreen(Screen[WorklistState]):
    """Draws the list."""

    def __init__(self, presenter: WorklistPresenter, *, save: SaveCalendar = save_calendar) -> None:
        super().__init__(name="worklist", title="All that is due")
        self._intents = presenter
        self._save = save
        self._shown: tuple[WorkGroup, ...] | None = None
        self._whose = ChoiceChips([(MINE, "My own"), (TEAM, "Team")], name="worklist-whose")
        self._whose.setAccessibleName("Whose")
        self._whose.chosen.connect(lambda code: presenter.show_team(on=code == TEAM))
        self._names = Button("", name="worklist-names", on_click=presenter.switch_names)
        self._reply = Button(
            "A reply came",
            kind=ButtonKind.PRIMARY,
            icon="mail",
            name="worklist-reply",
            on_click=presenter.a_reply_came,
        )
        press_by_primary_keys(self._reply)
        self._calendar = Button(
            "Save to my calendar",
            icon="calendar",
            name="worklist-calendar",
            on_click=lambda: presenter.make_calendar(with_alarm=False),
        )
        self._alarmed = Button(
            "Calendar with reminders",
            icon="bell",
            name="worklist-calendar-alarm",
            on_click=lambda: presenter.make_calendar(with_alarm=True),
        )
        self._missing = Button(
            "What was missing",
            icon="flag",
            name="worklist-missing",
            on_click=presenter.what_was_missing,
        )
        changed = Button(
            "Contacts that have changed",
            icon="refresh-cw",
            name="worklist-changed",
            on_click=presenter.contacts_that_changed,
        )
        self._problem = MessageBanner("", tone=BannerTone.PROBLEM, name="worklist-problem")
        self._notice = Text("", TextRole.STRONG, name="worklist-notice")
        self._loading = LoadingState(name="worklist-loading")
        self._empty = EmptyState(NOTHING, NOTHING_HELP, icon="sprout", name="worklist-empty")
        self._postpone = PostponeCard(presenter)
        self._groups = RowsInColumn(name="worklist-groups", spacing=14)
        back = Button(
            "Back",
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="worklist-back",
            on_click=presenter.back,
        )
        self.body.insertWidget(0, FlowRow(back))
        self.add(FlowRow(self._reply, self._whose, self._names))
        for part in (
            self._problem,
            self._notice,
            self._loading,
            self._postpone,
            self._empty,
            self._groups,
            FlowRow(self._calendar, self._alarmed, changed, self._missing),
        ):
            self.add(part)
        self.body.addStretch(1)
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """The one thing that cannot wait for its turn in the list."""
        return self._reply

    def draw(self, state: WorklistState) -> None:
        """Fill the page."""
        self._whose.setVisible(state.may_see_team)
        self._missing.setVisible(state.may_see_team)
        self._whose.set_chosen(TEAM if state.team else MINE)
        self._names.setText("Hide names" if state.names_shown else "Show names")
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
        self._postpone.draw(state.postpone)
        self._empty.setVisible(state.empty)
        for button in (self._calendar, self._alarmed):
            button.setVisible(bool(state.groups))
        if state.groups != self._shown:
            self._shown = state.groups
            self._groups.replace([self._group(group) for group in state.groups])
        if state.calendar is not None:
            self._save_calendar(state.calendar)

    def _group(self, group: WorkGroup) -> Card:
        card = Card(
            Text(f"{group.title} · {len(group.rows)}", TextRole.SECTION),
            name=f"worklist-{group.code}",
            spacing=4,
        )
        for place, row in enumerate(group.rows):
            if place:
                card.add(Rule())
            card.add(WorkRowView(row, self._intents, name=f"work-{group.code}-{place}"))
        return card

    def _save_calendar(self, calendar: bytes) -> None:
        outcome = self._save(calendar, self)
        self._intents.calendar_saved(
            saved=outcome is SaveOutcome.SAVED,
            problem=NOT_SAVED if outcome is SaveOutcome.NOT_SAVED else "",
        )
