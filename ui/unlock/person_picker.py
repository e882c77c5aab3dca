"""Who is at the keyboard: the names of those who may sign in."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ui.fonts import load_fonts_for
from vrn_desktop.domain.identifiers import PractitionerId

CHOOSE = "Choose your name"


class Named(Protocol):
    """Somebody with an id and a name."""

    @property
    def id(self) -> PractitionerId:
        """Who it is."""

    @property
    def name(self) -> str:
        """What they are called."""


class PersonPicker(QComboBox):
    """`chosen` tells the id, only when the user chose."""

    chosen = Signal(str)

    def __init__(self, *, name: str, placeholder: str = CHOOSE) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._people: tuple[tuple[PractitionerId, str], ...] = ()
        self.activated.connect(self._tell)

    def show_people(self, people: Sequence[Named], chosen: PractitionerId | None) -> None:
        """List `people`; nobody is chosen beforehand unless `chosen` says so."""
        wanted = tuple((person.id, person.name) for person in people)
        if wanted != self._people:
            self._people = wanted
            load_fonts_for(" ".join(name for _, name in wanted))
            self.clear()
            self.addItems([name for _, name in wanted])
        ids = [person for person, _ in wanted]
        self.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)

    def _tell(self, place: int) -> None:
        self.chosen.emit(self._people[place][0])
