"""The page that says why the file stays closed, with the ways that lead on."""

from collections.abc import Callable

from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble


class FileTroublePresenter(Presenter[FileTrouble]):
    """`try_again` starts the opening afresh; `close` ends the program; `go_on` only where given."""

    def __init__(
        self,
        trouble: FileTrouble,
        *,
        go: Callable[[Route], None],
        try_again: Callable[[], None],
        close: Callable[[], None],
        go_on: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(trouble)
        self._go = go
        self.try_again = try_again
        self.close = close
        self._go_on = go_on

    def go_on(self) -> None:
        """Open the file all the same, where that is safe."""
        if self._go_on is not None:
            self._go_on()

    def restore(self) -> None:
        """Look at the backups."""
        self._go(Route(place=Place.RESTORE))

    def show_safety_steps(self) -> None:
        """Numbers and steps; they work without the file."""
        self._go(Route(place=Place.SAFETY_STEPS))
