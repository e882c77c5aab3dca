"""Kills a process at its work again and again, and looks at what it has left."""

import json
import os
import random
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from db.cipher_engine import open_for_maintenance
from db.file_checks import require_whole_pages, require_whole_records, row_counts
from db.store_files import sweep_leftovers
from tests.db.invented_holder import InventedHolder, keys_in
from tests.torture import answering_session, importing_session, moving_session
from tests.torture.closing_kills import kill_while_closing
from tests.torture.killed_child import BEGUN, PROMISE, Found, after, run_and_kill
from tests.torture.office_kills import (
    kill_while_changing_a_passphrase,
    kill_while_changing_locks,
    kill_while_setting_up,
)

MOST_ANSWERS = 40
SLOWEST_OPENING = 1.0


def kill_while_answering(folder: Path, kills: int, draw: random.Random) -> dict[str, int]:
    """How many answers were promised, and how many of them were lost in all kills."""
    holder = answering_session.begin(folder)
    found, given, slow = Found(), 0, 0
    for _ in range(kills):
        first = given

        def work(say: int, first: int = first) -> None:
            store = holder.open()
            os.write(say, BEGUN)
            for number in range(first, first + 10_000):
                answering_session.answer(store, number)
                os.write(say, PROMISE)

        wait_for = draw.randrange(MOST_ANSWERS)
        mark = PROMISE if wait_for else BEGUN
        said = run_and_kill(work, after(mark, max(wait_for, 1), draw.uniform(0, 0.004)))
        promised = said.count(PROMISE)
        found.acknowledged += promised

        def look(last: int = first + promised) -> int:
            nonlocal given, slow
            began = time.perf_counter()
            store = holder.open()
            slow += time.perf_counter() - began > SLOWEST_OPENING
            missing = answering_session.missing_answers(store, last)
            given = store.commit_count() - answering_session.BEGUN
            store.close()
            _look_closely(holder)
            return len(missing)

        found.look(look)
    return {**found.as_dict(), "slow": slow}


def kill_while_migrating(folder: Path, kills: int, draw: random.Random) -> dict[str, int]:
    """The old file is left or the new one, whole; a migration that was promised stays."""
    holder = answering_session.begin(folder)
    moving_session.make_live(folder, 1)
    counts = _counts(holder)
    began = time.perf_counter()
    scratch = folder.with_name("scratch")
    shutil.copytree(folder, scratch)
    moving_session.migrate(scratch)
    usual = time.perf_counter() - began
    found = Found()

    def work(say: int) -> None:
        os.write(say, BEGUN)
        moving_session.migrate(folder)
        os.write(say, PROMISE)

    for _ in range(kills):
        # Half of the kills fall into the last steps, where the header changes.
        late = draw.random() < 0.5
        wait = draw.uniform(0.8, 2.2) * usual if late else draw.uniform(0, usual)
        promised = PROMISE in run_and_kill(work, after(BEGUN, 1, wait))
        found.acknowledged += promised

        def look(promised: bool = promised) -> int:
            live = int((folder / moving_session.LIVE).read_text("ascii"))
            here = InventedHolder(keys_in(folder, live))
            kept = _counts(here)
            if any(kept.get(table) != count for table, count in counts.items()):
                raise AssertionError("rows are missing")
            _look_closely(here)
            return int(promised and live == 1)

        found.look(look)
        moving_session.make_live(folder, 1)
        sweep_leftovers(holder.store)
    return found.as_dict()


def kill_while_importing(folder: Path, kills: int, draw: random.Random) -> dict[str, int]:
    """The old edition is shown or the new one, never half; one that was promised stays."""
    holder = importing_session.begin(folder)
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    began = time.perf_counter()
    store = holder.open()
    importing_session.take_in(store)
    usual = time.perf_counter() - began
    store.close()
    found = Found()

    def work(say: int) -> None:
        store = holder.open()
        os.write(say, BEGUN)
        importing_session.take_in(store)
        os.write(say, PROMISE)

    for _ in range(kills):
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        promised = PROMISE in run_and_kill(work, after(BEGUN, 1, draw.uniform(0, 1.2) * usual))
        found.acknowledged += promised

        def look(promised: bool = promised) -> int:
            store = holder.open()
            edition = importing_session.edition_in(store)
            importing_session.take_in(store)
            again = importing_session.edition_in(store)
            store.close()
            _look_closely(holder)
            if importing_session.HALF in (edition, again):
                raise AssertionError("half an edition is shown")
            return int(promised and edition != importing_session.NEW)

        found.look(look)
    return found.as_dict()


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


KINDS: dict[str, Callable[[Path, int, random.Random], dict[str, int]]] = {
    "answering": kill_while_answering,
    "migrating": kill_while_migrating,
    "changing a passphrase": kill_while_changing_a_passphrase,
    "setting up": kill_while_setting_up,
    "changing the locks": kill_while_changing_locks,
    "importing": kill_while_importing,
    "closing": kill_while_closing,
}


def main(folder: Path, what: str, kills: int, seed: int) -> None:
    """Say what happened, as JSON."""
    folder.mkdir(exist_ok=True)
    print(json.dumps(KINDS[what](folder, kills, random.Random(seed))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
