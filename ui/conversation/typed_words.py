"""Words that keep themselves: after two quiet seconds, and when the field is left."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from ui.widgets.own_words_field import OwnWordsField

QUIET_MS = 2000


class TypedWords:
    """Calls `keep` with what was typed into `field`: after a pause, when it is left, and at `flush`."""

    def __init__(self, field: OwnWordsField, keep: Callable[[str], None]) -> None:
        self._field = field
        self._keep = keep
        self._dirty = False
        self.pause = QTimer(field)
        self.pause.setSingleShot(True)
        self.pause.setInterval(QUIET_MS)
        self.pause.timeout.connect(self.flush)
        field.changed.connect(self._typed)
        field.area.left.connect(self.flush)

    def flush(self) -> None:
        """Keep what was typed since the last time."""
        self.pause.stop()
        if self._dirty:
            self._dirty = False
            self._keep(self._field.words())

    def _typed(self) -> None:
        self._dirty = True
        self.pause.start()
