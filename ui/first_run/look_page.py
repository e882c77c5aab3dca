"""Text size and colours, seen at once."""

from PySide6.QtWidgets import QWidget

from ui.first_run.page import SetUpPage
from ui.settings.look_part import LookPart
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.settings.settings_presenter import SettingsPresenter, SettingsState

INTRO = "Choose what you read best. You can change it at any time."


class LookPage(SetUpPage):
    """The settings page's own part, before there is anything else to set."""

    def __init__(self, settings: SettingsPresenter) -> None:
        super().__init__(name="look")
        self._settings = settings
        self._look = LookPart(settings)
        self.column.addWidget(Text(INTRO, TextRole.LEAD))
        self.column.addWidget(self._look)
        settings.attach(self._show)

    def first_field(self) -> QWidget:
        """The first size."""
        return self._look.first_field()

    def _show(self, state: SettingsState) -> None:
        self._look.show_settings(state.settings)
