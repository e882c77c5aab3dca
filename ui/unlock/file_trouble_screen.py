"""One page for each reason why the file stays closed; help and leaving are always possible."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.tokens import Colour
from ui.unlock.front_screen import FrontPanel, FrontScreen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.numbered_points import NumberedPoints
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble, TroubleKind
from vrn_desktop.presenters.unlock.file_trouble_presenter import FileTroublePresenter

WHAT_TO_DO = "What you can do"
RESTORE = "Look at the backups"
TRY_AGAIN = "Try again"
GO_ON = "Go on all the same"
CLOSE = "Close the program"
SAFETY = "Safety steps and phone numbers"
PAGE_WIDTH = 640
ICONS = {
    TroubleKind.FILE_DAMAGED: "hard-drive",
    TroubleKind.HEADER_DAMAGED: "hard-drive",
    TroubleKind.FILE_MISSING: "search",
    TroubleKind.ROLLED_BACK: "history",
    TroubleKind.TOO_NEW: "package",
    TroubleKind.IN_USE: "copy",
    TroubleKind.UNSAFE_PLACE: "map-pin",
    TroubleKind.READ_ONLY: "usb",
    TroubleKind.DISK_FULL: "archive",
    TroubleKind.CLOCK_SET_BACK: "calendar",
    TroubleKind.OTHER: "circle-alert",
}


class FileTroubleScreen(FrontScreen[FileTrouble]):
    """What happened, what to do in order, and the ways on; Ctrl+Enter presses the first."""

    def __init__(self, presenter: FileTroublePresenter) -> None:
        super().__init__(name="fileTrouble", title=presenter.state.title, content_width=PAGE_WIDTH)
        self._intents = presenter
        trouble = presenter.state
        self.body.insertStretch(0, 1)
        self.body.insertWidget(1, IconMark(ICONS[trouble.kind], Colour.LEVEL_2, size=40))
        self.add(Text(trouble.what_happened, TextRole.LEAD, name="fileTrouble-what"))
        steps = Card(Text(WHAT_TO_DO, TextRole.SECTION), NumberedPoints(trouble.what_to_do))
        self.add(steps)
        ways = self._ways(trouble)
        self.add(FlowRow(*ways))
        self.add(
            FlowRow(
                Button(
                    SAFETY,
                    kind=ButtonKind.LINK,
                    icon="life-buoy",
                    name="fileTrouble-safety",
                    on_click=presenter.show_safety_steps,
                )
            )
        )
        self.body.addStretch(2)
        self.set_front(FrontPanel())
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(ways[0].click)
        self.attach(presenter)

    def draw(self, state: FileTrouble) -> None:
        """Nothing on this page changes while it is shown."""

    def first_focus(self) -> QWidget | None:
        """The heading: the page is to be read first."""
        return self.heading

    def _ways(self, trouble: FileTrouble) -> list[Button]:
        presenter = self._intents
        offered = (
            (trouble.can_restore, RESTORE, "history", presenter.restore, "restore"),
            (trouble.can_try_again, TRY_AGAIN, "refresh-cw", presenter.try_again, "again"),
            (trouble.can_go_on, GO_ON, "", presenter.go_on, "go-on"),
            (True, CLOSE, "", presenter.close, "close"),
        )
        ways: list[Button] = []
        for offer, text, icon, intent, name in offered:
            if offer:
                kind = ButtonKind.SECONDARY if ways else ButtonKind.PRIMARY
                ways.append(
                    Button(text, kind=kind, icon=icon, name=f"fileTrouble-{name}", on_click=intent)
                )
        return ways
