"""With and without one person the same messages leave, and their numbers differ by no more than promised."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invented_counted_people import person_quarters
from tests.privacy_audit.sensitivity import Step, faults

EXAMPLES = 150
"""10,000 by hand: `settings(max_examples=10_000)(test...)`; see docs/privacy-audit.md."""


def steps(least_days: int, files: list[str]) -> st.SearchStrategy[list[Step]]:
    return st.lists(
        st.builds(
            Step,
            days=st.integers(least_days, 40),
            facts=person_quarters(people=2),
            held_days_ago=st.integers(0, 60),
            file=st.sampled_from(files),
        ),
        max_size=10,
    )


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    lived=st.one_of(steps(-60, [""]), steps(0, ["", "", "copy", "restore"])),
    seed=st.integers(0, 2**32),
)
def test_one_person_changes_numbers_only_and_by_no_more_than_promised(
    lived: list[Step], seed: int
) -> None:
    assert faults(lived, seed) == []
