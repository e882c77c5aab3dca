"""Own goals as a card: their words, the ladder, the way in words; looked at together and stopped when they like."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.loop.ladder_picture import LadderPicture
from ui.loop.rows_in_column import RowsInColumn
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, Rule
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.loop.goals_presenter import (
    NONE_YET,
    STEPS,
    THEIRS,
    GoalLine,
    GoalsPresenter,
    GoalsState,
)


class GoalsCard(Card):
    """Draws the goals of one young person; `leave` lets go of the presenter."""

    def __init__(self, presenter: GoalsPresenter) -> None:
        super().__init__(name="goals")
        self._intents = presenter
        self._shown: tuple[GoalLine, ...] | None = None
        self._none = Text(NONE_YET, TextRole.META, name="goals-none")
        self._notice = Text("", TextRole.STRONG, name="goals-notice")
        self._goals = RowsInColumn(name="goals-list", spacing=8)
        self._add = Button(
            "Name a goal", icon="plus", name="goals-add", on_click=presenter.start_naming
        )
        self._words = PlainLine(name="goal-words")
        self._words.textEdited.connect(presenter.write)
        self._words_field = LabelledField(
            "Their goal, in their own words", self._words, name="goal-words-field"
        )
        self._asked = Text("Where are you on the ladder now?", TextRole.STRONG)
        self._steps = ChoiceChips([(str(n), words) for n, words in STEPS], name="goal-step")
        self._steps.chosen.connect(lambda code: presenter.choose(int(code)))
        self._problem = Text("", TextRole.ERROR, name="goals-problem")
        self._form = Card(
            self._words_field,
            self._asked,
            Text("They choose. It can stay open.", TextRole.META),
            self._steps,
            FlowRow(
                Button("Keep", icon="check", name="goal-keep", on_click=self._keep),
                Button("Cancel", name="goal-cancel", on_click=presenter.cancel),
            ),
            name="goal-form",
        )
        for part in (
            Text("Own goals", TextRole.SECTION),
            Text(THEIRS, TextRole.META),
            self._notice,
            self._none,
            self._goals,
            self._problem,
            self._form,
            FlowRow(self._add),
        ):
            self.add(part)
        presenter.attach(self.draw)

    def leave(self) -> None:
        """Let go of the presenter."""
        self._intents.detach()

    def draw(self, state: GoalsState) -> None:
        """Fill the card."""
        if state.notice and state.notice != self._notice.text():
            announce(self, state.notice)
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        busy = state.naming or state.standing is not None
        self._none.setVisible(not (state.goals or busy))
        self._add.setVisible(state.may_name and not busy)
        self._form.setVisible(busy)
        self._words_field.setVisible(state.naming)
        if state.naming and self._words.text() != state.words:
            self._words.setText(state.words)
        self._steps.set_chosen(None if state.chosen is None else str(state.chosen))
        if state.goals != self._shown:
            self._shown = state.goals
            self._goals.replace([self._goal(line, place) for place, line in enumerate(state.goals)])

    def _goal(self, line: GoalLine, place: int) -> QWidget:
        name = f"goal-{place}"
        holder = QWidget()
        holder.setObjectName(name)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        if place:
            column.addWidget(Rule())
        column.addWidget(Text(line.words, TextRole.QUOTE))
        if line.now:
            column.addWidget(Text(f"Now: {line.now}", TextRole.STRONG))
            column.addWidget(LadderPicture(line, name=f"{name}-ladder"))
            column.addWidget(Text("\n".join(line.story), TextRole.META, name=f"{name}-story"))
        look = Button(
            "Where are you now?",
            kind=ButtonKind.LINK,
            name=f"{name}-look",
            on_click=lambda: self._intents.look_at(line.id),
        )
        stop = Button(
            "Stop looking at it",
            kind=ButtonKind.LINK,
            name=f"{name}-stop",
            on_click=lambda: self._intents.stop(line.id),
        )
        column.addWidget(FlowRow(look, stop, spacing=18))
        return holder

    def _keep(self) -> None:
        if self._intents.state.naming:
            self._intents.keep_goal()
        else:
            self._intents.keep_step()
