"""The page on what leaves, without a window: every state, every answer of the network, every refusal."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.invented_sync import (
    NOW,
    WORDS,
    InventedSync,
    busy_ledger,
    entry,
    overview,
    presenter_of,
)
from tests.ui.sync.sync_pages import busy, numbers, outside, words_wait
from vrn_desktop.application.sync_views import (
    ClockView,
    KeyPosted,
    LeftAlone,
    SendingOutcome,
    StickOutcome,
    SyncOverview,
)
from vrn_desktop.domain.counts_sent import Delivery, EnrolmentStep, NumbersState, Way
from vrn_desktop.domain.errors import (
    EnrolmentStepError,
    NotAllowedError,
    RefusedByOfficeError,
    StickTroubleError,
    StorageError,
)
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.presenters.service_sources.sources_state import Tone
from vrn_desktop.presenters.sync.standing_words import waiting_words
from vrn_desktop.presenters.sync.sync_presenter import SyncPresenter
from vrn_desktop.presenters.sync.sync_state import Joining, LedgerFilter, RowTone, SyncPart

STICK = Path("stick")


def opened(look: SyncOverview) -> tuple[InventedSync, SyncPresenter]:
    sync = InventedSync(look)
    presenter = presenter_of(sync)
    presenter.attach(lambda _state: None)
    return sync, presenter


def title_of(presenter: SyncPresenter) -> str:
    assert presenter.state.outcome is not None
    return presenter.state.outcome.title


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


def test_without_a_promise_nothing_is_said_to_be_sent() -> None:
    _, presenter = opened(overview(promise=None, promise_refused="it would cost too much"))
    (warning,) = presenter.state.standing.warnings
    assert warning.title == "Nothing is drawn or sent."
    assert presenter.state.promise is None
    assert presenter.state.promise_refused == "it would cost too much"


def test_every_table_and_heading_is_shown_before_it_is_drawn() -> None:
    _, presenter = opened(overview())
    week, quarter, year = presenter.state.planned
    assert week.title == "The next week: Week 47 of 2026"
    assert "26 November 2026" in week.when
    assert [len(message.tables) for message in (week, quarter, year)] == [1, 2, 3]
    levels = quarter.tables[0]
    assert levels.numbers.startswith("96 numbers.")
    assert levels.lists[1] == "0 to 10 years; 11 to 14 years; 15 to 17 years; 18 years and over"


def test_the_ledger_says_when_and_how_each_message_left() -> None:
    _, presenter = opened(busy())
    rows = {row.number: row for row in presenter.state.rows}
    assert [row.number for row in presenter.state.rows] == list(range(10, 0, -1))
    assert (rows[10].left, rows[10].receipt, rows[10].state) == ("Not yet", "None yet", "Waits")
    assert rows[8].left == "Fri 6 Nov, on a stick"
    assert rows[3].receipt == "Sun 18 Oct"
    assert (rows[6].state, rows[6].tone) == ("Needs a look", RowTone.LOOK)
    assert (rows[4].state, rows[7].state, rows[2].state) == (
        "Withdrawn",
        "Withdrawal",
        "No numbers",
    )


@pytest.mark.parametrize(
    ("shown", "numbers_of"),
    [(LedgerFilter.YEARS, [1]), (LedgerFilter.QUARTERS, [5]), (LedgerFilter.ALL, range(10, 0, -1))],
)
def test_the_ledger_by_kind(shown: LedgerFilter, numbers_of: list[int]) -> None:
    _, presenter = opened(busy())
    presenter.filter_ledger(shown)
    assert [row.number for row in presenter.state.rows] == list(numbers_of)
    assert not presenter.state.ledger_is_empty


def test_a_message_is_read_number_by_number_and_left_again() -> None:
    _, presenter = opened(numbers())
    presenter.open_part(SyncPart.LEFT)
    presenter.open_message(2)
    view = presenter.state.message
    assert view is not None
    shown = [
        cell
        for table in view.tables
        for group in table.groups
        for row in group.rows
        for cell in row.cells
    ]
    assert len(shown) == 96 + 20
    assert any("by Priya Invented" in fact for fact in view.facts)
    assert any("by itself" in fact for fact in view.facts)
    assert "No receipt of the central office yet." in view.facts
    presenter.switch_literal()
    assert presenter.state.message is not None
    assert presenter.state.message.shows_literal
    assert presenter.state.message.literal.startswith('{"app":')
    assert presenter.state.message.literal.endswith("}")
    presenter.close_message()
    assert presenter.state.part is SyncPart.LEFT
    assert presenter.state.message is None


def test_messages_without_numbers_say_why() -> None:
    _, presenter = opened(busy())
    for number, words in ((2, "brought back"), (7, "not to use the numbers")):
        presenter.open_message(number)
        assert presenter.state.message is not None
        assert words in presenter.state.message.no_numbers
        assert not presenter.state.message.may_withdraw


def test_numbers_are_withdrawn_only_after_a_plain_warning() -> None:
    sync, presenter = opened(numbers())
    presenter.open_message(1)
    presenter.ask_to_withdraw()
    assert presenter.state.asking is not None
    assert "cannot be taken back from those who saw them" in presenter.state.asking.text
    presenter.say_no()
    assert sync.asked == []
    presenter.ask_to_withdraw()
    word = entry(4, Week(2026, 46), state=NumbersState.WITHDRAWN)
    sync.after = lambda look: replace(look, ledger=(word, *look.ledger))
    presenter.say_yes()
    assert sync.asked == ["withdraw 1"]
    view = presenter.state.message
    assert view is not None
    assert view.warning is not None
    assert view.warning.title == "The numbers of this period are withdrawn."
    assert len(view.tables) == 1
    assert not view.may_withdraw
    presenter.ask_to_withdraw()
    assert presenter.state.asking is None


def test_a_practitioner_reads_all_of_it_and_changes_nothing() -> None:
    _, presenter = opened(replace(busy(), may_change=False))
    presenter.open_message(3)
    assert presenter.state.message is not None
    assert not presenter.state.message.may_withdraw
    assert not presenter.state.may_change
    assert len(presenter.state.rows) == 10
    assert presenter.state.promise is not None


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
