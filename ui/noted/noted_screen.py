"""Check what we've noted: strengths, then part by part, with a way back to each question (check.png)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.noted.noted_card import NotedCard
from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.choice_card import CheckCard
from ui.widgets.flow_row import FlowRow
from ui.widgets.loading_state import LoadingState
from ui.widgets.sticky_strip import StickyFooter
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.noted_presenter import NotedPresenter
from vrn_desktop.presenters.noted_state import NotedPart, NotedState

WIDTH = 860
NOTHING_FINAL = "Look through this together if it feels right. Nothing is final."
LOCKED = "The record is locked. What has to be added gets its own date."
SEEN, SEEN_HINT = "The young person saw this", "Only if they wanted to look."
SHOW_WORKERS, HIDE_WORKERS = "Show what only you may see", "Hide what only you may see"


class NotedScreen(Screen[NotedState]):
    """Draws what was noted; what is for the worker alone stays closed until it is asked for."""

    def __init__(self, presenter: NotedPresenter) -> None:
        super().__init__(name="noted", title="Check what we’ve noted", content_width=WIDTH)
        self._intents = presenter
        self._lead = Text(NOTHING_FINAL, TextRole.LEAD, name="noted-lead")
        self._problem = Text("", TextRole.ERROR, name="noted-problem")
        self._loading = LoadingState(name="noted-loading")
        self._holder = QWidget()
        self._parts = QVBoxLayout(self._holder)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(14)
        self._seen = CheckCard(SEEN, hint=SEEN_HINT, name="noted-seen")
        self._seen.clicked.connect(lambda on: presenter.mark_seen(seen=on))
        self._open = Button(
            SHOW_WORKERS, icon="eye", name="noted-worker", on_click=presenter.open_worker_part
        )
        self._open_row = FlowRow(self._open)
        self._for_worker = QVBoxLayout()
        self._shown: object = None
        for part in (self._lead, self._problem, self._loading, self._holder, self._seen):
            self.add(part)
        self.add(self._open_row)
        self.body.addLayout(self._for_worker)
        self.body.addStretch(1)
        on = Button(
            "Go on to the level",
            kind=ButtonKind.PRIMARY,
            icon="arrow-right",
            trailing_icon=True,
            name="noted-go-on",
            on_click=presenter.go_on,
        )
        press_by_primary_keys(on)
        later = Button(
            "Finish later", icon="pause", name="noted-later", on_click=presenter.finish_later
        )
        self.set_footer(StickyFooter(start=(later,), end=(on,), name="noted-footer"))
        self.attach(presenter)

    def draw(self, state: NotedState) -> None:
        """Fill the page."""
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        ready = state.strengths is not None
        self._holder.setVisible(ready)
        self._lead.setText(f"{state.who}. {LOCKED if state.complete else NOTHING_FINAL}")
        self._lead.setVisible(ready)
        self._seen.setVisible(ready)
        self._seen.setChecked(state.seen)
        self._seen.setEnabled(not state.complete)
        self._open.setText(HIDE_WORKERS if state.worker_part_open else SHOW_WORKERS)
        self._open.set_icon("eye-off" if state.worker_part_open else "eye")
        self._open_row.setVisible(state.for_worker is not None)
        shown = (state.strengths, state.parts)
        if state.strengths is not None and shown != self._shown:
            self._shown = shown
            self._build((state.strengths, *state.parts))
        self._draw_worker_part(state.for_worker if state.worker_part_open else None)

    def _build(self, parts: tuple[NotedPart, ...]) -> None:
        _clear(self._parts)
        for place, part in enumerate(parts):
            self._parts.addWidget(self._card(part, f"noted-{place}"))

    def _draw_worker_part(self, part: NotedPart | None) -> None:
        _clear(self._for_worker)
        if part is not None:
            self._for_worker.addWidget(self._card(part, "noted-for-worker"))

    def _card(self, part: NotedPart, name: str) -> NotedCard:
        return NotedCard(part, name=name, change=self._intents.change)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
