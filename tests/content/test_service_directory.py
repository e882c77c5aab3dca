"""The starter directory is sound, and a faulty one is refused with the place."""

from pathlib import Path

import pytest

from tests.starter_directory import starter_directory
from tests.talk_safe import talk_safe
from vrn_desktop.content.pack_reader import (
    read_instrument,
    read_service_directory,
    service_directory_from_text,
)
from vrn_desktop.content.resource_files import shipped_instrument_text, shipped_services_text
from vrn_desktop.domain.errors import ContentPackError
from vrn_desktop.domain.local_service import Reach


def test_the_starter_directory_is_whole() -> None:
    directory = starter_directory()
    assert len(directory.categories) == 24
    national = [entry for entry in directory.entries if entry.reach is Reach.NATIONAL]
    assert (len(national), len(directory.entries)) == (27, 39)
    assert len({entry.id for entry in directory.entries}) == 39


def test_what_the_file_says_of_a_line_is_kept() -> None:
    lines = {entry.name: entry for entry in starter_directory().entries}
    childline = lines["Childline (under 19)"]
    assert childline.id == "childline-under-19"
    assert (childline.contact, childline.bill) == ("0800 1111", "does not show on bills")
    assert (childline.first_age, childline.last_age) == (0, 18)
    assert lines["Forced Marriage Unit"].workers_only
    assert lines["Teen Health 11-19"].area == "Leicestershire"
    assert lines["CEOP (report online sexual abuse)"].caution.startswith("not for emergencies")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('match: ["G01>=some"', 'match: ["G99>=some"', "no item 'G99'"),
        ('match: ["G01>=some"', 'match: ["G01>=strong"', "not a code of 'G01'"),
        ('match: ["G01>=some"', 'match: ["G01<=some"', "negates a risk answer"),
        ('match: ["B01<=partly"', 'match: ["B01==partly"', "'==' cannot be used"),
        ('match: ["C05>=some"]', "match: []", "at least one condition"),
        ("evidence: [anti_bullying]", "evidence: [boot_camps]", "does harm and is never offered"),
        ("evidence: [anti_bullying]", "evidence: [hugging]", "no approach 'hugging'"),
        ("prevention: [secondary]", "prevention: [second]", "no level 'second'"),
        ("focus: tertiary", "focus: third", "no level 'third'"),
        ("category: crisis, checked", "category: cheer, checked", "no category 'cheer'"),
        ('name: "Samaritans"', 'name: "SHOUT"', "two services have the id 'shout'"),
        ("checked: seen}", "checked: maybe}", "one of 'seen' or 'gk'"),
        ('contact: "999"', "contact: 999", "text is expected here (put it in quotes)"),
        ('contact: "116 123", ', "", "'contact' is missing"),
        ("ages: [0, 18]", 'next_check: "soon"', "not a day such as"),
        ("ages: [0, 18]", "ages: [0]", "this list is too short"),
        ("ages: [0, 18]", "ages: [0, 1, 2]", "at most 2 items"),
        ("  health:  ", "  he alth:", "'he alth': only letters, digits"),
        ("ages: [0, 18]", "distance: 3", "'distance' is not known here"),
    ],
)
def test_a_faulty_directory(old: str, new: str, reason: str) -> None:
    text = shipped_services_text()
    assert old in text, old
    at = text.index(old)
    with pytest.raises(ContentPackError) as refused:
        service_directory_from_text(text.replace(old, new, 1), "services.yaml", talk_safe())
    error = refused.value
    expected_line = text[:at].count("\n") + 1
    assert reason in error.reason
    if "two services" in reason:
        expected_line += 1
    assert error.line == expected_line


@pytest.mark.parametrize("sign", [", never_signpost: true", ""])
def test_sp_05_either_sign_of_harm_is_enough(sign: str) -> None:
    impact = "HIGH" if sign else "HARMFUL"
    text = shipped_services_text().replace(
        'name: "Boot camps", impact: HARMFUL, security: null, never_signpost: true',
        f'name: "Boot camps", impact: {impact}, security: null{sign}',
    )
    directory = service_directory_from_text(text, "services.yaml", talk_safe())
    assert directory.evidence["boot_camps"].never_signpost
    offered = text.replace("evidence: [anti_bullying]", "evidence: [boot_camps]")
    with pytest.raises(ContentPackError, match="never offered"):
        service_directory_from_text(offered, "services.yaml", talk_safe())


def test_dates_of_checks_are_read() -> None:
    text = shipped_services_text().replace(
        "ages: [0, 18]", "last_checked: 2026-11-01, next_check: 2027-02-01, self_referral: true"
    )
    directory = service_directory_from_text(text, "services.yaml", talk_safe())
    (line,) = [entry for entry in directory.entries if entry.last_checked]
    assert str(line.next_check) == "2027-02-01"
    assert line.self_referral


def test_files_are_read_and_refused_by_their_name(tmp_path: Path) -> None:
    instrument_file = tmp_path / "talk.yaml"
    instrument_file.write_text(shipped_instrument_text(), "utf-8")
    instrument = read_instrument(instrument_file)
    services_file = tmp_path / "services.yaml"
    services_file.write_text(shipped_services_text(), "utf-8")
    assert read_service_directory(services_file, instrument).version == "1.0.0-draft"
    for path, reason in (
        (tmp_path / "missing.yaml", "cannot be read"),
        (tmp_path, "cannot be read"),
    ):
        with pytest.raises(ContentPackError) as refused:
            read_instrument(path)
        assert refused.value.file == path.name
        assert reason in refused.value.reason
    services_file.write_bytes(b"a: 1\nb: \xff\xfe")
    with pytest.raises(ContentPackError, match=r"services\.yaml:2: .*UTF-8"):
        read_service_directory(services_file, instrument)
    services_file.write_bytes(b"#" * 5_000_001)
    with pytest.raises(ContentPackError, match="larger than"):
        read_service_directory(services_file, instrument)


@pytest.mark.parametrize(
    ("age", "names"),
    [
        (12, ["Childline (under 19)", "Samaritans", "NHS 111, choose option 2 (mental health)"]),
        (19, ["Samaritans", "NHS 111, choose option 2 (mental health)"]),
    ],
)
def test_sp_04_lines_to_talk_to_are_marked_and_free(age: int, names: list[str]) -> None:
    lines = starter_directory().letter_lines(age)
    assert [line.name for line in lines] == names
    assert all(line.is_free for line in lines)


def test_no_note_to_ourselves_stands_where_a_worker_reads() -> None:
    for evidence in starter_directory().evidence.values():
        assert "stored copy" not in (evidence.security or "")
        assert "(gk)" not in (evidence.security or "")
