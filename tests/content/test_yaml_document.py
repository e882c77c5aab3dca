"""A stranger's text becomes plain values, or is refused with the line."""

import importlib.util
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.content import yaml_document
from vrn_desktop.content.yaml_document import YamlDocument, quoted
from vrn_desktop.domain.errors import ContentPackError


def values(text: str) -> object:
    return YamlDocument(text, "some.yaml").value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1", {"a": 1}),
        ("a: -3.5", {"a": -3.5}),
        ("a: [x, 'y', \"z\"]", {"a": ("x", "y", "z")}),
        ("a: true\nb: No\nc: on", {"a": True, "b": False, "c": True}),
        ("a: null\nb: ~\nc:", {"a": None, "b": None, "c": None}),
        ("a: none", {"a": "none"}),
        ("a: 2026-11-22", {"a": "2026-11-22"}),
        ("- &one {b: 1}\n- *one", ({"b": 1}, {"b": 1})),
        ('{"a": ["json", 2]}', {"a": ("json", 2)}),
        ("a: Straße ☂ 中文", {"a": "Straße ☂ 中文"}),
    ],
)
def test_plain_values(text: str, value: object) -> None:
    assert values(text) == value


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{after}: &{after} [{', '.join(['*' + before] * 10)}]"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", None, "the file is empty"),
        ("# only a remark\n", None, "the file is empty"),
        ("a: 1\nb: 2\na: 3", 3, "'a' stands here twice"),
        ("a: [1, 2", 2, "not well-formed YAML"),
        ("a: 1\n\tb: 2", 2, "not well-formed YAML"),
        ("a: 1\n---\nb: 2", 2, "not well-formed YAML"),
        ("a: *nowhere", 1, "not well-formed YAML"),
        ("a: !!python/object/apply:os.system [ls]", 1, "the tag"),
        ("a: !!binary aGFsbG8=", 1, "the tag"),
        ("a: !mine x", 1, "the tag"),
        ("a: 1\nb: !!set {x}", 2, "the tag"),
        ("a: 1\n? [x]\n: 2", 2, "should be text"),
        ("no: 1", 1, "'no' should be text: put it in quotes"),
        ("999: 1", 1, "'999' should be text"),
        ("a: 0x1F", 1, "not a plain number"),
        ("a: 0116", 1, "not a plain number"),
        ("a: 1_000", 1, "not a plain number"),
        ("a: 12:30:45", 1, "not a plain number"),
        ("a: .inf", 1, "not a plain number"),
        ("a: " + "9" * 10_000, 1, "not a plain number"),
        ("a: " + "[" * 60 + "]" * 60, 1, "nested deeper than 40"),
        ("[" * 3_000 + "]" * 3_000, 1, "depth"),
        ("a: &a [*a]", 1, "nested deeper than 40"),
        (BOMB, 1, "repeat too much"),
        ("a: 1\nb: \x00", 2, "not a text file"),
        ("a: 1\nb: \x1b[31m", 2, "not a text file"),
    ],
)
def test_hostile_text(text: str, line: int | None, reason: str) -> None:
    with pytest.raises(ContentPackError) as refused:
        values(text)
    assert reason in refused.value.reason
    assert refused.value.line == line
    assert str(refused.value).startswith("some.yaml")


def test_too_large_a_text() -> None:
    with pytest.raises(ContentPackError, match="larger than 10 bytes"):
        YamlDocument("a: 34567890", "some.yaml", max_bytes=10)


def test_the_line_of_a_place_is_the_deepest_part_that_exists() -> None:
    document = YamlDocument("a:\n  - b: 1\n  - c:\n      d: [x,\n y]\n", "some.yaml")
    assert document.line(()) == 1
    assert document.line(("a",)) == 1
    assert document.line(("a", 0, "b")) == 2
    assert document.line(("a", 1, "c", "d", 1)) == 5
    assert document.line(("a", 1, "c", "nowhere")) == 3
    assert document.line(("a", 7)) == 1


@given(st.binary(max_size=200))
def test_any_bytes_are_values_or_refused(written: bytes) -> None:
    text = written.decode("latin-1")
    with suppress(ContentPackError):
        values(text)


def test_a_long_value_is_shortened_and_stays_on_one_line() -> None:
    assert quoted("x" * 10_000) == f"'{'x' * 40}…'"
    assert "\n" not in quoted("two\nlines")


def test_without_libyaml_the_slower_reader_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    place = Path(yaml_document.__file__)
    spec = importlib.util.spec_from_file_location("plain_yaml_document", place)
    assert spec is not None
    assert spec.loader is not None
    plain = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(plain)
    assert plain.YamlDocument("a: [1, x]\nb: {c: true}", "some.yaml").value == {
        "a": (1, "x"),
        "b": {"c": True},
    }
    for text in ("a: 1\na: 2", "[" * 3_000, "a: &a [*a]", BOMB, "a: [1"):
        with pytest.raises(ContentPackError):
            plain.YamlDocument(text, "some.yaml")
