"""Our sampler and OpenDP's draw from one distribution; a right pair fails here once in ten million runs."""

import pytest

from tests.privacy_audit.draws_of_both import (
    LEAST_EXPECTED_P,
    SCALES,
    our_draws,
    p_of_both,
    p_of_closed_form,
)
from tests.privacy_audit.mechanism import opendp_draws

DRAWS = 20_000


@pytest.mark.parametrize("scale", SCALES)
def test_both_samplers_follow_the_closed_form_and_each_other(scale: int) -> None:
    ours, theirs = our_draws(scale, DRAWS, 7), opendp_draws(scale, DRAWS)
    assert p_of_closed_form(ours, scale) > 0.001  # the same draws in every run
    assert p_of_closed_form(theirs, scale) > LEAST_EXPECTED_P
    assert p_of_both(ours, theirs) > LEAST_EXPECTED_P


def test_a_wrong_scale_is_seen() -> None:
    assert p_of_closed_form(our_draws(4, DRAWS, 7), 5) < LEAST_EXPECTED_P
    assert p_of_both(our_draws(4, DRAWS, 7), our_draws(8, DRAWS, 7)) < LEAST_EXPECTED_P
