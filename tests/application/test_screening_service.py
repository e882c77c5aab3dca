"""Hold a conversation: every answer durable with its audit entry, every door closed that must be."""

from dataclasses import replace

import pytest

from tests.conversation_window import Window, agreed_window, flag, new_window
from tests.invented_services import PRIYA, SAM, Invented
from tests.talk import CALM_CORE, answered, begun
from vrn_desktop.application.services import Services
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.errors import (
    DiskFullError,
    EscalationOpenError,
    FormNotForAgeError,
    LevelNotConfirmedError,
    StorageError,
)
from vrn_desktop.domain.escalation import ActionRecord
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, SectionId, StepId
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.screening import Form, Screening, ScreeningState
from vrn_desktop.domain.setting import SettingKind

B01, C01, R06 = ItemId("B01"), ItemId("C01"), ItemId("R06")


def office() -> tuple[Invented, Services, Screening]:
    invented = Invented()
    services = invented.services()
    return invented, services, begun(services)


def test_a_conversation_begins_with_its_form_its_voice_and_its_lawful_basis() -> None:
    invented, services, screening = office()
    assert screening.practitioner_id == SAM.id
    assert screening.respondent is Respondent.YOUNG_PERSON
    records = invented.store.records
    assert screening.content_hash in records.contents, "the exact questions are kept with it"
    assert records.bases[screening.id].policy_reference == ""
    assert services.screenings.load(screening.id).instrument_id == "llr-talk-safe"


def test_under_11_the_carer_is_asked() -> None:
    services = Invented().services()
    assert begun(services, age=7).respondent is Respondent.CARER


@pytest.mark.parametrize("age", [2, 10])
def test_ti_44_the_short_form_is_not_for_under_11s(age: int) -> None:
    services = Invented().services()
    child = services.young_people.add("Bo Invented", age)
    with pytest.raises(FormNotForAgeError):
        services.screenings.begin(child, form=Form.SHORT, setting_kind=SettingKind.YOUTH_OUTREACH)
    services.screenings.begin(child, form=Form.FULL, setting_kind=SettingKind.YOUTH_OUTREACH)


def test_ti_44_from_11_on_the_short_form_may_be_used() -> None:
    services = Invented().services()
    young = services.young_people.add("Kay Invented", 11)
    short = services.screenings.begin(
        young, form=Form.SHORT, setting_kind=SettingKind.YOUTH_OUTREACH
    )
    assert short.short_form


def test_an_answer_is_one_change_with_one_audit_entry() -> None:
    invented, services, screening = office()
    before = len(invented.store.acts)
    recorded = services.screenings.record_answer(
        screening, B01, AnswerCode("partly"), screening.voice
    )
    assert invented.store.acts[before:] == [(Act.ANSWER_RECORDED, screening.id)]
    assert services.screenings.load(screening.id).answers.code(B01) == "partly"
    assert recorded.raised == ()


def test_a_refused_disk_changes_nothing() -> None:
    invented, services, screening = office()
    invented.store.refuses = DiskFullError()
    with pytest.raises(DiskFullError):
        services.screenings.record_answer(screening, B01, AnswerCode("weak"), screening.voice)
    assert services.screenings.load(screening.id) == screening


def test_ti_05_what_an_answer_raises_is_written_with_it() -> None:
    invented, services, screening = office()
    recorded = services.screenings.record_answer(
        screening, C01, AnswerCode("clear"), screening.voice
    )
    assert [one.rule_id for one in recorded.raised] == ["X03"]
    assert services.escalations.of_screening(screening.id) == recorded.raised
    assert [act for act, _ in invented.store.acts].count(Act.ANSWER_RECORDED) == 1


def test_ti_06_f13_taking_an_answer_back_leaves_what_it_raised() -> None:
    _, services, screening = office()
    recorded = services.screenings.record_answer(
        screening, C01, AnswerCode("clear"), screening.voice
    )
    services.screenings.withdraw_answer(recorded.screening, C01, screening.voice)
    (standing,) = services.escalations.of_screening(screening.id)
    assert standing.is_open


def test_an_answer_moves_the_draft_on_and_a_flag_does_not() -> None:
    _, services, screening = office()
    held = services.screenings.record_answer(
        screening, B01, AnswerCode("weak"), screening.voice
    ).screening
    assert held.position == "item:B02"
    flagged = services.screenings.record_answer(
        held, R06, AnswerCode("some"), Voice.WORKER
    ).screening
    assert flagged.position == "item:B02"
    skipped = services.screenings.skip_item(flagged, ItemId("B02"))
    assert skipped.position == "item:B03"


def test_the_draft_of_a_last_question_stands_at_its_check_in() -> None:
    _, services, screening = office()
    held = services.screenings.record_answer(
        screening, ItemId("B06"), AnswerCode("weak"), screening.voice
    ).screening
    assert held.position == "check_in:B"


def test_ti_01_without_privacy_what_needs_it_is_not_asked_and_what_was_said_stays() -> None:
    _, services, screening = office()
    held = answered(services, screening, {"H01": "some"})
    closed = services.screenings.record_privacy(held, private=False, notes={})
    assert closed.answers.code(C01, Voice.WORKER) == "not_asked"
    assert closed.answers.code(ItemId("H01"), Voice.WORKER) is None
    assert closed.answers.code(B01, Voice.WORKER) is None
    opened = services.screenings.record_privacy(closed, private=True, notes={})
    assert opened.answers.code(C01, Voice.WORKER) is None
    assert services.screenings.load(held.id).answers == opened.answers


def test_ti_39_what_needs_training_stays_not_asked_in_private_too() -> None:
    services = Invented(person=replace(SAM, trained=False)).services()
    held = begun(services)
    assert held.answers.code(ItemId("G04"), Voice.WORKER) == "not_asked"
    assert held.answers.code(ItemId("H02"), Voice.WORKER) == "not_asked"
    assert held.answers.code(C01, Voice.WORKER) is None


def test_ti_26_words_are_one_change_and_can_be_taken_away() -> None:
    _, services, screening = office()
    held = services.screenings.record_words(screening, "B01", "  my nan ")
    assert services.screenings.load(held.id).own_words["B01"] == "  my nan "
    emptied = services.screenings.record_words(held, "B01", "")
    assert "B01" not in services.screenings.load(emptied.id).own_words


def test_ti_20_parts_are_left_and_taken_up() -> None:
    _, services, screening = office()
    left = services.screenings.skip_section(screening, SectionId("C"))
    assert services.screenings.load(left.id).sections_skipped == {"C"}
    taken_up = services.screenings.take_up_section(left, SectionId("C"))
    assert services.screenings.load(taken_up.id).sections_skipped == frozenset()


def test_stopping_with_a_reason_is_one_change() -> None:
    invented, services, screening = office()
    before = len(invented.store.acts)
    services.screenings.stop(screening, "Had to catch a bus")
    assert len(invented.store.acts) == before + 1
    kept = services.screenings.load(screening.id)
    assert kept.state is ScreeningState.STOPPED
    assert kept.own_words["stopped"] == "Had to catch a bus"


def test_a_step_done_moves_the_draft_to_the_next() -> None:
    _, services, screening = office()
    held = services.screenings.record_step(screening, KnownStep.BACK_TO_NOW, {"feeling": "ok"})
    assert held.position == "step:Z2"
    assert held.step_notes[StepId("Z1")] == {"feeling": "ok"}


def test_co_07_an_agreement_taken_back_is_kept_beside_the_first() -> None:
    window = agreed_window()
    services, screening = window.services, window.in_file
    services.screenings.withdraw_agreement(screening.id)
    latest = services.screenings.agreement(screening.id)
    assert latest is not None
    assert latest.withdrawn_at is not None
    assert len(window.invented.store.records.agreements) == 2


def test_taking_back_an_agreement_that_was_never_given_is_no_trouble() -> None:
    window = new_window()
    window.services.screenings.withdraw_agreement(window.in_file.id)
    assert window.services.screenings.agreement(window.in_file.id) is None


def test_two_windows_on_one_conversation_do_not_overwrite_each_other() -> None:
    _, services, screening = office()
    services.screenings.skip_section(screening, SectionId("C"))
    with pytest.raises(StorageError):
        services.screenings.skip_section(screening, SectionId("D"))


def test_ti_06_a_conversation_is_not_complete_while_something_is_open() -> None:
    _, services, screening = office()
    held = answered(services, screening, {**CALM_CORE, "R06": "some"})
    with pytest.raises(EscalationOpenError):
        services.screenings.complete(held)


def test_f18_a_conversation_is_not_complete_before_the_level_is_confirmed() -> None:
    _, services, screening = office()
    with pytest.raises(LevelNotConfirmedError):
        services.screenings.complete(answered(services, screening, CALM_CORE))


def test_ti_23_after_the_end_there_are_dated_additions() -> None:
    invented, services, screening = office()
    services.screenings.add_addendum(screening.id, "She asked for this to be put right.")
    (added,) = services.screenings.addenda(screening.id)
    assert (added.by, added.at) == (SAM.id, invented.clock())


def test_ti_40_ninety_days_count_from_the_answer() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.answer("strong")
    services = window.services
    again = services.screenings.begin(
        window.person, form=Form.FULL, setting_kind=SettingKind.SCHOOL
    )
    (earlier,) = [row for row in services.screenings.earlier_answers(again) if row.item == B01]
    assert earlier.code == "strong"


def test_the_list_of_conversations_is_the_newest_first() -> None:
    _, services, screening = office()
    later = begun(services, name="Bo Invented")
    assert [row.id for row in services.screenings.rows()] == [later.id, screening.id]
    assert [row.id for row in services.screenings.rows(screening.young_person_id)] == [screening.id]


def test_an_earlier_instrument_comes_back_for_an_earlier_conversation() -> None:
    invented, services, screening = office()
    old = replace(screening, content_hash="an older one")
    invented.store.records.contents["an older one"] = services.content.instrument_text()
    path = services.screenings.path(old)
    assert path is services.screenings.path(old)
    assert path.instrument.id == "llr-talk-safe"
    assert path.instrument is not services.content.instrument()


def closing(window: Window) -> ActionRecord:
    return ActionRecord(
        by=PRIYA.id,
        at=window.invented.clock(),
        who_was_told="Alex, safeguarding lead",
        what_was_done="Rang together",
        outcome="",
        young_person_told=True,
    )


def test_ti_06_a_record_of_what_was_done_opens_the_way_to_the_end() -> None:
    window = agreed_window()
    flag(window, "R06")
    (standing,) = window.services.escalations.of_screening(window.in_file.id)
    window.services.escalations.close(window.in_file.id, [standing.id], closing(window))
    with pytest.raises(LevelNotConfirmedError):
        window.services.screenings.complete(window.in_file)


def test_ti_06_a_danger_that_comes_back_after_it_was_closed_is_raised_anew() -> None:
    window = agreed_window()
    flag(window, "R06", "some")
    (first,) = window.services.escalations.of_screening(window.in_file.id)
    window.services.escalations.close(window.in_file.id, [first.id], closing(window))

    flag(window, "R06", "none")
    assert window.services.escalations.open_rows() == ()
    flag(window, "R06", "some")
    again = window.services.escalations.of_screening(window.in_file.id)
    assert [(one.rule_id, one.is_open) for one in again] == [("X02", False), ("X02", True)]


def test_ti_06_a_doubt_that_was_closed_and_becomes_certain_is_raised_anew() -> None:
    window = agreed_window()
    flag(window, "R06", "some")
    (first,) = window.services.escalations.of_screening(window.in_file.id)
    window.services.escalations.close(window.in_file.id, [first.id], closing(window))

    flag(window, "R06", "clear")
    assert len(window.services.escalations.open_rows()) == 1
