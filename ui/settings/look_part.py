"""Text size, colours and spacing, with a piece of a page that shows them at once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.pill import Pill, PillTone
from ui.widgets.text import Text, TextRole
from vrn_desktop.application.settings import TEXT_PERCENTS, ColourChoice, Settings, Spacing
from vrn_desktop.presenters.settings.settings_presenter import (
    SCHEMES,
    SPACINGS,
    SettingsPresenter,
)

SIZE = "Text size"
SIZE_HINT = "Also with Ctrl and plus, minus or 0, on every page."
COLOURS = "Colours"
SPACING = "Space between letters and words"
SPACING_HINT = "Wide helps many people with dyslexia."
EASY_READ = "Easy read with symbols"
EASY_READ_HINT = "Short sentences with a symbol beside each."
PREVIEW = "This is how a page looks"
PREVIEW_QUESTION = "How safe do you feel on your way home?"
PREVIEW_ANSWER = "Mostly safe"
PREVIEW_WHY = "You can skip any question. That is fine."
USUAL = "usual"


class LookPart(QWidget):
    """Each choice works at once on the whole program."""

    def __init__(self, presenter: SettingsPresenter, *, name: str = "look") -> None:
        super().__init__()
        self._intents = presenter
        self._sizes = ChoiceChips(
            [
                (
                    str(percent),
                    f"{percent} %" if percent > TEXT_PERCENTS[0] else f"{percent} %, {USUAL}",
                )
                for percent in TEXT_PERCENTS
            ],
            name=f"{name}-size",
        )
        self._sizes.chosen.connect(lambda code: presenter.choose_text_percent(int(code)))
        self._schemes = ChoiceChips(
            [(scheme.value, words) for scheme, words in SCHEMES.items()], name=f"{name}-scheme"
        )
        self._schemes.chosen.connect(lambda code: presenter.choose_scheme(ColourChoice(code)))
        self._spacing = ChoiceChips(
            [(spacing.value, words) for spacing, words in SPACINGS.items()], name=f"{name}-spacing"
        )
        self._spacing.chosen.connect(lambda code: presenter.choose_spacing(Spacing(code)))
        self._easy = CheckCard(EASY_READ, hint=EASY_READ_HINT, name=f"{name}-easy-read")
        self._easy.clicked.connect(lambda on: presenter.use_easy_read(on=on))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for label, part, hint in (
            (SIZE, self._sizes, SIZE_HINT),
            (COLOURS, self._schemes, ""),
            (SPACING, self._spacing, SPACING_HINT),
        ):
            column.addWidget(
                LabelledField(label, part, hint=hint, name=part.objectName() + "-field")
            )
        column.addWidget(self._easy)
        column.addWidget(_preview(name))

    def show_settings(self, settings: Settings) -> None:
        """Draw what is chosen."""
        self._sizes.set_chosen(str(settings.text_percent))
        self._schemes.set_chosen(settings.scheme.value)
        self._spacing.set_chosen(settings.spacing.value)
        self._easy.setChecked(settings.easy_read)

    def first_field(self) -> QWidget:
        """The first choice."""
        return self._sizes.chip(str(TEXT_PERCENTS[0]))


def _preview(name: str) -> QWidget:
    return Card(
        Text(PREVIEW, TextRole.CAPS),
        Text(PREVIEW_QUESTION, TextRole.TITLE),
        FlowRow(
            Button(PREVIEW_ANSWER, kind=ButtonKind.PRIMARY, name=f"{name}-preview-answer"),
            Pill("Secondary", PillTone.LEVEL_2),
        ),
        Text(PREVIEW_WHY, TextRole.META),
        name=f"{name}-preview",
    )
