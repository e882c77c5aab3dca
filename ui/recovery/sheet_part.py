"""The recovery sheet on the screen: sixteen words to print or write down, then one row typed back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.theme import SMALLEST_TEXT_PERCENT, theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.numbered_points import NumberedPoints
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.application.ports.vault import RecoverySheet
from vrn_desktop.presenters.recovery.sheet_handover import SheetHandover
from vrn_desktop.presenters.recovery.sheet_words import ROW_NAMES

WHY = "If passphrases are forgotten, these 16 words open the file. Without them nobody can, not even we."
KEEP = (
    "Put the sheet in a sealed envelope, in a locked cabinet.",
    "Never in the laptop bag, and no photo of it.",
)
SHEET_NAME = "Sheet “{name}”"
PRINT = "Print the sheet"
PRINTED = "I have it on paper"
WRITTEN = "I have no printer: I wrote it down"
TYPE_BACK = "Type row {row} from your paper"
TYPE_BACK_HINT = "Four words with spaces. The first four letters of each are enough."
CHECK = "Check the row"
LOOK_AGAIN = "Show the words again"


class SheetPart(QWidget):
    """Signals tell what is asked; `show_handover` draws where it stands."""

    print_wanted = Signal()
    have_it = Signal()
    again_wanted = Signal()
    row_typed = Signal(str)
    check_wanted = Signal()

    def __init__(self, *, name: str = "sheet-part") -> None:
        super().__init__()
        self.setObjectName(name)
        self._sheet: RecoverySheet | None = None
        self._card = Card(kind=CardKind.PLAIN, name=f"{name}-card", spacing=14)
        # The words are English and counted from the left, whatever the page's direction.
        self._card.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._notice = MessageBanner(
            "", tone=BannerTone.INFO, icon="printer", name=f"{name}-notice"
        )
        self._name = Text("", TextRole.STRONG)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(12)
        self._card.add(self._name)
        self._card.add(self._grid)
        self._line = PlainLine(name=f"{name}-row")
        self._line.textEdited.connect(self.row_typed)
        self._line.returnPressed.connect(self.check_wanted)
        self._field = LabelledField("", self._line, hint=TYPE_BACK_HINT, name=f"{name}-row-field")
        self._showing = QWidget()
        self._typing = QWidget()
        shown = QVBoxLayout(self._showing)
        typing = QVBoxLayout(self._typing)
        for column in (shown, typing):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(14)
        shown.addWidget(Text(WHY, TextRole.LEAD))
        shown.addWidget(self._card)
        shown.addWidget(NumberedPoints(KEEP, mark="•"))
        shown.addWidget(self._notice)
        self.print_button = Button(
            PRINT, kind=ButtonKind.PRIMARY, icon="printer", name=f"{name}-print"
        )
        printed = Button(PRINTED, name=f"{name}-have")
        written = Button(WRITTEN, kind=ButtonKind.LINK, name=f"{name}-written")
        self.print_button.clicked.connect(self.print_wanted)
        for have in (printed, written):
            have.clicked.connect(self.have_it)
        shown.addWidget(FlowRow(self.print_button, printed, written))
        typing.addWidget(self._field)
        self.check_button = Button(
            CHECK, kind=ButtonKind.PRIMARY, icon="check", name=f"{name}-check"
        )
        look = Button(LOOK_AGAIN, kind=ButtonKind.LINK, name=f"{name}-again")
        self.check_button.clicked.connect(self.check_wanted)
        look.clicked.connect(self.again_wanted)
        typing.addWidget(FlowRow(self.check_button, look))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._showing)
        whole.addWidget(self._typing)

    def show_handover(self, handover: SheetHandover) -> None:
        """Draw the words, or the field for the row; never both."""
        if handover.sheet != self._sheet:
            self._sheet = handover.sheet
            self._fill(handover.sheet)
        began_typing = handover.typing and self._typing.isHidden()
        self._showing.setVisible(not handover.typing)
        self._typing.setVisible(handover.typing)
        self._field.set_label(TYPE_BACK.format(row=handover.row))
        self._field.set_problem(handover.problem)
        self._notice.set_message(handover.notice)
        self._notice.setVisible(bool(handover.notice))
        if self._line.text() != handover.typed:
            self._line.setText(handover.typed)
        if handover.typing and (began_typing or handover.problem):
            self._line.setFocus()

    def _fill(self, sheet: RecoverySheet) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._name.setText(SHEET_NAME.format(name=sheet.sheet_name))
        narrow = theme.text_percent > SMALLEST_TEXT_PERCENT
        for row, words in enumerate(sheet.rows):
            self._grid.addWidget(Text(ROW_NAMES[row], TextRole.META, wrap=False), row, 0)
            if narrow:
                self._grid.addWidget(Text("  ".join(words), TextRole.SECTION), row, 1)
                continue
            for place, word in enumerate(words):
                self._grid.addWidget(Text(word, TextRole.SECTION, wrap=False), row, place + 1)
        self._grid.setColumnStretch(1 if narrow else 5, 1)
