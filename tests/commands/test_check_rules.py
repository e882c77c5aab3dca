"""`check-rules` says what the rules say of each case, and refuses bad files with the place."""

import json
import random
from pathlib import Path

import pytest

from tests.talk_safe import talk_safe
from tests.worked_cases import FILE
from vrn_desktop.commands.check_rules import BAD_INPUT, FINDING, FINE, main
from vrn_desktop.content.resource_files import shipped_instrument_text

KEYS = [
    "id",
    "level",
    "escalation",
    "provisional",
    "fired",
    "shown",
    "notes",
    "involvement",
    "final_level",
    "override_status",
]
CASE = """\
vignettes:
  - id: one
    age: 15
    form: full
    answers: {H01: clear}
"""


class Terminal:
    """Runs the command on a text and keeps what it says."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file = folder / "cases.yaml"
        self._capsys = capsys
        self.out = self.err = ""

    def run(self, text: str | bytes, *options: str) -> int:
        written = text if isinstance(text, bytes) else text.encode("utf-8")
        self.file.write_bytes(written)
        return self.run_file(self.file, *options)

    def run_file(self, file: Path, *options: str) -> int:
        code = main([str(file), *options])
        self.out, self.err = self._capsys.readouterr()
        return code


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


def test_the_ten_worked_cases_agree(terminal: Terminal) -> None:
    assert terminal.run_file(FILE) == FINE
    assert "10 cases: 10 agree, 0 differ, 0 without an expectation." in terminal.out
    assert terminal.err == ""


def test_json_is_one_list_of_objects_with_exactly_these_keys(terminal: Terminal) -> None:
    assert terminal.run_file(FILE, "--json") == FINE
    results = json.loads(terminal.out)
    assert len(results) == 10
    assert all(list(result) == KEYS for result in results)
    assert results[-1] == {
        "id": "V27",
        "level": "tertiary",
        "escalation": "none",
        "provisional": False,
        "fired": ["T08", "S18"],
        "shown": ["T08"],
        "notes": [],
        "involvement": ["causing_harm"],
        "final_level": "tertiary",
        "override_status": "pending_review",
    }


def test_a_difference_is_said_and_gives_one(terminal: Terminal) -> None:
    text = CASE + "    expect: {level: secondary, fired: [T01], provisional: false}\n"
    assert terminal.run(text) == FINDING
    assert "one: DIFFERS" in terminal.out
    assert "one: level: expected secondary, got tertiary" in terminal.out
    assert "one: fired: expected T01, got T01 S12 X09" in terminal.out
    assert "one: provisional: expected false, got true" in terminal.out
    assert "1 cases: 0 agree, 1 differ" in terminal.out


def test_with_json_differences_go_to_the_other_stream(terminal: Terminal) -> None:
    assert terminal.run(CASE + "    expect: {level: secondary}\n", "--json") == FINDING
    assert json.loads(terminal.out)[0]["level"] == "tertiary"
    assert terminal.err.strip() == "one: level: expected secondary, got tertiary"


@pytest.mark.parametrize(
    "expected",
    [
        "{}",
        "{fired: [X09, S12, T01]}",
        "{fired: [X09, S12, T01, T01], shown: [X09, T01]}",
        "{level: tertiary, escalation: consult_today, provisional: true}",
        "{involvement: [harmed], notes: [N05], final_level: tertiary, override_status: none}",
    ],
)
def test_what_is_left_out_is_not_compared_and_lists_are_sets(
    terminal: Terminal, expected: str
) -> None:
    assert terminal.run(CASE + f"    expect: {expected}\n") == FINE


@pytest.mark.parametrize(
    "expected",
    [
        "{fired: []}",
        "{shown: [T01]}",
        "{notes: []}",
        "{involvement: [witness]}",
        "{escalation: none}",
        "{final_level: primary}",
        "{override_status: applied}",
        "{level: tertary}",
    ],
)
def test_every_expectation_can_differ(terminal: Terminal, expected: str) -> None:
    assert terminal.run(CASE + f"    expect: {expected}\n") == FINDING


@pytest.mark.parametrize(
    ("override", "final_level", "status"),
    [
        ("{to: secondary}", "tertiary", "refused"),
        ("{to: secondary, reason: Old.}", "tertiary", "pending_review"),
        ("{to: secondary, reason: Old., supervisor_approved: true}", "secondary", "applied"),
        ("{to: tertiary}", "tertiary", "none"),
    ],
)
def test_an_override(terminal: Terminal, override: str, final_level: str, status: str) -> None:
    terminal.run(CASE + f"    override: {override}\n", "--json")
    (result,) = json.loads(terminal.out)
    assert (result["level"], result["final_level"]) == ("tertiary", final_level)
    assert result["override_status"] == status


def test_any_voice_may_speak_and_missing_ones_are_ignored(terminal: Terminal) -> None:
    answers = "{H01: {aunt: declined, neighbour: clear, 'Mr. X': none}}"
    terminal.run(CASE.replace("{H01: clear}", answers), "--json")
    assert json.loads(terminal.out)[0]["level"] == "tertiary"


def test_no_answers_at_all_are_a_case(terminal: Terminal) -> None:
    assert terminal.run(CASE.replace("{H01: clear}", "{}"), "--json") == FINE
    assert json.loads(terminal.out)[0]["level"] == "insufficient"


def test_an_id_may_be_a_number_or_hold_strange_letters(terminal: Terminal) -> None:
    assert terminal.run(CASE.replace("id: one", "id: 12"), "--json") == FINE
    assert json.loads(terminal.out)[0]["id"] == "12"
    assert terminal.run(CASE.replace("id: one", 'id: "two\\nlines ☂"')) == FINE
    assert terminal.out.startswith(r"'two\nlines ☂': no expectation")


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("H01: clear", "H99: clear", 5, "no item 'H99'"),
        ("H01: clear", "H01: severe", 5, "'severe' is not a code of 'H01'"),
        ("H01: clear", "H01: strong", 5, "'strong' is not a code of 'H01'"),
        ("H01: clear", "H01: ", 5, "'None' is not a code of 'H01'"),
        ("H01: clear", "H01: [clear]", 5, "not a code of 'H01'"),
        ("H01: clear", "H01: {carer: 7}", 5, "'7' is not a code of 'H01'"),
        ("H01: clear", "H01: {carer: {x: y}}", 5, "not a code of 'H01'"),
        ("H01: clear", "H01: {'': clear}", 5, "the name of a voice"),
        ("H01: clear", "H01: {}", 5, "nobody answers 'H01'"),
        ("H01: clear", "H01: clear, H01: none", 5, "'H01' stands here twice"),
        ("H01: clear", f"{'H' * 1_000}: clear", 5, "no item 'HHHH"),
        ("{H01: clear}", f"\n      ? {'H' * 10_000}\n      : clear", 7, "no item 'HHHH"),
        ("H01: clear", f"{'H' * 10_000}: clear", 5, "not well-formed YAML"),
        ("id: one", f"id: {'x' * 10_000}", 2, "'id': this text is longer than 200 characters"),
        ("- id: one", "- {id: one, age: 9, answers: {}}\n  - id: one", 3, "an earlier case 'one'"),
        ("id: one", "id: ''", 2, "'id': this text is empty"),
        ("id: one", "name: one", 2, "'id' is missing"),
        ("age: 15", "age: 500", 3, "no life stage covers the age '500'"),
        ("age: 15", "age: -1", 3, "no life stage covers the age '-1'"),
        ("age: 15", "age: fifteen", 3, "'age': a whole number is expected"),
        ("age: 15", "age: true", 3, "'age': a whole number is expected"),
        ("age: 15", "age: 15.5", 3, "'age': "),
        ("form: full", "form: medium", 4, "one of 'full' or 'short'"),
        ("form: full", "fom: full", 4, "'fom' is not known here"),
        ("answers: {H01: clear}", "answers: [H01]", 5, "'answers': a mapping"),
        ("answers: {H01: clear}", "answers:", 5, "'answers': a mapping"),
        ("    answers: {H01: clear}\n", "", 2, "'answers' is missing"),
        ("vignettes:", "cases:", 1, "'vignettes' is missing"),
        ("{H01: clear}", "{H01: clear}\n    override: {to: bottom}", 6, "no level 'bottom'"),
        ("{H01: clear}", "{H01: clear}\n    expect: {lvl: x}", 6, "'lvl' is not known here"),
        ("{H01: clear}", "{H01: clear", 6, "not well-formed YAML"),
    ],
)
def test_one_bad_case_refuses_the_file(
    terminal: Terminal, old: str, new: str, line: int, reason: str
) -> None:
    assert terminal.run(CASE.replace(old, new, 1), "--json") == BAD_INPUT
    assert terminal.out == ""
    assert terminal.err.startswith(f"{terminal.file}:{line}: ")
    assert reason in terminal.err
    assert len(terminal.err) < 400 + len(str(terminal.file))
    assert terminal.err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"hello", "a mapping (key: value) is expected"),
        (b"- 1\n- 2\n", "a mapping (key: value) is expected"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
        (b"PK\x03\x04\x14\x00", "not a text file"),
        ("vignettes: []".encode("utf-16"), "not a text file"),
        ("\ufeffvignettes: [".encode(), "not well-formed YAML"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "not a text file"),
        (shipped_instrument_text().encode(), "'vignettes' is missing"),
        (b"<html><body>hello</body></html>", "a mapping (key: value) is expected"),
        (b"id,age\n1,15\n", "a mapping (key: value) is expected"),
    ],
)
def test_a_foreign_file_is_refused_in_a_sentence(
    terminal: Terminal, content: bytes, reason: str
) -> None:
    assert terminal.run(content) == BAD_INPUT
    assert reason in terminal.err
    assert terminal.err.startswith(str(terminal.file))
    assert terminal.out == ""


def test_a_file_that_is_not_there(terminal: Terminal, tmp_path: Path) -> None:
    for file in (tmp_path / "none.yaml", tmp_path, Path("a\0b")):
        assert terminal.run_file(file) == BAD_INPUT
        assert "cannot be read" in terminal.err


def test_a_truncated_file_is_refused_or_runs_but_never_breaks(terminal: Terminal) -> None:
    whole = FILE.read_bytes()
    source = random.Random(20261122)  # noqa: S311  the same odd edits each time
    for _ in range(60):
        cut = source.randrange(len(whole))
        assert terminal.run(whole[:cut]) in {FINE, BAD_INPUT}


def test_a_hand_edited_file_is_refused_or_runs_but_never_breaks(terminal: Terminal) -> None:
    whole = FILE.read_bytes()
    source = random.Random(17)  # noqa: S311  the same odd edits each time
    for _ in range(120):
        at, length = source.randrange(len(whole)), source.randrange(1, 30)
        put = bytes(source.choice(b"{}[]:,-'\"#&*!|>%@\n\t ax9\xff") for _ in range(length))
        code = terminal.run(whole[:at] + put + whole[at + source.randrange(30) :])
        assert code in {FINE, FINDING, BAD_INPUT}
        assert (code == BAD_INPUT) == bool(terminal.err)


def test_a_hand_edited_instrument_is_refused_or_runs_but_never_breaks(
    terminal: Terminal, tmp_path: Path
) -> None:
    whole = shipped_instrument_text().encode()
    instrument = tmp_path / "talk.yaml"
    source = random.Random(50)  # noqa: S311  the same odd edits each time
    for _ in range(60):
        at = source.randrange(len(whole))
        put = bytes(source.choice(b"{}[]:,-'\"#&*! \nx9") for _ in range(source.randrange(12)))
        instrument.write_bytes(whole[:at] + put + whole[at + source.randrange(12) :])
        assert terminal.run(CASE, "--instrument", str(instrument)) in {FINE, BAD_INPUT}


def test_another_instrument_may_be_named(terminal: Terminal, tmp_path: Path) -> None:
    other = Path(__file__).parents[1] / "content" / "other-instrument.yaml"
    text = CASE.replace("{H01: clear}", "{mayday: hoisted}") + "    expect: {level: sinking}\n"
    assert terminal.run(text, "--instrument", str(other)) == FINE
    assert terminal.run(CASE, "--instrument", str(other)) == BAD_INPUT
    assert "no item 'H01'" in terminal.err
    broken = tmp_path / "broken.yaml"
    broken.write_text(other.read_text("utf-8").replace("mayday>=hoisted", "mayday<=hoisted"))
    assert terminal.run(CASE, "--instrument", str(broken)) == BAD_INPUT
    assert terminal.err.startswith(f"{broken}:")


def test_a_changed_threshold_is_noticed(terminal: Terminal, tmp_path: Path) -> None:
    changed = tmp_path / "talk.yaml"
    text = shipped_instrument_text().replace(
        '{id: T08, when: {any: ["H07>=clear"]}', '{id: T08, when: {any: ["G03>=clear"]}'
    )
    changed.write_text(text, "utf-8")
    assert terminal.run_file(FILE, "--instrument", str(changed)) == FINDING
    assert "V27: level: expected tertiary, got secondary" in terminal.out


def test_many_cases_come_in_their_order(terminal: Terminal) -> None:
    lines = [
        f"  - {{id: c{n}, age: {n % 80}, answers: {{H01: {('none', 'some', 'clear')[n % 3]}}}}}"
        for n in range(1_000)
    ]
    assert terminal.run("vignettes:\n" + "\n".join(lines), "--json") == FINE
    results = json.loads(terminal.out)
    assert [result["id"] for result in results] == [f"c{n}" for n in range(1_000)]
    assert {result["level"] for result in results[2::3]} == {"tertiary"}
    assert talk_safe().life_stages[0].first_age == 0
