"""The document as it will be printed, page by page, and beside it the same words as text."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.fonts import load_fonts_for
from ui.page_images import POINTS_PER_INCH, page_image, page_sizes
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow

PAGE_NAME = "Page {number} of {count}"
SMALLER, LARGER, WHOLE_WIDTH = "Smaller", "Larger", "Fit the width"
READ_AS_TEXT, SHOW_THE_PAGE = "Read as text", "Show the page"
SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 0.5, 3.0, 1.25
_SCREEN_DPI = 96
_AROUND = 20


class PageView(QWidget):
    """One page on screen; drawn sharp at the size it is shown."""

    def __init__(self, pdf: bytes, page: int, size: QSizeF, name: str, words: str) -> None:
        super().__init__()
        self._pdf = pdf
        self._page = page
        self._points = size
        self._picture = QImage()
        self.setObjectName(f"page-{page + 1}")
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def width_in_points(self) -> float:
        """How wide the paper is."""
        return self._points.width()

    def set_zoom(self, zoom: float) -> None:
        """Show the page at this part of its size on paper; 1 is as on paper."""
        factor = zoom * _SCREEN_DPI / POINTS_PER_INCH
        self.setFixedSize(
            QSize(round(self._points.width() * factor), round(self._points.height() * factor))
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, made anew only when its size has changed."""
        ratio = self.devicePixelRatioF()
        wanted = round(self.width() * ratio)
        if abs(self._picture.width() - wanted) > 1:
            scale = wanted / self._points.width()
            self._picture = page_image(self._pdf, self._page, scale)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._picture)
            painter.setPen(QPen(theme.colour(Colour.LINE), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class DocumentText(QPlainTextEdit):
    """The words of the document, to be read but not copied away (security L3)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("document-text")
        self.setAccessibleName(READ_AS_TEXT)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the clipboard nothing."""
        return QMimeData()


class DocumentPreview(QWidget):
    """A document held in memory, as pages or as text; `show_document` changes what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("document-preview")
        self._pages: list[PageView] = []
        self._zoom = 0.0
        self._column = QVBoxLayout()
        self._column.setSpacing(_AROUND)
        self._column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        self._scroll = self._scroll_area()
        self._text = DocumentText()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._text)
        self._switch = _button(READ_AS_TEXT, "read-as-text", "book-open")
        self._switch.clicked.connect(self._turn)
        self._zoom_buttons = self._zoom_row()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(FlowRow(*self._zoom_buttons, self._switch))
        layout.addWidget(self._stack, 1)

    def show_document(self, pdf: bytes, text: str) -> None:
        """Show another document; `text` is the same words for reading."""
        load_fonts_for(text)
        self._text.setPlainText(text)
        while self._pages:
            page = self._pages.pop()
            self._column.removeWidget(page)
            page.deleteLater()
        sizes = page_sizes(pdf)
        for number, size in enumerate(sizes):
            name = PAGE_NAME.format(number=number + 1, count=len(sizes))
            page = PageView(pdf, number, size, name, text if number == 0 else "")
            self._pages.append(page)
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        self._apply_zoom()

    def words(self) -> str:
        """The words of the document, as they can be read beside it."""
        return self._text.toPlainText()

    def show_text(self, *, as_text: bool) -> None:
        """Show the words, or the pages again."""
        self._stack.setCurrentWidget(self._text if as_text else self._scroll)
        self._switch.setText(SHOW_THE_PAGE if as_text else READ_AS_TEXT)
        for button in self._zoom_buttons:
            button.setEnabled(not as_text)

    @property
    def page_count(self) -> int:
        """How many sheets it takes."""
        return len(self._pages)

    @property
    def zoom(self) -> float:
        """The size shown, as part of the size on paper."""
        return self._zoom or self._fitting_zoom()

    def zoom_in(self) -> None:
        """Show it larger."""
        self._set_zoom(self.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show it smaller."""
        self._set_zoom(self.zoom / ZOOM_STEP)

    def fit_width(self) -> None:
        """Show pages as wide as there is room, now and when the window changes."""
        self._zoom = 0.0
        self._apply_zoom()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again unless a size was chosen."""
        super().resizeEvent(event)
        self._apply_zoom()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of text size, which changes the room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._apply_zoom()

    def _turn(self) -> None:
        self.show_text(as_text=self._stack.currentWidget() is self._scroll)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
        self._apply_zoom()

    def _apply_zoom(self) -> None:
        for page in self._pages:
            page.set_zoom(self.zoom)

    def _fitting_zoom(self) -> float:
        if not self._pages:
            return 1.0
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * _AROUND - bar - 2
        widest = max(page.width_in_points for page in self._pages)
        zoom = room * POINTS_PER_INCH / (widest * _SCREEN_DPI)
        return max(0.2, min(LARGEST_ZOOM, zoom))

    def _scroll_area(self) -> QScrollArea:
        holder = QWidget()
        holder.setObjectName("document-desk")
        holder.setLayout(self._column)
        area = QScrollArea()
        area.setObjectName("document-pages")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(holder)
        return area

    def _zoom_row(self) -> tuple[Button, ...]:
        smaller = _button(SMALLER, "zoom-out", "minus")
        smaller.clicked.connect(self.zoom_out)
        larger = _button(LARGER, "zoom-in", "plus")
        larger.clicked.connect(self.zoom_in)
        fit = _button(WHOLE_WIDTH, "zoom-fit", "")
        fit.clicked.connect(self.fit_width)
        return smaller, larger, fit


def _button(text: str, name: str, icon: str) -> Button:
    return Button(text, kind=ButtonKind.QUIET, icon=icon, name=name)
