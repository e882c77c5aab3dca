"""A conversation, told as it goes: pages, answers, silence, Back, skipping, other subjects."""

from tests.conversation_window import (
    HeldRunner,
    Window,
    agreed_window,
    code_of,
    new_window,
    opened,
)
from tests.invented_services import Invented
from vrn_desktop.domain.answer import Voice
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import ItemId, SectionId
from vrn_desktop.domain.screening import Form
from vrn_desktop.presenters.conversation.conversation_state import Ending, Saved, Shown


def held_window() -> tuple[Window, HeldRunner]:
    runner = HeldRunner()
    window = agreed_window(invented=Invented(runner=runner))
    window.go_to("B01")
    runner.held = True
    return window, runner


def test_ti_01_no_question_appears_before_the_place_is_spoken_of() -> None:
    window = new_window()
    assert window.now().step is KnownStep.PRIVACY
    window.presenter.change_subject(SectionId("H"))
    assert window.now().step is KnownStep.PRIVACY
    window.presenter.say_privacy(private=True, notes={})
    window.presenter.change_subject(SectionId("H"))
    assert window.now().step is KnownStep.AGREEMENT
    assert window.now().question is None


def test_ti_01_without_privacy_what_needs_it_is_left_out_and_the_rest_goes_on() -> None:
    window = agreed_window(private=False)
    assert code_of(window, "C01", Voice.WORKER) == "not_asked"
    asked = []
    while window.now().step is None:
        if window.now().question is not None:
            asked.append(window.question().item)
        window.presenter.go_on()
    alone = {item.id for item in window.services.content.instrument().items if item.alone}
    assert asked
    assert not alone & set(asked)
    assert window.now().step is KnownStep.BACK_TO_NOW


def test_an_answer_shows_at_once_and_counts_as_saved_when_the_disk_has_it() -> None:
    window, runner = held_window()
    window.answer("partly")
    assert window.question().is_answered
    assert window.now().saved is Saved.SAVING
    assert code_of(window, "B01") is None
    runner.let_go()
    assert window.now().saved is Saved.SAVED
    assert code_of(window, "B01") == "partly"


def test_continue_pressed_twice_while_saving_goes_one_page() -> None:
    window, runner = held_window()
    window.answer("partly")
    window.presenter.go_on()
    window.presenter.go_on()
    assert window.page_key() == "item:B01"
    runner.let_go()
    assert window.page_key() == "item:B02"


def test_skip_pressed_twice_while_saving_skips_one_question() -> None:
    window, runner = held_window()
    window.presenter.skip_item()
    window.presenter.skip_item()
    runner.let_go()
    assert window.page_key() == "item:B02"
    assert window.in_file.items_skipped == {"B01"}


def test_continue_waits_for_words_too() -> None:
    window, runner = held_window()
    window.presenter.write_words(ItemId("B01"), "my nan")
    assert window.now().saved is Saved.SAVING
    window.presenter.go_on()
    assert window.page_key() == "item:B01"
    runner.let_go()
    assert window.page_key() == "item:B02"
    assert window.in_file.own_words["B01"] == "my nan"


def test_the_same_answer_twice_is_written_once() -> None:
    window = agreed_window()
    window.go_to("B01")
    before = len(window.invented.store.acts)
    window.answer("partly")
    window.answer("partly")
    assert len(window.invented.store.acts) == before + 1


def test_ti_19_silence_is_an_option_like_the_others_on_every_question() -> None:
    window = agreed_window()
    for section in ("B", "C", "D", "E", "F", "G", "H"):
        window.presenter.change_subject(SectionId(section))
        window.presenter.go_on()
        question = window.now().question
        assert question is not None
        assert [option.code for option in question.options][-2:] == ["declined", "dont_know"]
    window.answer("declined")
    assert window.now().sheet is None
    assert window.question().options[-2].chosen


def test_ti_19_not_asked_is_the_workers_and_takes_an_answer_back() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.answer("partly")
    window.presenter.mark_not_asked()
    assert code_of(window, "B01") is None
    assert code_of(window, "B01", Voice.WORKER) == "not_asked"
    assert window.question().not_asked_chosen
    window.answer("strong")
    assert not window.question().not_asked_chosen


def test_ti_20_skipping_changing_and_stopping_need_no_field() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.presenter.skip_item()
    assert window.page_key() == "item:B02"
    window.presenter.skip_section()
    assert window.page_key() == "intro:C"
    assert "B" in window.in_file.sections_skipped
    window.presenter.change_subject(SectionId("B"))
    assert window.page_key() == "intro:B"
    assert "B" not in window.in_file.sections_skipped
    window.presenter.stop()
    assert "stopped" not in window.in_file.own_words


def test_leaving_out_a_part_at_its_end_keeps_what_was_said() -> None:
    window = agreed_window()
    window.go_to_check_in("B")
    window.presenter.skip_section()
    assert window.page_key() == "intro:C"
    assert "B" not in window.in_file.sections_skipped


def test_ti_23_an_answer_can_be_changed_and_taken_back() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.answer("partly")
    window.answer("weak")
    assert code_of(window, "B01") == "weak"
    window.presenter.take_back()
    assert code_of(window, "B01") is None
    assert not window.question().is_answered


def test_ti_23_one_answer_changed_from_elsewhere_leads_back_there() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.answer("weak")
    again = opened(window.invented, window.in_file, window.person, changing="B01")
    assert again.now().shown is Shown.QUESTION
    again.answer("strong")
    again.presenter.go_on()
    assert again.left[0][1] is Ending.CHANGED
    assert code_of(again, "B01") == "strong"


def test_back_goes_where_they_came_from_and_passes_what_is_asked_no_more() -> None:
    window = agreed_window()
    window.go_to("H01")
    window.answer("clear")
    window.presenter.close_sheet()
    window.go_to("H03")
    window.presenter.go_on()
    assert window.page_key() == "item:H04"
    window.presenter.go_back()
    assert window.page_key() == "item:H03"
    window.go_to("H01")
    window.presenter.go_on()
    window.presenter.go_on()
    window.presenter.go_on()
    here = window.page_key()
    assert here == "item:H04"
    window.presenter.go_back()
    window.presenter.go_back()
    assert window.page_key() == "item:H02"


def test_back_after_changing_the_subject_returns_to_the_question_before() -> None:
    window = agreed_window()
    window.go_to("B02")
    window.presenter.change_subject(SectionId("D"))
    assert window.page_key() == "intro:D"
    window.presenter.go_back()
    assert window.page_key() == "item:B02"


def test_ti_29_strengths_come_first_in_both_forms() -> None:
    for form in Form:
        window = agreed_window(form=form)
        window.presenter.go_on()
        assert window.question().item == "B01"


def test_the_short_form_has_only_the_parts_it_asks_about() -> None:
    window = agreed_window(form=Form.SHORT)
    assert "School, college and work" not in window.now().part_titles
    assert window.now().part_titles[0] == "Before we start"


def test_ti_39_only_trained_workers_see_what_needs_training() -> None:
    window = agreed_window(trained=False)
    assert code_of(window, "G04", Voice.WORKER) == "not_asked"
    window.presenter.change_subject(SectionId("G"))
    intro = window.now().intro
    assert intro is not None
    assert [left.label for left in intro.left_to_trained] == [
        "Hurting themselves or not wanting to be alive"
    ]
    assert "See flag R03" in intro.left_to_trained[0].guidance
    asked = []
    while window.now().page.section == "G":
        if window.now().question is not None:
            asked.append(window.question().item)
        window.presenter.go_on()
    assert asked == ["G01", "G02", "G03"]


def test_ti_39_trained_workers_may_ask() -> None:
    window = agreed_window(trained=True)
    window.presenter.change_subject(SectionId("G"))
    assert window.intro().left_to_trained == ()
    window.go_to("G04")


def test_ti_26_words_are_kept_exactly_as_typed() -> None:
    window = agreed_window()
    words = "  she’s like a 2nd mum 2 me 💛 «n'est-ce pas»  "
    window.go_to("B01")
    window.presenter.write_words(ItemId("B01"), words)
    assert window.in_file.own_words["B01"] == words


def test_ti_09_no_free_words_about_harm() -> None:
    window = agreed_window()
    window.go_to("H01")
    assert not window.question().may_add_words
    window.presenter.write_words(ItemId("H01"), "what happened")
    assert "H01" not in window.in_file.own_words


def test_ti_14_the_limits_are_said_again_before_f05_h05_and_h() -> None:
    window = agreed_window()
    reminder = window.now().texts.limits_reminder
    for item in ("F05", "H05"):
        window.go_to(item)
        assert window.question().reminder == reminder
    window.presenter.change_subject(SectionId("H"))
    assert window.intro().reminder == reminder
    window.go_to("F04")
    assert window.question().reminder == ""


def test_ti_15_every_question_says_why_it_is_asked() -> None:
    window = agreed_window()
    for item in window.services.content.instrument().items:
        if item.wordings:
            assert item.why
    window.go_to("F04")
    assert "not your fault" in window.question().why


def test_ti_12_after_the_part_about_harm_they_come_back_to_now() -> None:
    window = agreed_window()
    window.go_to_check_in("H")
    assert window.now().offers_grounding
    window.presenter.go_on()
    assert window.now().step is KnownStep.BACK_TO_NOW
    seen = []
    while not window.left:
        seen.append(window.now().step)
        window.presenter.finish_step(window.now().step or KnownStep.BACK_TO_NOW, {})
    assert seen[:3] == [KnownStep.BACK_TO_NOW, KnownStep.YOUR_WORDS, KnownStep.WHAT_MATTERS]
    assert KnownStep.REST_OF_TODAY in seen
    assert window.left[0][1] is Ending.AT_END


def test_ti_12_leaving_out_the_part_about_harm_comes_back_to_now_as_well() -> None:
    window = agreed_window()
    window.go_to("H01")
    window.presenter.skip_section()
    assert window.now().step is KnownStep.BACK_TO_NOW


def test_ti_08_progress_is_parts_never_a_percentage() -> None:
    window = agreed_window()
    window.go_to("C02")
    assert window.now().part_titles[window.now().part_number] == "Home"
    assert 0 < window.now().part_within < 1


def test_a_change_of_the_state_asks_nothing_of_a_window_that_is_gone() -> None:
    window, runner = held_window()
    window.answer("partly")
    window.presenter.pause()
    runner.let_go()
    window.presenter.pause()
    assert [ending for _, ending in window.left] == [Ending.PAUSED]
