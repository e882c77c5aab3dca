"""Two thousand services come in through the window into a real encrypted file, and everything that can go wrong."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.conftest import OpenIn
from tests.invented_team import SUPERVISOR
from tests.opened_program import OpenedProgram
from tests.sync.feed_server import FeedServer, feed_server, v3_pages
from ui.service_sources import export_screen, sources_screen
from vrn_desktop.content.content_library import ShippedContentLibrary
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.directory.service_query import ServiceQuery
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.self_test.asking import ask

SERVICES = 2_000
STARTER = sum(not entry.workers_only for entry in ShippedContentLibrary().services().entries)
"""So many entries of the program's own list may be given to others."""


def feed_row(number: int, *, words: str = "A warm place to talk.") -> dict[str, object]:
    """An invented service as version 3 of the standard writes it."""
    return {
        "id": f"00000000-0000-4000-8000-{number:012}",
        "name": f"Invented club {number}",
        "status": "active",
        "description": f"<p>{words}</p>",
        "organization": {"id": "o-1", "name": "Invented Trust", "description": "Invented."},
        "minimum_age": 11,
        "maximum_age": 25,
        "contacts": [{"id": f"c-{number}", "phones": [{"number": "01632 960123"}]}],
    }


def feed_file(place: Path, rows: list[dict[str, object]]) -> Path:
    document = {"total_items": len(rows), "total_pages": 1, "page_number": 1, "contents": rows}
    place.write_text(json.dumps(document), "utf-8")
    return place


class Sources:
    """The page of sources in the running program; `file` is what the dialog gives."""

    def __init__(self, program: OpenedProgram, chosen: pytest.MonkeyPatch) -> None:
        self.program = program
        self.stage = program.stage
        self._chosen = chosen
        program.shell.go(Route(place=Place.SERVICE_SOURCES))
        program.at_rest()

    def choose(self, file: Path) -> None:
        self._chosen.setattr(sources_screen, "ask_for_file", lambda _parent, **_words: file)

    def read(self, file: Path, button: str = "sources-from-file") -> None:
        """Read a file to the preview or the refusal."""
        self.choose(file)
        self.stage.click(button)
        self._wait_for("feed-preview", "sources-outcome")

    def bring_in(self) -> None:
        self.stage.click("feed-apply")
        self._wait_for("sources-outcome")
        self.program.at_rest()

    def _wait_for(self, *names: str) -> None:
        there = self.stage.is_there
        self.stage.wait(
            lambda: any(there(name) for name in names) and not there("sources-working"),
            f"one of {names} is there",
        )
        self.stage.settle()

    def found(self, words: str = "club") -> int:
        """How many services a search finds in the file."""

        def look() -> int:
            with self.program.session.opened.store.read() as work:
                return len(work.directory.find(ServiceQuery(words=words, most=SERVICES * 2)))

        return ask(self.stage, self.program.shell, look)

    def acts(self) -> list[Act]:
        def look() -> list[Act]:
            return [entry.act for entry in self.program.session.opened.store.audit_entries()]

        return ask(self.stage, self.program.shell, look)


@contextmanager
def opened_sources(open_in: OpenIn, folder: Path, chosen: pytest.MonkeyPatch) -> Iterator[Sources]:
    program = open_in(folder)
    program.unlock(SUPERVISOR)
    yield Sources(program, chosen)
    assert program.unexpected() == ""


def test_a_feed_comes_in_changes_and_is_refused_when_it_is_cut_off(
    open_in: OpenIn, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [feed_row(number) for number in range(SERVICES)]
    first = feed_file(tmp_path / "invented-borough.json", rows)
    with opened_sources(open_in, folder, monkeypatch) as sources:
        sources.read(first)
        assert "2,000 new" in sources.program.words()
        assert sources.found() == 0, "looking changes nothing"
        sources.bring_in()
        assert "2,000 new, 0 changed, 0 gone" in sources.program.words()
        assert sources.found() == SERVICES
        assert sources.acts()[-1] in (Act.DIRECTORY_CHANGED, Act.DIRECTORY_STAGED)

        changed = [
            *rows[10:-1],
            feed_row(SERVICES - 1, words="Now in a new hall."),
            feed_row(9_999),
        ]
        sources.read(feed_file(tmp_path / "newer.json", changed), "source-1-renew")
        for words in ("1 new", "1 changed", "10 gone", "1,989 the same"):
            assert words in sources.program.words()
        sources.bring_in()
        assert sources.found() == SERVICES - 9
        assert sources.found("hall") == 1

        cut_off = tmp_path / "cut-off.json"
        cut_off.write_bytes(first.read_bytes()[:-20_000])
        sources.read(cut_off, "source-1-renew")
        assert sources.stage.is_there("sources-outcome-problem")
        assert "cut-off.json" in sources.program.words()
        assert sources.found() == SERVICES - 9


def test_stopping_in_the_middle_changes_nothing_and_the_next_time_goes_through(
    open_in: OpenIn, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [feed_row(number) for number in range(SERVICES)]
    file = feed_file(tmp_path / "invented-borough.json", rows)
    with opened_sources(open_in, folder, monkeypatch) as sources:
        sources.read(file)
        sources.stage.click("feed-apply")
        sources.stage.wait(
            lambda: " of 2,000 services" in sources.program.words(), "services come in"
        )
        sources.stage.click("sources-working-stop")
        sources._wait_for("sources-outcome-notice")
        sources.program.at_rest()
        assert "Nothing was changed." in sources.program.words()
        assert sources.found() == 0
        assert not sources.stage.is_there("source-1-renew"), "only the starter list is there"
        sources.read(file)
        sources.bring_in()
        assert sources.found() == SERVICES


def test_locking_does_not_wait_and_what_came_in_is_cleared_at_the_next_sign_in(
    open_in: OpenIn, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [feed_row(number) for number in range(SERVICES)]
    file = feed_file(tmp_path / "invented-borough.json", rows)
    with opened_sources(open_in, folder, monkeypatch) as sources:
        sources.read(file)
        sources.stage.click("feed-apply")
        sources.stage.wait(
            lambda: " of 2,000 services" in sources.program.words(), "services come in"
        )
        sources.program.shell.lock()  # somebody locks meanwhile: the process is replaced
        sources.stage.wait(lambda: sources.program.restarts == 1, "it is locked")
        sources.program.close()
    with opened_sources(open_in, folder, monkeypatch) as sources:
        store = sources.program.session.opened.store

        def left() -> int:
            with store.read() as work:
                return len(work.directory.left_behind())

        sources.stage.wait(
            lambda: ask(sources.stage, sources.program.shell, left) == 0, "it is tidied"
        )
        assert sources.found() == 0
        assert not sources.stage.is_there("source-1-renew"), "only the starter list is there"


def test_a_feed_comes_from_a_server_and_is_asked_again(
    open_in: OpenIn, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get(sources: Sources, server: FeedServer) -> None:
        sources.stage.write_anew("sources-address", server.address)
        sources.stage.click("sources-get")
        sources._wait_for("feed-preview", "sources-outcome")

    with feed_server() as server, opened_sources(open_in, folder, monkeypatch) as sources:
        server.rule = v3_pages([feed_row(number) for number in range(250)], size=100)
        get(sources, server)
        assert "250 new" in sources.program.words()
        sources.bring_in()
        assert sources.found() == 250
        assert not any((folder / "feeds").iterdir()), "no page stays on the disk"
        server.rule = lambda asked: asked.answer(b"", 404)
        sources.stage.click("source-1-look")
        sources._wait_for("sources-outcome-problem")
        assert "no feed at this address" in sources.program.words()
        assert sources.found() == 250
    assert server.times("page=") >= 3


@pytest.mark.parametrize("form", ["json", "zip"])
def test_what_is_given_away_can_be_brought_in_again(
    open_in: OpenIn,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
) -> None:
    file = feed_file(tmp_path / "borough.json", [feed_row(number) for number in range(120)])
    given = tmp_path / f"ours.{form}"
    monkeypatch.setattr(export_screen, "ask_where_to_save", lambda _parent, **_words: given)
    with opened_sources(open_in, folder, monkeypatch) as sources:
        sources.read(file)
        sources.bring_in()
        sources.stage.click("sources-export")
        sources.stage.click(f"export-form-{form}")
        sources.stage.click("export-save")
        sources._wait_for("export-outcome")
        assert f"{120 + STARTER} services are in it" in sources.program.words()
        assert Act.RECORD_EXPORTED in sources.acts()
        sources.stage.click("export-back")
        sources.program.at_rest()
        sources.read(given)
        assert f"{120 + STARTER} new" in sources.program.words()
        sources.stage.click("feed-leave")
