"""What narrows a search: age, kind, place, hours, cost, language, access; folded away until wanted."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from vrn_desktop.presenters.directory.finding_state import FindingState
from vrn_desktop.presenters.directory.service_filters import (
    ANY_TIME,
    DAYS,
    DISTANCES,
    NOW,
    ServiceFilters,
    miles_words,
    when_words,
)

ALL_KINDS, ANY_DISTANCE = "All kinds of help", "Any distance"
FROM_HINT, ACCESS_HINT = "A town or LE3", "Such as step-free"


class FilterRow(Card):
    """Tells `narrowed` the whole search whenever one part of it changes."""

    def __init__(
        self,
        kinds: Sequence[tuple[str, str]],
        *,
        name: str,
        narrowed: Callable[[ServiceFilters], None],
    ) -> None:
        super().__init__(kind=CardKind.SUNKEN, name=name)
        self._narrowed = narrowed
        self._filters = ServiceFilters()
        self._lines: dict[str, PlainLine] = {}
        self._switches: dict[str, Button] = {}
        self._age = self._line("age", "Age", width=90)
        self._kind = self._list("kind", [("", ALL_KINDS), *kinds])
        self._miles = self._list(
            "miles", [(None, ANY_DISTANCE), *((n, miles_words(n)) for n in DISTANCES)]
        )
        self._place = self._line("place", "From where", width=190)
        whens = (ANY_TIME, NOW, *DAYS)
        self._when = self._list("when", [(w, _as_a_line(when_words(w))) for w in whens])
        access = self._line("access", "Getting in", width=170)
        self._lines["access"].setPlaceholderText(ACCESS_HINT)
        self.add(
            FlowRow(
                self._age,
                LabelledField("Kind of help", self._kind, name=f"{name}-kind-field"),
                LabelledField("When", self._when, name=f"{name}-when-field"),
                LabelledField("How far", self._miles, name=f"{name}-miles-field"),
                self._place,
                self._line("area", "Area", width=170),
                self._line("language", "Language", width=150),
                access,
            )
        )
        # A row of their own: beside fields with a label above they would stand too high.
        self.add(
            FlowRow(
                self._switch("free", "Free"),
                self._switch("themselves", "Contact them yourself"),
            )
        )

    def draw(self, state: FindingState) -> None:
        """Show the search as it stands; a field somebody types in is left alone."""
        filters = self._filters = state.filters
        for part, line in self._lines.items():
            typed = str(getattr(filters, part))
            if line.text() != typed:
                line.setText(typed)
        for part, switch in self._switches.items():
            switch.setChecked(bool(getattr(filters, part)))
        for part, box in (("kind", self._kind), ("miles", self._miles), ("when", self._when)):
            place = box.findData(getattr(filters, part))
            if place != box.currentIndex():
                box.setCurrentIndex(place)
        self._age.set_problem(filters.age_problem)
        self._place.set_problem(state.place_problem)
        self._lines["place"].setPlaceholderText(state.from_where or FROM_HINT)

    def first_focus(self) -> QWidget:
        """The first field."""
        return self._lines["age"]

    def _line(self, part: str, label: str, *, width: int) -> LabelledField:
        line = PlainLine(name=f"{self.objectName()}-{part}")
        line.setMinimumWidth(theme.px(width))
        line.textEdited.connect(lambda text: self._tell(**{part: text}))
        self._lines[part] = line
        return LabelledField(label, line, name=f"{self.objectName()}-{part}-field")

    def _list(self, part: str, choices: Sequence[tuple[Any, str]]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"{self.objectName()}-{part}")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        box.setSizeAdjustPolicy(policy)
        box.setMinimumContentsLength(12)
        for code, words in choices:
            box.addItem(words, code)
        box.activated.connect(lambda place: self._tell(**{part: box.itemData(place)}))
        return box

    def _switch(self, part: str, words: str) -> Button:
        switch = Button(words, name=f"{self.objectName()}-{part}")
        switch.setCheckable(True)
        switch.clicked.connect(lambda on: self._tell(**{part: on}))
        self._switches[part] = switch
        return switch

    def _tell(self, **part: Any) -> None:
        self._narrowed(replace(self._filters, **part))


def _as_a_line(words: str) -> str:
    """The words with a capital first; names of days keep theirs."""
    return words[:1].upper() + words[1:]
