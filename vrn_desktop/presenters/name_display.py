"""Names are masked to initials; showing them is a momentary switch that falls back on lock and when shared."""

from collections.abc import Callable

from vrn_desktop.presenters.wording import masked_name


class NameDisplay:
    """The one switch "Show names" of the window; screens that list people listen to it."""

    def __init__(self) -> None:
        self._shown = False
        self._listeners: list[Callable[[], None]] = []

    @property
    def shown(self) -> bool:
        """Whether names are shown now."""
        return self._shown

    def listen(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever the switch changes."""
        self._listeners.append(listener)

    def forget(self, listener: Callable[[], None]) -> None:
        """Stop calling `listener`: its screen is gone."""
        self._listeners = [kept for kept in self._listeners if kept != listener]

    def switch(self) -> None:
        """Show names, or mask them again."""
        self._set(shown=not self._shown)

    def mask(self) -> None:
        """Mask names: at lock, under the cover, side by side."""
        self._set(shown=False)

    def label(self, chosen_name: str, reference: str) -> str:
        """How a person stands in a list: initials and reference, or the name while it is shown."""
        if self._shown:
            return f"{chosen_name} · {reference}"
        return f"{masked_name(chosen_name)} · {reference}"

    def _set(self, *, shown: bool) -> None:
        if shown != self._shown:
            self._shown = shown
            for listener in tuple(self._listeners):
                listener()
