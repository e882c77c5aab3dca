"""Three short quiet things to do together, and their own calming thing before them (TI-11)."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card, CardKind
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.conversation_texts import ConversationTexts

OWN = "What you said helps you"
ICONS = {"feet": "footprints", "look": "eye", "breath": "wind"}


class GroundingCards(QWidget):
    """Offline, without pictures, sound or a clock."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("grounding")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._own: tuple[str, ConversationTexts] | None = None

    def draw(self, texts: ConversationTexts, calming: str) -> None:
        """Show what `calming` says first, then the exercises."""
        if self._own == (calming, texts):
            return
        self._own = (calming, texts)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if calming:
            own = _card("heart-handshake", OWN, f"“{calming}”", name="grounding-own")
            own.setProperty("card", CardKind.SOFT.value)
            self._column.addWidget(own)
        for exercise in texts.grounding:
            icon = ICONS.get(exercise.id, "leaf")
            name = f"grounding-{exercise.id}"
            self._column.addWidget(_card(icon, exercise.title, exercise.words, name=name))


def _card(icon: str, title: str, words: str, *, name: str) -> Card:
    card = Card(name=name)
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(IconMark(icon, size=28))
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(Text(title, TextRole.SECTION))
    column.addWidget(Text(words, TextRole.LEAD))
    row.addLayout(column, 1)
    card.add(row)
    return card
