"""The felt figure: click on an answer, rules looked at, answer durable, next question painted."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.store_files import create_store
from tests.benchmarks.figures import Benchmark, Figures, Options, middle_and_nearly_all
from tests.benchmarks.references import bare_commit
from tests.conversation_window import agreed_window
from tests.db.invented_holder import InventedHolder, keys_in
from tests.invented_services import WORKPLACE, Invented
from ui.conversation_building import build_conversation
from ui.task_runner import StoreTaskRunner
from ui.theme import theme
from ui.widgets.text import Text
from vrn_desktop.application.ports.store import Store
from vrn_desktop.application.services import Services
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.conversation_page import PageKind
from vrn_desktop.domain.identifiers import SectionId
from vrn_desktop.presenters.conversation.opened_conversation import (
    OpenedConversation,
    open_conversation,
)

ANSWERS = 200
WARM_UP = 5
STRENGTHS = SectionId("B")
SIZE = (1280, 800)
OpenStore = Callable[[Path], Store]


@dataclass
class OnDisk(Invented):
    """The invented office over a store file."""

    def __post_init__(self) -> None:
        with self.store.change(Act.WORKPLACE_CHANGED, "") as work:
            work.workplaces.put(WORKPLACE)


class PaintWatch(QObject):
    """Knows which text was painted last."""

    def __init__(self, heading: Text) -> None:
        super().__init__()
        self.painted = ""
        self._heading = heading
        heading.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() == QEvent.Type.Paint:
            self.painted = self._heading.text()
        return False


def encrypted_store(folder: Path) -> Store:
    """The real store with the program's own settings."""
    holder = InventedHolder(keys_in(folder))
    create_store(holder.store)
    store: Store = holder.open()
    return store


def measure(options: Options) -> Figures:
    """The figures of the conversation window over a fresh encrypted file."""
    return run(options.work, options.count or ANSWERS)


def run(work: Path, answers: int = ANSWERS, open_store: OpenStore = encrypted_store) -> Figures:
    """Median and 95th percentile over so many answers, beside a bare commit with the same settings."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    theme.apply(application)
    folder = work / "answer"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    runner = StoreTaskRunner()
    stores: list[Store] = []
    runner.run(lambda: open_store(folder), then=stores.append)
    _wait(lambda: bool(stores))
    prepared: list[tuple[Services, OpenedConversation]] = []
    runner.run(lambda: _prepared(stores[0], runner), then=prepared.append)
    _wait(lambda: bool(prepared))
    talk = Talk(*prepared[0])
    took = [talk.answer() for _ in range(answers)]
    talk.end()
    closed: list[None] = []
    runner.run(stores[0].close, then=closed.append)
    _wait(lambda: bool(closed))
    runner.close()
    figures: Figures = {
        "click_to_painted_ms": middle_and_nearly_all(took[WARM_UP:]),
        "bare_commit_ms": bare_commit(folder),
    }
    shutil.rmtree(folder)
    return figures


def _prepared(store: Store, runner: StoreTaskRunner) -> tuple[Services, OpenedConversation]:
    """A conversation after its opening steps; on the store's own thread."""
    office = OnDisk(store=store)  # type: ignore[arg-type]  # whatever keeps the records
    begun = agreed_window(invented=office).presenter.state.screening
    office.runner = runner
    services = office.services()
    return services, open_conversation(services, begun.id)


class Talk:
    """The window, and someone who answers with the mouse and goes on with Ctrl+Enter."""

    def __init__(self, services: Services, opened: OpenedConversation) -> None:
        self._screen = build_conversation(services, opened, left=lambda *_: None, go=lambda _: None)
        self._presenter = self._screen.intents
        self._screen.resize(*SIZE)
        self._screen.show()
        heading = self._screen.findChild(Text, "question-title")
        assert heading is not None
        self._watch = PaintWatch(heading)
        self._rounds = 0
        self._presenter.carry_on(private=True, words="")
        self._settle()

    def answer(self) -> float:
        """Milliseconds from the click on an answer to the next question painted."""
        self._go_to_question()
        question = self._presenter.state.question
        assert question is not None
        code = question.options[0 if self._rounds % 2 == 0 else -1].code
        before = self._presenter.state.page
        began = perf_counter()
        QTest.mouseClick(self._card(code), Qt.MouseButton.LeftButton)
        QTest.keyClick(self._screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        _wait(lambda: self._presenter.state.page != before)
        following = self._presenter.state.question
        if following is None:
            return self.answer()
        _wait(lambda: self._watch.painted == following.question)
        return (perf_counter() - began) * 1000

    def end(self) -> None:
        """Close the window."""
        self._screen.leave()
        self._screen.close()
        self._screen.deleteLater()

    def _go_to_question(self) -> None:
        while self._presenter.state.question is None:
            if self._presenter.state.page.kind is PageKind.STEP:
                self._rounds += 1
                self._presenter.change_subject(STRENGTHS)
            self._presenter.go_on()
            self._settle()

    def _card(self, code: str) -> QWidget:
        card = self._screen.findChild(QWidget, f"answers-{code}")
        assert card is not None
        return card

    def _settle(self) -> None:
        _wait(lambda: self._presenter.is_saved)
        for _ in range(3):
            QApplication.processEvents()


def _wait(until: Callable[[], bool]) -> None:
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


BENCHMARK = Benchmark(
    does="200 answers in the real conversation window: clicked, durable, next question painted",
    measure=measure,
    goals={
        "click_to_painted_ms": "median / p95; goal p95 under 16.7 and at most 3 bare commits",
        "bare_commit_ms": "median / p95 of one row with the same settings",
    },
)
