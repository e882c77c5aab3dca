"""What is tried on every mutant: many drawings, lives with and without one person, and the noise's form."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

from tests.fixed_bits import FixedBits
from tests.invented_counted_people import CATEGORIES, LEVELS, person_quarter
from tests.privacy_audit import mechanism
from tests.privacy_audit.attacker import measured
from tests.privacy_audit.draws_of_both import LEAST_EXPECTED_P, p_of_closed_form
from tests.privacy_audit.sensitivity import Step, faults
from vrn_desktop.domain.counted_person import CountedReferral, PersonQuarter, ReferralProgress
from vrn_desktop.exchange import guarantee, table_drawing
from vrn_desktop.exchange.table_pack import MessageKind

RUNS = 800
LIVES = 16


def killed_by() -> Iterator[str]:
    """The checks that notice something; none for the program as it is."""
    if _loss() > float(guarantee.guarantee_of(mechanism.PACK).quarter):
        yield "audit"
    if _odd_noise():
        yield "noise"
    found = _life_fault()
    if found:
        yield f"life: {found}"


def _loss() -> float:
    worlds = (
        mechanism.observations(mechanism.STRETCHES[0], mechanism.by_ours, RUNS, 5, present=present)
        for present in (True, False)
    )
    return measured(*worlds).loss


def _odd_noise() -> bool:
    """The numbers of many drawings less the true ones follow the closed form, cell by cell apart."""
    found: dict[str, list[int]] = {}
    bits = FixedBits("odd noise")
    counts = mechanism._counts([person_quarter()], mechanism.STRETCHES[0].periods[1])
    for _ in range(60):
        drawn = table_drawing.noisy_tables(counts, mechanism.PACK, MessageKind.Q, bits)
        for name, cells in drawn.items():
            found.setdefault(name, []).extend(
                x - n for x, n in zip(cells, counts[name], strict=True)
            )
    return any(
        p_of_closed_form(noise, mechanism.PACK.table(name).scale) < LEAST_EXPECTED_P
        for name, noise in found.items()
    )


def _life_fault() -> str:
    for number, steps in enumerate(_lives()):
        try:
            found = faults(steps, number)
        except Exception as error:  # noqa: BLE001 - a mutant that stops is noticed as well
            return f"stops with {type(error).__name__}"
        if found:
            return found[0]
    return ""


@cache
def _lives() -> tuple[tuple[Step, ...], ...]:
    source = Random("lives")  # noqa: S311 - the same lives each time
    return tuple(_life(source, with_files=number % 2 == 1) for number in range(LIVES))


def _life(source: Random, *, with_files: bool) -> tuple[Step, ...]:
    files = ["", "", "", "copy", "restore"] if with_files else [""]
    return tuple(
        Step(
            days=source.choice((0, 3, 5, 9, 20) if with_files else (-9, 0, 3, 5, 9, 30)),
            facts=_facts(source),
            held_days_ago=source.choice((0, 1, 12, 30)),
            file=source.choice(files),
        )
        for _ in range(40)
    )


def _facts(source: Random) -> PersonQuarter:
    row = person_quarter(source.choice(("person-1", "person-2")))
    offered = tuple(source.sample(CATEGORIES, 5))
    return replace(
        row,
        level=source.choice(LEVELS),
        offered=offered,
        referrals=(CountedReferral(category=offered[0], progress=ReferralProgress.REACHED),),
    )
