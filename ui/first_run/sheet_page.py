"""The recovery sheet during set-up."""

from PySide6.QtWidgets import QWidget

from ui.first_run.page import SetUpPage
from ui.recovery.sheet_part import SheetPart
from ui.widgets.button import Button
from ui.widgets.flow_row import FlowRow
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter
from vrn_desktop.presenters.first_run.first_run_state import FirstRunPage, FirstRunState

TRY_AGAIN = "Try again"


class SheetPage(SetUpPage):
    """Going on is the part's own buttons: it cannot be skipped silently."""

    go_on_text = ""

    def __init__(self, presenter: FirstRunPresenter) -> None:
        super().__init__(name="sheet-page")
        self._part = SheetPart()
        self._part.print_wanted.connect(presenter.print_sheet)
        self._part.have_it.connect(presenter.have_sheet)
        self._part.again_wanted.connect(presenter.show_sheet_again)
        self._part.row_typed.connect(presenter.type_row)
        self._part.check_wanted.connect(presenter.check_row)
        again = Button(
            TRY_AGAIN,
            icon="refresh-cw",
            name="sheet-try-again",
            on_click=lambda: presenter.open_page(FirstRunPage.SHEET),
        )
        self._again = FlowRow(again)
        self.column.addWidget(self._part)
        self.column.addWidget(self._again)

    def draw(self, state: FirstRunState) -> None:
        """Draw the words or the field, and a way to try again where making them did not work."""
        self._part.setVisible(state.handover is not None)
        self._again.setVisible(state.handover is None and not state.working)
        if state.handover is not None:
            self._part.show_handover(state.handover)

    def first_field(self) -> QWidget | None:
        """Printing is what most people do."""
        return self._part.print_button if self._part.isVisibleTo(self) else None
