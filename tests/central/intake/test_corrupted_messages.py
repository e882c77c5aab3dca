"""However a message is changed on its way, it is refused in words, and nothing of it is kept."""

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from sqlalchemy import Engine

from tests.central.office.invented_office import SITE, InventedOffice
from tests.central_load import said, sealed, weeks
from vrn_desktop.central.office.answers import Refused
from vrn_desktop.exchange.message_chain import ChainHead

MANY = 400


def corrupted(count: int, seed: int) -> Iterator[bytes]:
    """Changed bits, cut ends, parts put elsewhere, other lengths, and plain noise."""
    chance = Random(seed)  # noqa: S311  corruption that repeats
    good = sealed(said(SITE, weeks(1)[0], ChainHead()), SITE)
    for number in range(count):
        raw = bytearray(good)
        place = chance.randrange(len(raw))
        if number % 5 == 0:
            raw[place] ^= 1 << chance.randrange(8)
        elif number % 5 == 1:
            del raw[place:]
        elif number % 5 == 2:
            raw[place : place + 8] = chance.randbytes(chance.randrange(1, 16)) + b"\0"
        elif number % 5 == 3:
            raw[8:10] = chance.randbytes(2)
            raw[place] ^= 0xFF
        else:
            raw = bytearray(b"VRNAGG1\n" + chance.randbytes(chance.randrange(2400)))
        if raw != good:
            yield bytes(raw)


def taken(office: InventedOffice, count: int, seed: int) -> Counter[str]:
    """What became of so many corrupted messages."""
    answers: Counter[str] = Counter()
    batch: list[bytes] = []
    for raw in corrupted(count, seed):
        batch.append(raw)
        if len(batch) == 50:
            answers.update(_names(office, batch))
            batch = []
    answers.update(_names(office, batch))
    return answers


def _names(office: InventedOffice, batch: list[bytes]) -> Iterator[str]:
    for answer in office.reception.take_in(batch):
        yield answer.refusal if isinstance(answer, Refused) else type(answer).__name__


@pytest.mark.parametrize("unlocked", [True, False])
def test_no_corrupted_message_is_taken(engine: Engine, *, unlocked: bool) -> None:
    office = InventedOffice(engine)
    office.enrol()
    if not unlocked:
        office.ring.lock()
    answers = taken(office, MANY, seed=3)
    assert set(answers) <= {"form", "version", "signature", "unknown_sender"}
    assert answers["signature"] > MANY // 10
    assert office.rows()["sealed_messages"] == 0
