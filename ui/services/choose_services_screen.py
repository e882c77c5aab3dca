"""Choose services together: what fits and why, crisis lines in addition, a yes or no to each one."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screen import Screen
from ui.services.service_card_view import ServiceCardView
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.choose_services_presenter import (
    NONE_FOR_NOW,
    ChooseServicesPresenter,
    ChooseServicesState,
    HelpGroup,
    ServiceCard,
)

NOTHING_FITS = (
    "No answer pointed to a kind of help. You can still look at everything below, or search."
)


class ChooseServicesScreen(Screen[ChooseServicesState]):
    """Draws the page; in a shared view the worker's reasons leave it (TI-17)."""

    def __init__(self, presenter: ChooseServicesPresenter, *, embedded: bool = False) -> None:
        super().__init__(name="choose-services", title="Choose help together", scrolls=not embedded)
        self._intents = presenter
        self._search = PlainLine(name="choose-search", placeholder="Search all services")
        self._search.setAccessibleName("Search all services")
        self._search.setMinimumWidth(280)
        self._search.textChanged.connect(presenter.search)
        self._share = Button("Side by side", icon="users", name="choose-share")
        self._share.setCheckable(True)
        self._share.setShortcut("Ctrl+D")
        self._share.clicked.connect(lambda on: presenter.share_view(on=on))
        self._share.setVisible(not embedded)
        self.add(FlowRow(self._search, self._share))
        self._problem = Text("", TextRole.ERROR, name="choose-problem")
        self._loading = LoadingState(name="choose-loading")
        self.add(self._problem)
        self.add(self._loading)
        columns = TwoColumns(side_share=34, name="choose-columns")
        self._offers = QVBoxLayout()
        self._offers.setSpacing(12)
        holder = QWidget()
        holder.setLayout(self._offers)
        self._offers.setContentsMargins(0, 0, 0, 0)
        columns.main.addWidget(holder)
        columns.side.addWidget(self._chosen_card(with_letter=not embedded))
        self.add(columns)
        self.body.addStretch(1)
        self._drawn: object = None
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Looking for a service."""
        return self._search

    def draw(self, state: ChooseServicesState) -> None:
        """Fill the page; offers are built again only when they changed."""
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
            return
        self._loading.stop()
        self._share.setChecked(state.shared_view)
        self._chosen.setText("\n".join(state.chosen) or "Nothing chosen yet.")
        self._none_said.setVisible(state.none_wanted)
        shown = (
            state.groups,
            state.crisis,
            state.found,
            state.other_titles,
            state.shared_view,
            bool(state.search.strip()),
        )
        if shown != self._drawn:
            self._drawn = shown
            self._build(state)

    def _chosen_card(self, *, with_letter: bool) -> Card:
        self._chosen = Text("", name="choose-chosen")
        self._none_said = Text(NONE_FOR_NOW, TextRole.META, name="choose-none-said")
        card = Card(
            Text("Chosen together", TextRole.SECTION),
            self._chosen,
            Text("Each yes stands on its own. They can change their mind.", TextRole.META),
            Button("None for now", name="choose-none", on_click=self._intents.none_for_now),
            self._none_said,
            kind=CardKind.SOFT,
            name="choose-chosen-card",
        )
        if with_letter:
            card.add(
                Button(
                    "Make the letter",
                    kind=ButtonKind.PRIMARY,
                    icon="arrow-right",
                    trailing_icon=True,
                    name="choose-letter",
                    on_click=self._intents.make_letter,
                )
            )
        return card

    def _build(self, state: ChooseServicesState) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if state.search.strip():
            self._title("Found", f"{len(state.found)} found")
            self._cards(state.found, state)
            return
        if not state.groups:
            self._offers.addWidget(Text(NOTHING_FITS, TextRole.LEAD, name="choose-nothing"))
        for group in state.groups:
            self._group(group, state)
        self._title("There at any time", "These are always offered too.")
        self._cards(state.crisis, state)
        if state.other_titles:
            self._title("Other kinds of help", "")
            self._offers.addWidget(
                FlowRow(
                    *(
                        Button(
                            title,
                            icon="plus",
                            name=f"choose-more-{code}",
                            on_click=partial(self._intents.show_more, code),
                        )
                        for code, title in state.other_titles
                    ),
                    spacing=8,
                )
            )

    def _group(self, group: HelpGroup, state: ChooseServicesState) -> None:
        why = "" if state.shared_view else "; ".join(group.reasons)
        self._title(group.title, f"Because: {why}" if why else "")
        if group.evidence and not state.shared_view:
            words = "For you: " + "; ".join(group.evidence)
            self._offers.addWidget(Text(words, TextRole.META))
        if not group.cards:
            self._offers.addWidget(Text("No service on file yet. Note it as a gap.", TextRole.META))
        self._cards(group.cards, state)

    def _title(self, title: str, meaning: str) -> None:
        self._offers.addWidget(Text(title, TextRole.TITLE))
        if meaning:
            self._offers.addWidget(Text(meaning, TextRole.META))

    def _cards(self, cards: tuple[ServiceCard, ...], state: ChooseServicesState) -> None:
        for card in cards:
            if not (state.shared_view and card.workers_only):
                self._offers.addWidget(
                    ServiceCardView(
                        card, shared_view=state.shared_view, on_answer=self._intents.answer
                    )
                )
