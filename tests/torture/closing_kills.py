"""Kills at every write point of closing: each period is drawn wholly or not at all, and once ever."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from db.record_access import RecordAccess
from tests.db.invented_holder import InventedHolder, keys_in
from tests.torture import closing_session
from tests.torture.killed_child import BEGUN, PROMISE, Found, after, run_and_kill
from vrn_desktop.domain.programme_period import Period

MOST_WRITES = 30
"""A period has six: begin, ledger, outbox, who was counted, audit entry, commit; before the first are reads."""


def kill_while_closing(folder: Path, kills: int, draw: random.Random) -> dict[str, int]:
    """Half of the kills fall on a write point, one after another; half at any moment, also inside a commit.

    `lost` counts promised periods that are not there, `second_draws` periods whose bytes changed.
    """
    holder = closing_session.begin(folder)
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    usual = _time_of(folder)
    found, known, points, second_draws, fresh = Found(), dict[Period, bytes](), count(), 0, 0

    for _ in range(kills):
        if len(known) == len(closing_session.DUE):
            shutil.rmtree(folder)
            shutil.copytree(kept, folder)
            known, fresh = {}, fresh + 1
        at_point = draw.random() < 0.5
        point = next(points) % MOST_WRITES if at_point else None

        def work(say: int, point: int | None = point) -> None:
            store = holder.open()
            if point is not None:
                _die_at(point)
            os.write(say, BEGUN)
            closing_session.close(store, lambda: os.write(say, PROMISE))

        wait = usual if at_point else draw.uniform(0, 0.4) * usual
        said = run_and_kill(work, after(BEGUN, 1, wait))
        promised = said.count(PROMISE)
        found.acknowledged += promised

        def look(promised: int = promised) -> int:
            nonlocal known, second_draws
            store = holder.open()
            try:
                drawn = closing_session.drawn_in(store)
            finally:
                store.close()
            second_draws += sum(drawn.get(period) != raw for period, raw in known.items())
            missing = max(0, len(known) + promised - len(drawn))
            known = drawn
            return missing

        found.look(look)
    if second_draws:
        raise AssertionError(f"{second_draws} periods were drawn twice")
    return {**found.as_dict(), "second_draws": second_draws, "whole_quarters": fresh}


def _die_at(point: int) -> None:
    """Kill this process before its so-and-so-many-th write."""
    writes = count()

    def dying(usual: Callable[..., Any]) -> Callable[..., Any]:
        def write(*values: Any, **named: Any) -> Any:
            if next(writes) == point:
                os.kill(os.getpid(), signal.SIGKILL)
            return usual(*values, **named)

        return write

    RecordAccess.write = dying(RecordAccess.write)  # type: ignore[method-assign]
    RecordAccess._tell = dying(RecordAccess._tell)  # type: ignore[method-assign]


def _time_of(folder: Path) -> float:
    """How long closing everything takes here; tried on a copy."""
    scratch = folder.with_name("scratch")
    shutil.copytree(folder, scratch)
    store = InventedHolder(keys_in(scratch)).open()
    began = time.perf_counter()
    closing_session.close(store, lambda: None)
    took = time.perf_counter() - began
    store.close()
    return took
