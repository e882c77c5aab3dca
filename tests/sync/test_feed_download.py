"""Getting feeds from a real server on this computer, which does all that servers do wrong."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from tests.sync.feed_server import (
    QUICK,
    Asked,
    FeedServer,
    Rule,
    deep,
    feed_server,
    service,
    v1_pages,
    v3_pages,
)
from vrn_desktop.application.ports.feed_reader import FeedRequest, FetchedFeed
from vrn_desktop.domain.directory.service_reading import (
    FeedUnreadableError,
    ImportStoppedError,
    NoConnectionError,
)
from vrn_desktop.sync.feed_download import WebFeedDownload

DEEP = [deep(number) for number in range(25)]
SHALLOW = [service(number) for number in range(12)]


class Getting:
    """One laptop that gets the feed of `server`, as often as asked."""

    def __init__(self, server: FeedServer, folder: Path) -> None:
        self.server = server
        self.folder = folder
        self.progress: list[tuple[int, int | None]] = []
        self.stop_at: int | None = None
        self.pauses: list[float] = []

    def fetch(self, path: str = "", *, etag: str = "") -> FetchedFeed | None:
        download = WebFeedDownload(QUICK, pause=self.pauses.append)
        request = FeedRequest(
            address=self.server.address + path,
            folder=self.folder,
            etag=etag,
            progress=self._progress,
        )
        return download.fetch(request)

    def fetched(self, path: str = "") -> FetchedFeed:
        found = self.fetch(path)
        assert found is not None
        return found

    def refused(self, path: str = "") -> FeedUnreadableError:
        with pytest.raises(FeedUnreadableError) as refusal:
            self.fetch(path)
        return refusal.value

    def ids(self) -> list[str]:
        return [row["id"] for row in self.rows()]

    def rows(self) -> list[dict[str, str]]:
        pages = sorted((self.folder / "pages").glob("*.json"))
        return [row for page in pages for row in json.loads(page.read_text())["contents"]]

    def _progress(self, done: int, of: int | None) -> bool:
        self.progress.append((done, of))
        return self.stop_at is None or done < self.stop_at


@pytest.fixture
def getting(server: FeedServer, tmp_path: Path) -> Getting:
    return Getting(server, tmp_path / "feeds" / "one")


@pytest.mark.parametrize("pages", [v3_pages, v1_pages])
def test_all_pages_of_a_list_come_to_the_disk(
    getting: Getting, pages: Callable[[list[dict[str, object]]], Rule]
) -> None:
    getting.server.rule = pages(DEEP)
    assert getting.fetched().folder == getting.folder / "pages"
    assert getting.ids() == [row["id"] for row in DEEP]
    assert getting.progress[-1] == (25, 25)
    assert sorted(path.name for path in getting.folder.iterdir()) == ["pages"]


def test_a_shallow_list_is_asked_for_each_service(getting: Getting) -> None:
    getting.server.rule = v3_pages(SHALLOW)
    getting.fetched()
    assert getting.ids() == [row["id"] for row in SHALLOW]
    assert all("schedules" in row for row in getting.rows())
    assert getting.progress[-1] == (12, 12)


def test_a_service_that_is_gone_meanwhile_stays_as_the_list_had_it(getting: Getting) -> None:
    whole = v3_pages(SHALLOW)

    def rule(asked: Asked) -> None:
        if asked.path.endswith("s-0003"):
            asked.answer(b"{}", 404)
        else:
            whole(asked)

    getting.server.rule = rule
    getting.fetched()
    assert getting.ids() == [row["id"] for row in SHALLOW]
    assert "schedules" not in getting.rows()[3]


def test_nothing_is_fetched_again_where_every_page_is_the_same(getting: Getting) -> None:
    whole = v3_pages(DEEP)
    changed: set[int] = set()

    def rule(asked: Asked) -> None:
        tag = f'"page-{asked.page}{"-new" if asked.page in changed else ""}"'
        if asked.headers.get("If-None-Match") == tag:
            asked.answer(b"", 304)
            return
        start = (asked.page - 1) * 10
        asked.answer_json(
            {"total_items": 25, "total_pages": 3, "contents": DEEP[start : start + 10]}, ETag=tag
        )

    getting.server.rule = rule
    first = getting.fetched()
    assert getting.fetch(etag=first.etag) is None
    assert getting.server.times("page=3") == 2
    changed.add(3)  # the first page alone proves nothing
    assert getting.fetch(etag=first.etag) is not None
    getting.server.rule = whole
    assert getting.fetched().etag == "", "a server without tags is asked for everything each time"


def test_a_date_serves_where_there_is_no_tag(getting: Getting) -> None:
    day = "Tue, 24 Nov 2026 08:00:00 GMT"

    def rule(asked: Asked) -> None:
        if asked.headers.get("If-Modified-Since") == day:
            asked.answer(b"", 304)
        else:
            asked.answer_json(DEEP[:3], Last_Modified=day)

    getting.server.rule = rule
    first = getting.fetched()
    assert first.last_modified == day
    assert getting.fetch(etag=first.etag) is None


def test_a_download_goes_on_where_it_broke_off(getting: Getting) -> None:
    whole = v3_pages(DEEP)

    def cut(asked: Asked) -> None:
        if asked.page == 3:
            asked.answer(b'{"contents": [', claims=9_000)
        else:
            whole(asked)

    getting.server.rule = cut
    refusal = getting.refused()
    assert "broke off" in refusal.reason
    assert len(getting.ids()) == 20
    getting.server.asked.clear()
    getting.server.rule = whole
    getting.fetched()
    assert getting.ids() == [row["id"] for row in DEEP]
    assert getting.server.times("page=2") == 0, "what was there is not fetched again"


def test_a_feed_that_changed_since_it_broke_off_is_begun_anew(getting: Getting) -> None:
    getting.server.rule = v3_pages(DEEP)
    getting.stop_at = 20
    with pytest.raises(ImportStoppedError):
        getting.fetch()
    getting.stop_at = None
    getting.server.rule = v3_pages(DEEP[5:])
    getting.fetched()
    assert getting.ids() == [row["id"] for row in DEEP[5:]]


def test_pages_of_another_address_or_damaged_ones_are_not_gone_on_with(getting: Getting) -> None:
    getting.server.rule = v3_pages(DEEP)
    for spoil in ("{", '{"address": "x", "pages": []}', '{"pages": [{"rows": 1}]}'):
        getting.stop_at = 10
        with pytest.raises(ImportStoppedError):
            getting.fetch()
        (getting.folder / "how-far").write_text(spoil)
        getting.stop_at = None
        getting.fetched()
        assert getting.ids() == [row["id"] for row in DEEP]


def test_stopping_is_heard_between_pages_and_while_waiting(getting: Getting) -> None:
    getting.server.rule = lambda asked: asked.answer(b"", 503)
    stopped = FeedRequest(
        address=getting.server.address, folder=getting.folder, progress=lambda _done, _of: False
    )
    with pytest.raises(ImportStoppedError):
        WebFeedDownload(QUICK, pause=getting.pauses.append).fetch(stopped)
    assert getting.pauses == []


def test_a_busy_server_is_asked_again_with_pauses(getting: Getting) -> None:
    whole = v3_pages(DEEP)
    busy = [503, 429]

    def rule(asked: Asked) -> None:
        if busy:
            asked.answer(b"", busy.pop())
        else:
            whole(asked)

    getting.server.rule = rule
    getting.fetched()
    assert getting.ids() == [row["id"] for row in DEEP]
    assert sum(getting.pauses) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "no feed"), (401, "key"), (403, "key"), (500, "busy"), (204, "answers with 204")],
)
def test_an_answer_that_is_no_feed_is_named(getting: Getting, status: int, words: str) -> None:
    getting.server.rule = lambda asked: asked.answer(b"", status)
    refusal = getting.refused()
    assert words in refusal.reason
    assert refusal.where.startswith("127.0.0.1")


def test_another_server_is_not_followed_to(getting: Getting) -> None:
    with feed_server() as other:
        other.rule = v3_pages(DEEP)
        getting.server.rule = lambda asked: asked.answer(
            b"", 302, {"Location": other.address + "/services"}
        )
        refusal = getting.refused()
        assert other.address.removesuffix("/api") in refusal.reason
        assert other.asked == []


def test_a_redirect_on_the_same_server_is_followed_and_circles_are_not(getting: Getting) -> None:
    whole = v3_pages(DEEP)

    def rule(asked: Asked) -> None:
        if asked.path == "/api/services":
            query = f"page={asked.page}&per_page=10"
            asked.answer(b"", 301, {"Location": f"/new/services?{query}"})
        else:
            whole(asked)

    getting.server.rule = rule
    getting.fetched()
    assert len(getting.ids()) == 25
    getting.server.rule = lambda asked: asked.answer(b"", 302, {"Location": "/api/services"})
    assert "circles" in getting.refused().reason


def test_a_feed_that_never_ends_is_refused(getting: Getting) -> None:
    def rule(asked: Asked) -> None:
        rows = [deep(asked.page * 100 + place) for place in range(3)]
        asked.answer_json({"contents": rows})

    getting.server.rule = rule
    assert "does not end" in getting.refused().reason
    assert getting.server.times("page=") == QUICK.pages


def test_a_feed_that_repeats_its_page_is_refused(getting: Getting) -> None:
    getting.server.rule = lambda asked: asked.answer_json({"contents": DEEP[:5]})
    assert "same page again" in getting.refused().reason
    assert getting.server.times("page=") == 2


@pytest.mark.parametrize(
    ("envelope", "words"),
    [
        ({"total_pages": 10**9}, "does not end"),
        ({"total_items": 10**9, "total_pages": 2}, "more than 1,000 services"),
        ({"total_items": 500, "total_pages": 1}, "only 5 of the 500"),
    ],
)
def test_what_a_feed_says_of_its_size_is_not_believed_blindly(
    getting: Getting, envelope: dict[str, int], words: str
) -> None:
    getting.server.rule = lambda asked: asked.answer_json({**envelope, "contents": DEEP[:5]})
    assert words in getting.refused().reason


def test_a_bomb_is_counted_as_what_it_becomes(getting: Getting) -> None:
    bomb = gzip.compress(b"[" + b" " * 30_000_000 + b"]")
    assert len(bomb) < 50_000
    getting.server.rule = lambda asked: asked.answer(bomb, headers={"Content-Encoding": "gzip"})
    assert "too much" in getting.refused().reason


def test_all_pages_together_are_bounded(getting: Getting) -> None:
    def rule(asked: Asked) -> None:
        rows = [service(asked.page, description="x" * 150_000, contacts=[{"id": "c"}])]
        asked.answer_json({"contents": rows})

    getting.server.rule = rule
    assert "in all" in getting.refused().reason


def test_packed_answers_are_unpacked_and_badly_packed_ones_named(getting: Getting) -> None:
    packed = gzip.compress(json.dumps(DEEP).encode())
    getting.server.rule = lambda asked: asked.answer(packed, headers={"Content-Encoding": "gzip"})
    getting.fetched()
    assert len(getting.ids()) == 25
    getting.server.rule = lambda asked: asked.answer(
        b"x" * 99, headers={"Content-Encoding": "gzip"}
    )
    assert "unpacked" in getting.refused().reason


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"contents": [{"id": "s-1"', "cut off"),
        (b"<html>Sign in</html>", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'"services"', "not a list"),
        (b'{"error": "none"}', "not a list"),
        (b'{"contents": {"a": 1}}', "not a list"),
    ],
)
def test_a_page_that_is_no_page_is_named(getting: Getting, body: bytes, words: str) -> None:
    getting.server.rule = lambda asked: asked.answer(body)
    refusal = getting.refused()
    assert words in refusal.reason
    assert "page 1" in refusal.reason


def test_a_silent_server_is_not_waited_for_for_ever(getting: Getting) -> None:
    never = Event()

    def keep_silent(_asked: Asked) -> None:
        never.wait(2)

    getting.server.rule = keep_silent
    assert "in time" in getting.refused().reason
    never.set()


def test_a_server_that_is_not_there_means_no_connection(tmp_path: Path) -> None:
    with feed_server() as server:
        getting = Getting(server, tmp_path)
    with pytest.raises(NoConnectionError) as refusal:
        getting.fetch()
    assert "check the connection" in refusal.value.reason
    assert getting.pauses == []


def test_a_feed_in_one_file_comes_whole_or_not_at_all(getting: Getting) -> None:
    body = json.dumps(DEEP).encode()

    def rule(asked: Asked) -> None:
        if asked.headers.get("If-None-Match") == '"one"':
            asked.answer(b"", 304)
        else:
            asked.answer(body, headers={"ETag": '"one"'})

    getting.server.rule = rule
    found = getting.fetched("/all.json")
    assert found.folder == getting.folder / "feed.json"
    assert found.folder.read_bytes() == body
    assert getting.fetch("/all.json", etag=found.etag) is None
    getting.server.rule = lambda asked: asked.answer(body[:99], claims=len(body))
    assert "broke off" in getting.refused("/all.zip").reason


def test_a_file_without_end_is_refused(getting: Getting) -> None:
    getting.server.rule = lambda asked: asked.answer(b"x" * 300_000)
    assert "too much" in getting.refused("/all.zip").reason


def test_pages_are_forgotten_when_they_are_not_needed(getting: Getting) -> None:
    getting.server.rule = v3_pages(DEEP)
    getting.fetched()
    WebFeedDownload(QUICK).forget(getting.folder)
    assert not getting.folder.exists()


def test_a_folder_that_takes_nothing_is_named(getting: Getting, tmp_path: Path) -> None:
    (tmp_path / "feeds").write_text("a file where the folder belongs")
    getting.server.rule = v3_pages(DEEP)
    assert "disk" in getting.refused().reason
    assert "disk" in getting.refused("/all.json").reason


def test_rows_that_are_no_records_reach_the_reader(getting: Getting) -> None:
    getting.server.rule = lambda asked: asked.answer_json([deep(1), "nonsense", None])
    getting.fetched()
    assert [row.get("id") for row in getting.rows()] == ["s-0001", None, None]
