"""A network in memory for the page on what leaves: its look is whatever a test says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.exchange_packs import shipped_pack
from tests.fake_aside_runner import FakeAsideRunner
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA, SAM, FixedClock
from vrn_desktop.application.long_work import Report, Steps, Where
from vrn_desktop.application.sync_service import SyncService
from vrn_desktop.application.sync_views import (
    ClockView,
    ComingPeriod,
    KeyPosted,
    KeyToSend,
    SendingOutcome,
    StickOutcome,
    SyncOverview,
)
from vrn_desktop.domain.counts_in_words import NumberTable, PlannedTable, PromiseInWords
from vrn_desktop.domain.counts_sent import (
    Delivery,
    Departure,
    EnrolmentStep,
    LedgerEntry,
    NumbersState,
    Way,
)
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.exchange.guarantee import guarantee_of
from vrn_desktop.exchange.guarantee_words import NOT_COVERED, how_it_is_kept, promises
from vrn_desktop.exchange.numbers_in_words import likely_error, numbers_in_words
from vrn_desktop.exchange.payload import FIRST_PREV, Contribution, PeriodState, padded, unpadded
from vrn_desktop.exchange.period_drawing import kind_for
from vrn_desktop.exchange.table_drawing import scales
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
WORDS = ("anchor", "velvet", "muffin", "lantern", "harbour", "pebble")
ADDRESS = "https://centre.example/intake"


def content(period: Period, number: int, state: NumbersState = NumbersState.OK) -> bytes:
    """A message with numbers that anybody can see are invented, from -3 to 19."""
    pack, kind = shipped_pack(), kind_for(period)
    holds_numbers = state is NumbersState.OK
    tables = pack.by_kind[kind] if holds_numbers else ()
    return padded(
        Contribution(
            id=f"{number:032x}",
            site="S001",
            spec=pack.spec,
            kind=kind,
            period=period,
            state=PeriodState(state.value),
            number=number,
            previous=FIRST_PREV if number == 1 else f"{number:064x}",
            app="0.1",
            tables={
                table.name: tuple((7 * place + number) % 23 - 3 for place in range(table.cells))
                for table in tables
            },
            scale=scales(pack, kind) if holds_numbers else {},
        )
    )


def entry(
    number: int,
    period: Period,
    delivery: Delivery = Delivery.WAITING,
    *,
    state: NumbersState = NumbersState.OK,
    ways: tuple[Way, ...] = (),
    failures: int = 0,
    next_try_at: datetime | None = None,
) -> LedgerEntry:
    """One message drawn on the day its period closed, left on the next ones."""
    drawn = datetime.combine(period.closed_from, datetime.min.time(), tzinfo=UTC)
    drawn += timedelta(hours=8, minutes=12)
    delivered = delivery in (Delivery.DELIVERED, Delivery.CONFLICT)
    return LedgerEntry(
        number=number,
        message_id=f"{number:032x}",
        period=period,
        state=state,
        drawn_at=drawn,
        digest=f"{number:064x}",
        content=content(period, number, state),
        delivery=delivery,
        departures=tuple(
            Departure(
                at=drawn + timedelta(days=place + 1),
                way=way,
                by=PRIYA.id if way is Way.STICK else None,
            )
            for place, way in enumerate(ways)
        ),
        delivered_on=(drawn + timedelta(days=3)).date() if delivered else None,
        failures=failures,
        next_try_at=next_try_at,
    )


def busy_ledger() -> tuple[LedgerEntry, ...]:
    """A quarter's messages, newest first: waiting, on their way, delivered, in conflict, withdrawn."""
    delivered, way = Delivery.DELIVERED, Delivery.ON_ITS_WAY
    network, stick = (Way.NETWORK,), (Way.STICK,)
    entries = [
        entry(1, ProgrammeYear(2025), delivered, ways=stick),
        entry(2, Week(2026, 40), delivered, state=NumbersState.MISSING, ways=network),
        entry(3, Week(2026, 41), delivered, ways=network),
        entry(4, Week(2026, 42), delivered, ways=(Way.STICK, Way.STICK, Way.NETWORK)),
        entry(5, Quarter(2026, 3), delivered, ways=network),
        entry(6, Week(2026, 43), Delivery.CONFLICT, ways=network),
        entry(7, Week(2026, 42), delivered, state=NumbersState.WITHDRAWN, ways=network),
        entry(8, Week(2026, 44), way, ways=stick),
        entry(
            9, Week(2026, 45), way, ways=network, failures=3, next_try_at=NOW + timedelta(hours=3)
        ),
        entry(10, Week(2026, 46), failures=1, next_try_at=NOW + timedelta(minutes=20)),
    ]
    return tuple(reversed(entries))


def coming() -> tuple[ComingPeriod, ...]:
    """The next week, quarter and year."""
    return tuple(
        _coming(period) for period in (Week(2026, 47), Quarter(2026, 4), ProgrammeYear(2026))
    )


def promise() -> PromiseInWords:
    """What the pack that ships promises."""
    pack = shipped_pack()
    return PromiseInWords(
        sentences=tuple(each.sentence for each in promises(guarantee_of(pack))),
        how_it_is_kept=(how_it_is_kept(pack),),
        not_covered=NOT_COVERED,
    )


def overview(**changed: object) -> SyncOverview:
    """A supervisor's site in the network that has sent nothing yet, with some things changed."""
    usual: dict[str, object] = {
        "step": EnrolmentStep.IN_FORCE,
        "site": "S001",
        "words": (),
        "new_key_waits": False,
        "address": ADDRESS,
        "ledger": (),
        "next_closing": coming()[0],
        "next_sending_at": coming()[0].leaves_from,
        "clock": ClockView(),
        "promise": promise(),
        "promise_refused": "",
        "trouble": "",
        "may_change": True,
    }
    return SyncOverview(**{**usual, **changed})  # type: ignore[arg-type]  # a test names real fields


@dataclass
class InventedSync(SyncService):
    """Answers with what a test put here, writes down what was asked, and fails with `fails`."""

    look: SyncOverview

    def __post_init__(self) -> None:
        self.asked: list[str] = []
        self.fails: Exception | None = None
        self.sent = SendingOutcome()
        self.stick = StickOutcome()
        self.key: KeyPosted | None = None
        self.files: list[bytes] = []
        self.after: Callable[[SyncOverview], SyncOverview] = lambda look: look

    def overview(self) -> SyncOverview:
        return self.look

    def what_will_be_sent(self) -> tuple[ComingPeriod, ...]:
        return coming()

    def tables_of(self, number: int) -> tuple[NumberTable, ...]:
        found = next(each for each in self.look.ledger if each.number == number)
        if found.state is not NumbersState.OK:
            return ()
        return numbers_in_words(unpadded(found.content), shipped_pack())

    def begin_enrolment(self, raw: bytes) -> None:
        self._do("begin")
        self.files.append(raw)

    def request_file(self) -> bytes:
        self._do("request")
        return b"our key"

    def rotation_file(self) -> bytes:
        self._do("rotation")
        return b"our new key"

    def words_agree(self) -> None:
        self._do("agree")

    def words_differ(self) -> None:
        self._do("differ")

    def leave_network(self) -> None:
        self._do("leave")

    def new_key(self) -> None:
        self._do("new key")

    def new_key_in_force(self) -> None:
        self._do("new key in force")

    def withdraw(self, number: int) -> None:
        self._do(f"withdraw {number}")

    def put_on_stick(self, folder: Path) -> StickOutcome:
        self._do(f"put {folder}")
        return self.stick

    def take_from_stick(self, folder: Path) -> StickOutcome:
        self._do(f"take {folder}")
        return self.stick

    def key_to_send(self) -> KeyToSend | None:
        return KeyToSend(address=ADDRESS, raw=b"our key") if self.key is not None else None

    def post_key(self, key: KeyToSend) -> KeyPosted:
        assert self.key is not None
        self._do("post key")
        return self.key

    def keep_key_answer(self, posted: KeyPosted) -> None:
        self._do("keep key answer")

    def send(self, _report: Report, *, asked_for: bool = False) -> Steps[SendingOutcome]:
        yield Where.FILE
        self._do("send asked for" if asked_for else "send")
        return self.sent

    def _do(self, what: str) -> None:
        if self.fails is not None:
            raise self.fails
        self.asked.append(what)
        self.look = self.after(self.look)


def presenter_of(sync: InventedSync) -> SyncPresenter:
    """The page's presenter with runners that are done at once."""
    names = {PRIYA.id: PRIYA.name, SAM.id: SAM.name}
    return SyncPresenter(
        sync,
        FakeAsideRunner(),
        runner=ImmediateTaskRunner(),
        clock=FixedClock(NOW),
        name_of=lambda who: names[PractitionerId(who)],
    )


def opened(look: SyncOverview) -> tuple[InventedSync, SyncPresenter]:
    """A network that looks so, and the page's presenter as it draws."""
    sync = InventedSync(look)
    presenter = presenter_of(sync)
    presenter.attach(lambda _state: None)
    return sync, presenter


def title_of(presenter: SyncPresenter) -> str:
    """What the page says became of the last thing."""
    assert presenter.state.outcome is not None
    return presenter.state.outcome.title


def _coming(period: Period) -> ComingPeriod:
    pack = shipped_pack()
    midnight = datetime.combine(period.closed_from, datetime.min.time(), tzinfo=UTC)
    return ComingPeriod(
        period=period,
        closes_on=period.closed_from,
        leaves_from=midnight + timedelta(hours=17),
        tables=tuple(
            PlannedTable(
                name=table.name,
                title=table.title,
                likely_error=likely_error(table.scale),
                headings=tuple(
                    tuple(each.label for each in entries) for entries in table.headings()
                ),
            )
            for table in pack.by_kind[kind_for(period)]
        ),
    )
