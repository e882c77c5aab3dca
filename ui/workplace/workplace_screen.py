"""Changing organisation, setting and safeguarding lead."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.widgets.announcement import announce
from ui.widgets.button import Button, ButtonKind
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from ui.workplace.workplace_fields import LeadFields, SettingFields
from vrn_desktop.presenters.workplace.workplace_presenter import (
    WorkplacePresenter,
    WorkplaceState,
)

TITLE = "Organisation and safeguarding lead"
LEAD = "Safeguarding lead"
SETTING = "Organisation and setting"
KEEP = "Keep these details"
PAGE_WIDTH = 720


class WorkplaceScreen(Screen[WorkplaceState]):
    """The lead comes first: that is what changes most and matters most."""

    def __init__(self, presenter: WorkplacePresenter) -> None:
        super().__init__(name="workplace", title=TITLE, content_width=PAGE_WIDTH)
        self._intents = presenter
        self._problems = ErrorSummary(name="workplace-problems")
        self.body.insertWidget(0, self._problems)
        self._notice = MessageBanner("", tone=BannerTone.CALM, icon="circle-check", name="kept")
        self._refusal = MessageBanner("", tone=BannerTone.PROBLEM, name="workplace-refusal")
        self._loading = LoadingState()
        self._lead = LeadFields(name="lead")
        self._setting = SettingFields(name="setting")
        self._keep = Button(
            KEEP,
            kind=ButtonKind.PRIMARY,
            icon="save",
            name="workplace-keep",
            on_click=presenter.keep,
        )
        for part in (
            self._notice,
            self._refusal,
            self._loading,
            Text(LEAD, TextRole.TITLE),
            self._lead,
            Text(SETTING, TextRole.TITLE),
            self._setting,
            FlowRow(self._keep),
        ):
            self.add(part)
        self.body.addStretch(1)
        for fields in (self._lead, self._setting):
            fields.typed.connect(presenter.type_text)
        self._setting.setting_chosen.connect(presenter.choose_setting)
        self._setting.basis_chosen.connect(presenter.choose_basis)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(presenter.keep)
        self._said = ""
        self._problems_shown: dict[str, str] = {}
        self.attach(presenter)

    def draw(self, state: WorkplaceState) -> None:
        """Show the form, what is missing, and what was kept."""
        if state.loaded:
            self._loading.stop()
        else:
            self._loading.start()
        self._lead.show_draft(state.draft, state.problems)
        self._setting.show_draft(state.draft, state.problems)
        self._notice.set_message(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._refusal.set_message(state.refusal)
        self._refusal.setVisible(bool(state.refusal))
        if dict(state.problems) != self._problems_shown:
            self._problems_shown = dict(state.problems)
            fields = ((words, self._field_of(key)) for key, words in state.problems.items())
            self._problems.show_problems([(words, field) for words, field in fields if field])
            self.scroll_to_top()
        said = state.notice or state.refusal
        if said and said != self._said:
            announce(self, said)
            self.scroll_to_top()
        self._said = said

    def _field_of(self, key: str) -> QWidget | None:
        return self._lead.field_of(key) or self._setting.field_of(key)
