"""Opens a store on a disk that was made read-only, reads an answer and tries to change one."""

import json
import subprocess
import sys
from pathlib import Path

from db.store_files import create_store
from tests.db import invented_records as invented
from tests.db.invented_holder import START, InventedHolder, keys_in
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.domain.identifiers import AnswerCode, ItemId


def main(folder: Path) -> None:
    """Say what happened, as JSON."""
    holder = InventedHolder(keys_in(folder))
    create_store(holder.store)
    store = holder.open()
    with store.change(Act.SCREENING_BEGUN, "") as work:
        work.young_people.add(invented.person())
        work.screenings.add(invented.screening())
        work.screenings.put_answer(
            invented.TALK, ItemId("Q00"), Voice.YOUNG_PERSON, AnswerCode("some"), START
        )
    store.close()
    remount = ["mount", "-o", "remount,ro", str(folder)]
    subprocess.run(remount, check=True)
    store = holder.open()
    with store.read() as work:
        answer = work.screenings.get(invented.TALK).answers.code(ItemId("Q00"))
    change = "done"
    try:
        with store.change(Act.SIGNED_IN, ""):
            pass
    except StorageError as error:
        change = type(error).__name__
    print(json.dumps({"answer": answer, "read_only": store.read_only, "change": change}))
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
