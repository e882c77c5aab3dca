"""The real program and the real central office: joined by six words, counts by HTTPS and by stick, both ways."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from tests.central.office_clock import OfficeClock
from tests.end_to_end.conftest import OpenIn
from tests.end_to_end.test_counts_that_leave import Desk
from tests.invented_team import SUPERVISOR
from tests.served_centre import PersonAtTheOffice, ServedCentre, served_centre
from ui import sending_watch
from ui.sync import sync_screen
from ui.widgets.row_table import RowTable
from vrn_desktop.application.ports.counts import Answer, KeyAnswer
from vrn_desktop.bootstrap import count_building
from vrn_desktop.domain.errors import NoConnectionError
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.sync.centre_line import HttpsCentreLine

LATER = datetime(2026, 12, 1, 9, tzinfo=UTC)
"""Weeks 40 to 47 have closed by then, and the site's own delay is over."""
A_WEEK_ON = datetime(2026, 12, 8, 9, tzinfo=UTC)
LAST = datetime(2026, 12, 15, 9, tzinfo=UTC)
AN_HOUR_MS = 3_600_000
"""Rounds go only where the test presses the button."""
SITE = "north-harbour"


def offer_of(person: PersonAtTheOffice, address: str) -> bytes:
    """The file that the page makes for a site."""
    answer = person.send(
        "/sites",
        "/sites/offer",
        {
            "site": SITE,
            "organisation": "Sample Youth Trust",
            "starts": "2026-Q4",
            "address": address,
        },
    )
    assert answer.headers["content-disposition"].endswith(f'"{SITE}.vrnoffer"')
    return answer.content


def words_that_wait(person: PersonAtTheOffice) -> tuple[str, ...]:
    """The six words beside the one key that waits."""
    (words,) = re.findall(r'class="words">([^<]+)<', person.read("/sites"))
    return tuple(unescape(words).split(" · "))


def approve(person: PersonAtTheOffice) -> None:
    (asked,) = set(re.findall(r'name="fingerprint" value="([0-9a-f]+)"', person.read("/sites")))
    answer = person.send("/sites", "/sites/approve", {"fingerprint": asked, "heard": "yes"})
    assert "The key is approved" in answer.text


def brought(person: PersonAtTheOffice, files: list[Path]) -> tuple[str, bytes]:
    """What the page says to files of a stick, and the zip file it gives back."""
    sent = [("files", (file.name, file.read_bytes())) for file in files]
    answer = person.send("/sites/brought", "/sites/brought", {}, sent)
    digests = re.search(r'name="digests" value="([^"]+)"', answer.text)
    if digests is None:
        return answer.text, b""
    zipped = person.send("/sites/brought", "/sites/brought/receipts", {"digests": digests[1]})
    return answer.text, zipped.content


def numbers_here(centre: ServedCentre) -> dict[str, tuple[int, ...]]:
    """The office's numbers in use, of every week."""
    weeks = [Week(2026, number) for number in range(40, 52)]
    return {
        str(week): tuple(sent.tables["P"])
        for week in weeks
        for sent in centre.office.site_numbers.numbers(week)
    }


class Site:
    """The site's program at its page, with the files that go between the two."""

    def __init__(
        self, open_in: OpenIn, folder: Path, place: Path, patch: pytest.MonkeyPatch
    ) -> None:
        self.clock = OfficeClock()
        self.offer, self.key = place / "site.vrnoffer", place / "ours.vrnkey"
        self.stick = place / "stick"
        self.stick.mkdir()
        self.is_online = True
        patch.setattr(count_building, "now", self.clock)
        patch.setattr(sending_watch, "FIRST_MS", AN_HOUR_MS)
        patch.setattr(sync_screen, "ask_for_file", lambda _parent, **_words: self.offer)
        patch.setattr(sync_screen, "ask_where_to_save", lambda _parent, **_words: self.key)
        patch.setattr(sync_screen, "ask_for_folder", lambda _parent, **_words: self.stick)
        self.patch, self.open_in, self.folder = patch, open_in, folder

    def open_beside(self, centre: ServedCentre) -> Desk:
        """Sign in, with the one line to this office while the site is online."""
        self.patch.setattr(
            count_building,
            "LateCentreLine",
            lambda: OnAndOff(centre.line(), lambda: self.is_online),
        )
        program = self.open_in(self.folder)
        program.unlock(SUPERVISOR)
        return Desk(program)


@dataclass(frozen=True)
class OnAndOff:
    """A `CentreLine` that can be unplugged."""

    line: HttpsCentreLine
    is_online: Callable[[], bool]

    def post(self, address: str, raw: bytes) -> Answer:
        self._refuse_unplugged()
        return self.line.post(address, raw)

    def post_key(self, address: str, raw: bytes) -> KeyAnswer:
        self._refuse_unplugged()
        return self.line.post_key(address, raw)

    def _refuse_unplugged(self) -> None:
        if not self.is_online():
            raise NoConnectionError("unplugged")


def joined(site: Site, centre: ServedCentre) -> Desk:
    """The site's key by network and by file, the six words alike on both sides, approved."""
    person = centre.person
    site.offer.write_bytes(offer_of(person, centre.office.address))
    desk = site.open_beside(centre)
    desk.press("sync-open")
    desk.press("sync-send-key")
    assert "The central office has our key" in desk.program.words()
    desk.press("sync-save-key")
    assert "six words" in brought(person, [site.key])[0], "the same key by file changes nothing"
    assert tuple(desk.text(f"sync-word-{n}") for n in range(6)) == words_that_wait(person)
    desk.press("sync-words-same")
    desk.press("sync-send")
    assert "has yet to approve it" in desk.program.words(), "nothing leaves only to be refused"
    approve(person)
    return desk


def open_message(desk: Desk, number: int) -> None:
    """From the list of what left."""
    desk.press("sync-part-left")
    table = desk.stage.find("sync-ledger-table", RowTable)
    table.opened.emit(next(row for row in table.rows if row.number == number))
    desk.program.at_rest()


def test_numbers_arrive_by_network_and_by_stick_in_any_order_and_one_is_withdrawn(
    open_in: OpenIn, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(open_in, folder, tmp_path, monkeypatch)
    with served_centre(tmp_path, site.clock) as centre:
        desk = joined(site, centre)
        site.clock.now = LATER
        desk.press("sync-send")
        assert desk.counts()[2] == "8 delivered"
        weeks = [f"2026-W{number}" for number in range(40, 48)]
        assert list(numbers_here(centre)) == weeks
        open_message(desk, 1)
        assert tuple(desk.numbers().values()) == numbers_here(centre)["2026-W40"]
        desk.press("sync-withdraw")
        desk.press("sync-asking-yes")
        desk.press("sync-message-back")
        desk.press("sync-part-now")

        site.is_online = False
        site.clock.now = A_WEEK_ON
        desk.press("sync-send")
        assert desk.counts()[0] == "2 waiting", "the word about week 40, and week 48"
        desk.press("sync-copy")
        site.is_online = True
        desk.press("sync-send")
        assert desk.counts()[2] == "10 delivered"
        assert list(numbers_here(centre)) == [*weeks[1:], "2026-W48"]

        site.is_online = False
        site.clock.now = LAST
        desk.press("sync-send")
        desk.press("sync-copy")
        messages = sorted(site.stick.iterdir())
        said, receipts = brought(centre.person, messages)
        assert said.count("Here, with a receipt to carry back") == len(messages) == 3
        (site.stick / "receipts.zip").write_bytes(receipts)
        desk.press("sync-read")
        assert "1 receipt read from the stick" in desk.program.words()
        assert desk.counts() == ["0 waiting", "0 on its way", "11 delivered", "0 needs a look"]
        assert "Nothing is missing" in centre.person.read(f"/sites/of/{SITE}")
        assert "None." in centre.person.read(f"/sites/of/{SITE}"), "no event to look into"
        desk.program.close()
        assert desk.program.unexpected() == ""


def test_new_keys_on_both_sides_are_understood_and_a_revoked_one_is_told_in_words(
    open_in: OpenIn, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(open_in, folder, tmp_path, monkeypatch)
    with served_centre(tmp_path, site.clock) as centre:
        desk = joined(site, centre)
        desk.press("sync-send")
        delivered = len(numbers_here(centre))

        desk.press("sync-part-network")
        desk.press("sync-new-key")
        desk.press("sync-asking-yes")
        desk.press("sync-new-key-save")
        assert "A key that is in force" in brought(centre.person, [site.key])[0]
        desk.press("sync-new-key-in-force")
        desk.press("sync-new-key")
        desk.press("sync-asking-yes")
        desk.press("sync-new-key-send")
        assert "The new key is in force" in desk.program.words()

        centre.person.send("/keys", "/keys/rotate", {})
        before = site.offer.read_bytes()
        site.offer.write_bytes(offer_of(centre.person, centre.office.address))
        assert site.offer.read_bytes() != before
        desk.press("sync-open-newer")
        assert "The file is taken" in desk.program.words()
        desk.press("sync-part-now")
        site.clock.now = LATER
        desk.press("sync-send")
        assert len(numbers_here(centre)) == delivered + 1, "sealed to the new key, signed by ours"
        assert desk.counts()[2] == f"{delivered + 1} delivered"

        revoked = {"leaves": "no"}
        centre.person.send(f"/sites/of/{SITE}", f"/sites/of/{SITE}/revoke", revoked)
        site.clock.now = A_WEEK_ON
        desk.press("sync-send")
        assert "revoked or replaced; enrol this site again" in desk.program.words()
        assert desk.counts()[1] == "1 on its way"

        desk.press("sync-part-network")
        desk.press("sync-leave")
        desk.press("sync-asking-yes")
        desk.press("sync-open")
        desk.press("sync-send-key")
        assert tuple(desk.text(f"sync-word-{n}") for n in range(6)) == words_that_wait(
            centre.person
        )
        approve(centre.person)
        desk.press("sync-words-same")
        site.clock.now = LAST
        desk.press("sync-send")
        assert list(numbers_here(centre))[-1] == "2026-W49", "joined again, counts go on"
        assert "<li>2026-W48</li>" in centre.person.read(f"/sites/of/{SITE}"), (
            "what only the revoked key had signed is missing, and said to be"
        )
        desk.program.close()
        assert desk.program.unexpected() == ""
