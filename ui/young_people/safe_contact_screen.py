"""The safe-contact questions outside a conversation, for example before a letter is printed again."""

from ui.conversation.closing.safe_contact_page import SafeContactPage
from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.sticky_strip import StickyFooter
from vrn_desktop.presenters.closing.safe_contact_presenter import (
    SafeContactPresenter,
    SafeContactState,
)

WIDTH = 800


class SafeContactScreen(Screen[SafeContactState]):
    """Holds the page of step Z5."""

    def __init__(self, presenter: SafeContactPresenter) -> None:
        super().__init__(name="safe-contact-screen", title="Being in touch", content_width=WIDTH)
        self._page = SafeContactPage(presenter)
        self.add(self._page)
        self.body.addStretch(1)
        keep = Button(
            "Keep these answers",
            kind=ButtonKind.PRIMARY,
            icon="check",
            name="safe-contact-keep",
            on_click=presenter.keep,
        )
        press_by_primary_keys(keep)
        back = Button(
            "Back", icon="arrow-left", name="safe-contact-back", on_click=presenter.leave_as_it_was
        )
        self.set_footer(StickyFooter(start=(back,), end=(keep,), name="safe-contact-footer"))

    def draw(self, state: SafeContactState) -> None:
        """The page draws itself."""

    def leave(self) -> None:
        """Let go of the page."""
        self._page.leave()
