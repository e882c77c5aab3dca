"""Check what was typed, each line with a link that leads there and back."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from ui.first_run.page import SetUpPage
from ui.widgets.button import ButtonKind
from ui.widgets.card import Card
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.first_run.check_lines import CheckLine, check_lines
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter
from vrn_desktop.presenters.first_run.first_run_state import FirstRunPage, FirstRunState

INTRO = (
    "Nothing has been written so far. When you finish, the encrypted file is made on this laptop."
)
CHANGE = "Change"
ICONS = {
    FirstRunPage.WORKPLACE: "building-2",
    FirstRunPage.SUPERVISOR: "user",
    FirstRunPage.PRACTITIONER: "user",
    FirstRunPage.ADMINISTRATOR: "user",
    FirstRunPage.LEAD: "shield-check",
    FirstRunPage.SHEET: "file-check",
}


class CheckPage(SetUpPage):
    """Passphrases and the words of the sheet are not shown again."""

    go_on_text = "Finish and open"

    def __init__(self, presenter: FirstRunPresenter) -> None:
        super().__init__(name="check")
        self._intents = presenter
        self._lines = ReasonList(kind=ButtonKind.LINK, ruled=True, name="check-lines")
        self._drawn: tuple[CheckLine, ...] = ()
        self.column.addWidget(Text(INTRO, TextRole.LEAD))
        holder = QVBoxLayout()
        holder.addWidget(self._lines)
        card = Card()
        card.add(holder)
        self.column.addWidget(card)

    def draw(self, state: FirstRunState) -> None:
        """Draw one line for each answer."""
        if state.page is not FirstRunPage.CHECK:
            return
        lines = check_lines(state)
        if lines != self._drawn:
            self._drawn = lines
            self._lines.show_reasons([self._row(line) for line in lines])

    def _row(self, line: CheckLine) -> Reason:
        return Reason(
            text=line.answer,
            meaning=line.question,
            icon=ICONS[line.page],
            action=CHANGE if line.may_change else "",
            action_name=f"{CHANGE}: {line.question}",
            on_action=partial(self._intents.change, line.page),
        )
