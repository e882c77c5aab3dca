"""A supervisor joins an invented centre, a week closes, and its numbers go and come back by stick, in the window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.counts_without_network import NoCentreInReach
from tests.end_to_end.conftest import OpenIn
from tests.invented_centre import InventedCentre
from tests.invented_services import FixedClock
from tests.invented_team import ADMINISTRATOR, PRACTITIONER, SUPERVISOR
from tests.opened_program import OpenedProgram
from ui.sync import sync_screen
from vrn_desktop.bootstrap import count_building
from vrn_desktop.presenters.navigation_presenter import Place

JOINED = datetime(2026, 11, 24, 10, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 9, tzinfo=UTC)
"""Weeks 40 to 47 have closed by then, and the site's own delay is over."""

CLOSED_WEEKS = 8
ALT = Qt.KeyboardModifier.AltModifier


class Desk:
    """The page in the running program, and what its dialogs give."""

    def __init__(self, program: OpenedProgram) -> None:
        self.program = program
        self.stage = program.stage
        program.key(Qt.Key.Key_6, ALT)
        program.at_rest()
        assert program.shell.place is Place.SYNC

    def press(self, name: str) -> None:
        self.stage.click(name)
        self.stage.wait(lambda: not self.stage.is_there("sync-working"), "it is done")
        self.program.at_rest()

    def text(self, name: str) -> str:
        return self.stage.find(name, QLabel).text()

    def counts(self) -> list[str]:
        """How many wait, are on their way, are delivered, and need a look."""
        return [self.stage.find(f"sync-count-{n}", QWidget).accessibleName() for n in range(4)]

    def numbers(self) -> dict[str, int]:
        """Every number that can be seen, under its headings."""
        tables = self.stage.find("sync-numbers", QWidget)
        spoken = [label.accessibleName() for label in tables.findChildren(QLabel)]
        pairs = (words.rpartition(": ") for words in spoken if ": " in words)
        return {under: int(number.replace("minus ", "-")) for under, _, number in pairs}


def test_numbers_are_seen_go_by_stick_and_are_delivered(
    open_in: OpenIn, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, centre = FixedClock(JOINED), InventedCentre()
    offer, key, stick = tmp_path / "site.vrnoffer", tmp_path / "ours.vrnkey", tmp_path / "stick"
    offer.write_bytes(centre.offer())
    stick.mkdir()
    monkeypatch.setattr(count_building, "now", clock)
    monkeypatch.setattr(count_building, "LateCentreLine", NoCentreInReach)
    monkeypatch.setattr(sync_screen, "ask_for_file", lambda _parent, **_words: offer)
    monkeypatch.setattr(sync_screen, "ask_where_to_save", lambda _parent, **_words: key)
    monkeypatch.setattr(sync_screen, "ask_for_folder", lambda _parent, **_words: stick)
    program = open_in(folder)
    program.unlock(SUPERVISOR)
    desk = Desk(program)
    assert "no names, no answers" in program.words()

    desk.press("sync-open")
    desk.press("sync-save-key")
    request = key.read_bytes()
    words = tuple(desk.text(f"sync-word-{n}") for n in range(6))
    assert words == centre.words_for(request)
    centre.approve(request)
    desk.press("sync-words-same")
    assert "No numbers are drawn so far" in desk.text("sync-sentence")

    clock.now, centre.day = LATER, LATER.date()
    desk.press("sync-send")
    assert desk.counts()[0] == f"{CLOSED_WEEKS} waiting"
    assert desk.stage.is_there("sync-offline"), "no network is a quiet line"
    assert not desk.stage.is_there("sync-outcome-problem")
    assert program.window.findChildren(QWidget, "sync-warning-0") == []

    desk.press("sync-waiting-0-action")
    assert desk.text("sync-message-title") == "Week 40 of 2026"
    seen = desk.numbers()
    assert set(seen) == {"Recovery level, or somebody had to be told", "All others"}
    desk.press("sync-message-back")

    desk.press("sync-copy")
    messages = sorted(stick.glob("*.vrnagg"))
    assert len(messages) == CLOSED_WEEKS
    assert {len(message.read_bytes()) for message in messages} == {2303}
    assert desk.counts()[1] == f"{CLOSED_WEEKS} on its way"
    for place, message in enumerate(messages):
        (stick / f"{place}.vrnrcpt").write_bytes(centre.take(message.read_bytes())[1])
    desk.press("sync-read")
    assert desk.counts() == [
        "0 waiting",
        "0 on its way",
        f"{CLOSED_WEEKS} delivered",
        "0 needs a look",
    ]
    assert "Everything that was drawn is delivered" in desk.text("sync-sentence")

    week_40 = next(said for said in centre.accepted if str(said.period) == "2026-W40")
    assert list(week_40.tables["P"]) == list(seen.values())
    assert centre.events == []
    desk.press("sync-copy")
    assert len(list(stick.glob("*.vrnagg"))) == CLOSED_WEEKS, (
        "what is delivered is not copied again"
    )
    program.close()
    assert program.unexpected() == ""


def test_others_than_supervisors_read_or_see_nothing_of_it(open_in: OpenIn, folder: Path) -> None:
    program = open_in(folder)
    program.unlock(PRACTITIONER)
    desk = Desk(program)
    assert desk.stage.is_there("sync-only-supervisor")
    assert not desk.stage.is_there("sync-open")
    desk.press("sync-part-promise")
    assert desk.stage.is_there("sync-not-covered")
    program.close()
    program = open_in(folder)
    program.unlock(ADMINISTRATOR)
    program.key(Qt.Key.Key_6, ALT)
    program.at_rest()
    assert program.shell.place is Place.PEOPLE_ADMIN
    assert Place.SYNC not in [item.place for item in program.session.rail()]
    assert program.unexpected() == ""
