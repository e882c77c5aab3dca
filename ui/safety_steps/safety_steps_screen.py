"""Safety steps with their numbers in large figures, and three things that calm; usable before signing in."""

from ui.screen import Screen
from vrn_desktop.presenters.safety_steps.safety_steps_presenter import SafetyStepsPresenter, SafetyStepsState


class SafetyStepsScreen(Screen[SafetyStepsState]):
    """Draws the steps in the order to take them (TI-03)."""

    def __init__(self, presenter: SafetyStepsPresenter) -> None:
        super().__init__(name="safetySteps", title="What to do now")
        self._intents = presenter
        self.attach(presenter)

    def draw(self, state: SafetyStepsState) -> None:
        """Fill the page."""
