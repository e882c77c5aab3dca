"""How soon the cover stands over a conversation when someone comes in: from the key to its paint."""

from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.figures import Benchmark, Figures, Options, middle_and_nearly_all
from tests.conversation_window import agreed_window
from tests.invented_services import Invented
from ui.conversation.conversation_screen import ConversationScreen
from ui.main_window import MainWindow
from ui.theme import theme
from vrn_desktop.presenters.get_help_state import GetHelpState
from vrn_desktop.presenters.navigation_presenter import Place, Route

TIMES = 100
WARM_UP = 3
SIZE = (1280, 800)


class CoverPaint(QObject):
    """Notices when the cover has been painted."""

    def __init__(self, cover: QObject) -> None:
        super().__init__()
        self.painted = False
        cover.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        self.painted = self.painted or event.type() is QEvent.Type.Paint
        return False


def measure(options: Options) -> Figures:
    """Press F12 over a question again and again."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    theme.apply(application)
    window = _window()
    watch = CoverPaint(window.cover_screen)
    took = [_covered_ms(window, watch) for _ in range((options.count or TIMES) + WARM_UP)]
    window.hide()
    return {"cover_ms": middle_and_nearly_all(took[WARM_UP:])}


def _window() -> MainWindow:
    """The window with a question of a conversation on it, as it is when someone comes in."""
    talk = agreed_window(invented=Invented())
    talk.go_to("C01")
    lead = GetHelpState(lead_name="Alex Invented", lead_number="01632 960001")
    window = MainWindow(lambda _route: ConversationScreen(talk.presenter, talk.parts), lead)
    window.resize(*SIZE)
    window.show()
    window.show_route(Route(place=Place.CONVERSATIONS))
    _settle()
    return window


def _covered_ms(window: MainWindow, watch: CoverPaint) -> float:
    watch.painted = False
    began = perf_counter()
    QTest.keyClick(window, Qt.Key.Key_F12)
    while not watch.painted:
        QApplication.processEvents()
    took = (perf_counter() - began) * 1000
    _settle()
    window.uncover()
    _settle()
    return took


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


BENCHMARK = Benchmark(
    does="F12 over a question, until the cover is painted",
    measure=measure,
    goals={"cover_ms": "median / p95; goal under 16.7"},
)
