"""When the disk says no: nothing is lost, the order stays, and danger is seen all the same."""

import pytest

from tests.conversation_window import agreed_window, code_of, flag
from vrn_desktop.domain.errors import DiskFullError, ScreeningClosedError
from vrn_desktop.domain.identifiers import ItemId
from vrn_desktop.presenters.conversation.conversation_state import Saved, Sheet


def test_answers_given_meanwhile_are_kept_in_their_order() -> None:
    window = agreed_window()
    store = window.invented.store
    window.go_to("B01")
    store.refuses = DiskFullError()
    window.answer("partly")
    assert window.now().saved is Saved.NOT_SAVED
    window.presenter.go_on()
    assert window.page_key() == "item:B02"
    window.answer("strong")
    window.presenter.write_words(ItemId("B02"), "drawing")
    window.presenter.go_back()
    window.answer("weak")
    assert code_of(window, "B01") is None
    store.refuses = None
    window.presenter.try_again()
    assert window.now().saved is Saved.SAVED
    assert window.presenter.is_saved
    assert (code_of(window, "B01"), code_of(window, "B02")) == ("weak", "strong")
    assert window.in_file.own_words["B02"] == "drawing"


def test_trying_again_in_vain_changes_nothing() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.invented.store.refuses = DiskFullError()
    window.answer("partly")
    window.presenter.try_again()
    window.presenter.try_again()
    assert window.now().saved is Saved.NOT_SAVED
    assert window.question().is_answered


def test_ti_05_danger_is_shown_even_while_the_disk_refuses() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.invented.store.refuses = DiskFullError()
    flag(window, "R03")
    assert window.now().sheet is Sheet.ESCALATION
    assert window.now().escalation is not None
    assert window.escalation().at_once
    assert all(one.id is None for one in window.escalation().standing)
    window.presenter.close_sheet()
    window.invented.store.refuses = None
    window.presenter.try_again()
    assert window.now().sheet is None, "seen already: it does not come up a second time"
    assert all(one.id is not None for one in window.escalation().standing)
    assert [one.rule_id for one in window.services.escalations.of_screening(window.in_file.id)]


def test_a_mistake_of_the_program_is_not_taken_for_a_full_disk() -> None:
    window = agreed_window()
    window.go_to("B01")
    window.invented.store.refuses = ScreeningClosedError("closed")
    with pytest.raises(ScreeningClosedError):
        window.answer("partly")
    window.invented.store.refuses = None
    window.answer("strong")
    assert code_of(window, "B01") == "strong"


def test_a_step_that_could_not_be_saved_stays_until_it_is() -> None:
    window = agreed_window()
    window.invented.store.refuses = DiskFullError()
    page = window.page_key()
    window.presenter.pause()
    assert window.left == []
    assert window.page_key() == page
    window.invented.store.refuses = None
    window.presenter.try_again()
    assert len(window.left) == 1
