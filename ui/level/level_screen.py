"""The level page: ladder, strengths, what led to this, what would change it, and "What do you think?"."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from ui.level.decision_card import DecisionCard
from ui.screen import Screen
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.level_ladder import LevelLadder
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.level_presenter import LevelPresenter
from vrn_desktop.presenters.level_state import LevelState, ReasonLine

NOT_A_VERDICT = "A suggestion to weigh with what you know. It is not a diagnosis or a prediction."
DRAFT = "The questions and rules are a draft for a safeguarding partnership to approve."


class LevelScreen(Screen[LevelState]):
    """Draws the level page; for the worker only, never side by side (TI-17)."""

    def __init__(self, presenter: LevelPresenter) -> None:
        super().__init__(name="level", title="Suggested level of support")
        self._intents = presenter
        self._about = Text("", TextRole.LEAD, name="level-about")
        self.add(self._about)
        columns = TwoColumns(name="level-columns")
        self.add(columns)
        self.body.addStretch(1)
        self._suggestion(columns.main)
        self._strengths = self._list(columns.main, "Strengths to build on", "strengths")
        self._reasons = self._list(columns.main, "What led to this", "reasons")
        self._would = self._list(columns.main, "What would change it", "would-change")
        self._safety = MessageBanner(
            "Check before you go on", tone=BannerTone.INFO, icon="life-buoy", name="level-safety"
        )
        self._safety.add(
            Button(
                "Open safety steps",
                kind=ButtonKind.LINK,
                name="level-open-safety",
                on_click=presenter.open_safety_steps,
            )
        )
        columns.side.addWidget(self._safety)
        self._decision = DecisionCard(presenter)
        columns.side.addWidget(self._decision)
        self._notes = self._list(columns.side, "Worth noting", "notes")
        self.attach(presenter)

    def draw(self, state: LevelState) -> None:
        """Fill the page."""
        self._about.setText(f"{state.initials} · conversation on {state.day}. {NOT_A_VERDICT}")
        self._ladder.set_step(state.step)
        self._level.setText(state.level_title)
        self._meaning.setText(state.meaning)
        self._provisional.setVisible(state.provisional)
        self._rules.setText(f"{state.rules}. {DRAFT}")
        self._fill(self._strengths, state.strengths, "heart-handshake", Colour.LEVEL_1)
        self._fill(self._reasons, state.reasons, "trending-up", Colour.LEVEL_2)
        self._fill(
            self._would, (*state.would_change, *state.unanswered), "arrow-right", Colour.INK_SOFT
        )
        self._fill(self._notes, state.notes, "info", Colour.INFO)
        self._draw_safety(state)
        self._decision.draw(state)

    def _suggestion(self, column: QVBoxLayout) -> None:
        self._ladder = LevelLadder(None, name="level-ladder")
        self._level = Text("", TextRole.TITLE, name="level-title-words")
        self._meaning = Text("", name="level-meaning")
        self._provisional = Text(
            "Based on limited information: some of the main questions have no answer yet.",
            TextRole.META,
            name="level-provisional",
        )
        self._rules = Text("", TextRole.META, name="level-rules")
        column.addWidget(
            Card(
                self._ladder,
                self._level,
                self._meaning,
                self._provisional,
                self._rules,
                name="level-suggestion",
            )
        )

    def _list(self, column: QVBoxLayout, title: str, name: str) -> tuple[Card, ReasonList]:
        reasons = ReasonList(name=f"level-{name}")
        card = Card(Text(title, TextRole.SECTION), reasons, name=f"level-{name}-card")
        column.addWidget(card)
        return card, reasons

    def _fill(
        self,
        where: tuple[Card, ReasonList],
        lines: tuple[ReasonLine, ...],
        icon: str,
        colour: Colour,
    ) -> None:
        card, reasons = where
        card.setVisible(bool(lines))
        reasons.show_reasons(
            [
                Reason(
                    text=line.text,
                    meaning=" · ".join(
                        part
                        for part in (line.answers, f"rule {line.rule}" if line.rule else "")
                        if part
                    ),
                    icon=icon,
                    colour=colour,
                    action="Change" if line.item else "",
                    on_action=self._changer(line),
                )
                for line in lines
            ]
        )

    def _changer(self, line: ReasonLine) -> Callable[[], None] | None:
        item = line.item
        return None if item is None else lambda: self._intents.change_answer(item)

    def _draw_safety(self, state: LevelState) -> None:
        if state.escalations:
            title = "Speak to your safeguarding lead today"
            if not state.open_escalations:
                title = "What was done is recorded"
            words = "\n".join(line.text for line in state.escalations)
        else:
            title = "Check before you go on"
            words = (
                "Nothing said today met the rules for telling someone today. "
                "If you are worried anyway, follow your safety steps."
            )
        self._safety.set_message(title, words)
