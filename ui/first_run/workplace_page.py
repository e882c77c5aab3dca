"""Organisation and setting, and the safeguarding lead."""

from PySide6.QtWidgets import QWidget

from ui.first_run.page import SetUpPage
from ui.workplace.workplace_fields import LeadFields, SettingFields
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter
from vrn_desktop.presenters.first_run.first_run_state import FirstRunState
from vrn_desktop.presenters.workplace.workplace_draft import Entry


class WorkplacePage(SetUpPage):
    """Where conversations take place, and on which basis records are kept (DP-01)."""

    def __init__(self, presenter: FirstRunPresenter) -> None:
        super().__init__(name="workplace")
        self._fields = SettingFields()
        self._fields.typed.connect(presenter.type_text)
        self._fields.setting_chosen.connect(presenter.choose_setting)
        self._fields.basis_chosen.connect(presenter.choose_basis)
        self.column.addWidget(self._fields)

    def draw(self, state: FirstRunState) -> None:
        """Draw what was typed and what is missing."""
        self._fields.show_draft(state.draft, state.problems)

    def field_of(self, key: str) -> QWidget | None:
        """The field that a problem belongs to."""
        return self._fields.field_of(key)

    def first_field(self) -> QWidget | None:
        """The organisation."""
        return self._fields.field_of(Entry.ORGANISATION.value)


class LeadPage(SetUpPage):
    """Whom to call (TI-03)."""

    def __init__(self, presenter: FirstRunPresenter) -> None:
        super().__init__(name="lead")
        self._fields = LeadFields()
        self._fields.typed.connect(presenter.type_text)
        self.column.addWidget(self._fields)

    def draw(self, state: FirstRunState) -> None:
        """Draw what was typed and what is missing."""
        self._fields.show_draft(state.draft, state.problems)

    def field_of(self, key: str) -> QWidget | None:
        """The field that a problem belongs to."""
        return self._fields.field_of(key)

    def first_field(self) -> QWidget | None:
        """The lead's name."""
        return self._fields.field_of(Entry.LEAD_NAME.value)
