"""How many services are written at once on a quick disk, a slow one, and one that changes."""

import pytest

from vrn_desktop.application.chunk_size import (
    BESIDE_A_TALK,
    LARGEST,
    SMALLEST,
    UNDISTURBED,
    ChunkSize,
)


def beside_a_talk() -> ChunkSize:
    size = ChunkSize()
    size.talking = True
    return size


def after(size: ChunkSize, *, disk: float, each: float, pieces: int = 40) -> float:
    """The seconds of a piece once the size has settled."""
    for _ in range(pieces):
        size.took(size.now, disk + each * size.now)
    return disk + each * size.now


@pytest.mark.parametrize("disk", [0.0, 0.003, 0.008])
@pytest.mark.parametrize("each", [0.0002, 0.0005])
def test_a_piece_comes_to_take_the_wanted_time(disk: float, each: float) -> None:
    size = beside_a_talk()
    assert after(size, disk=disk, each=each) == pytest.approx(BESIDE_A_TALK, rel=0.1)
    assert SMALLEST < size.now < LARGEST


def test_a_slow_disk_does_not_make_endlessly_many_tiny_pieces() -> None:
    size = beside_a_talk()
    after(size, disk=0.2, each=0.0005)
    assert size.now == SMALLEST


def test_a_quick_laptop_writes_many_at_once_but_not_all() -> None:
    size = ChunkSize()
    after(size, disk=0.0, each=0.000001)
    assert size.now == LARGEST


def test_it_grows_twofold_at_most_and_shrinks_at_once() -> None:
    size = beside_a_talk()
    before = size.now
    size.took(before, 0.0)
    assert size.now <= 2 * before
    after(size, disk=0.002, each=0.0002)
    large = size.now
    size.took(large, 0.5)
    assert size.now < large / 2


def test_it_follows_a_laptop_that_becomes_slower() -> None:
    size = beside_a_talk()
    after(size, disk=0.002, each=0.0001)
    assert after(size, disk=0.004, each=0.0008) == pytest.approx(BESIDE_A_TALK, rel=0.1)


def test_a_piece_of_nothing_teaches_nothing() -> None:
    size = ChunkSize()
    before = size.now
    size.took(0, 1.0)
    assert size.now == before


def test_while_nobody_talks_more_is_written_at_once_and_a_talk_makes_the_next_piece_small() -> None:
    size = ChunkSize()
    assert after(size, disk=0.01, each=0.0008) == pytest.approx(UNDISTURBED, rel=0.1)
    size.talking = True
    assert 0.01 + 0.0008 * size.now == pytest.approx(BESIDE_A_TALK, rel=0.1)
