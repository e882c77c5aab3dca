"""The week in which a conversation counts is fixed when its level is first approved, and moves no more."""

from datetime import timedelta

from tests.db.invented_counts import sealed_period
from tests.invented_services import PRIYA, Invented
from tests.talk import CALM_CORE, talked
from vrn_desktop.application.services import Services
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import LevelName, ScreeningId
from vrn_desktop.domain.programme_period import Quarter, Week

PRIMARY, SECONDARY, TERTIARY = LevelName("primary"), LevelName("secondary"), LevelName("tertiary")
HELD_IN = Week(2026, 48)


def weeks(office: Invented) -> dict[ScreeningId, Week]:
    return office.store.records.counts.weeks


def draw(office: Invented, *periods: Week | Quarter) -> None:
    with office.store.change(Act.COUNTS_DRAWN, "") as work:
        for number, period in enumerate(periods, start=1):
            work.counts.keep_drawn(sealed_period(number, period))


def later(office: Invented, by: timedelta) -> Services:
    office.clock.go_on(by)
    return office.services()


def test_a_confirmed_level_counts_in_the_week_of_the_conversation() -> None:
    office, services, screening = talked(CALM_CORE)
    assert weeks(office) == {}
    services.levels.decide(screening.id, PRIMARY)
    assert weeks(office) == {screening.id: HELD_IN}


def test_one_approved_late_counts_in_the_first_open_week() -> None:
    office, _, screening = talked(CALM_CORE)
    draw(office, Week(2026, 48), Week(2026, 49))
    later(office, timedelta(weeks=3)).levels.decide(screening.id, PRIMARY)
    assert weeks(office) == {screening.id: Week(2026, 50)}


def test_once_a_quarter_is_drawn_the_next_quarter_is_open() -> None:
    office, _, screening = talked(CALM_CORE)
    draw(office, Week(2026, 53), Quarter(2026, 4))
    later(office, timedelta(weeks=7)).levels.decide(screening.id, PRIMARY)
    assert weeks(office) == {screening.id: Week(2027, 1)}


def test_a_lower_level_that_waits_is_not_approved_until_a_second_person_answers() -> None:
    office, services, screening = talked({**CALM_CORE, "H07": "clear"})
    services.levels.decide(screening.id, SECONDARY, reason="It was a verbal threat.")
    assert weeks(office) == {}

    draw(office, HELD_IN)
    office.clock.go_on(timedelta(weeks=2))
    office.as_person(PRIYA).services().levels.review(screening.id, approved=False)
    assert weeks(office) == {screening.id: Week(2026, 49)}


def test_asking_a_supervisor_approves_nothing() -> None:
    office, services, screening = talked(CALM_CORE)
    services.levels.ask_supervisor(screening.id)
    assert weeks(office) == {}


def test_a_later_correction_of_the_level_moves_nothing() -> None:
    office, services, screening = talked(CALM_CORE)
    services.levels.decide(screening.id, PRIMARY)
    draw(office, HELD_IN)
    later(office, timedelta(weeks=2)).levels.decide(screening.id, TERTIARY)
    assert weeks(office) == {screening.id: HELD_IN}
