"""Every state of the page on what leaves, over a network in memory."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.invented_sync import (
    NOW,
    WORDS,
    InventedSync,
    busy_ledger,
    entry,
    overview,
    presenter_of,
)
from ui.screen import AnyScreen
from ui.sync.sync_screen import SyncScreen
from vrn_desktop.application.sync_views import (
    ClockView,
    LeftAlone,
    SendingOutcome,
    StickOutcome,
    SyncOverview,
)
from vrn_desktop.domain.counts_sent import Delivery, EnrolmentStep, Way
from vrn_desktop.domain.errors import RefusedByOfficeError, StorageError
from vrn_desktop.domain.programme_period import ProgrammeYear, Quarter, Week
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter
from vrn_desktop.presenters.sync.sync_state import SyncPart

STICK, FILE = Path("stick"), Path("site.vrnoffer")
Step = Callable[[SyncPresenter], None]


class SyncOffice:
    """What a dialog would give is put into `path`."""

    def __init__(self, look: SyncOverview) -> None:
        self.sync = InventedSync(look)
        self.presenter = presenter_of(self.sync)
        self.path: Path | None = STICK

    def screen(self, *steps: Step) -> SyncScreen:
        def choose(_parent: QWidget) -> Path | None:
            return self.path

        screen = SyncScreen(
            self.presenter,
            choose_file=choose,
            choose_save_key=choose,
            choose_save_new_key=choose,
            choose_folder=choose,
        )
        for step in steps:
            step(self.presenter)
        return screen


def outside(*, may_change: bool = True) -> SyncOverview:
    return overview(step=None, site=None, address="", next_sending_at=None, may_change=may_change)


def words_wait() -> SyncOverview:
    return overview(step=EnrolmentStep.WORDS_WAIT, words=WORDS, next_sending_at=None)


def busy() -> SyncOverview:
    return overview(ledger=busy_ledger(), next_sending_at=NOW + timedelta(minutes=20))


def numbers() -> SyncOverview:
    """One delivered message of each kind."""
    sent = (Way.NETWORK,)
    return overview(
        ledger=(
            entry(3, ProgrammeYear(2026), Delivery.DELIVERED, ways=sent),
            entry(2, Quarter(2026, 4), ways=(Way.STICK, Way.NETWORK)),
            entry(1, Week(2026, 46), Delivery.DELIVERED, ways=sent),
        )
    )


def pages() -> dict[str, Callable[[], AnyScreen]]:
    """Each state by its name."""
    return {
        "outside": lambda: SyncOffice(outside()).screen(),
        "outside, practitioner": lambda: SyncOffice(outside(may_change=False)).screen(),
        "not a sound file": _unsound,
        "six words": lambda: SyncOffice(words_wait()).screen(),
        "six words, by stick": lambda: SyncOffice(replace(words_wait(), address="")).screen(),
        "they differed": _differed,
        "nothing drawn yet": lambda: SyncOffice(overview()).screen(),
        "busy": lambda: SyncOffice(busy()).screen(),
        "busy, practitioner": lambda: SyncOffice(replace(busy(), may_change=False)).screen(),
        "by stick": lambda: SyncOffice(replace(busy(), address="")).screen(),
        "wrong clock": lambda: SyncOffice(_wrong_clock()).screen(),
        "refused by the centre": lambda: SyncOffice(_refused()).screen(),
        "sent": _sent,
        "on the stick": _on_the_stick,
        "receipts read": _receipts_read,
        "disk refuses": _disk_refuses,
        "to send": lambda: _part(SyncPart.TO_SEND),
        "ledger": lambda: _part(SyncPart.LEFT),
        "ledger, empty": lambda: SyncOffice(overview()).screen(
            lambda p: p.open_part(SyncPart.LEFT)
        ),
        "promise": lambda: _part(SyncPart.PROMISE),
        "promise refused": lambda: SyncOffice(_over_budget()).screen(
            lambda p: p.open_part(SyncPart.PROMISE)
        ),
        "network": lambda: _part(SyncPart.NETWORK),
        "new key waits": lambda: SyncOffice(overview(new_key_waits=True)).screen(
            lambda p: p.open_part(SyncPart.NETWORK)
        ),
        "leaving": lambda: _part(SyncPart.NETWORK, SyncPresenter.ask_to_leave),
        "ended": lambda: SyncOffice(replace(busy(), step=EnrolmentStep.ENDED)).screen(),
        "week": lambda: _message(1),
        "quarter": lambda: _message(2),
        "year": lambda: _message(3),
        "literal": lambda: _message(1, SyncPresenter.switch_literal),
        "withdrawing": lambda: _message(1, SyncPresenter.ask_to_withdraw),
        "in conflict": lambda: SyncOffice(busy()).screen(lambda p: p.open_message(6)),
        "missing": lambda: SyncOffice(busy()).screen(lambda p: p.open_message(2)),
        "withdrawn": lambda: SyncOffice(busy()).screen(lambda p: p.open_message(4)),
    }


def _part(part: SyncPart, *steps: Step) -> SyncScreen:
    return SyncOffice(busy()).screen(lambda p: p.open_part(part), *steps)


def _message(number: int, *steps: Step) -> SyncScreen:
    return SyncOffice(numbers()).screen(lambda p: p.open_message(number), *steps)


def _unsound() -> SyncScreen:
    office = SyncOffice(outside())
    office.sync.fails = RefusedByOfficeError("its signature does not fit")
    return office.screen(lambda p: p.words_agree())


def _differed() -> SyncScreen:
    office = SyncOffice(words_wait())
    office.sync.after = lambda _look: outside()
    return office.screen(SyncPresenter.words_differ)


def _wrong_clock() -> SyncOverview:
    return replace(busy(), clock=ClockView(behind=True, held_back=True))


def _refused() -> SyncOverview:
    return replace(busy(), trouble="the key of this site is not enrolled, or no longer")


def _over_budget() -> SyncOverview:
    words = "vrn-tables/1 would cost too much privacy: in one quarter 2.0 where 1.0 is allowed"
    return overview(promise=None, promise_refused=words)


def _sent() -> SyncScreen:
    office = SyncOffice(busy())
    office.sync.sent = SendingOutcome(delivered=2, kept=1)
    return office.screen(SyncPresenter.send_now)


def _on_the_stick() -> SyncScreen:
    office = SyncOffice(busy())
    office.sync.stick = StickOutcome(put=3)
    return office.screen(lambda p: p.copy_to_stick(STICK))


def _receipts_read() -> SyncScreen:
    office = SyncOffice(busy())
    alone = tuple(
        LeftAlone(name=f"old-{n}.vrnrcpt", reason="not a whole receipt of our centre")
        for n in range(5)
    )
    office.sync.stick = StickOutcome(delivered=2, left_alone=alone)
    return office.screen(lambda p: p.read_stick(STICK))


def _disk_refuses() -> SyncScreen:
    office = SyncOffice(busy())
    office.sync.fails = StorageError("refused")
    return office.screen(SyncPresenter.ask_to_leave, SyncPresenter.say_yes)
