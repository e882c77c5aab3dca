"""What is still to finish on a page, at its top, with a link to each field."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.text import Text, TextRole

TITLE = "There’s something to finish"


class ErrorSummary(Card):
    """Hidden while nothing is missing; takes the focus when something is, and links jump there."""

    def __init__(self, *, name: str = "errorSummary") -> None:
        super().__init__(kind=CardKind.ERROR, name=name)
        self._links: list[Button] = []
        self._title = Text(TITLE, TextRole.SECTION)
        self.add(self._title)
        self.setAccessibleName(TITLE)
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, QWidget]]) -> None:
        """Show each problem with the field it leads to, in the words of that field."""
        for link in self._links:
            self.body.removeWidget(link)
            link.deleteLater()
        self._links = [
            Button(
                words,
                kind=ButtonKind.LINK,
                name=f"{self.objectName()}-{place}",
                on_click=field.setFocus,
            )
            for place, (words, field) in enumerate(problems)
        ]
        for link in self._links:
            self.body.addWidget(link)
        self.setVisible(bool(problems))
        if problems:
            self._links[0].setFocus()
            announce(self, f"{TITLE}. {'. '.join(words for words, _ in problems)}")
