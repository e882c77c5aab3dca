"""Answers one question after another and promises each answer only when its change has ended."""

import os
import sys
from pathlib import Path

from db.sql_store import SqlStore
from db.store_files import create_store
from tests.db import invented_records as invented
from tests.db.invented_holder import START, InventedHolder, keys_in
from tests.torture.logged_disk import ACKNOWLEDGED
from vrn_desktop.domain.answer import AnswerSheet, Voice
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import AnswerCode, ItemId

BEGUN = 1
"""Changes the file has seen before the first answer."""


def begin(folder: Path) -> InventedHolder:
    """A file with a conversation in it, closed again."""
    holder = InventedHolder(keys_in(folder))
    create_store(holder.store)
    store = holder.open()
    with store.change(Act.SCREENING_BEGUN, invented.TALK) as work:
        invented.write_everything(work)
    holder.anchor = store.audit_end()
    store.close()
    return holder


def answer(store: SqlStore, number: int) -> None:
    """One answer, its own words and its audit entry; every third one changes an earlier answer."""
    with store.change(Act.ANSWER_RECORDED, invented.TALK) as work:
        work.screenings.put_answer(
            invented.TALK, item(number), Voice.YOUNG_PERSON, code(number), START
        )
        work.screenings.put_words(invented.TALK, item(number), f"words {number} " * (number % 40))


def item(number: int) -> ItemId:
    return ItemId(f"N{number - number % 3:05d}")


def code(number: int) -> AnswerCode:
    return AnswerCode(f"answer {number}")


def missing_answers(store: SqlStore, acknowledged: int) -> list[int]:
    """Which of the promised answers (the first so many) the file does not hold."""
    with store.read() as work:
        sheet: AnswerSheet = work.screenings.get(invented.TALK).answers
    given = store.commit_count() - BEGUN
    latest = {item(number): code(number) for number in range(given)}
    return [
        *range(given, acknowledged),
        *(n for n in range(given) if sheet.code(item(n)) != latest[item(n)]),
    ]


def main(folder: Path, count: int) -> None:
    """Answer so many questions, promising each in the folder's own file."""
    promises = os.open(folder / ACKNOWLEDGED, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    store = InventedHolder(keys_in(folder)).open()
    for number in range(count):
        answer(store, number)
        os.write(promises, b"%d\n" % number)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
