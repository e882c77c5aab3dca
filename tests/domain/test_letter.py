"""A finished letter reads the same as text, and its fingerprint changes with its words."""

import dataclasses
from dataclasses import replace

from tests.invented_letters import draft_letter, finished_letter, invented_facts
from vrn_desktop.domain.letter import Letter, ServiceEntry, WebPage


def test_the_text_holds_every_word_in_reading_order() -> None:
    text = finished_letter().as_plain_text()
    wanted = [
        "Ashfield Outreach",
        "24 November 2026",
        "Dear Kay,",
        "“Drawing helps me feel calm.",
        "Ashfield Boxing and Fitness",
        "Call 01632 960 123. We checked this on 3 November 2026.",
        "boxing.example/join",
        "Call 01632 960 456. It is free.",
        "Tuesday 8 December by text",
        "From Sam",
        "call 999",
    ]
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)
    assert "\u00a0" not in text


def test_lt_06_a_draft_says_so_and_a_confirmed_letter_does_not() -> None:
    assert draft_letter().as_plain_text().startswith("Draft")
    assert "Draft" not in finished_letter().as_plain_text()


def test_the_fingerprint_follows_the_words() -> None:
    letter = finished_letter()
    assert letter.text_sha256() == finished_letter().text_sha256()
    other = finished_letter(invented_facts(chosen_name="Jo"))
    assert letter.text_sha256() != other.text_sha256()


def test_a_posted_letter_reads_the_address_too() -> None:
    text = draft_letter(posted=True).as_plain_text()
    assert "12 Station Road" in text
    assert "K. Shah\n4 Mill Lane\nASHFIELD\nAS3 9ZZ" in text


def test_services_are_named_in_order() -> None:
    assert finished_letter().services_named == ("Ashfield Boxing and Fitness", "Talk It Out")


def test_h9_a_letter_has_no_room_for_level_or_answers() -> None:
    names = " ".join(field.name for field in dataclasses.fields(Letter))
    for word in ("level", "answer", "escalation", "flag", "rule", "risk", "reason"):
        assert word not in names


def test_a_page_is_not_said_twice() -> None:
    entry = next(b for b in finished_letter().blocks if isinstance(b, ServiceEntry))
    page = WebPage(address="https://boxing.example/", description="")
    same = replace(entry, reach=replace(entry.reach, strong="boxing.example"), web_page=page)
    assert same.page_line == ""
    assert replace(entry, web_page=page).page_line == "boxing.example"
