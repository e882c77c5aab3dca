"""The quiet rounds of sending: one at a time, none in a conversation, and no error ends them."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fake_aside_runner import FakeAsideRunner
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_sync import InventedSync, overview
from ui import sending_watch
from ui.sending_watch import SendingWatch
from vrn_desktop.domain.errors import RefusedByOfficeError


class HeldStore:
    """A disk that answers when a test says so."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] = []

    def run(
        self,
        job: Callable[[], Any],
        *,
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.held.append(lambda: ImmediateTaskRunner().run(job, then=then, failed=failed))


def watching(sync: InventedSync, store: HeldStore | None = None) -> SendingWatch:
    return SendingWatch(
        sync, store=store or ImmediateTaskRunner(), aside=FakeAsideRunner(), parent=QObject()
    )


def test_a_round_is_not_asked_for_so_each_message_keeps_its_pause(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, parent = InventedSync(overview()), QObject()
    watch = SendingWatch(sync, store=ImmediateTaskRunner(), aside=FakeAsideRunner(), parent=parent)
    monkeypatch.setattr(sending_watch, "FIRST_MS", 0)
    watch.start()
    qtbot.waitUntil(lambda: sync.asked == ["send"])
    watch.stop()


def test_no_round_begins_in_a_conversation_or_beside_another() -> None:
    sync, store, parent = InventedSync(overview()), HeldStore(), QObject()
    watch = SendingWatch(sync, store=store, aside=FakeAsideRunner(), parent=parent)
    watch.set_talking(on=True)
    watch.look()
    assert store.held == []
    watch.set_talking(on=False)
    watch.look()
    watch.look()
    assert len(store.held) == 1
    store.held.pop()()
    watch.look()
    assert len(store.held) == 1
    assert sync.asked == ["send"]


def test_what_was_refused_is_tried_again_in_the_next_round() -> None:
    sync, parent = InventedSync(overview()), QObject()
    watch = SendingWatch(sync, store=ImmediateTaskRunner(), aside=FakeAsideRunner(), parent=parent)
    sync.fails = RefusedByOfficeError("it would cost too much")
    watch.look()
    sync.fails = None
    watch.look()
    assert sync.asked == ["send"]
