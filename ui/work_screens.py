"""The pages of a signed-in person, conversations among them: those are read from the file first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from ui.conversation_building import build_conversation
from ui.inside_screens import InsideScreens
from ui.main_window import MainWindow
from ui.printing import ChoosePaper
from ui.screen import AnyScreen
from ui.session import Session
from vrn_desktop.application.settings_service import SettingsService
from vrn_desktop.domain.screening import Screening, ScreeningState
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import Ending
from vrn_desktop.presenters.conversation.opened_conversation import (
    OpenedConversation,
    open_conversation,
)
from vrn_desktop.presenters.navigation_presenter import Place, Route

AFTER = {
    Ending.PAUSED: Place.HOME,
    Ending.NOT_KEPT: Place.HOME,
    Ending.AT_END: Place.CHECK_NOTED,
    Ending.THEY_LEFT: Place.LEVEL,
    Ending.CHANGED: Place.LEVEL,
    Ending.RECORDED: Place.LEVEL,
}
"""Where a conversation leads to; the level is looked at only once the steps are done (TI-17)."""


class WorkScreens:
    """Imported at sign-in, not before."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        *,
        go: Callable[[Route], None],
        choose_paper: ChoosePaper,
        settings: SettingsService,
    ) -> None:
        self._session = session
        self._window = window
        self._go = go
        self._settings = settings
        self._ready: AnyScreen | None = None
        self._talking: ConversationPresenter | None = None
        self._pages = InsideScreens(
            session.services,
            session.names,
            aside=session.aside,
            go=go,
            choose_paper=choose_paper,
            backup_words=session.backup_words,
        )

    @property
    def is_writing(self) -> bool:
        """Whether words of the last conversation are on their way to the disk."""
        return self._talking is not None and self._talking.is_writing

    def build(self, route: Route) -> AnyScreen | None:
        """The page of a route, or None where it is not one of these."""
        if self._ready is not None:
            screen, self._ready = self._ready, None
            return screen
        if not self._session.services.practitioner.role.may_read_records:
            return None
        return self._pages.build(route)

    def open_conversation(self, route: Route, *, then: Callable[[], None]) -> None:
        """Read a conversation, then show it; a complete one leads to its level."""
        services, screening_id = self._session.services, route.screening
        if screening_id is None:
            self._go(Route(place=Place.CONVERSATIONS))
            return
        services.runner.run(
            lambda: open_conversation(services, screening_id),
            then=lambda opened: self._talk(route, opened, then),
            failed=lambda _error: self._go(Route(place=Place.CONVERSATIONS)),
        )

    def _talk(self, route: Route, opened: OpenedConversation, then: Callable[[], None]) -> None:
        if opened.screening.state is ScreeningState.COMPLETE:
            self._go(Route(place=Place.LEVEL, screening=opened.screening.id))
            return
        screen = build_conversation(
            self._session.services,
            opened,
            left=partial(self._left, route.returns_to),
            go=self._go,
            changing=route.item,
            record_action=route.place is Place.ESCALATION,
            settings=self._settings.settings,
        )
        screen.hide_requested.connect(self._window.cover, Qt.ConnectionType.DirectConnection)
        screen.sharing_changed.connect(self._share)
        self._ready, self._talking = screen, screen.intents
        then()

    def _left(self, returns_to: Place | None, screening: Screening, ending: Ending) -> None:
        back = returns_to if ending in (Ending.CHANGED, Ending.RECORDED) else None
        self._go(Route(place=back or AFTER[ending], screening=screening.id))

    def _share(self, sharing: bool) -> None:  # noqa: FBT001  Qt's own signal
        if sharing:
            self._session.names.mask()
