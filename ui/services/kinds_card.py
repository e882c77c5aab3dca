"""What kinds of help a service is: shown, and set by a colleague who knows."""

from typing import Protocol

from ui.services.kind_chips import KindChips
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import CategoryId
from vrn_desktop.presenters.directory.service_page_state import ServicePageState

TITLE = "Kinds of help"
LEAD = "Suggestions in a conversation go by these. What you set stays when the list is brought in again."
SET, KEEP, NOT_NOW, NONE = "Set the kinds of help", "Keep these", "Not now", "Not set yet."


class SettingKinds(Protocol):
    """What somebody who knows the service may do."""

    def begin_kinds(self) -> None:
        """Choose."""

    def set_kinds(self, kinds: tuple[CategoryId, ...]) -> None:
        """Keep what was chosen."""

    def leave_it(self) -> None:
        """Choose nothing."""


class KindsCard(Card):
    """Builds the long list of ticks only once somebody wants it."""

    def __init__(self, setting: SettingKinds) -> None:
        super().__init__(name="service-kinds")
        self._setting = setting
        self._choices: KindChips | None = None
        self._now = Text("", name="service-kinds-now")
        self._begin = Button(SET, name="service-set-kinds", on_click=setting.begin_kinds)
        keep = Button(KEEP, kind=ButtonKind.PRIMARY, name="service-keep-kinds", on_click=self._keep)
        leave = Button(
            NOT_NOW, kind=ButtonKind.QUIET, name="service-leave-kinds", on_click=setting.leave_it
        )
        self._keeping = FlowRow(keep, leave)
        self.add(Text(TITLE, TextRole.SECTION))
        self.add(Text(LEAD, TextRole.META))
        self.add(self._now)
        self.add(FlowRow(self._begin))
        self.add(self._keeping)

    def draw(self, state: ServicePageState) -> None:
        """Show the kinds, and the ticks while they are chosen."""
        if state.page is None:
            return
        names = dict(state.all_kinds)
        here = [names[kind] for kind in state.page.kinds if kind in names]
        self._now.setText("\n".join(here) or NONE)
        self._now.setVisible(not state.is_choosing_kinds)
        self._begin.setVisible(not state.is_choosing_kinds)
        self._keeping.setVisible(state.is_choosing_kinds)
        if state.is_choosing_kinds and self._choices is None:
            self._choices = KindChips(state.all_kinds, name="service-kind")
            self._choices.set_chosen(state.page.kinds)
            self.body.insertWidget(2, self._choices)
        elif not state.is_choosing_kinds and self._choices is not None:
            self._choices.hide()
            self._choices.deleteLater()
            self._choices = None

    def _keep(self) -> None:
        if self._choices is not None:
            self._setting.set_kinds(self._choices.chosen)
