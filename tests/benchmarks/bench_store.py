"""What the encrypted file costs: an answer saved, the file unlocked, 20,000 people listed and searched."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from sqlcipher3 import dbapi2

from db.cipher_settings import SETTINGS
from db.sql_store import SqlStore
from db.store_files import create_store
from tests.benchmarks.figures import (
    Benchmark,
    Figures,
    Options,
    middle,
    milliseconds,
    nearly_all,
)
from tests.db.invented_holder import START, InventedHolder, keys_in
from tests.db.invented_people import fill
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import AnswerCode, ItemId

PEOPLE = 20_000
SAVES = 200
TYPED = ("s", "sa", "sam", "samp", "yp-01", "ivy", "777", "ün", "سد", "nobody of this name")


def measure(options: Options) -> Figures:
    """Every figure of the store, on a fresh file of invented people."""
    return dict(run(options.work, options.count or PEOPLE))


def run(work: Path, people: int = PEOPLE) -> dict[str, float]:
    """The figures by name, in milliseconds; `bare_commit_ms` is this machine's own reference."""
    folder = work / "store"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    holder = InventedHolder(keys_in(folder))
    create_store(holder.store)
    store = holder.open()
    fill(store, people)
    store.close()
    opened: list[SqlStore] = []
    unlock = milliseconds(lambda: opened.append(_reopened(holder, opened)), times=5)
    store = opened[-1]
    saves, bare = _side_by_side(_answer_saver(store), _bare_committer(folder))
    with store.read() as work_now:
        rows = milliseconds(work_now.young_people.rows, times=7)
        search = _searches(work_now.young_people.rows())
    began = perf_counter()
    store.back_up(START)
    backup = (perf_counter() - began) * 1000
    store.close()
    size = holder.store.path.stat().st_size / 1e6
    shutil.rmtree(folder)
    return {
        "save_answer_ms": middle(saves),
        "save_answer_p95_ms": nearly_all(saves),
        "bare_commit_ms": middle(bare),
        "unlock_ms": middle(unlock),
        "rows20k_ms": middle(rows),
        "search20k_ms": search,
        "backup_ms": round(backup, 1),
        "file_mb": round(size, 1),
    }


def _reopened(holder: InventedHolder, before: list[SqlStore]) -> SqlStore:
    for store in before:
        store.close()
    before.clear()
    return holder.open()


def _side_by_side(
    first: Callable[[], None], second: Callable[[], None]
) -> tuple[list[float], list[float]]:
    # In turns, so that both meet the machine in the same mood.
    pairs = [
        (milliseconds(first, times=1)[0], milliseconds(second, times=1)[0]) for _ in range(SAVES)
    ]
    return [one for one, _ in pairs], [other for _, other in pairs]


def _answer_saver(store: SqlStore) -> Callable[[], None]:
    with store.read() as work:
        screening = work.screenings.rows()[0].id
    count = 0

    def save() -> None:
        nonlocal count
        count += 1
        with store.change(Act.ANSWER_RECORDED, screening) as work:
            work.screenings.put_answer(
                screening,
                ItemId(f"B{count % 60:02d}"),
                Voice.YOUNG_PERSON,
                AnswerCode("some"),
                START + timedelta(seconds=count),
            )

    return save


def _bare_committer(folder: Path) -> Callable[[], None]:
    connection = dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{'ab' * 48}'\"")
    for name, value, _ in SETTINGS:
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    connection.execute(
        "CREATE TABLE answer (id INTEGER PRIMARY KEY, item TEXT, code TEXT, at TEXT)"
    )

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO answer (item, code, at) VALUES ('B01', 'some', ?)", ["t" * 32]
        )
        connection.execute("COMMIT")

    return commit


def _searches(rows: tuple[object, ...]) -> float:
    texts = [f"{row.chosen_name} {row.reference}".casefold() for row in rows]  # type: ignore[attr-defined]
    turns = iter(TYPED * 5)

    def press_key() -> None:
        typed = next(turns)
        [row for row, text in zip(rows, texts, strict=True) if typed in text]

    return nearly_all(milliseconds(press_key, times=len(TYPED) * 5))


BENCHMARK = Benchmark(
    does="an answer saved, the file unlocked, a list of 20,000 invented people and a search in it",
    measure=measure,
    goals={
        "save_answer_ms": "median of 200; goal at most 1.5 of the bare commit",
        "bare_commit_ms": "the same settings, in turns",
        "unlock_ms": "given the keys; goal under 150",
        "rows20k_ms": "goal under 300 until painted",
        "search20k_ms": "p95 of a key press; goal under 20 until painted",
    },
)
