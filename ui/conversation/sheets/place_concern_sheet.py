"""A place that may not be safe, noted without names so that the place can change (TI-37)."""

from PySide6.QtWidgets import QWidget

from ui.conversation.sheets.conversation_sheet import ConversationSheet
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow_row import FlowRow
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.place_concern import TimeBand
from vrn_desktop.presenters.conversation.place_concern_presenter import (
    KINDS,
    TIMES,
    PlaceConcernPresenter,
    PlaceConcernState,
    PlaceField,
)

TITLE = "A place that doesn’t feel safe"
LEAD = "About the place, never about a person. It is passed on without the young person’s name."
KIND = "What kind of place?"
TIME = "When?"
WORDS = "Where it is, and what would help there"
WORDS_HINT = "No names, please: not theirs, not anyone’s."
SAVE = "Keep this"


class PlaceConcernSheet(ConversationSheet):
    """Kind of place, time of day, and a few words."""

    def __init__(self, presenter: PlaceConcernPresenter) -> None:
        super().__init__(TITLE, name="place", close_text="Not now")
        self._presenter = presenter
        self._missing: tuple[tuple[PlaceField, str], ...] = ()
        self._summary = ErrorSummary(name="place-summary")
        self._problem = Text("", TextRole.ERROR, name="place-problem")
        self.kind = ChoiceGroup(
            [Choice(code=code, text=text) for code, text in KINDS], question=KIND, name="place-kind"
        )
        self.kind.chosen.connect(self._choose_kind)
        self.time = ChoiceGroup(
            [Choice(code=band.value, text=text) for band, text in TIMES],
            question=TIME,
            name="place-time",
        )
        self.time.chosen.connect(self._choose_time)
        self.words = OwnWordsField(label=WORDS, hint=WORDS_HINT, name="place-words")
        self.words.changed.connect(self._write)
        save = Button(
            SAVE, kind=ButtonKind.PRIMARY, icon="check", name="place-save", on_click=self.primary
        )
        for widget in (
            self._summary,
            self._problem,
            Text(LEAD),
            Text(KIND, TextRole.SECTION),
            self.kind,
            Text(TIME, TextRole.SECTION),
            self.time,
            self.words,
            FlowRow(save),
        ):
            self.add(widget)
        presenter.attach(self._draw)

    def primary(self) -> None:
        """Keep it, or say what is missing."""
        self._missing = ()
        self._presenter.save()

    def leave(self) -> None:
        """Let go of the presenter."""
        self._presenter.detach()

    def _draw(self, state: PlaceConcernState) -> None:
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.missing != self._missing:
            self._missing = state.missing
            fields: dict[PlaceField, QWidget] = {
                PlaceField.KIND: self.kind.card(KINDS[0][0]),
                PlaceField.TIME: self.time.card(TIMES[0][0].value),
            }
            self._summary.show_problems([(words, fields[field]) for field, words in state.missing])

    def _choose_kind(self, code: object) -> None:
        self._presenter.choose_kind(str(code))

    def _choose_time(self, code: object) -> None:
        self._presenter.choose_time(TimeBand(str(code)))

    def _write(self, words: str) -> None:
        self._presenter.write(words)
