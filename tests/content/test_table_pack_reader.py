"""A table pack is read whole, or refused with its file, its line and a reason."""

from pathlib import Path

import pytest

from tests.exchange_packs import PACK_FILE, shipped_pack
from vrn_desktop.content.resource_files import shipped_services_text
from vrn_desktop.content.table_pack_reader import (
    read_table_pack,
    shipped_table_pack,
    table_pack_from_text,
)
from vrn_desktop.content.yaml_document import YamlDocument
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.exchange.table_pack import ListName

TEXT = PACK_FILE.read_text("utf-8")


def complaint(text: str) -> str:
    with pytest.raises(ContentPackError) as refused:
        table_pack_from_text(text, "tables.yaml")
    return str(refused.value)


def line_of(part: str) -> int:
    return TEXT[: TEXT.index(part)].count("\n") + 1


def test_the_shipped_pack_is_the_file_in_resources() -> None:
    assert shipped_table_pack() == shipped_pack() == read_table_pack(PACK_FILE)


def test_every_kind_of_help_of_the_directory_falls_under_one_need_and_one_help() -> None:
    categories = set(YamlDocument(shipped_services_text(), "services").value["categories"])
    lists = {codes.name: codes for table in shipped_table_pack().tables for codes in table.by}
    for name in (ListName.NEED, ListName.HELP):
        assert {code for entry in lists[name].entries for code in entry.of} == categories


def test_a_pack_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentPackError, match=r"gone\.yaml: cannot be read"):
        read_table_pack(tmp_path / "gone.yaml")


@pytest.mark.parametrize(
    ("old", "new", "where", "reason"),
    [
        ("scale: 2}", "scale: 0}", "{name: J", "a whole number from 1 to 1000"),
        ("scale: 2}", "scale: 2.5}", "{name: J", "a whole number from 1 to 1000"),
        ("a_person_adds: 3", "a_person_adds: 0", "{name: N", "a whole number from 1 to 10"),
        ("by: [need]", "by: [wishes]", "{name: N", "no list of this name"),
        ("of: [YA, AD]", "of: [YA]", "life_stage:", "'AD' of life_stage falls under no heading"),
        ("quarters_of_any_four: 2", "quarters_of_any_four: 5", "quarters_of", "from 1 to 4"),
        ('starts: "2026-Q4"', 'starts: "2026-W47"', "starts:", "tables start at a quarter"),
        ('title: "Leic', 'titel: "Leic', 'title: "Leic', "the key 'titel' is not known here"),
    ],
)
def test_a_fault_is_named_with_its_line(old: str, new: str, where: str, reason: str) -> None:
    said = complaint(TEXT.replace(old, new, 1))
    assert said.startswith(f"tables.yaml:{line_of(where)}: ")
    assert reason in said
