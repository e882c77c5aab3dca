"""Choose services together: what fits and why, crisis lines in addition, a yes or no to each one."""

from PySide6.QtWidgets import QWidget

from ui.loop.gap_card import GapCard
from ui.loop.rows_in_column import RowsInColumn
from ui.screen import Screen
from ui.services.offers import Offers
from ui.services.search_bar import SearchBar
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by, press_by_primary_keys
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.domain.identifiers import SignpostId
from vrn_desktop.presenters.choose_services_presenter import ChooseServicesPresenter
from vrn_desktop.presenters.choose_services_state import NONE_FOR_NOW, ChooseServicesState
from vrn_desktop.presenters.loop.gaps_presenter import GapsPresenter

NOTHING_CHOSEN = "Nothing chosen yet."
EACH_YES = "Each yes stands on its own, and can be taken back at any time."


class ChooseServicesScreen(Screen[ChooseServicesState]):
    """Draws the page; in a shared view the worker's reasons leave it (TI-17)."""

    def __init__(
        self,
        presenter: ChooseServicesPresenter,
        *,
        embedded: bool = False,
        gaps: GapsPresenter | None = None,
    ) -> None:
        super().__init__(name="choose-services", title="Choose help together", scrolls=not embedded)
        self._intents = presenter
        self._embedded = embedded
        self._back = Button(
            "Back",
            kind=ButtonKind.LINK,
            icon="arrow-left",
            name="choose-back",
            on_click=presenter.back_to_level,
        )
        self.body.insertWidget(0, FlowRow(self._back))
        self._back.setVisible(not embedded)
        self._share = Button("Side by side", icon="users", name="choose-share")
        self._share.setCheckable(True)
        press_by(self._share, "Ctrl+D")
        self._share.clicked.connect(lambda on: presenter.share_view(on=on))
        self._bar = SearchBar(
            presenter,
            presenter.kinds,
            name="choose",
            placeholder="Search all services",
            beside=(self._share,),
        )
        self._problem = Text("", TextRole.ERROR, name="choose-problem")
        self._loading = LoadingState(name="choose-loading")
        self._offers = Offers(presenter, may_leave=not embedded)
        columns = TwoColumns(side_share=34, name="choose-columns")
        columns.main.addWidget(self._offers)
        columns.side.addWidget(self._chosen_card())
        self._gaps = None if gaps is None else GapCard(gaps)
        self._answers: object = None
        if self._gaps is not None:
            columns.side.addWidget(self._gaps)
        for part in (
            self._bar,
            self._problem,
            self._loading,
            columns,
        ):
            self.add(part)
        self._share.setVisible(not embedded)
        self.body.addStretch(1)
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Looking for a service."""
        return self._bar.line

    def draw(self, state: ChooseServicesState) -> None:
        """Fill the page."""
        self._bar.draw(state.finding)
        problem = state.problem or state.finding.problem
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if state.loading:
            self._loading.start()
            return
        self._loading.stop()
        self._share.setChecked(state.shared_view)
        self._chosen.setText("\n".join(state.chosen) or NOTHING_CHOSEN)
        self._none.setVisible(not (state.chosen or state.none_wanted))
        self._none_said.setVisible(state.none_wanted)
        self._offers.draw(state)
        self._draw_loop(state)

    def leave(self) -> None:
        """Let go of both presenters."""
        super().leave()
        if self._gaps is not None:
            self._gaps.leave()

    def _draw_loop(self, state: ChooseServicesState) -> None:
        """What a yes brings: a first call to agree; and what could not be had."""
        if state.answers == self._answers:
            return
        self._answers = state.answers
        self._calls.replace([self._call(signpost, name) for signpost, name in state.calls])
        self._calls.setVisible(bool(state.calls) and not self._embedded)
        if self._gaps is not None:
            self._gaps.look_again()

    def _call(self, signpost: SignpostId, name: str) -> Button:
        return Button(
            f"Who will call {name}?",
            kind=ButtonKind.LINK,
            icon="phone",
            name=f"choose-call-{signpost}",
            on_click=lambda: self._intents.agree_call(signpost),
        )

    def _chosen_card(self) -> Card:
        self._chosen = Text("", name="choose-chosen")
        self._none_said = Text(NONE_FOR_NOW, TextRole.STRONG, name="choose-none-said")
        self._none = Button(
            "None for now",
            name="choose-none",
            on_click=lambda: self._intents.none_for_now(keep=not self._embedded),
        )
        self._calls = RowsInColumn(name="choose-calls", spacing=4)
        card = Card(
            Text("Chosen together", TextRole.SECTION),
            self._chosen,
            self._calls,
            Text(EACH_YES, TextRole.META),
            self._none,
            self._none_said,
            kind=CardKind.SOFT,
            name="choose-chosen-card",
        )
        if not self._embedded:
            letter = Button(
                "Make the letter",
                kind=ButtonKind.PRIMARY,
                icon="arrow-right",
                trailing_icon=True,
                name="choose-letter",
                on_click=self._intents.make_letter,
            )
            press_by_primary_keys(letter)
            card.add(letter)
        return card
