"""A letter is made together: nothing stands in it without a yes, and it goes only safe ways."""

from collections import deque
from collections.abc import Callable
from typing import Any

import pytest

from tests.invented_services import Invented
from tests.talk import CALM_CORE, talked
from tests.went import Went
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.identifiers import LetterId, ScreeningId, ServiceId
from vrn_desktop.domain.letter import TextSize
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.domain.letter_record import LetterEventKind, ReadingCheck
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.signposting import SignpostState
from vrn_desktop.presenters import letter_words
from vrn_desktop.presenters.letter_presenter import LetterPresenter
from vrn_desktop.presenters.letter_state import LetterStage, ServiceTick
from vrn_desktop.presenters.navigation_presenter import Place

PLAIN, SENSITIVE, NAMED_BADLY = "Papyrus HOPELINE247", "FRANK (drugs)", "Victim Support"
WORDS = "I like drawing, and my aunt lissens to me."


def page(
    services: Services,
    screening: ScreeningId,
    *,
    went: Went | None = None,
    letter: LetterId | None = None,
) -> LetterPresenter:
    return LetterPresenter(services, screening, go=went or Went(), letter_id=letter)


def accepted(services: Services, screening: Screening, *names: str) -> None:
    for entry in services.signposting.directory().entries:
        if entry.name in names:
            services.signposting.offer(screening.id, entry, SignpostState.ACCEPTED)


def tick(presenter: LetterPresenter, name: str) -> ServiceTick:
    return next(each for each in presenter.state.services if each.name == name)


def stage(presenter: LetterPresenter) -> LetterStage:
    return presenter.state.stage


def shown(presenter: LetterPresenter) -> str:
    return presenter.state.pdf.decode()


def test_lt_06_a_letter_is_a_draft_on_the_screen_before_anything_is_kept() -> None:
    office, services, screening = talked(CALM_CORE)

    presenter = page(services, screening.id)

    assert presenter.state.stage is LetterStage.DRAFT
    assert "Dear Kay Invented" in shown(presenter)
    assert presenter.state.who == "K.I. · YP-0001"
    assert office.store.records.letters == {}


def test_lt_04_their_words_stand_in_it_only_with_their_yes_exactly_as_typed() -> None:
    _, services, screening = talked(CALM_CORE)
    services.screenings.record_words(screening, "Z2", WORDS)
    presenter = page(services, screening.id)

    assert (presenter.state.own_words, presenter.state.own_words_approved) == (WORDS, False)
    assert WORDS not in shown(presenter)
    presenter.approve_words(yes=True)
    assert WORDS in shown(presenter)
    presenter.write_words(f"{WORDS} Sometimes.")
    assert not presenter.state.own_words_approved
    assert WORDS not in shown(presenter)


def test_sp_09_a_sensitive_service_is_left_out_until_they_want_it_on_paper() -> None:
    _, services, screening = talked(CALM_CORE)
    accepted(services, screening, SENSITIVE)
    presenter = page(services, screening.id)
    service = tick(presenter, SENSITIVE)

    presenter.tick(service.id, ticked=True)
    assert SENSITIVE not in shown(presenter)
    presenter.include(service.id, included=True)

    assert SENSITIVE in shown(presenter)


def test_sp_03_an_unchecked_number_stays_out_and_keeping_says_what_to_tick() -> None:
    office, services, screening = talked(CALM_CORE)
    accepted(services, screening, PLAIN)
    presenter = page(services, screening.id)
    service = tick(presenter, PLAIN)

    assert (service.included, service.needs_tick) == (True, True)
    assert PLAIN not in shown(presenter)
    presenter.confirm()
    assert presenter.state.problem == letter_words.NEEDS_TICK
    assert office.store.records.letters == {}
    presenter.tick(service.id, ticked=True)
    assert PLAIN in shown(presenter)
    presenter.confirm()

    assert presenter.state.stage is LetterStage.KEPT


def test_sp_02_three_services_stand_in_it_by_default_and_a_fourth_is_too_many() -> None:
    _, services, screening = talked(CALM_CORE)
    names = (PLAIN, "Shelter", "Family Lives", "Teen Health 11-19")
    accepted(services, screening, *names)
    presenter = page(services, screening.id)

    included = [each.name for each in presenter.state.services if each.included]
    left = next(each for each in presenter.state.services if not each.included)
    presenter.include(left.id, included=True)

    assert len(included) == 3
    assert presenter.state.problem == letter_words.TOO_MANY
    assert not tick(presenter, left.name).included


def test_a_name_with_a_word_that_never_stands_in_a_letter_cannot_be_chosen() -> None:
    _, services, screening = talked(CALM_CORE)
    accepted(services, screening, NAMED_BADLY)
    presenter = page(services, screening.id)
    service = tick(presenter, NAMED_BADLY)

    presenter.include(service.id, included=True)

    assert "never stands in a letter" in service.refused
    assert not tick(presenter, NAMED_BADLY).included
    presenter.confirm()
    assert presenter.state.stage is LetterStage.KEPT


def test_ti_17_no_word_of_answers_level_or_flags_reaches_a_letter() -> None:
    said = {**CALM_CORE, "H01": "clear", "F05": "some", "R05": "some", "C02": "clear"}
    _, services, screening = talked(said)
    accepted(services, screening, PLAIN)
    presenter = page(services, screening.id)
    presenter.tick(tick(presenter, PLAIN).id, ticked=True)
    presenter.confirm()

    letter = f"{shown(presenter)} {presenter.state.text}".casefold()

    assert PLAIN.casefold() in letter
    for word in ("primary", "secondary", "tertiary", "knife", "hurt", "flag", "risk", "abuse"):
        assert word not in letter


def test_lt_05_large_print_is_a_choice() -> None:
    _, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)

    presenter.choose_size(TextSize.VERY_LARGE)

    assert presenter.state.text_size is TextSize.VERY_LARGE
    assert presenter.state.problem == ""


def test_a_check_in_is_promised_only_by_a_safe_way() -> None:
    office, services, screening = talked(CALM_CORE)
    today = office.clock().date()
    services.letters.keep_safe_contact(
        screening.young_person_id,
        SafeContact(asked_on=today, text=SafeReply.YES, phone_checked_by_others=SafeReply.NO),
    )
    presenter = page(services, screening.id)

    ways = [way for way, _ in presenter.state.check_in_ways]
    presenter.promise_check_in(7)
    presenter.check_in_by(CheckInWay.TEXT)

    assert ways == [CheckInWay.IN_PERSON, CheckInWay.TEXT]
    assert "Tuesday 1 December" in shown(presenter)


def test_unsafe_post_and_paper_are_not_offered_and_refused_all_the_same() -> None:
    _, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)

    assert not presenter.state.may_post
    assert LetterChannel.POST not in presenter.state.channels
    assert LetterChannel.HAND not in presenter.state.channels
    presenter.post(on=True)
    assert presenter.state.problem.startswith("This way was not said to be safe.")
    presenter.post(on=False)
    presenter.confirm()
    presenter.choose_channel(LetterChannel.HAND)
    presenter.choose_check(ReadingCheck.NOT_YET)
    presenter.note_given()
    assert presenter.state.problem.startswith("This way was not said to be safe.")
    assert presenter.state.stage is LetterStage.KEPT


def test_ti_34_a_posted_letter_uses_the_name_for_contact() -> None:
    office, services, screening = talked(CALM_CORE)
    services.letters.keep_safe_contact(
        screening.young_person_id,
        SafeContact(
            asked_on=office.clock().date(),
            write=SafeReply.YES,
            write_to=("K. Made-Up", "1 Harbour Street"),
            opened_by_safe_people_only=SafeReply.YES,
            contact_name="K. Made-Up",
        ),
    )
    presenter = page(services, screening.id)
    assert "Dear Kay Invented" in shown(presenter)

    presenter.post(on=True)

    assert presenter.state.problem == ""
    assert "Dear K. Made-Up" in shown(presenter)
    assert "Kay Invented" not in shown(presenter)


def test_confirm_print_and_give_leave_a_record_of_giving() -> None:
    office, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)
    presenter.confirm()
    assert (presenter.state.stage, presenter.state.notice) == (LetterStage.KEPT, letter_words.KEPT)

    presenter.printed()
    presenter.printed()
    presenter.note_given()
    assert presenter.state.problem == letter_words.CHOOSE_CHANNEL
    presenter.choose_channel(LetterChannel.READ_ALOUD)
    presenter.note_given()
    assert presenter.state.problem == letter_words.CHOOSE_CHECK
    presenter.choose_check(ReadingCheck.TOLD_BACK)
    presenter.note_given()

    assert presenter.state.stage is LetterStage.GIVEN
    assert presenter.state.given_words == (
        "I read it aloud, 24 November 2026. Told back: they told me what it says."
    )
    (record,) = services.young_people.story(screening.young_person_id).letters
    assert [event.kind for event in record.events] == [
        LetterEventKind.PRINTED,
        LetterEventKind.REPRINTED,
        LetterEventKind.GIVEN,
    ]
    assert len(office.store.records.letters) == 1


def test_keep_it_pressed_twice_keeps_one_letter() -> None:
    office, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)

    presenter.confirm()
    presenter.confirm()

    assert len(office.store.records.letters) == 1


def test_a_letter_can_be_made_anew_and_the_kept_one_stays_on_record() -> None:
    office, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)
    presenter.confirm()

    presenter.start_again()
    assert presenter.state.stage is LetterStage.DRAFT
    presenter.confirm()

    assert len(office.store.records.letters) == 2


def test_a_kept_letter_is_opened_again_with_what_became_of_it() -> None:
    _, services, screening = talked(CALM_CORE)
    first = page(services, screening.id)
    first.confirm()
    first.choose_channel(LetterChannel.KEPT)
    first.choose_check(ReadingCheck.NOT_WANTED)
    first.note_given()
    (record,) = services.young_people.story(screening.young_person_id).letters

    again = page(services, screening.id, letter=record.id)

    assert again.state.stage is LetterStage.GIVEN
    assert again.state.given_words.startswith("I keep it for them")
    assert again.state.pdf == first.state.pdf


def test_a_full_disk_is_said_and_the_draft_stays() -> None:
    office, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)
    office.store.refuses = DiskFullError()

    presenter.confirm()
    assert presenter.state.problem.startswith("The disk is full.")
    assert stage(presenter) is LetterStage.DRAFT
    office.store.refuses = None
    presenter.confirm()

    assert stage(presenter) is LetterStage.KEPT


class _SlowRunner:
    """Jobs wait until the test lets one go."""

    def __init__(self) -> None:
        self.waiting: deque[Callable[[], None]] = deque()

    def run(
        self,
        job: Callable[[], Any],
        *,
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self.waiting.append(lambda: then(job()))


def test_typing_draws_one_draft_at_a_time_and_the_last_one_wins() -> None:
    office, services, screening = talked(CALM_CORE)
    services.screenings.record_words(screening, "Z2", "x")
    slow = _SlowRunner()
    presenter = page(
        Invented(store=office.store, clock=office.clock, ids=office.ids, runner=slow).services(),
        screening.id,
    )
    slow.waiting.popleft()()

    for words in ("I", "I l", "I like", "I like it"):
        presenter.write_words(words)
        presenter.approve_words(yes=True)
    assert len(slow.waiting) == 1
    while slow.waiting:
        slow.waiting.popleft()()

    assert "I like it" in shown(presenter)


@pytest.mark.parametrize(
    ("intent", "place"),
    [
        (LetterPresenter.ask_safe_contact, Place.SAFE_CONTACT),
        (LetterPresenter.choose_services, Place.CHOOSE_SERVICES),
        (LetterPresenter.leave, Place.LEVEL),
    ],
)
def test_the_ways_on(intent: Callable[[LetterPresenter], None], place: Place) -> None:
    _, services, screening = talked(CALM_CORE)
    went = Went()

    intent(page(services, screening.id, went=went))

    assert (went.last.place, went.last.screening) == (place, screening.id)


def test_an_unknown_service_changes_nothing() -> None:
    _, services, screening = talked(CALM_CORE)
    presenter = page(services, screening.id)

    presenter.include(ServiceId("gone"), included=True)

    assert presenter.state.services == ()
