"""What a printed letter says, read back out of the document, and what it can never say."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.invented_letters import (
    ALL_SAFE,
    GYM,
    SENDER,
    TALK,
    draft_letter,
    finished_letter,
    invented_facts,
    right_to_left_wording,
)
from tests.reports.pdf_reader import ink_across, letter_boxes, page_count, text_of
from tests.reports.watched_writing import files_written
from vrn_desktop.domain.letter import Letter, PostalAddress, TextSize
from vrn_desktop.domain.letter_deny_list import never_words_in
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer

A4_WIDTH = 595.3
MARGIN = 56.6


def printed(letter: Letter) -> bytes:
    return LetterPdfRenderer().render(letter)


def test_the_page_says_what_the_text_twin_says() -> None:
    letter = finished_letter()
    on_paper = text_of(printed(letter))
    for line in letter.as_plain_text().splitlines():
        assert line in on_paper


def test_h9_no_word_of_the_never_list_is_on_paper() -> None:
    for letter in (finished_letter(), draft_letter(posted=True), draft_letter(practice=True)):
        assert never_words_in(text_of(printed(letter))) == ()


def test_h1_what_was_said_about_safe_contact_is_not_on_paper() -> None:
    told = replace(
        ALL_SAFE,
        who_else_may_open="CANARY-OPENER",
        never_contact="CANARY-NEVER",
        adult_at_home="CANARY-ADULT",
        school_person="CANARY-SCHOOL",
        when_to_ring="CANARY-WHEN",
        phone_number="07700 900 999",
    )
    facts = invented_facts(safe_contact=told, services=[GYM, replace(TALK, sensitive=True)])
    on_paper = text_of(printed(finished_letter(facts)))
    assert "CANARY" not in on_paper
    assert "07700" not in on_paper
    assert TALK.name not in on_paper
    assert GYM.name in on_paper


def test_lt_06_a_draft_carries_its_mark_and_a_confirmed_letter_none() -> None:
    assert "Draft" in text_of(printed(draft_letter()))
    assert "Practice" in text_of(printed(draft_letter(practice=True)))
    assert "Draft" not in text_of(printed(finished_letter()))


def test_the_same_letter_gives_the_same_bytes() -> None:
    first = printed(finished_letter())
    printed(finished_letter(invented_facts(chosen_name="Łukasz კ")))
    assert printed(finished_letter()) == first
    assert printed(finished_letter(invented_facts(chosen_name="Jo"))) != first


def test_the_same_letter_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import sys, hashlib\n"
        "from tests.invented_letters import finished_letter\n"
        "from vrn_desktop.reports.letter_pdf import LetterPdfRenderer\n"
        "print(hashlib.sha256(LetterPdfRenderer().render(finished_letter())).hexdigest())\n"
    )
    prints = {
        subprocess.run(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1


def test_lt_05_large_print_takes_more_pages() -> None:
    sizes = [page_count(printed(draft_letter(text_size=size))) for size in TextSize]
    assert sizes == sorted(sizes)
    assert sizes[0] == 1
    assert sizes[-1] > 1


def test_pages_are_numbered_only_if_there_are_several() -> None:
    assert "Page 1" not in text_of(printed(finished_letter()))
    large = printed(draft_letter(text_size=TextSize.VERY_LARGE))
    assert f"Page 2 of {page_count(large)}" in text_of(large)


def test_five_services_still_fit_one_sheet() -> None:
    services = [replace(TALK, name=f"Place {number}") for number in range(5)]
    letter = finished_letter(invented_facts(services=services, most_services=5))
    assert page_count(printed(letter)) == 1


def test_a_posted_letter_has_its_address_in_the_window() -> None:
    posted = replace(
        draft_letter(), address=PostalAddress(lines=("WWWW", "MMMM"), return_lines=("UUUU",))
    )
    on_paper = text_of(printed(posted))
    assert on_paper.index("UUUU") < on_paper.index("WWWW") < on_paper.index("Dear")
    plain = set(letter_boxes(printed(draft_letter())))
    window = [
        box for box in letter_boxes(printed(posted)) if 612 < box[1] < 690 and box not in plain
    ]
    assert window
    millimetre = 72 / 25.4
    for left, bottom, right, top in window:
        assert left >= 24 * millimetre
        assert right <= 105 * millimetre
        assert top <= 842 - 56 * millimetre
        assert bottom >= 842 - 81 * millimetre


def test_a_name_of_ten_thousand_characters_flows_over_pages() -> None:
    for name in ("x" * 10_000, "Kay " * 2_500, "کمل " * 2_500, "કમલ" * 3_000):
        document = printed(finished_letter(invented_facts(chosen_name=name)))
        assert page_count(document) > 3
        assert all(box[2] < A4_WIDTH - MARGIN + 8 for box in letter_boxes(document))


def test_long_words_in_every_slot_stay_on_the_page() -> None:
    long = "y" * 3_000
    facts = invented_facts(
        own_words=f"{long}\n{long}",
        services=[replace(GYM, name=long, one_line=long, contact=long, web_page="")],
        sender=replace(SENDER, worker_first_name=long, project=long, project_number=long),
    )
    letter = replace(
        draft_letter(facts), address=PostalAddress(lines=(long,) * 9, return_lines=(long,))
    )
    assert all(box[2] < A4_WIDTH - MARGIN + 8 for box in letter_boxes(printed(letter)))


@settings(max_examples=40, deadline=None)
@given(name=st.text(max_size=80), words=st.text(max_size=200))
def test_any_name_and_words_print_inside_the_margins(name: str, words: str) -> None:
    facts = invented_facts(chosen_name=name, own_words=words)
    document = printed(finished_letter(facts))
    left, right = ink_across(document, 0, 297)
    assert left > MARGIN - 4
    assert right < A4_WIDTH - MARGIN + 4


def test_ti_38_a_right_to_left_letter_stands_at_the_right() -> None:
    facts = invented_facts(chosen_name="کمل", own_words="")
    letter = draft_letter(facts, wording=right_to_left_wording())
    left, right = ink_across(printed(replace(letter, watermark="")), 25, 33)
    assert left > A4_WIDTH / 2
    assert right == pytest.approx(A4_WIDTH - MARGIN, abs=4)
    left, right = ink_across(printed(finished_letter(facts)), 25, 33)
    assert left == pytest.approx(MARGIN, abs=4)
    assert right < A4_WIDTH / 2


def test_characters_that_cannot_be_printed_are_named() -> None:
    letter = finished_letter(invented_facts(chosen_name="Kay 🌟 中"))
    assert LetterPdfRenderer().unprintable_characters(letter) == ("🌟", "中")
    assert LetterPdfRenderer().unprintable_characters(finished_letter()) == ()


def test_l1_no_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    with files_written() as written:
        LetterPdfRenderer().prepare()
        printed(finished_letter())
        printed(draft_letter(posted=True))
    assert written == []
    assert list(tmp_path.rglob("*")) == []


def test_reportlab_runs_no_file_of_the_home_folder(tmp_path: Path) -> None:
    for name in (".reportlab_mods", ".reportlab_settings"):
        (tmp_path / name).write_text("import os\nos.mkdir(os.path.expanduser('~/ran'))\n")
    script = "from vrn_desktop.reports.letter_pdf import LetterPdfRenderer as L\nL().prepare()\n"
    subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-c", script],
        check=True,
        env={**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)},
    )
    assert not (tmp_path / "ran").exists()


def test_reportlab_waits_for_the_first_letter() -> None:
    script = (
        "import sys\nimport vrn_desktop.reports.letter_pdf, vrn_desktop.reports.recovery_sheet_pdf\n"
        "sys.exit(any(m in sys.modules for m in ('reportlab', 'uharfbuzz', 'segno')))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False)  # noqa: S603 - our own words
    assert done.returncode == 0
