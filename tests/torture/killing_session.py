"""Kills a process that answers, or migrates, again and again, and looks at what it has left."""

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from traceback import print_exc

from db.cipher_engine import open_for_maintenance
from db.file_checks import require_whole_pages, require_whole_records, row_counts
from db.store_files import sweep_leftovers
from tests.db.invented_holder import InventedHolder, keys_in
from tests.torture import answering_session, moving_session

MOST_ANSWERS = 40


def run_and_kill(work: Callable[[int], None], when: Callable[[int], int]) -> int:
    """Start a child, kill it when it is time; returns how many promises it had made by then.

    `when` returns when to kill, and how many promises it has read itself.
    """
    promised, promise = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(promised)
        try:
            work(promise)
        except BaseException:  # noqa: BLE001 - a child must never come back into the parent's code
            print_exc()
        os._exit(0)
    os.close(promise)
    said = when(promised)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while piece := os.read(promised, 65536):
        said += len(piece)
    os.close(promised)
    return said


def kill_while_answering(folder: Path, kills: int, draw: random.Random) -> dict[str, int]:
    """How many answers were promised, and how many of them were lost in all kills."""
    holder = answering_session.begin(folder)
    given = promised = lost = slow = 0
    for _ in range(kills):
        first = given

        def work(promise: int, first: int = first) -> None:
            store = holder.open()
            for number in range(first, first + 10_000):
                answering_session.answer(store, number)
                os.write(promise, b".")

        wait_for = draw.randrange(MOST_ANSWERS)

        def when(reading: int, wait_for: int = wait_for) -> int:
            seen = 0
            while seen < wait_for:
                if not os.read(reading, 1):
                    raise RuntimeError("the child ended before it was killed")
                seen += 1
            time.sleep(draw.uniform(0, 0.004))
            return seen

        said = run_and_kill(work, when)
        began = time.perf_counter()
        store = holder.open()
        slow += time.perf_counter() - began > 1
        promised += said
        lost += len(answering_session.missing_answers(store, first + said))
        given = store.commit_count() - answering_session.BEGUN
        store.close()
        _look_closely(holder)
    return {"kills": kills, "promised": promised, "lost": lost, "slow": slow}


def kill_while_migrating(folder: Path, kills: int, draw: random.Random) -> dict[str, int]:
    """How often the old file was left and how often the new one; every other outcome raises."""
    holder = answering_session.begin(folder)
    moving_session.make_live(folder, 1)
    counts = _counts(holder)
    began = time.perf_counter()
    scratch = folder.with_name("scratch")
    shutil.copytree(folder, scratch)
    moving_session.migrate(scratch)
    usual = time.perf_counter() - began
    outcome = {"kills": kills, "old": 0, "new": 0}
    for _ in range(kills):
        # Half of the kills fall into the last steps, where the header changes.
        late = draw.random() < 0.5
        wait = draw.uniform(0.8, 1.3) * usual if late else draw.uniform(0, usual)

        def wait_then(_: int, wait: float = wait) -> int:
            time.sleep(wait)
            return 0

        run_and_kill(lambda _: moving_session.migrate(folder), wait_then)
        live = int((folder / moving_session.LIVE).read_text("ascii"))
        outcome["old" if live == 1 else "new"] += 1
        here = InventedHolder(keys_in(folder, live))
        kept = _counts(here)
        if any(kept.get(table) != count for table, count in counts.items()):
            raise AssertionError("rows are missing")
        _look_closely(here)
        moving_session.make_live(folder, 1)
        sweep_leftovers(holder.store)
    return outcome


def _look_closely(holder: InventedHolder) -> None:
    engine = open_for_maintenance(holder.store)
    with engine.connect() as connection:
        require_whole_pages(connection)
        require_whole_records(connection)
    engine.dispose()


def _counts(holder: InventedHolder) -> dict[str, int]:
    engine = open_for_maintenance(holder.store)
    with engine.connect() as connection:
        counts = row_counts(connection)
    engine.dispose()
    return counts


def main(folder: Path, what: str, kills: int, seed: int) -> None:
    """Say what happened, as JSON."""
    draw = random.Random(seed)
    act = kill_while_answering if what == "answering" else kill_while_migrating
    print(json.dumps(act(folder, kills, draw)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
