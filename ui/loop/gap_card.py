"""A card to note help that could not be had: what was wanted, and why; no words about anybody."""

from PySide6.QtWidgets import QComboBox

from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import CategoryId
from vrn_desktop.domain.unmet_need import GapReason
from vrn_desktop.presenters.loop.gaps_presenter import GapLine, GapsPresenter, GapsState

CHOOSE_ONE = "Choose a kind of help"
SHORTEST_LIST = 12
"""Characters of the list's least width; longer words are cut in it and whole when it is open."""

WHY = "What is missing here is counted, without names, so that it can be asked for."


class GapCard(Card):
    """Draws the gaps of one conversation; `leave` lets go of the presenter."""

    def __init__(self, presenter: GapsPresenter) -> None:
        super().__init__(kind=CardKind.SOFT, name="gaps")
        self._intents = presenter
        self._lines = ReasonList(kind=ButtonKind.LINK, name="gap-lines")
        self._notice = Text("", TextRole.STRONG, name="gap-notice")
        self._problem = Text("", TextRole.ERROR, name="gap-problem")
        self._open = Button(
            "Something could not be had", icon="flag", name="gap-open", on_click=presenter.begin
        )
        categories = presenter.state.categories
        self._kinds = QComboBox()
        self._kinds.setObjectName("gap-kind")
        self._kinds.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._kinds.setMinimumContentsLength(SHORTEST_LIST)
        self._kinds.addItem(CHOOSE_ONE, None)
        for category, words in categories:
            self._kinds.addItem(words, category)
        self._kinds.activated.connect(self._choose_kind)
        self._reasons = ChoiceChips(
            [(reason.value, words) for reason, words in presenter.state.reasons], name="gap-why"
        )
        self._reasons.chosen.connect(lambda code: presenter.choose_reason(GapReason(code)))
        self._form = Card(
            LabelledField("What was wanted?", self._kinds, name="gap-kind-field"),
            Text("Why could it not be had?", TextRole.STRONG),
            self._reasons,
            self._problem,
            FlowRow(
                Button("Note it", icon="check", name="gap-keep", on_click=presenter.keep),
                Button("Cancel", name="gap-cancel", on_click=presenter.cancel),
            ),
            name="gap-form",
        )
        for part in (
            Text("Nothing fits?", TextRole.SECTION),
            Text(WHY, TextRole.META),
            self._notice,
            self._lines,
            self._open,
            self._form,
        ):
            self.add(part)
        presenter.attach(self.draw)

    def look_again(self) -> None:
        """An answer to an offer may have made a gap, or closed one."""
        self._intents.load()

    def leave(self) -> None:
        """Let go of the presenter."""
        self._intents.detach()

    def draw(self, state: GapsState) -> None:
        """Fill the card."""
        if state.notice and state.notice != self._notice.text():
            announce(self, state.notice)
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._form.setVisible(state.opened)
        self._open.setVisible(not state.opened)
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(state.category)))
        self._reasons.set_chosen(None if state.reason is None else state.reason.value)
        self._lines.setVisible(bool(state.lines))
        self._lines.show_reasons([self._line(line) for line in state.lines])

    def _choose_kind(self, place: int) -> None:
        category = self._kinds.itemData(place)
        if category is not None:
            self._intents.choose_category(CategoryId(category))

    def _line(self, line: GapLine) -> Reason:
        return Reason(
            text=line.text,
            icon="flag",
            action="Take it off",
            on_action=lambda: self._intents.take_back(line.id),
        )
