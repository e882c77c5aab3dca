"""The whole directory of services and help lines, with the check state of each."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screen import Screen
from ui.services.service_card_view import ServiceCardView
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import PlainLine
from vrn_desktop.presenters.services_presenter import ServicesPresenter, ServicesState

ALL = ""


class ServicesScreen(Screen[ServicesState]):
    """Draws the directory."""

    def __init__(self, presenter: ServicesPresenter) -> None:
        super().__init__(name="services", title="Services and help lines")
        self._intents = presenter
        self._search = PlainLine(name="services-search", placeholder="Search by name, kind or area")
        self._search.setAccessibleName("Search services")
        self._search.textChanged.connect(presenter.search)
        self.add(self._search)
        self._kinds = ChoiceChips([(ALL, "All"), *presenter.state.categories], name="services-kind")
        self._kinds.chosen.connect(presenter.choose_category)
        self.add(self._kinds)
        self._draft = MessageBanner("Draft", tone=BannerTone.NOTICE, name="services-draft")
        self.add(self._draft)
        self._empty = EmptyState("", icon="search", name="services-empty")
        self.add(self._empty)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._cards.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._cards)
        self.add(holder)
        self.body.addStretch(1)
        self._drawn: object = None
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Looking for a service."""
        return self._search

    def draw(self, state: ServicesState) -> None:
        """Fill the list."""
        self._draft.set_message("Draft", state.draft)
        self._kinds.set_chosen(state.category)
        self._empty.set_title(state.empty)
        self._empty.setVisible(bool(state.empty))
        if state.cards == self._drawn:
            return
        self._drawn = state.cards
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in state.cards:
            self._cards.addWidget(ServiceCardView(card))
