"""The short privacy audit: nothing measured is over the promise, and the audit itself sees what it should."""

import pytest

from tests.privacy_audit import mechanism, whole_quarter
from tests.privacy_audit.attacker import measured
from tests.privacy_audit.clopper_pearson import lower_bound, upper_bound
from vrn_desktop.exchange.guarantee import Window, guarantee_of

RUNS = 2_000
PROMISE = guarantee_of(mechanism.PACK)


@pytest.mark.parametrize(
    ("hits", "runs", "low", "high"),
    [(0, 10, 0.0, 0.30850), (10, 10, 0.69150, 1.0), (3, 10, 0.06674, 0.65245)],
)
def test_the_bounds_are_clopper_and_pearsons(hits: int, runs: int, low: float, high: float) -> None:
    assert lower_bound(hits, runs, 0.025) == pytest.approx(low, abs=1e-5)
    assert upper_bound(hits, runs, 0.025) == pytest.approx(high, abs=1e-5)


@pytest.mark.parametrize("stretch", mechanism.STRETCHES, ids=lambda s: str(s.window))
def test_the_drawing_tells_no_more_than_promised(stretch: mechanism.Stretch) -> None:
    worlds = (
        mechanism.observations(stretch, mechanism.by_ours, RUNS, 11, present=present)
        for present in (True, False)
    )
    assert 0.2 < measured(*worlds).loss <= float(PROMISE.of(stretch.window))


def test_a_whole_quarter_tells_no_more_than_promised() -> None:
    whole_quarter.learn_what_is_usual()
    worlds = [whole_quarter.observations(100, 11, present=present) for present in (True, False)]
    assert measured(*worlds).loss <= float(PROMISE.of(Window.QUARTER))
    for world in worlds:
        assert {(run["usual form"], run["messages"]) for run in world} == {(1, 14)}
