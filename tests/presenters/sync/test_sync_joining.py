"""The page on what leaves, without a window: joining a network, its keys, and leaving it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.invented_sync import (
    WORDS,
    opened,
    overview,
    title_of,
)
from tests.ui.sync.sync_pages import busy, outside, words_wait
from vrn_desktop.application.sync_views import (
    KeyPosted,
)
from vrn_desktop.domain.counts_sent import EnrolmentStep
from vrn_desktop.domain.errors import (
    RefusedByOfficeError,
)
from vrn_desktop.presenters.service_sources.sources_state import Tone
from vrn_desktop.presenters.sync.sync_state import Joining, SyncPart


def test_before_anything_nothing_is_said_to_be_sent() -> None:
    _, presenter = opened(outside())
    assert presenter.state.joining is Joining.OUTSIDE
    assert presenter.state.standing.sentence == ""
    assert presenter.state.ledger_is_empty


def test_the_centres_file_leads_to_six_words(tmp_path: Path) -> None:
    sync, presenter = opened(outside())
    sync.after = lambda _look: words_wait()
    offer = tmp_path / "site.vrnoffer"
    offer.write_bytes(b"an offer")
    presenter.open_offer(offer)
    assert sync.files == [b"an offer"]
    assert presenter.state.compare is not None
    assert presenter.state.compare.words == WORDS
    assert presenter.state.outcome is None


def test_only_a_supervisor_is_shown_the_words() -> None:
    _, presenter = opened(replace(words_wait(), may_change=False))
    assert presenter.state.joining is Joining.WORDS_WAIT
    assert presenter.state.compare is None


def test_a_file_that_is_not_sound_says_why_and_what_to_do(tmp_path: Path) -> None:
    sync, presenter = opened(outside())
    sync.fails = RefusedByOfficeError("its signature does not fit")
    offer = tmp_path / "site.vrnoffer"
    offer.write_bytes(b"changed")
    presenter.open_offer(offer)
    outcome = presenter.state.outcome
    assert outcome is not None
    assert outcome.tone is Tone.PROBLEM
    assert "Its signature does not fit" in outcome.text
    assert "ask the central office" in outcome.text.lower()


def test_a_file_that_is_gone_or_huge_is_not_taken(tmp_path: Path) -> None:
    sync, presenter = opened(outside())
    presenter.open_offer(tmp_path / "gone")
    assert presenter.state.outcome is not None
    assert presenter.state.outcome.tone is Tone.PROBLEM
    huge = tmp_path / "huge"
    huge.write_bytes(b"x" * 70_000)
    presenter.open_offer(huge)
    assert presenter.state.outcome.tone is Tone.PROBLEM
    assert sync.files == []


def test_words_that_agree_put_the_site_in_force_and_words_that_differ_forget_it() -> None:
    sync, presenter = opened(words_wait())
    sync.after = lambda _look: overview()
    presenter.words_agree()
    assert sync.asked == ["agree"]
    assert presenter.state.joining is Joining.IN_FORCE
    sync, presenter = opened(words_wait())
    sync.after = lambda _look: outside()
    presenter.words_differ()
    assert sync.asked == ["differ"]
    assert presenter.state.joining is Joining.OUTSIDE
    assert presenter.state.outcome is not None
    assert "on a number that you had before" in presenter.state.outcome.text


def test_our_key_is_saved_whole_or_the_page_says_that_it_is_not(tmp_path: Path) -> None:
    sync, presenter = opened(words_wait())
    presenter.save_key(tmp_path / "ours.vrnkey")
    assert (tmp_path / "ours.vrnkey").read_bytes() == b"our key"
    assert title_of(presenter) == "The key file is saved."
    presenter.save_new_key(tmp_path / "new.vrnnewkey")
    assert (tmp_path / "new.vrnnewkey").read_bytes() == b"our new key"
    presenter.save_key(tmp_path / "no-such-folder" / "ours.vrnkey")
    assert presenter.state.outcome is not None
    assert presenter.state.outcome.tone is Tone.PROBLEM
    assert sync.asked == ["request", "rotation", "request"]


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        (KeyPosted(raw=b"", in_force=False, waits=True), "The central office has our key."),
        (
            KeyPosted(raw=b"", in_force=False, waits=True, replaces=True),
            "The central office has the new key.",
        ),
        (KeyPosted(raw=b"", in_force=True), "The new key is in force."),
        (KeyPosted(raw=b"", in_force=False), "Nothing answered."),
        (
            KeyPosted(raw=b"", in_force=False, words="not known here"),
            "The central office refused it.",
        ),
        (None, "Nothing is due just now."),
    ],
)
def test_our_key_by_network(answer: KeyPosted | None, title: str) -> None:
    sync, presenter = opened(words_wait())
    sync.key = answer
    presenter.send_key()
    assert title_of(presenter) == title
    assert sync.asked == (["post key", "keep key answer"] if answer is not None else [])


def test_a_new_key_and_leaving_are_asked_about_first() -> None:
    sync, presenter = opened(overview())
    presenter.open_part(SyncPart.NETWORK)
    presenter.ask_for_new_key()
    presenter.say_yes()
    presenter.new_key_in_force()
    presenter.ask_to_leave()
    assert sync.asked == ["new key", "new key in force"]
    sync.after = lambda look: replace(look, step=EnrolmentStep.ENDED)
    presenter.say_yes()
    assert sync.asked[-1] == "leave"
    assert presenter.state.part is SyncPart.NOW
    assert "has left the network" in presenter.state.standing.sentence
    presenter.say_yes()
    assert len(sync.asked) == 3


def test_nothing_of_a_network_that_was_left_is_said_to_come() -> None:
    _, presenter = opened(replace(busy(), step=EnrolmentStep.ENDED))
    standing = presenter.state.standing
    assert standing.is_over
    assert (standing.next_closing, standing.next_sending, standing.offline) == ("", "", "")
    assert all("Next try" not in line.detail for line in standing.waiting)
