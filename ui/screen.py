"""What all screens have in common: a page that scrolls, a title that is spoken, a first focus."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.announcement import announce
from ui.widgets.scroll_page import ScrollPage, scrolling
from ui.widgets.side_panel import ContentWithAside
from ui.widgets.tab_order import move_focus
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.presenter import Presenter

State = TypeVar("State")
MARGINS = (37, 28, 37, 28)
WIDEST = 1100


class Screen(QWidget, Generic[State]):
    """One place of the program. Subclasses build widgets once into `body`; `draw` fills them.

    Order for a subclass: `super().__init__(...)`, build widgets, then `self.attach(presenter)`.
    """

    def __init__(
        self,
        *,
        name: str,
        title: str,
        content_width: int = WIDEST,
        scrolls: bool = True,
        show_title: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = title
        self._presenter: Presenter[State] | None = None
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self.page = ScrollPage()
        self.page.setObjectName("page")
        self.body = QVBoxLayout()
        self.body.setContentsMargins(*MARGINS)
        self.body.setSpacing(14)
        column = QWidget()
        column.setLayout(self.body)
        column.setMaximumWidth(content_width)
        self._page_column = QVBoxLayout(self.page)
        self._page_column.setContentsMargins(0, 0, 0, 0)
        self._page_column.setSpacing(0)
        centre = QHBoxLayout()
        centre.addWidget(column, 1)
        self._page_column.addLayout(centre, 1)
        self.heading = Text(title, TextRole.DISPLAY, name=f"{name}-title", parent=self)
        self.heading.setVisible(show_title)
        if show_title:
            self.body.addWidget(self.heading)
        self._scroll = scrolling(self.page, sideways=True) if scrolls else None
        self._main: QWidget = self.page if self._scroll is None else self._scroll
        self._frame.addWidget(self._main, 1)

    def attach(self, presenter: Presenter[State]) -> None:
        """Keep the presenter (Qt would let it go) and draw its state now and at each change."""
        self._presenter = presenter
        presenter.attach(self.draw)

    @property
    def presenter(self) -> Presenter[State] | None:
        """Whose state is drawn."""
        return self._presenter

    def draw(self, state: State) -> None:
        """Draw `state`; called now and at each change."""
        raise NotImplementedError

    def set_title(self, title: str) -> None:
        """Change the title; it is spoken when the screen comes to the front."""
        self.title = title
        self.heading.setText(title)

    def set_header(self, header: QWidget) -> None:
        """Put a strip over the page that does not scroll."""
        self._frame.insertWidget(0, header)

    def set_footer(self, footer: QWidget) -> None:
        """Put a strip under the page that does not scroll."""
        self._frame.addWidget(footer)

    def set_aside(self, aside: QWidget) -> None:
        """Put notes beside the page; in a narrow window they move under it."""
        place = self._frame.indexOf(self._main)
        self._frame.removeWidget(self._main)
        self._main = ContentWithAside(self._main, aside, self._page_column)
        self._frame.insertWidget(place, self._main, 1)

    def show_aside(self, *, shown: bool) -> None:
        """Take the notes beside the page away, or bring them back."""
        if isinstance(self._main, ContentWithAside):
            self._main.show_aside(shown=shown)

    def set_content_width(self, width: int) -> None:
        """Let the content be wider or narrower."""
        column = self.body.parentWidget()
        if column is not None and column.maximumWidth() != width:
            column.setMaximumWidth(width)

    def scroll_to_top(self) -> None:
        """Show the page from its beginning."""
        if self._scroll is not None:
            self._scroll.verticalScrollBar().setValue(0)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Let Tab go on; in the window, rail and help bar are on its way as well."""
        if self.isWindow():
            return move_focus([self], forward=forward)
        return super().focusNextPrevChild(forward)

    def add(self, widget: QWidget) -> None:
        """Put `widget` under what is on the page."""
        self.body.addWidget(widget)

    def arrive(self) -> None:
        """Say the title and give the focus its first place; called when the screen is shown."""
        announce(self, self.title)
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """Return what gets the focus first; the heading, unless a subclass knows better."""
        return self.heading if self.heading.isVisibleTo(self) else None

    def holds_back(self, then: Callable[[], None]) -> bool:
        """Whether to stay for now, because something typed is asked about first; `then` leaves after all."""
        del then
        return False

    def leave(self) -> None:
        """Let go of the presenter; called before the screen is thrown away."""
        if self._presenter is not None:
            self._presenter.detach()


AnyScreen = Screen[Any]
