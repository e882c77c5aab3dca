"""The page before a part: what comes next, and that it can be left out."""

from PySide6.QtWidgets import QWidget

from ui.conversation.window_page import WindowPage
from ui.widgets.button import Button
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import (
    ConversationState,
    IntroView,
    Sheet,
)

NEXT = "Next: {part}"
HEAVY = "Shall we go on, or leave it?"
HEAVY_WORDS = (
    "This part can be hard. You choose: go on, leave it out, or talk about something else."
)
LIGHT_WORDS = "Any question can be left out, and so can the whole part."
LEAVE_OUT = "Leave this part out"
SOMETHING_ELSE = "Talk about something else"
TRAINED_TITLE = "Only for workers with training"


class IntroPage(WindowPage):
    """Short for most parts; a heavy one asks whether to go on."""

    def __init__(self, presenter: ConversationPresenter) -> None:
        super().__init__(name="intro", title=" ", lead=" ")
        self._presenter = presenter
        self._heavy = MessageBanner(
            HEAVY, HEAVY_WORDS, tone=BannerTone.CALM, icon="hand-heart", name="intro-heavy"
        )
        self._reminder = MessageBanner(
            "Say this first", icon="message-circle", name="intro-reminder"
        )
        self._trained = MessageBanner(TRAINED_TITLE, icon="info", name="intro-trained")
        self._leave_out = Button(
            LEAVE_OUT, icon="skip-forward", name="intro-leaveOut", on_click=presenter.skip_section
        )
        something_else = Button(
            SOMETHING_ELSE,
            icon="message-circle",
            name="intro-somethingElse",
            on_click=lambda: presenter.open_sheet(Sheet.CHANGE_SUBJECT),
        )
        self._ways = FlowRow(self._leave_out, something_else)
        self._light = Text(LIGHT_WORDS, name="intro-light")
        for widget in (self._heavy, self._reminder, self._ways, self._light, self._trained):
            self.add(widget)

    def show_state(self, state: ConversationState) -> None:
        """Show the part of `state`."""
        if state.intro is not None:
            self._draw(state.intro, shared=state.side_by_side)

    def go_on(self) -> None:
        """Go into the part."""
        self._presenter.go_on()

    def first_focus(self) -> QWidget | None:
        """Return the heading; nobody leaves a part out by a key meant for something else."""
        return self.heading

    def _draw(self, intro: IntroView, *, shared: bool) -> None:
        self.set_heading(NEXT.format(part=intro.title.lower()), intro.words)
        self._heavy.setVisible(intro.heavy)
        self._reminder.set_message("Say this first", intro.reminder)
        self._reminder.setVisible(bool(intro.reminder) and not shared)
        self._ways.setVisible(intro.heavy)
        self._light.setVisible(not intro.heavy)
        self._leave_out.setVisible(intro.skippable)
        self._trained.setVisible(bool(intro.left_to_trained) and not shared)
        self._trained.set_message(
            TRAINED_TITLE,
            "\n\n".join(
                f"“{left.label}” is not asked today. {left.guidance}"
                for left in intro.left_to_trained
            ),
        )
