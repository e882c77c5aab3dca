"""Feeds that are too large, unsafe, broken or no feeds are refused whole, with one clear sentence."""

import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from tests.content.service_feeds.invented_feed import read_all, records_in, service, written
from vrn_desktop.content.service_feeds import feed_files, file_encoding, packed_files
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

PAGE = json.dumps({"contents": [service()]})


def refused(path: Path) -> str:
    with pytest.raises(FeedUnreadableError) as caught:
        read_all(path)
    assert str(caught.value) == f"{caught.value.where}: {caught.value.reason}"
    assert str(path.parent) not in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def file_of(folder: Path, content: bytes, name: str = "feed.json") -> Path:
    (folder / name).write_bytes(content)
    return folder / name


BROKEN = [
    (b"", "empty"),
    (b"   ", "no feed"),
    (b"hello", "no feed"),
    (b"<html>", "no feed"),
    (b"\0" * 50, "not a text file"),
    (PAGE.encode("utf-16"), "not a text file"),
    (b'{"a": "\x81\x8d"}', "not a text file"),
    (PAGE.encode()[:-3], "cut short"),
    (PAGE.encode()[:40], "cut short"),
    (PAGE.encode() + b"]", "cut short"),
    (b"{}", "no"),
    (b"[1, 2, 3]", "no services"),
    (b'{"hello": "world"}', "not services"),
    (b'{"contents": ' + b"[" * 5_000, "nested too deep"),
    (
        b'[{"id": "1", "name": "n", "x":' + b'{"y":' * 99 + b"1" + b"}" * 99 + b"}]",
        "nested too deep",
    ),
    (b'[{"id": "1", "name": "n", "x":' + b"[" * 1_500 + b"]" * 1_500 + b"}]", "nested too deep"),
    (b'{"contents": [{"id": ' + b"9" * 5_000 + b"}]}", "1,000 digits"),
]


@pytest.mark.parametrize(("content", "reason"), BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_whole_feed_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    assert reason in refused(file_of(tmp_path, content))


def test_a_file_of_two_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)  # a sparse file: nothing is written
    assert "larger than 512 MB" in refused(path)


def test_one_endless_record_is_refused_after_four_megabytes(tmp_path: Path) -> None:
    endless = b'{"contents": [{"id": "1", "name": "' + b"x" * 9_000_000
    assert "longer than 4 MB" in refused(file_of(tmp_path, endless))
    assert "longer than 4 MB" in refused(file_of(tmp_path, b'{"a": "' + b"x" * 9_000_000))


def test_a_file_that_grows_while_it_is_read_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_encoding, "FILE_BYTES", 100)
    assert "larger than" in refused(file_of(tmp_path, PAGE.encode()))


def test_a_mark_at_the_start_and_old_letters_are_read(tmp_path: Path) -> None:
    assert len(records_in(file_of(tmp_path, b"\xef\xbb\xbf" + PAGE.encode()))) == 1
    old = json.dumps({"contents": [service(name="Café")]}, ensure_ascii=False).encode("cp1252")
    (row,) = read_all(file_of(tmp_path, old))
    assert [(w.row, w.reason[:22]) for w in row.warnings] == [
        ("feed.json:1", "the file is not UTF-8:")
    ]
    assert records_in(tmp_path / "feed.json")[0].name == "Café"


SHAPES: list[tuple[str, int]] = [
    (json.dumps(service()), 1),
    (json.dumps([service(), service(id="2")]), 2),
    (json.dumps({"totalElements": 1, "content": [service()]}), 1),
    (json.dumps(service()) + "\n" + json.dumps(service(id="2")) + "\n", 2),
    (json.dumps({"services": [service()]}), 1),
    (json.dumps({"id": "o", "name": "Org", "services": [service(), service(id="2")]}), 2),
    (json.dumps({"id": "x", "location": {"id": "l"}, "service": service()}), 1),
    (json.dumps({"contents": []}), 0),
    (json.dumps({"contents": [service()], "total_items": 1}), 1),
]


@pytest.mark.parametrize(("text", "count"), SHAPES, ids=range(len(SHAPES)))
def test_services_are_found_in_every_shape(tmp_path: Path, text: str, count: int) -> None:
    assert len(records_in(file_of(tmp_path, text.encode()))) == count


def test_an_organisation_hands_its_name_down(tmp_path: Path) -> None:
    whole = {"id": "o", "name": "Org", "services": [service(organization=None)]}
    assert records_in(file_of(tmp_path, json.dumps(whole).encode()))[0].organisation == "Org"


def test_missing_pages_are_said(tmp_path: Path) -> None:
    page = {"total_items": 120, "contents": [service()]}
    (row,) = read_all(file_of(tmp_path, json.dumps(page).encode()))
    assert [w.reason for w in row.warnings] == [
        "the feed says that it has 120 services; 1 are here"
    ]


def test_pages_of_a_folder_come_in_order_and_whole_records_after_lists(tmp_path: Path) -> None:
    whole = json.dumps(service(id="10", description="The whole record")).encode()
    file_of(tmp_path, whole, "a-detail.json")
    for number in (10, 2, 1):
        written(tmp_path / f"page-{number}.json", service(id=str(number)))
    file_of(tmp_path, b"not looked at", "notes.txt")
    file_of(tmp_path, b"not looked at", ".hidden.json")
    records = records_in(tmp_path)
    assert [record.external_id for record in records] == ["1", "2", "10", "10"]
    assert records[-1].description == "The whole record"


def test_other_records_in_a_folder_are_passed_over_and_said(tmp_path: Path) -> None:
    written(tmp_path / "services.json", service())
    written(tmp_path / "taxonomies.json", {"id": "t", "name": "T", "taxonomy_terms": []})
    (row,) = read_all(tmp_path)
    assert "passed over: they are taxonomies" in row.warnings[0].reason


def test_one_broken_page_refuses_the_whole_folder(tmp_path: Path) -> None:
    written(tmp_path / "page-1.json", service())
    file_of(tmp_path, PAGE.encode()[:-4], "page-2.json")
    assert "cut short" in refused(tmp_path)


def test_a_folder_without_a_feed(tmp_path: Path) -> None:
    file_of(tmp_path, b"hello", "notes.txt")
    assert "there is no feed in it" in refused(tmp_path)
    file_of(tmp_path, b"id,number\r\n1,2\r\n", "phones.csv")
    assert "no services.csv" in refused(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and pipes of a Unix system")
def test_links_and_pipes_are_refused(tmp_path: Path) -> None:
    feed = written(tmp_path / "feed.json", service())
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "page.json").symlink_to(feed)
    assert "link to another place" in refused(folder)
    os.mkfifo(tmp_path / "pipe.json")
    assert "not a file" in refused(tmp_path / "pipe.json")


def test_folders_too_deep_or_too_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path.joinpath("d", *"abcdefghij")
    deep.mkdir(parents=True)
    written(deep / "feed.json", service())
    assert "8 deep" in refused(tmp_path / "d")
    monkeypatch.setattr(feed_files, "PACKED_FILES", 2)
    full = tmp_path / "full"
    full.mkdir()
    for number in range(3):
        written(full / f"{number}.json", service())
    assert "more than 2 files" in refused(full)


def zip_of(folder: Path, fill: Callable[[ZipFile], None]) -> Path:
    with ZipFile(folder / "feed.zip", "w", ZIP_DEFLATED) as archive:
        fill(archive)
    return folder / "feed.zip"


def test_a_zip_of_pages_is_read_also_under_another_name(tmp_path: Path) -> None:
    path = zip_of(tmp_path, lambda z: z.writestr("feed/page-1.json", PAGE))
    assert len(records_in(path)) == 1
    assert len(records_in(path.rename(tmp_path / "download"))) == 1


def two_pages(archive: ZipFile) -> None:
    for number in range(2):
        archive.writestr(f"{number}.json", PAGE)


NAMES = ["../feed.json", "/feed.json", "a/../../feed.json", "C:/feed.json", "a\\..\\feed.json"]
NAMES += ["con.json", "NUL", "a/aux.json", "feed\n.json", "a//feed.json", "x/" * 9 + "feed.json"]


@pytest.mark.parametrize("name", NAMES)
def test_names_that_lead_out_of_a_zip_are_refused(tmp_path: Path, name: str) -> None:
    reason = refused(zip_of(tmp_path, lambda z: z.writestr(name, PAGE)))
    assert "name" in reason or "deep" in reason


def test_links_locks_and_packed_files_in_a_zip_are_refused(tmp_path: Path) -> None:
    link = ZipInfo("feed.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "link" in refused(zip_of(tmp_path, lambda z: z.writestr(link, "/etc/passwd")))
    assert "not opened" in refused(zip_of(tmp_path, lambda z: z.writestr("inner.zip", b"PK")))
    other = zip_of(tmp_path, lambda z: z.writestr("feed.json", PAGE, ZIP_BZIP2))
    assert "not used for feeds" in refused(other)
    locked = zip_of(tmp_path, lambda z: z.writestr("feed.json", PAGE))
    content = bytearray(locked.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1
    assert "password" in refused(file_of(tmp_path, bytes(content), "locked.zip"))


def test_a_zip_that_unpacks_to_far_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = zip_of(tmp_path, lambda z: z.writestr("feed.json", b" " * 30_000_000))
    assert "far more than a feed" in refused(bomb)
    two = zip_of(tmp_path, two_pages)
    monkeypatch.setattr(packed_files, "UNPACKED_BYTES", len(PAGE) + 1)
    assert "unpacks to more than" in refused(two)
    monkeypatch.setattr(packed_files, "PACKED_FILES", 1)
    assert "more than 1 files" in refused(two)


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path, lambda z: z.writestr("feed.json", b'{"contents": [' + b" " * 900_000))
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (50).to_bytes(4, "little")
    assert refused(file_of(tmp_path, bytes(content), "lies.zip"))


def test_a_damaged_zip_is_refused_whole(tmp_path: Path) -> None:
    path = zip_of(tmp_path, lambda z: z.writestr("feed.json", PAGE))
    whole = path.read_bytes()
    for length in range(0, len(whole), 7):
        assert refused(file_of(tmp_path, whole[:length], "cut.zip"))


def test_a_zip_without_a_feed(tmp_path: Path) -> None:
    assert "no feed" in refused(zip_of(tmp_path, lambda z: z.writestr("a.txt", "hello")))
