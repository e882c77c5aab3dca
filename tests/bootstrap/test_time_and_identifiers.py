"""The clock says what the clock on the wall says, whatever zone the laptop is in."""

import time
from collections.abc import Iterator
from datetime import timedelta

import pytest

from vrn_desktop.bootstrap.time_and_identifiers import new_id, now


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system's zone cannot be changed for one test")
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("name", "hours"), [("XXX-14", 14), ("XXX+11", -11), ("UTC0", 0)])
def test_the_day_is_the_one_on_the_wall(zone: pytest.MonkeyPatch, name: str, hours: int) -> None:
    zone.setenv("TZ", name)
    time.tzset()
    assert now().utcoffset() == timedelta(hours=hours)


def test_no_identifier_comes_twice() -> None:
    assert len({new_id() for _ in range(100)}) == 100
