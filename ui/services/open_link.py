"""A page on the web is opened only after a yes: outside this program others can see what is looked at."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner

TITLE = "Open this page in the browser?"
WARNING = "{address}\nThe browser remembers it, and the network can see it. Nothing from this program goes along."
YES, NO = "Open it", "Not now"
SAFE = frozenset({"http", "https"})
OpenPage = Callable[[str], None]


def open_in_browser(address: str) -> None:
    """Hand an address to the system's browser; anything but a web page is left alone."""
    url = QUrl(address)
    if url.scheme() in SAFE:
        QDesktopServices.openUrl(url)


class OpenLinkCard(MessageBanner):
    """Asks about one address; shown only while there is one."""

    def __init__(
        self, *, name: str, forget: Callable[[], None], open_page: OpenPage = open_in_browser
    ) -> None:
        super().__init__(TITLE, tone=BannerTone.NOTICE, name=name)
        self._address = ""
        self._forget, self._open_page = forget, open_page
        self._yes = Button(YES, icon="external-link", name=f"{name}-yes", on_click=self._open)
        no = Button(NO, kind=ButtonKind.QUIET, name=f"{name}-no", on_click=forget)
        self.add(FlowRow(self._yes, no))

    def draw(self, address: str) -> None:
        """Ask about this address, or about none."""
        appeared = bool(address) and address != self._address
        self._address = address
        self.set_message(TITLE, WARNING.format(address=address))
        self.setVisible(bool(address))
        if appeared:
            self._yes.setFocus()

    def _open(self) -> None:
        address = self._address
        self._forget()
        self._open_page(address)
