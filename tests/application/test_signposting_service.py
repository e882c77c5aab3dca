"""Help is chosen together, from answers and not from the level (SP-01, TI-24, TI-31, CO-06)."""

from tests.talk import CALM_CORE, talked
from vrn_desktop.domain.agreement import CompetenceView
from vrn_desktop.domain.identifiers import ServiceId
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.domain.signposting import SignpostState


def _first(entries: tuple[ServiceEntry, ...]) -> ServiceEntry:
    return next(entry for entry in entries if not entry.workers_only)


def test_ti_24_with_no_answer_at_all_help_can_be_offered() -> None:
    _, services, screening = talked({})

    suggestions = services.signposting.suggestions(screening.id)
    entry = _first(services.signposting.directory().entries)
    services.signposting.offer(screening.id, entry, SignpostState.ACCEPTED)

    assert suggestions.crisis_lines
    assert services.signposting.offered(screening.id)[0].state is SignpostState.ACCEPTED


def test_sp_01_suggestions_come_from_answers() -> None:
    _, services, screening = talked({**CALM_CORE, "C03": "clear"})

    categories = {s.category.id for s in services.signposting.suggestions(screening.id).suggestions}

    assert "money_housing" in categories
    assert services.levels.picture(screening.id).outcome.level == "primary"


def test_ti_31_each_service_has_its_own_answer_and_a_later_one_replaces_it() -> None:
    _, services, screening = talked(CALM_CORE)
    first, second = [e for e in services.signposting.directory().entries if not e.workers_only][:2]

    services.signposting.offer(screening.id, first, SignpostState.ACCEPTED)
    services.signposting.offer(screening.id, second, SignpostState.DECLINED)
    services.signposting.offer(screening.id, first, SignpostState.DECLINED)

    answers = {s.service_id: s.state for s in services.signposting.offered(screening.id)}
    assert answers == {first.id: SignpostState.DECLINED, second.id: SignpostState.DECLINED}


def test_co_06_consent_to_refer_is_a_record_of_its_own_for_each_service() -> None:
    _, services, screening = talked(CALM_CORE)
    first, second = [e for e in services.signposting.directory().entries if not e.workers_only][:2]
    offered = [
        services.signposting.offer(screening.id, entry, SignpostState.ACCEPTED)
        for entry in (first, second)
    ]

    services.signposting.consent(offered[0], given=True)
    services.signposting.consent(offered[1], given=False)

    given = {c.signpost_id: c.given for c in services.signposting.consents(screening.id)}
    assert given == {offered[0].id: True, offered[1].id: False}


def test_co_04_the_view_on_competence_is_stored_with_the_decision() -> None:
    office, services, screening = talked(CALM_CORE, age=13)
    entry = _first(services.signposting.directory().entries)
    signpost = services.signposting.offer(screening.id, entry, SignpostState.ACCEPTED)
    view = CompetenceView(
        understands=True,
        weighs_good_and_bad=True,
        can_explain_choice=True,
        free_from_pressure=True,
        reasons="Explained it back clearly.",
    )

    consent = services.signposting.consent(signpost, given=True, competence=view)

    assert consent.competence == view
    assert consent.at == office.clock.now


def test_a_service_that_left_the_directory_is_still_named_in_the_record() -> None:
    office, services, screening = talked(CALM_CORE)
    entry = _first(services.signposting.directory().entries)
    services.signposting.offer(screening.id, entry, SignpostState.ACCEPTED)

    kept = office.store.records.signposts

    assert [s.service_name for s in kept.values()] == [entry.name]
    assert services.signposting.directory().entry(ServiceId("gone")) is None


def test_sp_01_the_level_orders_kinds_of_help_and_removes_none() -> None:
    _, services, screening = talked({**CALM_CORE, "G01": "some", "D01": "some", "H01": "clear"})

    found = [s.category for s in services.signposting.suggestions(screening.id).suggestions]

    assert services.levels.picture(screening.id).outcome.level == "tertiary"
    assert {"mental_health", "education", "victim_support"} <= {c.id for c in found}
    focus = [str(category.focus) for category in found]
    assert focus.index("tertiary") < focus.index("secondary") < focus.index("primary")


def test_sp_03_what_is_for_other_ages_is_not_suggested() -> None:
    def suggested(age: int) -> dict[str, list[str]]:
        _, services, screening = talked({**CALM_CORE, "H02": "some"}, age=age)
        found = services.signposting.suggestions(screening.id).suggestions
        return {each.category.id: [entry.name for entry in each.services] for each in found}

    assert suggested(14) == {"sexual_violence": []}
    assert any("(16+)" in name for name in suggested(17)["sexual_violence"])


def test_sp_04_crisis_lines_come_in_addition_whatever_was_said() -> None:
    for said in ({}, CALM_CORE, {**CALM_CORE, "H01": "clear"}):
        _, services, screening = talked(said)
        lines = services.signposting.suggestions(screening.id).crisis_lines
        assert {"999", "0800 1111", "116 123"} <= {line.contact for line in lines}
