"""The list of help pages, with the open one marked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.help.help_presenter import ABOUT_TOPIC, HelpPresenter, HelpState

TOPICS = "Pages"
ABOUT = "About this program"


class TopicList(Card):
    """One button a page; `help-topic-<id>` opens it."""

    def __init__(self, presenter: HelpPresenter) -> None:
        super().__init__(Text(TOPICS, TextRole.CAPS), name="help-topics", spacing=2)
        self.body.setContentsMargins(12, 14, 12, 12)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        for topic in presenter.state.topics:
            self._add(topic.id, topic.title, partial(presenter.open_topic, topic.id))
        self._add(ABOUT_TOPIC, ABOUT, presenter.open_about)

    def show_topics(self, state: HelpState) -> None:
        """Mark the open page."""
        chosen = ABOUT_TOPIC if state.about else state.topic.id if state.topic else ""
        self._group.setExclusive(False)
        for topic_id, button in self._buttons.items():
            button.setChecked(topic_id == chosen and not state.search)
        self._group.setExclusive(True)

    def chosen(self) -> QWidget | None:
        """The button of the open page."""
        return next((button for button in self._buttons.values() if button.isChecked()), None)

    def focus_chosen(self) -> None:
        """Leave the focus on the open page, so that the next one is one key away."""
        button = self.chosen()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, topic_id: str, title: str, open_it: Callable[[], None]) -> None:
        button = Button(
            title,
            kind=ButtonKind.QUIET,
            name=f"help-topic-{topic_id}",
            on_click=open_it,
        )
        button.setCheckable(True)
        self._group.addButton(button)
        self._buttons[topic_id] = button
        self.add(button)
