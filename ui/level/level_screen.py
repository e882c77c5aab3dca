"""The level page: ladder, strengths, what led to this, what would change it, and "What do you think?"."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.conversation.sheets.place_concern_sheet import PlaceConcernSheet
from ui.level.addenda_card import AddendaCard
from ui.level.decision_card import DecisionCard
from ui.level.notes_card import NotesCard
from ui.level.why_cards import WhyCards
from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.level_ladder import LevelLadder
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.level_presenter import LevelPresenter
from vrn_desktop.presenters.level_state import LevelState

NOT_A_VERDICT = "A suggestion to weigh with what you know. It is not a diagnosis or a prediction."
DRAFT = "The questions and rules are a draft for a safeguarding partnership to approve."
LIMITED = "Based on limited information: some of the main questions have no answer yet."
TELL_TODAY, RECORDED = "Speak to your safeguarding lead today", "What was done is recorded"
CHECK = "Check before you go on"
NOTHING_MET = (
    "Nothing said today met the rules for telling someone today. "
    "If you are worried anyway, follow your safety steps."
)
FIRST_RECORD = "Write down what was done before you finish."


class LevelScreen(Screen[LevelState]):
    """Draws the level page; for the worker only, never side by side (TI-17)."""

    def __init__(self, presenter: LevelPresenter) -> None:
        super().__init__(name="level", title="Suggested level of support")
        self._intents = presenter
        self._sheet: PlaceConcernSheet | None = None
        self.body.insertWidget(0, self._ways_back())
        self._about = Text("", TextRole.LEAD, name="level-about")
        self._loading = LoadingState(name="level-loading")
        self._columns = TwoColumns(name="level-columns")
        for part in (self._about, self._loading, self._columns):
            self.add(part)
        self.body.addStretch(1)
        self._suggestion(self._columns.main)
        self._why = WhyCards(presenter, self._columns.main)
        self._safety_banner(self._columns.side)
        self._decision = DecisionCard(presenter)
        self._notes = NotesCard(note_place=self.open_place_sheet)
        self._addenda = AddendaCard(presenter)
        for card in (self._decision, self._addenda, self._notes):
            self._columns.side.addWidget(card)
        self._problem = Text("", TextRole.ERROR, name="level-not-loaded")
        self.body.insertWidget(3, self._problem)
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """The heading: read first, decide later."""
        return self.heading

    def draw(self, state: LevelState) -> None:
        """Fill the page."""
        known = state.level is not None
        self._columns.setVisible(known)
        self._about.setVisible(known)
        self._problem.setText("" if known else state.problem)
        self._problem.setVisible(not known and bool(state.problem))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        if not known:
            return
        self._about.setText(f"Conversation on {state.day}. {NOT_A_VERDICT}")
        self._person.setText(state.who)
        self._ladder.set_step(state.step)
        self._level.setText(state.level_title)
        self._provisional.setVisible(state.provisional)
        self._rules.setText(f"{state.rules} {DRAFT}")
        self._why.draw(state)
        self._draw_safety(state)
        self._decision.draw(state)
        self._notes.draw(state)
        self._addenda.draw(state)

    def open_place_sheet(self) -> None:
        """Write down a place that may not be safe."""
        sheet = PlaceConcernSheet(self._intents.place_concern(self._close_sheet))
        sheet.closed.connect(self._sheet_closed)
        self._sheet = sheet
        sheet.open_over(self)

    def leave(self) -> None:
        """Let go of the presenter and the sheet."""
        self._close_sheet()
        super().leave()

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.close_sheet()

    def _sheet_closed(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.leave()
            sheet.deleteLater()

    def _ways_back(self) -> FlowRow:
        noted = Button(
            "Check what we’ve noted",
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="level-noted",
            on_click=self._intents.look_at_noted,
        )
        self._person = Button(
            "", kind=ButtonKind.LINK, name="level-person", on_click=self._intents.open_person
        )
        return FlowRow(noted, self._person, spacing=20)

    def _suggestion(self, column: QVBoxLayout) -> None:
        self._ladder = LevelLadder(None, name="level-ladder")
        self._level = Text("", TextRole.TITLE, name="level-title-words")
        self._provisional = Text(LIMITED, name="level-provisional")
        self._rules = Text("", TextRole.META, name="level-rules")
        column.addWidget(
            Card(self._ladder, self._level, self._provisional, self._rules, name="level-suggestion")
        )

    def _safety_banner(self, column: QVBoxLayout) -> None:
        self._safety = MessageBanner(
            CHECK, tone=BannerTone.INFO, icon="life-buoy", name="level-safety"
        )
        self._record = Button(
            "Record what was done",
            icon="pen-line",
            name="level-record-action",
            on_click=self._intents.record_action,
        )
        self._safety.add(
            FlowRow(
                self._record,
                Button(
                    "Open safety steps",
                    kind=ButtonKind.LINK,
                    name="level-open-safety",
                    on_click=self._intents.open_safety_steps,
                ),
            )
        )
        column.addWidget(self._safety)

    def _draw_safety(self, state: LevelState) -> None:
        """Beside the level; while somebody still has to be told it stands above everything else."""
        still_open = state.open_escalation is not None
        title, words = CHECK, NOTHING_MET
        if still_open or state.escalations:
            title = TELL_TODAY if still_open else RECORDED
            words = "\n".join(line.text for line in state.escalations)
        if still_open:
            words = f"{words}\n{FIRST_RECORD}".strip()
        self._safety.set_message(title, words)
        self._record.setVisible(still_open)
        if still_open:
            self.body.insertWidget(self.body.indexOf(self._columns), self._safety)
        else:
            self._columns.side.insertWidget(0, self._safety)
