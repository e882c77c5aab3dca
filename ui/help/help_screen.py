"""Help pages beside the list of topics, with a search, the keys and the licences; nothing needs a network."""

from ui.screen import Screen
from vrn_desktop.presenters.help.help_presenter import HelpPresenter, HelpState


class HelpScreen(Screen[HelpState]):
    """Draws one topic, the keys, or what the program is made of."""

    def __init__(self, presenter: HelpPresenter) -> None:
        super().__init__(name="help", title="Help")
        self._intents = presenter
        self.attach(presenter)

    def draw(self, state: HelpState) -> None:
        """Fill the page."""
