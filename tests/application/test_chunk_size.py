"""How many services are written at once on a quick disk, a slow one, and one that changes."""

import pytest

from vrn_desktop.application.chunk_size import LARGEST, SMALLEST, WANTED_SECONDS, ChunkSize


def after(size: ChunkSize, *, disk: float, each: float, pieces: int = 40) -> float:
    """The seconds of a piece once the size has settled."""
    for _ in range(pieces):
        size.took(size.now, disk + each * size.now)
    return disk + each * size.now


@pytest.mark.parametrize("disk", [0.0, 0.005, 0.02])
@pytest.mark.parametrize("each", [0.0002, 0.0005])
def test_a_piece_comes_to_take_the_wanted_time(disk: float, each: float) -> None:
    size = ChunkSize()
    assert after(size, disk=disk, each=each) == pytest.approx(WANTED_SECONDS, rel=0.1)
    assert SMALLEST < size.now < LARGEST


def test_a_slow_disk_does_not_make_endlessly_many_tiny_pieces() -> None:
    size = ChunkSize()
    after(size, disk=0.2, each=0.0005)
    assert size.now == SMALLEST


def test_a_quick_laptop_writes_many_at_once_but_not_all() -> None:
    size = ChunkSize()
    after(size, disk=0.0, each=0.000001)
    assert size.now == LARGEST


def test_it_grows_twofold_at_most_and_shrinks_at_once() -> None:
    size = ChunkSize()
    before = size.now
    size.took(before, 0.0)
    assert size.now <= 2 * before
    after(size, disk=0.002, each=0.0002)
    large = size.now
    size.took(large, 0.5)
    assert size.now < large / 2


def test_it_follows_a_laptop_that_becomes_slower() -> None:
    size = ChunkSize()
    after(size, disk=0.002, each=0.0001)
    assert after(size, disk=0.004, each=0.0008) == pytest.approx(WANTED_SECONDS, rel=0.1)


def test_a_piece_of_nothing_teaches_nothing() -> None:
    size = ChunkSize()
    before = size.now
    size.took(0, 1.0)
    assert size.now == before
