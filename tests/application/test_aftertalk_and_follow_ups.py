"""After the talk: feedback without identity, the worker's own check, promises that come due."""

from dataclasses import fields, replace
from datetime import timedelta

from tests.invented_services import PRIYA, SAM, Invented
from tests.talk import CALM_CORE, answered, begun, talked
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.feedback import Face, Feedback, WorkerState
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import PractitionerId, StepId
from vrn_desktop.domain.place_concern import TimeBand

OTHER = replace(SAM, id=PractitionerId("kim"), name="Kim Invented")


def test_ti_32_feedback_is_stored_without_identity() -> None:
    office = Invented()

    office.services().aftertalk.give_feedback(Face.YES, None)

    kept = office.store.records.feedback
    assert [(f.listened_to, f.in_control) for f in kept] == [(Face.YES, None)]
    assert kept[0].month.day == 1
    assert {f.name for f in fields(Feedback)} == {"month", "listened_to", "in_control"}
    assert office.store.acts[-1][1] == ""


def test_ti_32_skipping_both_questions_keeps_nothing() -> None:
    office = Invented()

    office.services().aftertalk.give_feedback(None, None)

    assert office.store.records.feedback == []


def test_ti_42_only_the_supervisor_sees_who_would_like_a_debrief() -> None:
    office = Invented()
    services = office.services()
    services.aftertalk.check_worker(WorkerState.DEBRIEF, heavy=True)

    assert services.aftertalk.debriefs_wanted() == ()
    wanted = office.as_person(PRIYA).services().aftertalk.debriefs_wanted()
    assert [check.practitioner_id for check in wanted] == ["sam"]


def test_ti_42_the_third_heavy_conversation_in_a_day_suggests_a_break() -> None:
    services = Invented().services()

    suggested = [services.aftertalk.check_worker(WorkerState.OK, heavy=True) for _ in range(3)]

    assert suggested == [False, False, True]


def test_ti_42_light_conversations_suggest_nothing() -> None:
    services = Invented().services()

    assert not any(services.aftertalk.check_worker(WorkerState.OK, heavy=False) for _ in range(5))


def test_ti_33_equality_answers_change_neither_level_nor_escalation() -> None:
    _, services, screening = talked({**CALM_CORE, "E01": "some", "G01": "some", "D01": "some"})
    before = services.levels.picture(screening.id).outcome

    services.aftertalk.keep_equality(
        EqualityAnswers(
            young_person_id=screening.young_person_id,
            codes={"ethnic_group": "black", "sex": "female", "care_experience": "now"},
        )
    )

    assert services.levels.picture(screening.id).outcome == before


def test_ti_37_a_place_concern_is_kept_without_names() -> None:
    _, services, screening = talked(CALM_CORE)

    services.aftertalk.note_place(
        screening.id,
        kind_of_place="Bus stop",
        time_band=TimeBand.AFTER_SCHOOL,
        words="More light would help.",
    )

    concern = services.aftertalk.places(screening.id)[0]
    assert (concern.kind_of_place, concern.time_band) == ("Bus stop", TimeBand.AFTER_SCHOOL)


def test_what_is_promised_comes_due_and_is_done_once_someone_says_so() -> None:
    office, services, screening = talked(CALM_CORE)
    today = office.clock().date()
    promised = services.follow_ups.promise(
        screening, due_on=today + timedelta(days=1), how="In person", kind=FollowUpKind.CHECK_IN
    )

    assert [row.id for row in services.follow_ups.today().due] == [promised.id]
    services.follow_ups.done(promised.id)
    assert services.follow_ups.today().due == ()


def test_today_shows_who_must_be_told_drafts_and_what_waits() -> None:
    office, services, screening = talked({**CALM_CORE, "H05": "clear"})
    other = answered(services, begun(services, name="Jo Invented"), CALM_CORE)
    services.levels.ask_supervisor(other.id)

    mine = services.follow_ups.today()
    theirs = office.as_person(PRIYA).services().follow_ups.today()

    assert {row.screening_id for row in mine.open_escalations} == {screening.id}
    assert {row.id for row in mine.drafts} == {screening.id, other.id}
    assert mine.waiting == ()
    assert [d.screening_id for d in theirs.waiting] == [other.id]


def test_a_day_holds_ones_own_promises_and_drafts_and_everybodys_open_escalations() -> None:
    office, services, screening = talked({**CALM_CORE, "H05": "clear"})
    today = office.clock().date()
    services.follow_ups.promise(
        screening, due_on=today, how="In person", kind=FollowUpKind.CHECK_IN
    )

    theirs = office.as_person(OTHER).services().follow_ups.today()

    assert theirs.due == ()
    assert theirs.drafts == ()
    assert [row.screening_id for row in theirs.open_escalations] == [screening.id]


def test_ti_41_a_reviewer_sees_what_a_colleague_promised_and_is_overdue() -> None:
    office, services, screening = talked(CALM_CORE)
    today = office.clock().date()
    services.follow_ups.promise(screening, due_on=today, how="", kind=FollowUpKind.AFTERCARE)
    reviewer = office.as_person(PRIYA).services()

    assert reviewer.follow_ups.today().due == ()
    office.clock.go_on(timedelta(days=1))

    assert [row.screening_id for row in reviewer.follow_ups.today().due] == [screening.id]


def test_something_noted_beside_leaves_the_conversation_where_it_was() -> None:
    _, services, screening = talked(CALM_CORE)

    noted = services.screenings.note_beside(screening, StepId("seen"), {"seen": "true"})

    assert noted.position == screening.position
    assert services.screenings.load(screening.id).step_notes[StepId("seen")] == {"seen": "true"}
