"""Place, access, agreement and choices: what has to be said before any question, and what never has to."""

from tests.conversation_window import Window, code_of, new_window
from vrn_desktop.domain.agreement import AgreementRoute
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import StepId
from vrn_desktop.domain.screening import Form, ScreeningState
from vrn_desktop.presenters.conversation.agreement_presenter import AgreementPresenter
from vrn_desktop.presenters.conversation.agreement_state import (
    AgreementField,
    CarerAnswer,
    CompetencePoint,
    SaidBack,
)
from vrn_desktop.presenters.conversation.conversation_state import Ending, Shown
from vrn_desktop.presenters.conversation.privacy_presenter import PrivacyField

ALL_POINTS = frozenset(point.value for point in CompetencePoint)


def at_agreement(age: int, form: Form = Form.FULL) -> tuple[Window, AgreementPresenter]:
    window = new_window(age=age, form=form)
    window.presenter.say_privacy(private=True, notes={})
    window.presenter.finish_step(KnownStep.ACCESS, {})
    return window, window.parts.agreement()


def missing(page: AgreementPresenter) -> list[AgreementField]:
    return [field for field, _ in page.state.missing]


def test_ti_01_both_questions_about_the_place_are_asked_and_none_is_answered_beforehand() -> None:
    window = new_window()
    page = window.parts.privacy()
    assert page.state.who == frozenset()
    assert page.state.private is None
    page.go_on()
    assert page.state.missing == (PrivacyField.WHO, PrivacyField.PRIVATE)
    assert window.now().step is KnownStep.PRIVACY
    page.choose_who(frozenset({"carer"}))
    page.choose_private(True)
    assert "Not private" in page.state.hint
    page.choose_private(False)
    assert page.state.hint == ""
    page.go_on()
    assert window.now().step is KnownStep.ACCESS
    assert window.in_file.private is False
    assert window.in_file.step_notes[StepId("A1")]["who"] == "carer"


def test_going_back_to_the_place_shows_what_was_said() -> None:
    window = new_window()
    window.presenter.say_privacy(private=False, notes={"who": "carer,friends"})
    window.presenter.go_back()
    page = window.parts.privacy()
    assert page.state.who == {"carer", "friends"}
    assert page.state.private is False


def test_private_after_all_asks_what_was_left_out() -> None:
    window = new_window()
    window.presenter.say_privacy(private=False, notes={})
    assert code_of(window, "C01", "worker") == "not_asked"
    window.presenter.go_back()
    window.presenter.say_privacy(private=True, notes={})
    assert code_of(window, "C01", "worker") is None


def test_access_and_choices_need_nothing() -> None:
    window = new_window()
    window.presenter.say_privacy(private=True, notes={})
    access = window.parts.access()
    access.choose(frozenset({"breaks", "pictures"}))
    access.write("Polish, some English")
    access.go_on()
    assert window.in_file.step_notes[StepId("A2")] == {
        "helps": "breaks,pictures",
        "words": "Polish, some English",
    }
    assert window.now().step is KnownStep.AGREEMENT


def test_ti_13_the_script_is_filled_in_and_no_name_is_missing() -> None:
    _, page = at_agreement(16)
    text = " ".join(page.state.script)
    assert "Hi, I'm Sam from Harbour Street Project" in text
    assert "25 to 40 minutes" in text
    assert "{" not in text


def test_ti_13_hearing_it_back_is_a_record_of_its_own() -> None:
    window, page = at_agreement(16)
    page.choose_agrees(True)
    page.go_on()
    assert missing(page) == [AgreementField.SAID_BACK]
    page.choose_said_back(SaidBack.NOT_YET)
    page.go_on()
    assert missing(page) == [AgreementField.SAID_BACK]
    assert "once more" in page.state.missing[0][1]
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.write_said_back("You ask stuff, I can skip, you only tell if it's danger")
    page.go_on()
    kept = window.services.screenings.agreement(window.in_file.id)
    assert kept is not None
    assert kept.said_back
    assert kept.agreed
    assert "danger" in window.in_file.step_notes[StepId("A3")]["said_back_words"]
    assert window.now().step is KnownStep.CHOICES


def test_co_01_under_11_the_carer_agrees_and_the_child_assents() -> None:
    window, page = at_agreement(9)
    assert page.state.route is AgreementRoute.CARER_AND_ASSENT
    assert page.state.needs_carer
    page.choose_said_back(SaidBack.ANOTHER_WAY)
    page.choose_agrees(True)
    page.go_on()
    assert missing(page) == [AgreementField.CARER]
    page.choose_carer(CarerAnswer.AGREES)
    page.go_on()
    kept = window.services.screenings.agreement(window.in_file.id)
    assert kept is not None
    assert kept.carer_agreed
    assert kept.competence is None
    assert window.now().step is KnownStep.CHOICES


def test_co_01_a_childs_no_is_enough() -> None:
    window, page = at_agreement(9)
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_carer(CarerAnswer.AGREES)
    page.choose_agrees(False)
    page.go_on()
    assert window.now().shown is Shown.NOT_KEPT


def test_co_02_from_11_to_15_the_worker_records_a_view_with_reasons() -> None:
    window, page = at_agreement(13)
    assert page.state.route is AgreementRoute.OWN_IF_COMPETENT
    assert page.state.points == frozenset()
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.choose_points(ALL_POINTS)
    page.go_on()
    assert missing(page) == [AgreementField.REASONS]
    page.write_reasons("Explained it back and weighed it up.")
    page.go_on()
    kept = window.services.screenings.agreement(window.in_file.id)
    assert kept is not None
    assert kept.competence is not None
    assert kept.competence.competent()
    assert kept.competence.reasons
    assert not kept.carer_agreed


def test_co_02_not_all_points_leads_to_a_carer_unless_unsafe() -> None:
    window, page = at_agreement(13)
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.write_reasons("Very tired today.")
    page.choose_points(ALL_POINTS - {"weighs"})
    before = page.state
    assert not before.needs_carer
    page.go_on()
    assert missing(page) == [AgreementField.CARER]
    assert page.state.needs_carer
    page.choose_carer(CarerAnswer.UNSAFE_TO_ASK)
    page.go_on()
    assert missing(page) == [AgreementField.UNSAFE_WHY]
    page.write_unsafe_why("Afraid of what happens at home.")
    page.go_on()
    kept = window.services.screenings.agreement(window.in_file.id)
    assert kept is not None
    assert kept.carer_unsafe_to_ask
    assert kept.may_talk()


def test_co_02_all_points_after_all_needs_no_carer() -> None:
    window, page = at_agreement(13)
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.write_reasons("Took a while.")
    page.go_on()
    asked = page.state
    assert asked.needs_carer
    page.choose_points(ALL_POINTS)
    assert not page.state.needs_carer
    page.go_on()
    assert window.now().step is KnownStep.CHOICES


def test_co_02_a_carer_who_does_not_agree_means_nothing_is_kept() -> None:
    window, page = at_agreement(13)
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.write_reasons("Not sure they see the other side.")
    page.go_on()
    page.choose_carer(CarerAnswer.DOES_NOT)
    page.go_on()
    assert window.now().shown is Shown.NOT_KEPT


def test_co_03_from_16_they_decide_for_themselves() -> None:
    window, page = at_agreement(16)
    assert page.state.route is AgreementRoute.OWN
    assert not page.state.needs_carer
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.go_on()
    assert window.now().step is KnownStep.CHOICES


def test_co_04_a_view_is_never_carried_over() -> None:
    window, page = at_agreement(13)
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.choose_points(ALL_POINTS)
    page.write_reasons("Clear and thoughtful.")
    page.go_on()
    window.presenter.go_back()
    again = window.parts.agreement()
    assert again.state.points == frozenset()
    assert again.state.agrees is None
    assert again.state.said_back is None
    assert len(window.invented.store.records.agreements) == 1


def test_co_06_the_lawful_basis_is_shown_as_the_organisations_and_kept_apart() -> None:
    window, page = at_agreement(16)
    assert page.state.basis == "Invented Youth Trust keeps records on the basis of a public task."
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.go_on()
    records = window.invented.store.records
    assert list(records.bases) == [window.in_file.id]
    assert len(records.agreements) == 1
    assert records.consents == [], "each referral is asked later, on its own"


def test_co_07_agreement_can_be_taken_back_at_any_time() -> None:
    window, page = at_agreement(16)
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.go_on()
    window.presenter.stop(withdraws=True)
    kept = window.services.screenings.agreement(window.in_file.id)
    assert kept is not None
    assert kept.withdrawn_at is not None
    assert not kept.may_talk()
    assert window.in_file.state is ScreeningState.STOPPED


def test_co_08_nobody_is_contacted_by_saying_that_a_carer_agrees() -> None:
    window, page = at_agreement(9)
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.choose_carer(CarerAnswer.AGREES)
    page.go_on()
    records = window.invented.store.records
    assert not records.follow_ups
    assert not records.letters
    assert not records.contacts


def test_saying_no_ends_kindly_and_keeps_no_answer() -> None:
    window, page = at_agreement(16)
    page.choose_agrees(False)
    page.go_on()
    assert window.now().shown is Shown.NOT_KEPT
    assert window.in_file.answers.by_item == {}
    kept = window.services.screenings.agreement(window.in_file.id)
    assert kept is not None
    assert not kept.agreed
    window.presenter.end_without_keeping()
    window.presenter.end_without_keeping()
    assert [ending for _, ending in window.left] == [Ending.NOT_KEPT]


def test_ti_43_the_short_form_says_five_minutes() -> None:
    _, page = at_agreement(16, Form.SHORT)
    assert "about 5 minutes" in page.state.script[0]


def test_their_choices_are_kept_and_looking_together_shares_the_screen() -> None:
    window, page = at_agreement(16)
    page.choose_said_back(SaidBack.OWN_WORDS)
    page.choose_agrees(True)
    page.go_on()
    choices = window.parts.choices()
    assert choices.state.how is None
    assert choices.state.stop_sign is None
    choices.choose_how("share_screen")
    choices.choose_stop_sign("table")
    choices.write_calming("Cold water")
    choices.go_on()
    assert window.now().side_by_side
    assert not window.now().own_hands
    assert window.now().stop_sign == "table"
    assert window.now().calming == "Cold water"
    assert window.now().shown is Shown.INTRO
