"""The page on what leaves, without a window: how it stands, and every answer of the network and of sticks."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.invented_sync import (
    NOW,
    busy_ledger,
    entry,
    opened,
    overview,
    title_of,
)
from tests.ui.sync.sync_pages import busy, outside
from vrn_desktop.application.sync_views import (
    ClockView,
    LeftAlone,
    SendingOutcome,
    StickOutcome,
)
from vrn_desktop.domain.counts_sent import Delivery, Way
from vrn_desktop.domain.errors import (
    EnrolmentStepError,
    NotAllowedError,
    StickTroubleError,
    StorageError,
)
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.presenters.service_sources.sources_state import Tone
from vrn_desktop.presenters.sync.standing_words import waiting_words

STICK = Path("stick")


def test_how_it_stands_in_one_sentence_and_four_counts() -> None:
    _, presenter = opened(busy())
    standing = presenter.state.standing
    assert standing.sentence.endswith("3 messages are without a receipt so far.")
    assert [(each.number, each.words) for each in standing.counts] == [
        (1, "waiting"),
        (2, "on its way"),
        (6, "delivered"),
        (1, "needs a look"),
    ]
    assert "Week 47 of 2026" in standing.next_closing
    assert "Thursday 26 November" in standing.next_closing
    assert [line.period for line in standing.waiting] == [
        "Week 44 of 2026",
        "Week 45 of 2026",
        "Week 46 of 2026",
    ]


def test_a_long_queue_is_cut_and_says_how_many_more() -> None:
    waiting = tuple(entry(n, Week(2026, n)) for n in range(20, 0, -1))
    _, presenter = opened(overview(ledger=waiting))
    assert [line.number for line in presenter.state.standing.waiting] == [1, 2, 3, 4, 5, 6]
    assert presenter.state.standing.more_waiting.startswith("14 messages more.")


def test_no_network_is_a_grey_line_and_never_a_warning() -> None:
    failed = entry(1, Week(2026, 46), failures=4, next_try_at=NOW + timedelta(hours=3))
    sync, presenter = opened(overview(ledger=(failed,)))
    assert presenter.state.standing.warnings == ()
    assert "nothing is lost" in presenter.state.standing.offline
    assert "today, 13:00" in presenter.state.standing.offline
    sync.sent = SendingOutcome(tried_in_vain=1, no_connection=True)
    presenter.send_now()
    assert sync.asked == ["send asked for"]
    assert presenter.state.outcome is None


@pytest.mark.parametrize(
    ("sent", "tone", "words"),
    [
        (SendingOutcome(delivered=2, kept=1), Tone.DONE, "2 messages"),
        (SendingOutcome(kept=1), Tone.DONE, "1 message is with the central office"),
        (SendingOutcome(key_waits=True), Tone.NOTICE, "has yet to approve it"),
        (SendingOutcome(in_conflict=1), Tone.NOTICE, "other numbers"),
        (SendingOutcome(tried_in_vain=1, refused="not known here"), Tone.PROBLEM, "refused"),
        (SendingOutcome(), Tone.NOTICE, "Nothing is due"),
    ],
)
def test_what_sending_came_to(sent: SendingOutcome, tone: Tone, words: str) -> None:
    sync, presenter = opened(busy())
    sync.sent = sent
    presenter.send_now()
    assert presenter.state.outcome is not None
    assert presenter.state.outcome.tone is tone
    assert words in presenter.state.outcome.title
    assert presenter.state.working == ""


@pytest.mark.parametrize(
    ("outcome", "title"),
    [
        (StickOutcome(put=2), "2 messages are on the stick."),
        (StickOutcome(there_already=2), "Everything that waits is on the stick already."),
        (StickOutcome(), "Nothing waits, so nothing was copied."),
        (StickOutcome(put=1, trouble="the stick is full"), "The stick could not be used."),
    ],
)
def test_what_a_stick_took(outcome: StickOutcome, title: str) -> None:
    sync, presenter = opened(busy())
    sync.stick = outcome
    presenter.copy_to_stick(STICK)
    assert title_of(presenter) == title
    assert sync.asked == ["put stick"]


@pytest.mark.parametrize(
    ("outcome", "title"),
    [
        (StickOutcome(delivered=2), "2 receipts read from the stick."),
        (StickOutcome(in_conflict=1), "The central office holds other numbers."),
        (StickOutcome(known_already=3), "No new receipt on this stick."),
        (StickOutcome(), "No new receipt on this stick."),
        (StickOutcome(trouble="it cannot be read"), "The stick could not be used."),
    ],
)
def test_what_a_stick_brought(outcome: StickOutcome, title: str) -> None:
    sync, presenter = opened(busy())
    sync.stick = outcome
    presenter.read_stick(STICK)
    assert title_of(presenter) == title


def test_files_that_are_no_receipts_are_named_and_the_rest_is_counted() -> None:
    sync, presenter = opened(busy())
    alone = tuple(LeftAlone(name=f"{n}.vrnrcpt", reason="not whole") for n in range(5))
    sync.stick = StickOutcome(left_alone=alone)
    presenter.read_stick(STICK)
    assert presenter.state.outcome is not None
    assert "0.vrnrcpt (not whole)" in presenter.state.outcome.text
    assert "2 files more" in presenter.state.outcome.text


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        (ClockView(behind=True), "behind"),
        (ClockView(ahead=True), "ahead"),
        (ClockView(held_back=True), "held back"),
    ],
)
def test_a_wrong_clock_asks_to_check_the_date(clock: ClockView, words: str) -> None:
    _, presenter = opened(overview(clock=clock))
    (warning,) = presenter.state.standing.warnings
    assert warning.title == "Check the date of this computer."
    assert words in warning.text


def test_a_conflict_and_a_refusal_say_what_to_do() -> None:
    _, presenter = opened(replace(busy(), trouble="this key is not known"))
    conflict, refused = presenter.state.standing.warnings
    assert conflict.title.startswith("Week 43 of 2026")
    assert "ring the central office" in conflict.text
    assert "This key is not known" in refused.text or "this key is not known" in refused.text


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (StorageError("refused"), "The encrypted file could not be used just now."),
        (NotAllowedError("no"), "Your role does not include this."),
        (EnrolmentStepError("the enrolment is not in force"), "That is not possible now."),
        (StickTroubleError("it cannot be written"), "The stick could not be used."),
    ],
)
def test_what_could_not_be_done_says_so_and_the_page_goes_on(error: Exception, title: str) -> None:
    sync, presenter = opened(busy())
    sync.fails = error
    presenter.copy_to_stick(STICK)
    assert title_of(presenter) == title
    assert presenter.state.working == ""
    sync.fails = None
    presenter.copy_to_stick(STICK)
    assert sync.asked == ["put stick"]


def test_nothing_is_begun_while_something_is_going_on() -> None:
    sync, presenter = opened(busy())
    presenter.show(replace(presenter.state, working="Sending…"))
    presenter.copy_to_stick(STICK)
    presenter.ask_to_leave()
    assert sync.asked == []
    assert presenter.state.asking is None


def test_home_says_what_waits_only_where_something_is_sent() -> None:
    assert waiting_words(outside()) == ""
    assert waiting_words(overview()) == "Nothing waits to be sent"
    assert waiting_words(busy()) == "3 messages waiting to send"
    delivered = (entry(1, Week(2026, 46), Delivery.DELIVERED, ways=(Way.NETWORK,)),)
    assert waiting_words(overview(ledger=delivered)) == "Nothing waits to be sent"
    assert len(busy_ledger()) == 10
