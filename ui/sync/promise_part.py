"""What is promised to each young person and what is not: computed sentences, none written here."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.numbered_points import NumberedPoints
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.counts_in_words import PromiseInWords

MARK = "•"
PROMISED, KEPT, NOT_COVERED = "What is promised", "How it is kept", "What is not covered"
NONE = "Nothing is promised, so nothing is sent."


class PromisePart(QWidget):
    """Drawn anew when the promise changes, which a new table pack alone can do."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sync-promise")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._drawn: tuple[PromiseInWords | None, str] | None = None

    def show_promise(self, promise: PromiseInWords | None, refused: str) -> None:
        """The computed sentences, or why there are none."""
        if (promise, refused) == self._drawn:
            return
        self._drawn = (promise, refused)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if promise is None:
            self._column.addWidget(
                MessageBanner(NONE, refused, tone=BannerTone.NOTICE, name="sync-promise-refused")
            )
            return
        for title, points, name in (
            (PROMISED, promise.sentences, "sync-promised"),
            (KEPT, promise.how_it_is_kept, "sync-kept"),
            (NOT_COVERED, promise.not_covered, "sync-not-covered"),
        ):
            self._column.addWidget(
                Card(Text(title, TextRole.SECTION), NumberedPoints(points, mark=MARK), name=name)
            )
