"""Answers until the disk is full, with and without ballast, then looks at what is left."""

import json
import os
import sys
from pathlib import Path

from db import ballast
from db.sql_store import SqlStore
from db.store_files import create_store
from tests.db import invented_records as invented
from tests.db.invented_holder import START, InventedHolder, keys_in
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.identifiers import AnswerCode, ItemId


def main(folder: Path) -> None:
    """Say what happened, as JSON."""
    ballast.LOW_BYTES, ballast.BALLAST_BYTES = 0, 2 * 1024 * 1024
    holder = InventedHolder(keys_in(folder))
    create_store(holder.store)
    store = holder.open()
    store.keep_ballast()
    with store.change(Act.SCREENING_BEGUN, "") as work:
        work.young_people.add(invented.person())
        work.screenings.add(invented.screening())
    fill(folder / "filler")
    acknowledged: list[int] = []
    answer(store, acknowledged)
    saved_with_ballast = len(acknowledged) == 1 and not (folder / "ballast").exists()
    fill(folder / "filler")
    then = "nothing"
    try:
        while True:
            answer(store, acknowledged)
    except StorageError as error:
        then = type(error).__name__
    backup = "made"
    try:
        store.back_up(START)
    except StorageError as error:
        backup = type(error).__name__
    left_behind = [path.name for path in (folder / "backups").glob("*")]
    store.close()
    (folder / "filler").unlink()
    store = holder.open()
    with store.read() as work:
        kept = work.screenings.get(invented.TALK).answers
    lost = [number for number in acknowledged if kept.code(ItemId(f"N{number}")) != "some"]
    store.close()
    print(
        json.dumps(
            {
                "saved_with_ballast": saved_with_ballast,
                "then": then,
                "lost": len(lost),
                "backup": backup,
                "left_behind": left_behind,
            }
        )
    )


def answer(store: SqlStore, acknowledged: list[int]) -> None:
    number = len(acknowledged)
    with store.change(Act.ANSWER_RECORDED, invented.TALK) as work:
        work.screenings.put_answer(
            invented.TALK, ItemId(f"N{number}"), Voice.YOUNG_PERSON, AnswerCode("some"), START
        )
    acknowledged.append(number)


def fill(path: Path) -> None:
    """Write until nothing more fits."""
    for size in (65536, 4096, 1):
        try:
            with path.open("ab", buffering=0) as file:
                while True:
                    if file.write(os.urandom(size)) < size:
                        break
        except OSError:
            continue


if __name__ == "__main__":
    main(Path(sys.argv[1]))
