"""Roles and what each may do."""

from datetime import date

import pytest

from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner, Role


@pytest.mark.parametrize(
    ("role", "reads", "reviews", "manages"),
    [
        (Role.PRACTITIONER, True, False, False),
        (Role.SUPERVISOR, True, True, True),
        (Role.ADMINISTRATOR, False, False, True),
    ],
)
def test_what_each_role_may_do(role: Role, *, reads: bool, reviews: bool, manages: bool) -> None:
    assert (role.may_read_records, role.may_review, role.may_manage_people) == (
        *(reads, reviews, manages),
    )


def test_somebody_with_a_last_day_has_left() -> None:
    ash = Practitioner(
        id=PractitionerId("ash"),
        name="Ash Sample",
        role=Role.PRACTITIONER,
        trained=False,
        signing_key=bytes(32),
    )
    assert not ash.has_left
    gone = Practitioner(
        id=ash.id,
        name=ash.name,
        role=ash.role,
        trained=ash.trained,
        signing_key=ash.signing_key,
        left_on=date(2026, 11, 24),
    )
    assert gone.has_left
