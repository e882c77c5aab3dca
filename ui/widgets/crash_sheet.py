"""The calm notice after something unexpected."""

from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.sheet_panel import SheetPanel
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.error_text import ErrorText

LOGGED = "Only the kind of error and its place in the program were noted, nothing about anyone."


class CrashSheet(SheetPanel):
    """Says what happened and what to do; one button goes on."""

    def __init__(self, text: ErrorText) -> None:
        super().__init__(text.what_happened, name="crashSheet")
        self.add(Text(text.what_to_do))
        self.add(Text(LOGGED, TextRole.META))
        go_on = Button("Go on", kind=ButtonKind.PRIMARY, name="crashSheet-goOn")
        go_on.clicked.connect(self.close_sheet)
        self.add(FlowRow(go_on))
