"""What is said where nothing fits: which part of the search to take away, and what that would find."""

from collections.abc import Callable
from functools import partial

from ui.widgets.button import Button
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.directory.finding_state import FindingState, Relax
from vrn_desktop.presenters.directory.service_filters import Part

TAKE_ALL_AWAY = "Take everything away"


class NothingFound(Card):
    """One button for each part that could be taken away, and one for all of them."""

    def __init__(
        self, *, name: str, relax: Callable[[Part], None], clear: Callable[[], None]
    ) -> None:
        super().__init__(kind=CardKind.SOFT, name=name)
        self._relax = relax
        self._drawn: tuple[Relax, ...] | None = None
        self._words = Text("", TextRole.SECTION, name=f"{name}-words")
        self._buttons = FlowRow(spacing=8)
        self._clear = Button(TAKE_ALL_AWAY, icon="x", name=f"{name}-clear", on_click=clear)
        self.add(self._words)
        self.add(self._buttons)
        self.add(FlowRow(self._clear))

    def draw(self, state: FindingState) -> None:
        """Show what fits with one part less."""
        self.setVisible(bool(state.empty))
        self._words.setText(state.empty)
        self._clear.setVisible(bool(state.filters.parts()))
        if state.relaxes == self._drawn:
            return
        self._drawn = state.relaxes
        self._buttons.clear()
        for each in state.relaxes:
            self._buttons.add(
                Button(
                    f"{each.words}. Show them",
                    name=f"{self.objectName()}-{each.part}",
                    on_click=partial(self._relax, each.part),
                )
            )
        self._buttons.setVisible(bool(state.relaxes))
