"""Notes beside the page that only the worker sees: why we ask, ways to say it, if it gets hard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.icon_mark import IconMark
from ui.widgets.scroll_page import scrolling
from ui.widgets.text import Text, TextRole

WIDTH = 312
NARROW = 1040


@dataclass(frozen=True, slots=True, kw_only=True)
class SideNote:
    """One note: icon, title, text and perhaps one link."""

    title: str
    text: str
    icon: str = "info"
    link: str = ""
    on_link: Callable[[], object] | None = None


class SidePanel(QFrame):
    """Notes under each other on a sunken ground, with a word at the end."""

    def __init__(
        self, notes: Sequence[SideNote] = (), *, footnote: str = "", name: str = "sidePanel"
    ) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setAccessibleIdentifier(name)
        self._footnote = footnote
        self._shape: list[tuple[str, str, str]] = []
        self._texts: list[Text] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 26, 24, 20)
        self._column.setSpacing(10)
        self.show_notes(notes)

    def show_notes(self, notes: Sequence[SideNote]) -> None:
        """Draw `notes` in place of what was there; notes of the same shape only change their text."""
        shape = [(note.title, note.icon, note.link) for note in notes]
        if shape == self._shape:
            for text, note in zip(self._texts, notes, strict=True):
                text.setText(note.text)
            return
        self._shape = shape
        self._texts = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, note in enumerate(notes):
            self._column.addWidget(_title(note))
            text = Text(note.text)
            self._texts.append(text)
            self._column.addWidget(text)
            if note.link:
                link = Button(
                    note.link,
                    kind=ButtonKind.LINK,
                    name=f"sideNote-{place}",
                    on_click=note.on_link,
                )
                self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
            self._column.addSpacing(6)
        self._column.addStretch(1)
        if self._footnote:
            self._column.addWidget(Text(self._footnote, TextRole.META))

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width."""
        return QSize(self._column.totalMinimumSize().width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts the notes from the page."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = self.width() - 1 if right_to_left else 0
            painter.fillRect(QRectF(x, 0, 1, self.height()), theme.colour(Colour.LINE))


class ContentWithAside(QWidget):
    """A page with `aside` beside it, which scrolls for itself.

    In a narrow window (below 1040 px at 100 %) the aside moves to the end of `page`, the layout of
    what the content scrolls.
    """

    def __init__(self, content: QWidget, aside: QWidget, page: QBoxLayout) -> None:
        super().__init__()
        self._shown = True
        self._aside = aside
        self._page = page
        self._beside = scrolling(aside)
        self._beside.setObjectName("aside")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(content, 1)
        row.addWidget(self._beside)
        theme.changed.connect(self._fit)

    def show_aside(self, *, shown: bool) -> None:
        """Take the aside away, for example while young eyes are on the screen, or bring it back."""
        if shown != self._shown:
            self._shown = shown
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the aside when there is too little room beside."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._fit()

    def _fit(self) -> None:
        self._beside.setFixedWidth(theme.px(WIDTH))
        narrow = self.width() < theme.px(NARROW)
        if narrow and self._beside.widget() is not None:
            self._beside.takeWidget()
            self._page.addWidget(self._aside)
        elif not narrow and self._beside.widget() is None:
            self._page.removeWidget(self._aside)
            self._beside.setWidget(self._aside)
        self._aside.setVisible(self._shown)
        self._beside.setVisible(self._shown and not narrow)


def _title(note: SideNote) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconMark(note.icon, size=20))
    row.addWidget(Text(note.title, TextRole.SECTION), 1)
    return holder
