"""What became of the last thing somebody did."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.announcement import announce
from ui.widgets.message_banner import BannerTone, MessageBanner
from vrn_desktop.presenters.service_sources.sources_state import Outcome, Tone

TONES = {
    Tone.DONE: (BannerTone.CALM, "circle-check"),
    Tone.NOTICE: (BannerTone.INFO, "info"),
    Tone.PROBLEM: (BannerTone.PROBLEM, "circle-alert"),
}


class OutcomeBanner(QWidget):
    """One banner for each tone, of which one is seen: `<name>-done`, `-notice` or `-problem`."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._banners = {
            tone: MessageBanner("", tone=look, icon=icon, name=f"{name}-{tone}")
            for tone, (look, icon) in TONES.items()
        }
        for banner in self._banners.values():
            banner.hide()
            column.addWidget(banner)
        self._shown: Outcome | None = None
        self.hide()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show and say it; none takes the banner away."""
        if outcome == self._shown:
            return
        self._shown = outcome
        for tone, banner in self._banners.items():
            wanted = outcome is not None and outcome.tone is tone
            if outcome is not None and wanted:
                banner.set_message(outcome.title, outcome.text)
            banner.setVisible(wanted)
        self.setVisible(outcome is not None)
        if outcome is not None:
            announce(self, f"{outcome.title} {outcome.text}".strip())
