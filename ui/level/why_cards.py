"""Strengths first, then what led to the suggestion, what is unanswered, and what would change it (F15, TI-29)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from ui.level.reason_rows import Line, ReasonRows, Row
from ui.tokens import Colour
from ui.widgets.card import Card
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.presenters.level_presenter import LevelPresenter
from vrn_desktop.presenters.level_state import ChangeLine, LevelState, ReasonLine
from vrn_desktop.presenters.strengths import NONE_YET, StrengthLine
from vrn_desktop.presenters.strengths import TITLE as STRENGTHS

WHY, UNANSWERED, WOULD = "What led to this", "Not answered yet", "What would change it"
CAN_ASK = "These can be asked another time, if they want to."


class WhyCards:
    """Cards for the main column, in the order in which a worker reads them."""

    def __init__(self, presenter: LevelPresenter, column: QVBoxLayout) -> None:
        self._intents = presenter
        self._strengths, strengths = _card(column, STRENGTHS, "strengths")
        self._no_strengths = Text(NONE_YET, TextRole.META, name="level-no-strengths")
        strengths.add(self._no_strengths)
        self._reasons, reasons = _card(column, WHY, "reasons")
        self._silent = Text("", TextRole.META, name="level-silent")
        reasons.add(self._silent)
        self._unanswered, self._unanswered_card = _card(column, UNANSWERED, "unanswered")
        self._unanswered_card.add(Text(CAN_ASK, TextRole.META))
        self._would, self._would_card = _card(column, WOULD, "would-change")

    def draw(self, state: LevelState) -> None:
        """Fill the cards; a locked record has no way back to its questions."""
        change = "" if state.complete else "Change"
        answer = "" if state.complete else "Answer"
        self._strengths.show_rows([self._strength(line, change) for line in state.strengths])
        self._no_strengths.setVisible(not (state.strengths or state.loading))
        self._reasons.show_rows([self._reason(line, change) for line in state.reasons])
        self._silent.setText(state.silent_words)
        self._silent.setVisible(bool(state.silent_words))
        self._unanswered.show_rows([self._change(line, answer) for line in state.unanswered])
        self._unanswered_card.setVisible(bool(state.unanswered))
        self._would.show_rows([self._change(line, "") for line in state.would_change])
        self._would_card.setVisible(bool(state.would_change))

    def _strength(self, line: StrengthLine, verb: str) -> Row:
        back = self._back(line.item)
        said = Line(words=line.in_quotation_marks, verb=verb, about=line.label, on_click=back)
        return Row(text=line.label, icon="heart-handshake", colour=Colour.LEVEL_1, lines=(said,))

    def _reason(self, line: ReasonLine, verb: str) -> Row:
        return Row(
            text=line.text,
            icon="message-circle",
            colour=Colour.LEVEL_2,
            lines=tuple(
                Line(words=said.words)
                if said.item is None
                else Line(words=said.words, verb=verb, on_click=self._back(said.item))
                for said in line.answers
            ),
            small=line.rule,
        )

    def _change(self, line: ChangeLine, verb: str) -> Row:
        lines = [Line(words=words) for words in line.leads_to]
        if verb:
            lines[-1] = Line(
                words=line.leads_to[-1],
                verb=verb,
                about=line.label,
                on_click=self._back(line.item),
            )
        return Row(
            text=line.label,
            icon="circle-question-mark" if verb else "arrow-right",
            colour=Colour.INK_SOFT,
            lines=tuple(lines),
        )

    def _back(self, item: ItemId) -> Callable[[], object]:
        return partial(self._intents.change_answer, item)


def _card(column: QVBoxLayout, title: str, name: str) -> tuple[ReasonRows, Card]:
    rows = ReasonRows(name=f"level-{name}")
    card = Card(Text(title, TextRole.SECTION), rows, name=f"level-{name}-card", spacing=12)
    column.addWidget(card)
    return rows, card
