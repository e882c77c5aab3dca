"""The page on what leaves, used by its names as people do."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.invented_sync import WORDS, entry, overview, promise
from tests.ui.opened_screen import OpenedScreen
from tests.ui.sync.sync_pages import STICK, SyncOffice, busy, numbers, outside, words_wait
from ui.sync import sync_screen
from vrn_desktop.domain.counts_sent import Delivery, EnrolmentStep, Way
from vrn_desktop.domain.programme_period import Week


def test_before_joining_it_says_what_it_is_and_opens_a_file(tmp_path: Path) -> None:
    office = SyncOffice(outside())
    with OpenedScreen(office.screen()) as page:
        assert "Only these numbers leave this laptop: no names, no answers" in page.words()
        assert not page.can_be_seen("sync-standing")
        office.path = None
        page.click("sync-open")
        assert office.sync.asked == []
        office.path = tmp_path / "site.vrnoffer"
        office.path.write_bytes(b"an offer")
        office.sync.after = lambda _look: words_wait()
        page.click("sync-open")
        assert [page.find(QLabel, f"sync-word-{n}").text() for n in range(6)] == list(WORDS)
        assert not page.can_be_seen("sync-join")


def test_the_six_words_are_the_same_or_they_differ() -> None:
    office = SyncOffice(words_wait())
    office.sync.after = lambda _look: overview()
    with OpenedScreen(office.screen()) as page:
        page.click("sync-words-same")
        assert office.sync.asked == ["agree"]
        assert page.can_be_seen("sync-outcome-done")
        assert page.can_be_seen("sync-standing")
    office = SyncOffice(words_wait())
    office.sync.after = lambda _look: outside()
    with OpenedScreen(office.screen()) as page:
        page.click("sync-words-differ")
        assert office.sync.asked == ["differ"]
        assert "is forgotten" in page.words()
        assert page.can_be_seen("sync-join")


def test_a_site_without_an_address_sends_on_sticks() -> None:
    office = SyncOffice(replace(busy(), address=""))
    with OpenedScreen(office.screen()) as page:
        assert not page.can_be_seen("sync-send")
        office.path = None
        page.click("sync-copy")
        assert office.sync.asked == []
        office.path = STICK
        page.click("sync-copy")
        page.click("sync-read")
    assert office.sync.asked == ["put stick", "take stick"]


def test_a_practitioner_has_nothing_to_press_that_changes_anything() -> None:
    office = SyncOffice(replace(busy(), may_change=False))
    with OpenedScreen(office.screen()) as page:
        for name in ("sync-send", "sync-copy", "sync-read", "sync-part-network", "sync-open"):
            assert not page.can_be_seen(name), name
        page.click("sync-waiting-0-action")
        assert page.can_be_seen("sync-numbers")
        assert not page.can_be_seen("sync-withdraw")


def test_enter_on_a_row_of_the_ledger_opens_its_numbers_and_back_leads_there_again() -> None:
    with OpenedScreen(SyncOffice(numbers()).screen()) as page:
        page.click("sync-part-left")
        page.click("sync-filter-quarters")
        table = page.find(QTableView, "sync-ledger-table")
        table.setFocus()
        page.press(Qt.Key.Key_Return)
        assert page.find(QLabel, "sync-message-title").text() == "Quarter 4 of 2026"
        assert page.focused == "sync-message-back"
        assert not page.can_be_seen("sync-literal")
        page.click("sync-literal-show")
        assert '"spec":"vrn-tables/1"' in page.find(QLabel, "sync-literal-text").text().replace(
            "\u200b", ""
        )
        page.click("sync-message-back")
        assert page.can_be_seen("sync-ledger-table")
        page.click("sync-filter-years")
        assert table.model().rowCount() == 1


def test_the_safe_answer_has_the_keyboard_before_numbers_are_withdrawn() -> None:
    office = SyncOffice(numbers())
    with OpenedScreen(office.screen(lambda p: p.open_message(1))) as page:
        page.click("sync-withdraw")
        assert page.focused == "sync-asking-no"
        page.press(Qt.Key.Key_Return)
        assert not page.can_be_seen("sync-asking")
        assert office.sync.asked == []
        page.click("sync-withdraw")
        page.click("sync-asking-yes")
    assert office.sync.asked == ["withdraw 1"]


def test_leaving_is_asked_about_and_ends_the_sending() -> None:
    office = SyncOffice(busy())
    office.sync.after = lambda look: replace(look, step=EnrolmentStep.ENDED)
    with OpenedScreen(office.screen()) as page:
        page.click("sync-part-network")
        page.click("sync-leave")
        page.click("sync-asking-yes")
        assert "has left the network" in page.find(QLabel, "sync-sentence").text()
        assert not page.can_be_seen("sync-next-closing")
        assert not page.can_be_seen("sync-copy")
        assert not page.can_be_seen("sync-part-network")
    assert office.sync.asked == ["leave"]


def test_a_new_key_waits_for_the_yes_of_the_centre(tmp_path: Path) -> None:
    office = SyncOffice(overview())
    office.sync.after = lambda look: replace(look, new_key_waits=True)
    with OpenedScreen(office.screen()) as page:
        page.click("sync-part-network")
        page.click("sync-new-key")
        page.click("sync-asking-yes")
        assert page.can_be_seen("sync-new-key-waits")
        assert not page.can_be_seen("sync-new-key")
        office.path = tmp_path / "new.vrnnewkey"
        page.click("sync-new-key-save")
        assert office.path.read_bytes() == b"our new key"
        office.sync.after = lambda look: replace(look, new_key_waits=False)
        page.click("sync-new-key-in-force")
        assert not page.can_be_seen("sync-new-key-waits")
    assert office.sync.asked == ["new key", "rotation", "new key in force"]


def test_the_promise_is_what_was_computed_and_no_word_more() -> None:
    with OpenedScreen(SyncOffice(busy()).screen()) as page:
        page.click("sync-part-promise")
        part = page.find(QWidget, "sync-promise")
        shown = [label for label in part.findChildren(QLabel) if label.isVisible()]
        read = {label.text() for label in shown if label.text() != "•"}
    said = promise()
    assert read == {
        *("What is promised", "How it is kept", "What is not covered"),
        *said.sentences,
        *said.how_it_is_kept,
        *said.not_covered,
    }


def test_every_number_is_read_out_with_its_headings() -> None:
    with OpenedScreen(SyncOffice(numbers()).screen(lambda p: p.open_message(2))) as page:
        tables = page.find(QWidget, "sync-numbers")
        spoken = [label.accessibleName() for label in tables.findChildren(QLabel)]
        assert len([words for words in spoken if ": " in words]) == 116
        assert (
            "Build strengths (primary prevention), 0 to 10 years, School or college: minus 1"
            in spoken
        )


def test_what_was_delivered_meanwhile_shows_without_a_press(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = SyncOffice(busy())
    monkeypatch.setattr(sync_screen, "LOOKS_AGAIN_MS", 1)
    with OpenedScreen(office.screen()) as page:
        sent = (entry(1, Week(2026, 46), Delivery.DELIVERED, ways=(Way.NETWORK,)),)
        office.sync.look = overview(ledger=sent)
        sentence = page.find(QLabel, "sync-sentence")
        qtbot.waitUntil(lambda: "Everything that was drawn is delivered" in sentence.text())


def test_the_page_opens_at_its_first_part_again() -> None:
    office = SyncOffice(busy())
    with OpenedScreen(office.screen()) as page:
        page.click("sync-send")
        page.click("sync-part-left")
    with OpenedScreen(office.screen()) as page:
        QApplication.processEvents()
        assert page.can_be_seen("sync-standing")
        assert page.find(QAbstractButton, "sync-part-now").isChecked()
        assert not page.can_be_seen("sync-outcome")
