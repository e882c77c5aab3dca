"""Two pairs of eyes on one screen: what leaves it, and who may bring it back."""

from tests.conversation_window import Window, agreed_window, flag
from tests.fake_vault import PASSPHRASE
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.presenters.conversation.conversation_state import Ending, Sheet, Shown


def in_own_hands() -> Window:
    window = agreed_window(choices={"how": "own_hands"})
    window.presenter.share_screen()
    return window


def test_ti_04_ti_17_what_is_the_workers_leaves_the_shared_screen() -> None:
    window = agreed_window()
    window.presenter.open_sheet(Sheet.FLAGS)
    assert window.now().flags
    window.presenter.share_screen()
    assert window.now().sheet is None
    assert window.now().flags == ()


def test_ti_04_flags_are_still_one_action_away_and_end_the_sharing() -> None:
    window = agreed_window()
    window.presenter.share_screen()
    window.presenter.open_sheet(Sheet.FLAGS)
    assert not window.now().side_by_side
    assert window.now().sheet is Sheet.FLAGS


def test_looking_together_ends_with_one_key() -> None:
    window = agreed_window()
    window.presenter.share_screen()
    window.presenter.stop_sharing()
    assert not window.now().side_by_side
    assert window.now().sheet is None


def test_own_hands_end_only_with_the_workers_passphrase() -> None:
    window = in_own_hands()
    assert window.now().own_hands
    window.presenter.stop_sharing()
    assert window.now().sheet is Sheet.HAND_BACK
    window.presenter.hand_back("not it at all")
    assert window.now().side_by_side
    assert "didn’t match" in window.now().problem
    window.presenter.close_sheet()
    assert window.now().side_by_side
    assert window.now().problem == ""
    window.presenter.stop_sharing()
    window.presenter.hand_back(PASSPHRASE)
    assert not window.now().side_by_side


def test_own_hands_and_flags_ask_for_the_passphrase_first() -> None:
    window = in_own_hands()
    window.presenter.open_sheet(Sheet.FLAGS)
    assert window.now().sheet is Sheet.HAND_BACK
    assert window.now().flags == ()
    window.presenter.hand_back(PASSPHRASE)
    assert window.now().sheet is Sheet.FLAGS


def test_stopping_in_own_hands_leads_nowhere_but_back_to_the_worker() -> None:
    window = in_own_hands()
    window.presenter.pause()
    assert window.left == []
    assert window.now().shown is Shown.HELD
    window.presenter.stop_sharing()
    window.presenter.hand_back(PASSPHRASE)
    assert [ending for _, ending in window.left] == [Ending.PAUSED]


def test_what_waits_for_the_worker_comes_before_the_window_is_left() -> None:
    window = in_own_hands()
    window.go_to("C01")
    window.answer("clear")
    window.presenter.pause()
    window.presenter.stop_sharing()
    window.presenter.hand_back(PASSPHRASE)
    assert window.now().sheet is Sheet.ESCALATION
    assert window.left == []
    window.presenter.close_sheet()
    assert [ending for _, ending in window.left] == [Ending.PAUSED]


def test_the_workers_own_step_waits_until_the_screen_is_theirs() -> None:
    window = agreed_window()
    window.presenter.stop()
    window.presenter.share_screen()
    for step in (KnownStep.BACK_TO_NOW, KnownStep.WHAT_MATTERS, KnownStep.REST_OF_TODAY):
        assert window.now().step is step
        window.presenter.finish_step(step, {})
    assert window.now().shown is Shown.HELD
    window.presenter.stop_sharing()
    assert window.now().step is KnownStep.WORKER_CHECK


def test_a_flag_marked_before_sharing_stays_a_dot() -> None:
    window = agreed_window()
    flag(window, "R06")
    window.presenter.close_sheet()
    window.presenter.share_screen()
    assert window.now().sheet is None
    assert window.now().escalation is not None
