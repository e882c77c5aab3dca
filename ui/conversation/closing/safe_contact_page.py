"""Step Z5: how it is safe to be in touch; nothing is chosen beforehand, and missing means not safe."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.conversation.closing.closing_page import ClosingPage
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainArea, PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.safe_contact import SafeReply
from vrn_desktop.presenters.closing.safe_contact_presenter import (
    QUESTIONS,
    REPLIES,
    WORDS,
    SafeContactPresenter,
    SafeContactState,
    SafeQuestion,
)

ADDRESS = "write_to"


class SafeContactPage(ClosingPage[SafeContactState]):
    """Each question stands on its own; "no" and silence close that way of contact."""

    def __init__(self, presenter: SafeContactPresenter) -> None:
        super().__init__(
            name="safe-contact",
            question="How is it safe for us to be in touch?",
            hint="We only use what you say yes to.",
        )
        self._intents = presenter
        self._replies: dict[str, ChoiceChips] = {}
        self._details: dict[str, QWidget] = {}
        self._lines: dict[str, PlainLine | PlainArea] = {}
        for question in QUESTIONS:
            self.add(self._question(question))
        words = Card(name="safe-contact-words")
        for field, label in WORDS:
            words.add(self._line(field, label))
        self.add(words)
        self._allows = Text("", name="safe-contact-allows")
        self._problem = Text("", TextRole.ERROR, name="safe-contact-problem")
        self.add(Card(self._allows, kind=CardKind.SOFT))
        self.add(self._problem)
        self.attach(presenter, presenter.keep)

    def draw(self, state: SafeContactState) -> None:
        """Show the replies and what they allow."""
        for question in QUESTIONS:
            reply = getattr(state.contact, question.field)
            self._replies[question.field].set_chosen(reply.value)
            if question.field in self._details:
                self._details[question.field].setVisible(reply is SafeReply.YES)
        for field, editor in self._lines.items():
            if not editor.hasFocus():
                self._fill(editor, getattr(state.contact, field))
        self._allows.setText("\n".join(state.allows))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))

    def _question(self, question: SafeQuestion) -> Card:
        chips = ChoiceChips(
            [(reply.value, words) for reply, words in REPLIES], name=f"safe-{question.field}"
        )
        chips.setAccessibleName(question.question)
        chips.chosen.connect(lambda code: self._intents.reply(question.field, SafeReply(code)))
        self._replies[question.field] = chips
        card = Card(Text(question.question, TextRole.STRONG), chips, spacing=8)
        if question.words_for:
            detail = self._line(question.words_for, question.words_label)
            self._details[question.field] = detail
            card.add(detail)
        return card

    def _line(self, field: str, label: str) -> LabelledField:
        known = getattr(self._intents.state.contact, field)
        if field == ADDRESS:
            area = PlainArea(name=f"safe-{field}", lines=4)
            self._lines[field] = area
            self._fill(area, known)
            area.textChanged.connect(lambda: self._intents.write(field, area.toPlainText()))
            return LabelledField(label, area)
        line = PlainLine(name=f"safe-{field}")
        self._lines[field] = line
        self._fill(line, known)
        line.textEdited.connect(partial(self._intents.write, field))
        return LabelledField(label, line)

    @staticmethod
    def _fill(editor: PlainLine | PlainArea, known: str | tuple[str, ...]) -> None:
        text = known if isinstance(known, str) else "\n".join(known)
        if isinstance(editor, PlainLine):
            if editor.text().strip() != text:
                editor.setText(text)
        elif editor.toPlainText().strip() != text:
            editor.setPlainText(text)
