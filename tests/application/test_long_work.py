"""Long work in pieces: whose turn it is, what is told meanwhile, and stopping."""

from collections.abc import Callable

from tests.fake_aside_runner import FakeAsideRunner, LoggedRunner
from tests.waiting_task_runner import WaitingTaskRunner
from vrn_desktop.application.long_work import LongWork, Report, Steps, Where
from vrn_desktop.domain.directory.service_reading import ImportStoppedError


class Watched:
    def __init__(self) -> None:
        self.log: list[str] = []
        self.results: list[int] = []
        self.errors: list[Exception] = []
        self.progress: list[tuple[int, int | None]] = []
        self.aside: FakeAsideRunner = LoggedRunner("aside", self.log)

    def begin(self, work: Callable[[Report], Steps[int]]) -> LongWork[int]:
        return LongWork(
            work,
            store=LoggedRunner("file", self.log),
            aside=self.aside,
            then=self.results.append,
            failed=self.errors.append,
            progress=lambda done, of: self.progress.append((done, of)),
        )


def three_pieces(report: Report) -> Steps[int]:
    report(1, 3)
    yield Where.FILE
    report(2, 3)
    yield Where.ASIDE
    report(3, None)
    return 7


def test_each_piece_runs_where_it_belongs_and_the_result_comes_back() -> None:
    watched = Watched()
    watched.begin(three_pieces).start()
    assert watched.log == ["aside", "file", "aside"]
    assert watched.progress == [(1, 3), (2, 3), (3, None)]
    assert (watched.results, watched.errors) == ([7], [])


def test_any_number_of_pieces_needs_no_deep_stack() -> None:
    def many(_report: Report) -> Steps[int]:
        for _ in range(5_000):
            yield Where.FILE
        return 1

    watched = Watched()
    watched.begin(many).start()
    assert watched.results == [1]


def test_an_error_of_a_piece_ends_the_work() -> None:
    def failing(_report: Report) -> Steps[int]:
        yield Where.FILE
        raise ValueError("no")

    watched = Watched()
    watched.begin(failing).start()
    assert watched.results == []
    assert isinstance(watched.errors[0], ValueError)


def test_stopping_reaches_the_work_which_may_tidy_up_first() -> None:
    tidied: list[str] = []

    def stopping(_report: Report) -> Steps[int]:
        try:
            while True:
                yield Where.FILE
                work.stop()
        except ImportStoppedError:
            yield Where.FILE
            tidied.append("tidied")
            raise

    watched = Watched()
    work = watched.begin(stopping)
    work.start()
    assert work.is_stopping
    assert tidied == ["tidied"]
    assert isinstance(watched.errors[0], ImportStoppedError)


def test_a_report_answers_no_once_somebody_has_stopped_or_the_session_is_over() -> None:
    heard: list[bool] = []

    def reporting(report: Report) -> Steps[int]:
        heard.append(report(1, None))
        work.stop()
        heard.append(report(2, None))
        watched.aside.is_closed = True
        heard.append(report(3, None))
        yield Where.FILE
        return 0

    watched = Watched()
    work = watched.begin(reporting)
    work.start()
    assert heard == [True, False, False]
    assert watched.progress == [(1, None), (2, None)]


def test_nothing_is_given_to_the_runners_once_the_session_is_over() -> None:
    watched = Watched()
    store = WaitingTaskRunner()
    work = LongWork(
        three_pieces,
        store=store,
        aside=watched.aside,
        then=watched.results.append,
        failed=watched.errors.append,
    )
    work.start()
    watched.aside.is_closed = True
    store.finish()
    assert watched.log == ["aside"]
    assert watched.results == []


def test_other_work_comes_between_two_pieces() -> None:
    store = WaitingTaskRunner()
    order: list[str] = []

    def pieces(_report: Report) -> Steps[int]:
        for number in range(3):
            yield Where.FILE
            order.append(f"piece {number}")
        return 0

    errors: list[Exception] = []
    LongWork(
        pieces, store=store, aside=FakeAsideRunner(), then=lambda _n: None, failed=errors.append
    ).start()
    store.run(lambda: order.append("answer"), then=lambda _done: None)
    store.finish()
    assert order == ["piece 0", "answer", "piece 1", "piece 2"]
