"""Safety steps with their numbers in large figures, and things that calm; usable before signing in."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.safety_steps.step_card import StepCard
from ui.screen import Screen
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.safety_steps.safety_steps_presenter import (
    SafetyStepsPresenter,
    SafetyStepsState,
)

TITLE = "Safety steps"
LEAD = "Start with the first. There is nothing to fill in here, and nothing is kept."
BACK = "Back"
GROUNDING = "Quiet things to try together"
GROUNDING_HINT = "Only if they want to. Sitting there together is fine too."
GROUNDING_ICONS = ("footprints", "eye", "wind")
PAGE_WIDTH = 1000
"""Logical pixels at usual text size."""


class SafetyStepsScreen(Screen[SafetyStepsState]):
    """The steps in the order to take them (TI-03); Alt+Left goes back where one came from."""

    def __init__(self, presenter: SafetyStepsPresenter) -> None:
        super().__init__(name="safetySteps", title=TITLE, content_width=theme.px(PAGE_WIDTH))
        self._intents = presenter
        self._back = Button(
            BACK,
            kind=ButtonKind.QUIET,
            icon="arrow-left",
            name="safetySteps-back",
            on_click=presenter.leave,
        )
        self.body.insertWidget(0, FlowRow(self._back))
        self.add(Text(LEAD, TextRole.LEAD, name="safetySteps-lead"))
        for place, step in enumerate(presenter.state.steps, start=1):
            self.add(StepCard(step, place=place, name=f"safetySteps-step-{place}"))
        self.add(_grounding(presenter.state.grounding))
        self.body.addStretch(1)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.activated.connect(self._back.click)
        self.attach(presenter)

    def draw(self, state: SafetyStepsState) -> None:
        """Nothing on this page changes while it is shown."""

    def first_focus(self) -> QWidget | None:
        """The only control; the steps are to be read."""
        return self._back


def _grounding(exercises: tuple[str, ...]) -> Card:
    card = Card(
        Text(GROUNDING, TextRole.SECTION),
        Text(GROUNDING_HINT, TextRole.META),
        kind=CardKind.SUNKEN,
        name="safetySteps-grounding",
    )
    column = QVBoxLayout()
    column.setSpacing(8)
    icons = (*GROUNDING_ICONS, *("leaf" for _ in exercises[len(GROUNDING_ICONS) :]))
    for icon, words in zip(icons, exercises, strict=False):
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(IconMark(icon, size=26))
        row.addWidget(Text(words, TextRole.LEAD), 1)
        column.addLayout(row)
    card.add(column)
    return card
