"""The offers of the page "Choose help together": kinds of help, crisis lines, what was searched for."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.services.nothing_found import NothingFound
from ui.services.service_card_view import ServiceCardView
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters.choose_services_presenter import ChooseServicesPresenter
from vrn_desktop.presenters.choose_services_state import ChooseServicesState, HelpGroup
from vrn_desktop.presenters.help_groups import why_of
from vrn_desktop.presenters.service_cards import ServiceCard

NOTHING_FITS = (
    "No answer pointed to a kind of help. You can still look at everything below, or search."
)
NONE_ON_FILE = "No service on file for this yet. The lines below are there at any time."
AT_ANY_TIME, ALWAYS = "There at any time", "These are always offered too."
MORE, BACK_TO_FITTING = "Show more", "Back to what fits the answers"
OTHER_KINDS, FOUND = "Other kinds of help", "Found"


class Offers(QWidget):
    """Built again only when what is offered changed; an answer changes its card in place."""

    def __init__(self, presenter: ChooseServicesPresenter, *, may_leave: bool = False) -> None:
        super().__init__()
        self._may_leave = may_leave
        self.setObjectName("choose-offers")
        self._intents = presenter
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._cards: list[ServiceCardView] = []
        self._built: object = None

    def draw(self, state: ChooseServicesState) -> None:
        """Show the offers, and on each what they said."""
        offered = (
            state.groups,
            state.crisis,
            state.found,
            state.other_titles,
            state.shared_view,
            state.is_searching,
            state.finding.has_more,
            state.finding.empty,
            state.finding.relaxes,
        )
        if offered != self._built:
            self._built = offered
            self._build(state)
        answers: Mapping[ServiceId, SignpostState] = dict(state.answers)
        for card in self._cards:
            card.show_answer(answers.get(card.service))

    def _build(self, state: ChooseServicesState) -> None:
        self._cards = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if state.is_searching:
            self._search_results(state)
            return
        if not state.groups:
            self._column.addWidget(Text(NOTHING_FITS, TextRole.LEAD, name="choose-nothing"))
        for group in state.groups:
            self._group(group, state)
        if state.crisis:
            self._title(AT_ANY_TIME, ALWAYS)
            self._add(state.crisis, state)
        if state.other_titles:
            self._title(OTHER_KINDS, "")
            self._column.addWidget(self._others(state))

    def _search_results(self, state: ChooseServicesState) -> None:
        many = f"{len(state.found)}{' or more' if state.finding.has_more else ''} found"
        self._title(FOUND, many)
        self._add(state.found, state, with_category=True)
        nothing = NothingFound(
            name="choose-empty", relax=self._intents.relax, clear=self._intents.clear
        )
        nothing.draw(state.finding)
        self._column.addWidget(nothing)
        row = FlowRow(spacing=8)
        if state.finding.has_more:
            row.add(
                Button(
                    MORE,
                    icon="chevron-down",
                    name="choose-more",
                    on_click=self._intents.more_found,
                )
            )
        row.add(
            Button(
                BACK_TO_FITTING,
                kind=ButtonKind.LINK,
                name="choose-clear",
                on_click=self._intents.clear,
            )
        )
        self._column.addWidget(row)

    def _group(self, group: HelpGroup, state: ChooseServicesState) -> None:
        why = "" if state.shared_view else why_of(group)
        self._title(group.title, f"Because: {why}" if why else "")
        if group.evidence and not state.shared_view:
            words = "\n".join(("For you:", *group.evidence))
            self._column.addWidget(Text(words, TextRole.META, name="choose-evidence"))
        if not any(not card.workers_only for card in group.cards):
            self._column.addWidget(Text(NONE_ON_FILE, TextRole.META))
        self._add(group.cards, state)

    def _title(self, title: str, meaning: str) -> None:
        self._column.addWidget(Text(title, TextRole.TITLE))
        if meaning:
            self._column.addWidget(Text(meaning, TextRole.META))

    def _add(
        self,
        cards: tuple[ServiceCard, ...],
        state: ChooseServicesState,
        *,
        with_category: bool = False,
    ) -> None:
        for card in cards:
            if state.shared_view and card.workers_only:
                continue
            view = ServiceCardView(
                card,
                with_category=with_category,
                shared_view=state.shared_view,
                on_answer=self._intents.answer,
                on_open=self._intents.open_service if self._may_leave else None,
            )
            self._cards.append(view)
            self._column.addWidget(view)

    def _others(self, state: ChooseServicesState) -> FlowRow:
        return FlowRow(
            *(
                Button(
                    title,
                    icon="plus",
                    name=f"choose-more-{category}",
                    on_click=partial(self._intents.show_more, category),
                )
                for category, title in state.other_titles
            ),
            spacing=8,
        )
