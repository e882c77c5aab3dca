"""Tabular packages: what belongs to a service is gathered, what belongs to none is said, broken tables refuse all."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.content.service_feeds.invented_feed import read_all, records_in, warnings_in
from vrn_desktop.content.service_feeds import package_tables
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError, RefusedRow
from vrn_desktop.domain.directory.service_record import ServicePhone, ServicePlace

TABLES = {
    "services.csv": "id,organization_id,name,status,description\r\n"
    's1,o1,Lantern,active,"Two\nlines, with ""quotes"""\r\n'
    "s2,o1,Beacon,active,\r\n",
    "organizations.csv": "id,name\r\no1,Lantern Trust\r\n",
    "contacts.csv": "id,service_id\r\nc1,s1\r\n",
    "phones.csv": "id,contact_id,service_id,number\r\np1,c1,,01632 960001\r\np2,,S2,01632 960002\r\n",
    "service_at_location.csv": "id,service_id,location_id\r\nat1,s1,l1\r\nat2,s2,l1\r\n",
    "locations.csv": "id,name\r\nl1,Hall\r\n",
    "address.csv": "id,location_id,address_1,postal_code\r\na1,l1,1 Road,LE1 1AA\r\n",
    "attribute.csv": "id,link_id,taxonomy_term_id\r\nx1,s1,t1\r\n",
    "taxonomy_terms.csv": "id,name\r\nt1,Sport\r\n",
}


def package(folder: Path, **changed: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in {**TABLES, **changed}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def refused(path: Path) -> str:
    with pytest.raises(FeedUnreadableError) as caught:
        read_all(path)
    return str(caught.value)


def check_whole(path: Path) -> None:
    lantern, beacon = records_in(path)
    assert (lantern.organisation, lantern.terms) == ("Lantern Trust", ("Sport",))
    assert lantern.description == 'Two\nlines, with "quotes"'
    assert lantern.phones == (ServicePhone(number="01632 960001"),)
    assert beacon.phones == (ServicePhone(number="01632 960002"),)
    hall = ServicePlace(name="Hall", address=("1 Road",), postcode="LE1 1AA")
    assert lantern.places == beacon.places == (hall,)
    assert warnings_in(path) == []


def test_a_folder_a_zip_and_one_table_of_it_give_the_same(tmp_path: Path) -> None:
    folder = package(tmp_path / "package")
    check_whole(folder)
    check_whole(folder / "services.csv")
    with ZipFile(tmp_path / "package.zip", "w") as archive:
        for file in folder.iterdir():
            archive.write(file, f"inside/{file.name}")
    check_whole(tmp_path / "package.zip")


def test_a_descriptor_may_name_the_tables_otherwise(tmp_path: Path) -> None:
    folder = package(tmp_path / "package")
    (folder / "services.csv").rename(folder / "what-we-do.csv")
    resources = [{"name": "service", "path": "what-we-do.csv"}]
    (folder / "datapackage.json").write_text(json.dumps({"resources": resources}), "utf-8")
    assert [record.name for record in records_in(folder)] == ["Lantern", "Beacon"]
    for path in ("../services.csv", "/etc/passwd", "https://a.example/services.csv", "a\\b"):
        described = {"resources": [{"name": "service", "path": path}]}
        (folder / "datapackage.json").write_text(json.dumps(described), "utf-8")
        assert "leads out of the package" in refused(folder)
    (folder / "datapackage.json").write_text("{", "utf-8")
    assert "not whole JSON" in refused(folder)


def test_the_names_of_hsds_and_of_its_first_version(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    tables = {
        "services.csv": 'id,name,languages,status\n1,Lantern,"English, Urdu",active\n',
        "schedules.csv": "id,service_id,freq,byday\n1,1,WEEKLY,MO\n",
        "regular_schedules.csv": "id,service_id,weekday,opens_at,closes_at\n1,1,Tuesday,08:00,10:00\n",
        "services_taxonomy.csv": "id,service_id,taxonomy_id\n1,1,101\n",
        "taxonomy.csv": "taxonomy_id,name\n101,Sport\n",
        "eligibility.csv": "id,service_id,minimum_age\n1,1,11\n",
    }
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")
    (record,) = records_in(folder)
    assert (record.terms, record.first_age) == (("Sport",), 11)
    assert record.languages == ("English", "Urdu")
    assert [schedule.byday for schedule in record.schedules] == [("MO",), ("TU",)]


def test_a_row_without_a_name_is_refused_with_its_line(tmp_path: Path) -> None:
    table = TABLES["services.csv"] + "s3,o1,,active,\r\n"
    *_, row = read_all(package(tmp_path / "p", **{"services.csv": table}))
    assert isinstance(row, RefusedRow)
    assert [(w.row, w.field) for w in row.warnings] == [("services.csv:5", "name")]


def test_rows_that_belong_to_nothing_and_rows_of_another_length_are_said(tmp_path: Path) -> None:
    phones = (
        "id,service_id,number\r\n1,,01632 960003\r\n2,gone,01632 960004\r\n3,s1\r\n4,s1,1234,x\r\n"
    )
    said = {w.row: w.reason for w in warnings_in(package(tmp_path / "p", **{"phones.csv": phones}))}
    assert said["phones.csv:1"] == "2 rows belong to no service of this package"
    assert said["phones.csv:4"] == "the row has 2 cells and the table 3 columns"
    assert said["phones.csv:5"] == "the row has 4 cells and the table 3 columns"


@pytest.mark.parametrize("table", sorted(TABLES))
def test_a_table_that_breaks_off_refuses_the_whole_package(tmp_path: Path, table: str) -> None:
    columns = TABLES[table].partition("\r\n")[0]
    cut = TABLES[table] + "last" if "," in columns else columns
    assert "cut short" in refused(package(tmp_path / "p", **{table: cut}))


def test_a_quote_without_end_no_header_and_old_letters(tmp_path: Path) -> None:
    broken = TABLES["services.csv"] + 's3,o1,"Lant'
    assert "cut short" in refused(package(tmp_path / "p", **{"services.csv": broken}))
    assert "no column 'id'" in refused(
        package(tmp_path / "p", **{"services.csv": "a,b\r\n1,2\r\n"})
    )
    folder = package(tmp_path / "p")
    (folder / "organizations.csv").write_bytes("id,name\r\no1,Café\r\n".encode("cp1252"))
    assert records_in(folder)[0].organisation == "Café"
    assert [w.row for w in warnings_in(folder)] == ["organizations.csv:1"]


def test_tables_that_are_together_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package_tables, "PACKAGE_BYTES", 100)
    assert "together larger than" in refused(package(tmp_path / "p"))


def test_other_delimiters_and_a_mark_at_the_start(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "services.csv").write_bytes(b"\xef\xbb\xbfID;Name;Status\r\n1;Lantern;active\r\n")
    assert [record.name for record in records_in(folder)] == ["Lantern"]
