"""The letter knows only what was agreed, is a draft until confirmed, and goes only safe ways (section 7)."""

from dataclasses import replace
from datetime import date

import pytest

from tests.talk import CALM_CORE, talked
from vrn_desktop.application.letter_giving_service import LetterChoices
from vrn_desktop.application.letter_services_chosen import ServiceOnPaper, agreed_service
from vrn_desktop.application.services import Services
from vrn_desktop.domain.errors import ContactNotSafeError, DomainError
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import LetterEventKind, ReadingCheck, RecallReason
from vrn_desktop.domain.letter_service import LeftOut, ServiceNotForLetterError, why_left_out
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.signposting import SignpostState

HEAVY = {**CALM_CORE, "H01": "clear", "F05": "some", "R05": "some", "C02": "clear"}


def _entry(services: Services, *, sensitive: bool) -> ServiceEntry:
    return next(
        e
        for e in services.signposting.directory().entries
        if e.sensitive is sensitive and e.may_be_printed
    )


def _accept(services: Services, screening: Screening, entry: ServiceEntry) -> None:
    services.signposting.offer(screening.id, entry, SignpostState.ACCEPTED)


def test_a_letter_holds_no_word_of_answers_flags_or_level() -> None:
    _, services, screening = talked(HEAVY)
    entry = _entry(services, sensitive=False)
    _accept(services, screening, entry)
    matter = services.letters.matter(screening.id)

    pages = services.letters.draft(
        matter, LetterChoices(services=(ServiceOnPaper(service_id=entry.id, ticked=True),))
    )

    text = pages.pdf.decode().casefold()
    assert entry.name.casefold() in text
    for word in ("primary", "secondary", "tertiary", "knife", "hurt", "flag", "risk", "abuse"):
        assert word not in text


def test_sp_03_a_number_that_was_not_checked_needs_a_tick() -> None:
    _, services, screening = talked(CALM_CORE)
    entry = _entry(services, sensitive=False)
    _accept(services, screening, entry)
    matter = services.letters.matter(screening.id)

    with pytest.raises(ServiceNotForLetterError):
        services.letters.draft(
            matter, LetterChoices(services=(ServiceOnPaper(service_id=entry.id),))
        )


def test_sp_09_a_sensitive_service_is_printed_only_by_their_own_opt_in() -> None:
    _, services, screening = talked(CALM_CORE)
    entry = _entry(services, sensitive=True)
    _accept(services, screening, entry)
    matter = services.letters.matter(screening.id)

    def printed(*, on_paper: bool) -> tuple[str, ...]:
        choice = ServiceOnPaper(service_id=entry.id, ticked=True, on_paper=on_paper)
        return services.letters.draft(
            matter, LetterChoices(services=(choice,))
        ).letter.services_named

    assert printed(on_paper=False) == ()
    assert printed(on_paper=True) == (entry.name,)


def test_lt_06_a_letter_is_a_draft_until_the_worker_confirms_it() -> None:
    office, services, screening = talked(CALM_CORE)
    matter = services.letters.matter(screening.id)

    assert services.letters.draft(matter, LetterChoices()).letter.is_draft
    assert office.store.records.letters == {}

    record, pages = services.letters.confirm(matter, LetterChoices())

    assert not pages.letter.is_draft
    assert services.letters.pages_of(record.id) == pages.pdf


def test_posting_without_a_yes_is_refused() -> None:
    _, services, screening = talked(CALM_CORE)
    matter = services.letters.matter(screening.id)

    with pytest.raises(ContactNotSafeError):
        services.letters.draft(matter, LetterChoices(posted=True))


def test_handing_over_paper_needs_a_yes_of_today() -> None:
    office, services, screening = talked(CALM_CORE)
    matter = services.letters.matter(screening.id)
    record, _ = services.letters.confirm(matter, LetterChoices())
    today = office.clock().date()

    with pytest.raises(ContactNotSafeError):
        services.letters.given(record, LetterChannel.HAND, ReadingCheck.TOLD_BACK)

    yes = SafeContact(asked_on=today, take_paper=SafeReply.YES)
    services.letters.keep_safe_contact(screening.young_person_id, yes)
    services.letters.given(record, LetterChannel.HAND, ReadingCheck.TOLD_BACK)

    kept = services.young_people.story(screening.young_person_id).letters[0]
    assert kept.given is not None
    assert kept.given.channel is LetterChannel.HAND


def test_printing_twice_is_kept_as_a_reprint() -> None:
    _, services, screening = talked(CALM_CORE)
    record, _ = services.letters.confirm(services.letters.matter(screening.id), LetterChoices())

    once = services.letters.printed(record)
    services.letters.printed(once)

    events = services.young_people.story(screening.young_person_id).letters[0].events
    assert [e.kind for e in events] == [LetterEventKind.PRINTED, LetterEventKind.REPRINTED]


def test_their_words_stand_in_the_letter_only_with_their_yes() -> None:
    _, services, screening = talked(CALM_CORE)
    matter = services.letters.matter(screening.id)
    choices = LetterChoices(own_words="I like drawing", own_words_approved=True)

    assert "I like drawing" in services.letters.draft(matter, choices).pdf.decode()
    with pytest.raises(Exception, match="approved"):
        services.letters.draft(matter, replace(choices, own_words_approved=False))


@pytest.mark.parametrize(
    ("age", "lines"),
    [
        (
            15,
            [
                "Childline free on 0800 1111",
                "Samaritans free on 116 123",
                "NHS 111, choose option 2",
            ],
        ),
        (19, ["Samaritans free on 116 123", "NHS 111, choose option 2"]),
    ],
)
def test_sp_04_a_letter_names_the_lines_to_talk_to_for_their_age(
    age: int, lines: list[str]
) -> None:
    _, services, screening = talked(CALM_CORE, age=age)

    text = services.letters.draft(
        services.letters.matter(screening.id), LetterChoices()
    ).letter.as_plain_text()

    talk = [line for line in text.splitlines() if line.startswith("To talk to someone")]
    assert len(talk) == len(lines)
    assert all(line.rstrip(".").endswith(end) for line, end in zip(talk, lines, strict=True))
    assert not any(number in line for line in talk for number in (" 999", " 101"))


def test_a_number_the_worker_has_ticked_stands_as_checked_today() -> None:
    _, services, screening = talked(CALM_CORE)
    entry = _entry(services, sensitive=False)
    _accept(services, screening, entry)
    choice = ServiceOnPaper(service_id=entry.id, ticked=True)

    letter = services.letters.draft(
        services.letters.matter(screening.id), LetterChoices(services=(choice,))
    ).letter

    assert "24 November 2026" in letter.as_plain_text().split(entry.name)[1]


def test_a_line_that_carries_its_number_in_its_name_says_it_once() -> None:
    _, services, screening = talked(CALM_CORE)

    text = services.letters.draft(
        services.letters.matter(screening.id), LetterChoices()
    ).letter.as_plain_text()

    line = next(line for line in text.splitlines() if "option 2" in line)
    assert line.count("111") == 1


def test_a_letter_recalled_meanwhile_is_neither_noted_as_printed_nor_recalled_twice() -> None:
    _, services, screening = talked(CALM_CORE)
    letters = services.letters
    before, _ = letters.confirm(letters.matter(screening.id), LetterChoices())
    letters.recalled(before, RecallReason.NOT_SAFE)
    with pytest.raises(DomainError, match="recalled"):
        letters.printed(before)
    with pytest.raises(DomainError, match="recalled"):
        letters.recalled(before, RecallReason.OTHER)
    with pytest.raises(DomainError, match="recalled"):
        letters.given(before, LetterChannel.KEPT, ReadingCheck.NOT_YET)
    kinds = [event.kind for event in letters.kept(before.id).events]
    assert kinds == [LetterEventKind.RECALLED]


def test_h1_what_was_said_after_the_draft_counts_when_the_letter_is_kept() -> None:
    _, services, screening = talked(CALM_CORE)
    letters = services.letters
    safe = SafeContact(
        write=SafeReply.YES,
        write_to=("4 Mill Lane",),
        opened_by_safe_people_only=SafeReply.YES,
        return_address_safe=SafeReply.YES,
        say_we_are="The Saturday club",
    )
    letters.keep_safe_contact(screening.young_person_id, safe)
    matter = letters.matter(screening.id)
    posted = LetterChoices(posted=True)
    address = letters.draft(matter, posted).letter.address
    assert address is not None
    assert address.return_lines[0] == "The Saturday club"
    letters.keep_safe_contact(screening.young_person_id, replace(safe, write=SafeReply.NO))
    with pytest.raises(ContactNotSafeError):
        letters.confirm(matter, posted)


def test_a_page_of_a_service_is_printed_unless_its_address_holds_a_never_word() -> None:
    _, services, _ = talked(CALM_CORE)
    entry = _entry(services, sensitive=False)
    choice = ServiceOnPaper(service_id=entry.id)
    for page, printed in (
        ("https://club.example/join", "https://club.example/join"),
        ("https://victim-support.example/", ""),
    ):
        found = agreed_service(replace(entry, web_page=page), "", choice, date(2026, 11, 24))
        assert found.web_page == printed


def test_h7_a_service_that_has_closed_is_in_no_letter_whatever_is_ticked() -> None:
    _, services, _ = talked(CALM_CORE)
    entry = _entry(services, sensitive=False)
    ticked = ServiceOnPaper(service_id=entry.id, ticked=True, on_paper=True)
    closed = agreed_service(replace(entry, open_now=False), "", ticked, date(2026, 11, 24))
    assert why_left_out(closed, date(2026, 11, 24)) is LeftOut.CLOSED
