"""The whole directory of services and help lines, with the check state of each."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.screen import Screen
from ui.services.service_card_view import ServiceCardView
from ui.theme import theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.service_cards import ServiceCard
from vrn_desktop.presenters.services_presenter import ServicesPresenter, ServicesState

ALL_KINDS = "All kinds of help"
TRY = "Try another word, or choose all kinds of help."


class ServicesScreen(Screen[ServicesState]):
    """Draws the directory."""

    def __init__(self, presenter: ServicesPresenter) -> None:
        super().__init__(name="services", title="Services and help lines")
        self._intents = presenter
        self._search = PlainLine(name="services-search", placeholder="Search by name, kind or area")
        self._search.setAccessibleName("Search services")
        self._search.setMinimumWidth(theme.px(300))
        self._search.textChanged.connect(presenter.search)
        self._kind = QComboBox()
        self._kind.setObjectName("services-kind")
        self._kind.setAccessibleName("Kind of help")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._kind.setSizeAdjustPolicy(policy)
        self._kind.setMinimumContentsLength(24)
        self._kind.addItem(ALL_KINDS, "")
        for code, words in presenter.state.categories:
            self._kind.addItem(words, code)
        self._kind.currentIndexChanged.connect(self._choose)
        self._draft = MessageBanner("Draft", tone=BannerTone.NOTICE, name="services-draft")
        self._empty = EmptyState("", TRY, icon="search", name="services-empty")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._cards.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._cards)
        self._footer = Text("", TextRole.META, name="services-footer")
        for part in (
            FlowRow(self._search, self._kind),
            self._draft,
            self._footer,
            self._empty,
            holder,
        ):
            self.add(part)
        self.body.addStretch(1)
        self._drawn: tuple[ServiceCard, ...] | None = None
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Looking for a service."""
        return self._search

    def draw(self, state: ServicesState) -> None:
        """Fill the list."""
        self._draft.set_message("Draft", state.draft)
        self._empty.set_title(state.empty)
        self._empty.setVisible(bool(state.empty))
        self._footer.setText(state.footer)
        if state.cards == self._drawn:
            return
        self._drawn = state.cards
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for card in state.cards:
            self._cards.addWidget(ServiceCardView(card, with_category=True))

    def _choose(self, place: int) -> None:
        self._intents.choose_category(str(self._kind.itemData(place)))
