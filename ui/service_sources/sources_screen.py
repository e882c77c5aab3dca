"""Where our services come from: the list of sources, and a feed on its way in."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.save_dialog import ask_for_file, ask_for_folder
from ui.screen import Screen
from ui.service_sources.add_feed_card import (
    CHOOSE_FILE,
    CHOOSE_FOLDER,
    KINDS,
    AddFeedCard,
    ChoosePath,
)
from ui.service_sources.outcome_banner import OutcomeBanner
from ui.service_sources.preview_part import ChooseSave, PreviewPart, ask_where_to_save_warnings
from ui.service_sources.source_cards import SourceActions, SourceCards
from ui.service_sources.working_card import WorkingCard
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.service_sources.sources_presenter import SourcesPresenter
from vrn_desktop.presenters.service_sources.sources_state import (
    SourceLine,
    SourcesState,
    SourcesStep,
)

TITLE = "Where our services come from"
PREVIEW_TITLE = "What would change: {name}"
LEAD = "Each source is kept apart, so that a newer version takes the place of the older one."
ASK_SUPERVISOR = "A supervisor brings services in and takes them out."
NONE_YET, NONE_TEXT = (
    "No source yet.",
    "Bring in a feed of your council or network, or write your own entries on the services page.",
)
LOOKING = "Looking for the sources…"
TAKE_OUT_TITLE = "Take “{name}” out of the directory?"
TAKE_OUT, KEEP = "Take it out", "Keep it"
SERVICES, EXPORT = "Back to the services", "Give our directory to others"
PAGE_WIDTH = 860
"""Logical pixels at usual text size."""


class SourcesScreen(Screen[SourcesState]):
    """One of three parts is seen: the list, what is going on, or what would change."""

    def __init__(
        self,
        presenter: SourcesPresenter,
        *,
        choose_file: ChoosePath | None = None,
        choose_folder: ChoosePath | None = None,
        choose_save: ChooseSave | None = None,
    ) -> None:
        super().__init__(name="sources", title=TITLE, content_width=theme.px(PAGE_WIDTH))
        self._intents = presenter
        self._choose_file = choose_file or _ask_for_feed
        self._outcome = OutcomeBanner(name="sources-outcome")
        self._working = WorkingCard(stop=presenter.stop, name="sources-working")
        self._preview = PreviewPart(
            presenter, choose_save=choose_save or ask_where_to_save_warnings
        )
        self._asks = self._asking()
        self._lead = Text(LEAD, TextRole.LEAD)
        self._who = Text(ASK_SUPERVISOR, TextRole.META, name="sources-ask-supervisor")
        self._loading = LoadingState(LOOKING, name="sources-loading")
        self._none = EmptyState(NONE_YET, NONE_TEXT, icon="map-pin-house", name="sources-none")
        self._cards = SourceCards(
            SourceActions(
                look=presenter.look_for_changes,
                renew=self._renew,
                remove=presenter.ask_to_remove,
            )
        )
        self._add = AddFeedCard(
            presenter,
            choose_file=self._choose_file,
            choose_folder=choose_folder or _ask_for_folder,
        )
        self._back = Button(
            SERVICES, icon="arrow-left", name="sources-back", on_click=presenter.to_services
        )
        self._export = Button(
            EXPORT, icon="upload", name="sources-export", on_click=presenter.to_export
        )
        self._ways = FlowRow(self._back, self._export)
        for part in (
            self._outcome,
            self._asks,
            self._working,
            self._preview,
            self._lead,
            self._who,
            self._loading,
            self._none,
            self._cards,
            self._add,
            self._ways,
        ):
            self.add(part)
        self.body.addStretch(1)
        self._loading.start()
        self._step = SourcesStep.LIST
        self.attach(presenter)

    def first_focus(self) -> QWidget | None:
        """What most people come for on the part that is seen."""
        if self._step is SourcesStep.WORKING:
            return self._working.stop_button
        if self._step is SourcesStep.PREVIEW or self._outcome.isVisibleTo(self):
            return self.heading  # what became of it is read before anything else is begun
        return self._add.from_file if self._add.isVisibleTo(self) else self._back

    def draw(self, state: SourcesState) -> None:
        """Show the part the state is about."""
        on_list = state.step is SourcesStep.LIST
        self._outcome.show_outcome(state.outcome)
        self._working.setVisible(state.step is SourcesStep.WORKING)
        if state.step is SourcesStep.WORKING:
            self._working.show_working(state.working)
        self._preview.setVisible(state.preview is not None)
        if state.preview is not None:
            self._preview.show_preview(state.preview)
        self._show_asking(state)
        self._show_list(state, on_list=on_list)
        self._change_part(state)

    def _show_list(self, state: SourcesState, *, on_list: bool) -> None:
        if state.is_read:
            self._loading.stop()
        for part in (self._lead, self._ways, self._cards):
            part.setVisible(on_list)
        self._who.setVisible(on_list and not state.may_change)
        self._add.setVisible(on_list and state.may_change)
        self._export.setVisible(state.may_change)
        self._none.setVisible(on_list and state.is_read and not state.lines)
        self._cards.show_lines(state.lines, may_change=state.may_change)
        self._add.show_problem(state.address_problem)

    def _show_asking(self, state: SourcesState) -> None:
        line = state.asks_about
        before = self._asks.isVisibleTo(self)
        self._asks.setVisible(line is not None)
        if line is not None:
            self._asks.set_message(TAKE_OUT_TITLE.format(name=line.name), state.asks_words)
            if not before:
                self.scroll_to_top()
                self._keep.setFocus()

    def _change_part(self, state: SourcesState) -> None:
        if state.step is self._step:
            return
        self._step = state.step
        name = state.preview.title if state.preview is not None else ""
        self.set_title(PREVIEW_TITLE.format(name=name) if name else TITLE)
        self.scroll_to_top()
        if self.isVisible():
            self.arrive()

    def _asking(self) -> MessageBanner:
        banner = MessageBanner("", tone=BannerTone.NOTICE, name="sources-asks")
        self._keep = Button(KEEP, name="sources-keep", on_click=self._intents.keep)
        take_out = Button(
            TAKE_OUT, icon="trash-2", name="sources-take-out", on_click=self._intents.remove
        )
        banner.add(FlowRow(self._keep, take_out))
        return banner

    def _renew(self, line: SourceLine) -> None:
        path = self._choose_file(self)
        if path is not None:
            self._intents.renew_from_file(line, path)


def _ask_for_feed(parent: QWidget) -> Path | None:
    return ask_for_file(parent, title=CHOOSE_FILE, kinds=KINDS)


def _ask_for_folder(parent: QWidget) -> Path | None:
    return ask_for_folder(parent, title=CHOOSE_FOLDER)
