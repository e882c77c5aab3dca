"""What the letter page begins with: what was agreed in the conversation, and nothing chosen for them."""

from dataclasses import replace
from datetime import date

from vrn_desktop.application.letter_giving_service import LetterMatter
from vrn_desktop.application.letter_languages import language_for
from vrn_desktop.domain.conversation_page import KnownStep
from vrn_desktop.domain.identifiers import StepId
from vrn_desktop.domain.letter_channel import LetterChannel, is_safe_channel
from vrn_desktop.domain.letter_deny_list import never_words_in
from vrn_desktop.domain.letter_facts import MOST_SERVICES
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.presenters.check_in_choices import days_from, safe_ways
from vrn_desktop.presenters.contact_words import contact_words
from vrn_desktop.presenters.letter_state import LetterState, ServiceTick
from vrn_desktop.presenters.letter_words import CLOSED
from vrn_desktop.presenters.service_cards import check_words
from vrn_desktop.presenters.wording import masked_name

NEVER_WORD = "Its name holds a word that never stands in a letter. Tell them about it instead."
WORDS_STEP = StepId(KnownStep.YOUR_WORDS.value)


def in_language(state: LetterState, code: str) -> LetterState:
    """The page with another language: English after an unchecked translation, easy read if there is one."""
    chosen = replace(state, language=code)
    return replace(
        chosen,
        with_english=chosen.is_unchecked,
        easy_read=chosen.easy_read and chosen.may_be_easy_read,
    )


def letter_begun(matter: LetterMatter, today: date) -> LetterState:
    """The page before anything is chosen; their words stand in it only with the yes they gave."""
    language = language_for(matter.person.language, matter.languages)
    return in_language(_begun(matter, today), language.code)


def _begun(matter: LetterMatter, today: date) -> LetterState:
    words = matter.screening.own_words.get(WORDS_STEP, "")
    notes = matter.screening.step_notes.get(WORDS_STEP, {})
    return LetterState(
        loading=False,
        who=f"{masked_name(matter.person.chosen_name)} · {matter.person.reference}",
        own_words=words,
        own_words_approved=bool(words.strip()) and notes.get("approved") == "true",
        services=_ticks(matter, today),
        languages=matter.languages,
        check_in_days=days_from(today),
        check_in_ways=safe_ways(matter.safe_contact),
        may_post=matter.safe_contact.may_post(),
        channels=tuple(
            channel
            for channel in LetterChannel
            if is_safe_channel(channel, matter.safe_contact, today)
        ),
        safe_contact=contact_words(matter.safe_contact, today),
    )


def _ticks(matter: LetterMatter, today: date) -> tuple[ServiceTick, ...]:
    """The chosen services; the first three that give nothing away are in the letter (SP-02, SP-09)."""
    entries = [entry for _, entry in matter.accepted]
    never = {
        entry.id
        for entry in entries
        if never_words_in(f"{entry.name} {matter.category_names.get(entry.category, '')}")
    }
    refused = {entry.id: refusal(entry, named=entry.id in never) for entry in entries}
    plain = [entry.id for entry in entries if not entry.sensitive and not refused[entry.id]]
    by_default = plain[:MOST_SERVICES]
    return tuple(
        ServiceTick(
            id=entry.id,
            name=entry.name,
            check=check_words(entry, today),
            sensitive=entry.sensitive,
            needs_tick=entry.needs_check(today),
            included=entry.id in by_default,
            refused=refused[entry.id],
        )
        for entry in entries
    )


def refusal(entry: ServiceEntry, *, named: bool) -> str:
    """Why a service cannot stand in a letter, whatever is ticked; `named` is a never-word in its name."""
    if not entry.open_now:
        return CLOSED
    return NEVER_WORD if named else ""
