"""However a feed is damaged: every row is read or named, or the whole of it is refused; never a traceback."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.benchmarks.invented_directory import invented_services
from tests.content.service_feeds.invented_feed import SOURCE, read_all, records_in, written
from vrn_desktop.content.service_feeds.service_feed_writer import ServiceFeedWriter
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

COUNT = 4
Damage = Callable[[bytes, random.Random], bytes]


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 4)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def swap(content: bytes, chance: random.Random) -> bytes:
    first, second = sorted(chance.sample(range(len(content)), 2))
    return content[second:] + content[first:second] + content[:first]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("whole")
    services = list(invented_services(COUNT))
    written(folder / "page.json", *services)
    lines = "".join(json.dumps(service) + "\n" for service in services)
    (folder / "lines.ndjson").write_text(lines, "utf-8")
    ServiceFeedWriter().write_package(records_in(folder / "page.json"), folder / "package.zip")
    return [folder / "page.json", folder / "lines.ndjson", folder / "package.zip"]


@pytest.mark.parametrize("damage", [cut, flip, swap])
@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_damaged_file_is_read_whole_or_refused(
    samples: list[Path], tmp_path: Path, which: int, damage: Damage
) -> None:
    chance = random.Random(f"{which}{damage.__name__}")  # noqa: S311  repeats in every run
    whole = samples[which].read_bytes()
    target = tmp_path / samples[which].name
    outcomes = set()
    for _ in range(150):
        target.write_bytes(damage(whole, chance))
        try:
            rows = read_all(target)
        except FeedUnreadableError:
            outcomes.add("refused")
            continue
        outcomes.add("read")
        if damage is not cut or which == 0:
            said = any("passed over" in w.reason for row in rows for w in row.warnings)
            assert len(rows) == COUNT or said
    assert "refused" in outcomes


def test_a_page_that_is_cut_anywhere_is_refused(samples: list[Path], tmp_path: Path) -> None:
    whole = samples[0].read_bytes()
    for length in range(0, len(whole) - 1, 37):
        (tmp_path / "page.json").write_bytes(whole[:length])
        with pytest.raises(FeedUnreadableError):
            read_all(tmp_path / "page.json")


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.one_of(st.text(max_size=8), st.sampled_from(["id", "name", "contents", "services"])),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=25,
)


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=JSON)
def test_any_json_is_read_or_refused(tmp_path: Path, value: object) -> None:
    (tmp_path / "feed.json").write_text(json.dumps(value), "utf-8")
    try:
        rows = read_all(tmp_path / "feed.json")
    except FeedUnreadableError:
        return
    for row in rows:
        assert all(warning.row.startswith("feed.json:") for warning in row.warnings)
    assert SOURCE == "feed-1"


@settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=300), name=st.sampled_from(["f.json", "services.csv", "f.zip"]))
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    try:
        read_all(tmp_path / name)
    except FeedUnreadableError:
        pass
    finally:
        (tmp_path / name).unlink()
