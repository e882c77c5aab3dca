"""Step Z4: services chosen together, inside the conversation."""

from ui.conversation.window_page import WindowPage
from ui.services.choose_services_screen import ChooseServicesScreen
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.presenters.choose_services_presenter import ChooseServicesPresenter
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter


class ChooseHelpPage(WindowPage):
    """Holds the services page; reasons and worker lines leave it while the screen is shared."""

    def __init__(
        self, presenter: ChooseServicesPresenter, conversation: ConversationPresenter
    ) -> None:
        super().__init__(name="choose-help")
        self._services = presenter
        self._conversation = conversation
        self._screen = ChooseServicesScreen(presenter, embedded=True)
        self.add(self._screen)

    @property
    def title(self) -> str:
        """What is spoken when the page comes up."""
        return self._screen.title

    def set_shared(self, shared: bool) -> None:  # noqa: FBT001 - follows Qt's setters
        """Show what both may see."""
        super().set_shared(shared)
        self._services.share_view(on=shared)

    def go_on(self) -> None:
        """Each answer is kept already; note that help was talked about."""
        none_wanted = "true" if self._services.state.none_wanted else ""
        self._conversation.finish_step(KnownStep.CHOOSE_HELP, {"none_wanted": none_wanted})

    def leave(self) -> None:
        """Let go of the presenter."""
        self._screen.leave()
