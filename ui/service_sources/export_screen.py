"""Give our directory to others: which form, which services, where to save it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.save_dialog import ask_where_to_save
from ui.screen import Screen
from ui.service_sources.outcome_banner import OutcomeBanner
from ui.service_sources.working_card import WorkingCard
from ui.theme import theme
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.application.directory_export_service import ExportForm, ExportScope
from vrn_desktop.presenters.service_sources.export_presenter import ExportPresenter, ExportState

TITLE = "Give our directory to others"
LEAD = (
    "A file that other directories and programs can read. It holds nothing about any young person."
)
LEFT_OUT = "Some entries stay here."
LEFT_OUT_TEXT = (
    "Entries for workers only and hidden addresses, such as refuges, are left out. So are the names of "
    "colleagues. Check the licence of each source before you pass its services on."
)
WHICH, HOW = "Which services?", "In which form?"
SCOPES = (
    Choice(
        code=ExportScope.EVERYTHING,
        text="The whole directory",
        hint="All sources, and your own entries.",
    ),
    Choice(
        code=ExportScope.OUR_OWN,
        text="Only our own entries",
        hint="What you and your colleagues wrote.",
    ),
)
FORMS = (
    Choice(
        code=ExportForm.JSON,
        text="One file (Open Referral UK 3.0, JSON)",
        hint="For programs and for other teams with this program.",
    ),
    Choice(
        code=ExportForm.PACKAGE,
        text="Tables in a zip (Open Referral UK 3.0)",
        hint="For people who work with spreadsheets.",
    ),
)
SAVE, BACK = "Choose where to save it", "Back to the sources"
ASK_SUPERVISOR = "A supervisor gives the directory to others."
KINDS = {ExportForm.JSON: "JSON (*.json)", ExportForm.PACKAGE: "Zip (*.zip)"}
MEANWHILE = "You can go on with your work meanwhile. The file is there once it is whole."
PAGE_WIDTH = 760
"""Logical pixels at usual text size."""


class ExportScreen(Screen[ExportState]):
    """Ctrl+Enter asks where to save."""

    def __init__(
        self,
        presenter: ExportPresenter,
        *,
        choose_save: Callable[[QWidget, ExportState], Path | None] | None = None,
    ) -> None:
        super().__init__(name="export", title=TITLE, content_width=theme.px(PAGE_WIDTH))
        self._intents = presenter
        self._choose_save = choose_save or _ask_where
        self._outcome = OutcomeBanner(name="export-outcome")
        self._working = WorkingCard(stop=presenter.stop, name="export-working", meanwhile=MEANWHILE)
        self._scope = ChoiceGroup(SCOPES, question=WHICH, name="export-scope")
        self._scope.chosen.connect(lambda code: presenter.choose_scope(ExportScope(code)))
        self._form = ChoiceGroup(FORMS, question=HOW, name="export-form")
        self._form.chosen.connect(lambda code: presenter.choose_form(ExportForm(code)))
        self._save = Button(
            SAVE, kind=ButtonKind.PRIMARY, icon="save", name="export-save", on_click=self._ask
        )
        self._who = Text(ASK_SUPERVISOR, TextRole.META, name="export-ask-supervisor")
        back = Button(BACK, icon="arrow-left", name="export-back", on_click=presenter.to_sources)
        self._choices = Card(
            Text(WHICH, TextRole.SECTION),
            self._scope,
            Text(HOW, TextRole.SECTION),
            self._form,
            spacing=14,
            name="export-choices",
        )
        self._warning = MessageBanner(
            LEFT_OUT, LEFT_OUT_TEXT, tone=BannerTone.NOTICE, name="export-left-out"
        )
        for part in (
            self._outcome,
            self._working,
            Text(LEAD, TextRole.LEAD),
            self._who,
            self._choices,
            self._warning,
            FlowRow(self._save, back),
        ):
            self.add(part)
        self.body.addStretch(1)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._save.click)
        self.attach(presenter)

    def first_focus(self) -> QWidget | None:
        """The first choice."""
        return self._scope.card(ExportScope.EVERYTHING)

    def draw(self, state: ExportState) -> None:
        """Show choices, how far it is, or what became of it."""
        self._outcome.show_outcome(state.outcome)
        self._working.setVisible(state.working is not None)
        if state.working is not None:
            self._working.show_working(state.working)
        free = state.working is None and state.may_export
        self._choices.setVisible(free)
        self._save.setEnabled(free)
        self._save.setVisible(state.may_export)
        self._who.setVisible(not state.may_export)
        self._scope.set_chosen(state.scope)
        self._form.set_chosen(state.form)

    def _ask(self) -> None:
        state = self._intents.state
        place = self._choose_save(self, state)
        if place is not None:
            self._intents.save(place)


def _ask_where(parent: QWidget, state: ExportState) -> Path | None:
    return ask_where_to_save(parent, title=TITLE, name=state.file_name, kinds=KINDS[state.form])
