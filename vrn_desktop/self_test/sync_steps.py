"""What leaves for the network: joining an invented centre, invented numbers, the ledger and the promise."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.shell import Shell
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.exchange.enrolment import Offer, signed_offer
from vrn_desktop.exchange.message_keys import OpeningKey, SigningKey
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.sync.sync_state import SyncPart
from vrn_desktop.self_test.asking import ask, look_at, session_of
from vrn_desktop.self_test.stage import Stage

SITE = "invented-site"
DAYS_BACK = 35
"""So long ago the invented centre began to count, so that some weeks have closed by now."""


def sync(stage: Stage, shell: Shell, folder: Path) -> None:
    """Join, let the weeks close, read the numbers, and put them on a stick that is a folder here."""
    session = session_of(shell)
    counts, today = session.services.counts, session.services.clock().date()
    look_at(stage, shell, Route(place=Place.SYNC), "sync-before-joining")
    ask(stage, shell, lambda: counts.begin_enrolment(_offer(today)))
    _again(stage, shell)
    stage.find("sync-words-same", QWidget)
    stage.picture("sync-six-words")
    stage.click("sync-words-same")
    stage.find("sync-standing-card", QWidget)
    ask(stage, shell, lambda: list(counts.send(lambda _done, _of: True)))
    _again(stage, shell)
    stage.find("sync-waiting-0-action", QWidget)
    stage.picture("sync-waiting")
    for part in (SyncPart.TO_SEND, SyncPart.PROMISE):
        stage.click(f"sync-part-{part}")
        stage.picture(f"sync-{part.value.replace('_', '-')}")
    stage.click(f"sync-part-{SyncPart.NOW}")
    stage.click("sync-waiting-0-action")
    stage.find("sync-message-title", QWidget)
    stage.picture("sync-numbers")
    stage.click("sync-message-back")
    stick = folder / "stick"
    stick.mkdir()
    ask(stage, shell, lambda: counts.put_on_stick(stick))
    _again(stage, shell)
    stage.click(f"sync-part-{SyncPart.LEFT}")
    stage.find("sync-ledger-table", QWidget)
    stage.picture("sync-what-left")


def _offer(today: date) -> bytes:
    """A centre that nobody holds the keys of; it has no address, so nothing can reach it."""
    signer = SigningKey.new()
    offer = Offer(
        site=SITE,
        starts=Week.of(today - timedelta(days=DAYS_BACK)).quarter,
        address="",
        box=OpeningKey.new().public,
        signer=signer.public,
    )
    return signed_offer(offer, signer)


def _again(stage: Stage, shell: Shell) -> None:
    """Leave the page and come back, as it draws what has changed meanwhile."""
    shell.go(Route(place=Place.HOME))
    ask(stage, shell, lambda: None)
    shell.go(Route(place=Place.SYNC))
    ask(stage, shell, lambda: None)
    stage.settle()
