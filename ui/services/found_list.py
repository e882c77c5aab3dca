"""The cards of what was found, each view used again for the next search."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.services.found_card_view import FoundCardView
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.presenters.directory.found_card import FoundCard


class FoundList(QWidget):
    """Draws cards under each other; `on_open` hears which one was pressed."""

    def __init__(self, *, name: str, on_open: Callable[[ServiceId], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._on_open = on_open
        self._views: list[FoundCardView] = []
        self._drawn: tuple[FoundCard, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def draw(self, cards: Sequence[FoundCard]) -> None:
        """Show these cards; views that are not needed wait hidden."""
        wanted = tuple(cards)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        while len(self._views) < len(wanted):
            view = FoundCardView(self._on_open)
            self._views.append(view)
            self._column.addWidget(view)
        for view, card in zip(self._views, wanted, strict=False):
            view.show_card(card)
        for place, view in enumerate(self._views):
            view.setVisible(place < len(wanted))
