"""Putting a letter together: agreed facts in fixed wording, in the order people read it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vrn_desktop.application.letter_wording import LetterWording
from vrn_desktop.domain.letter import (
    Block,
    CrisisBox,
    Heading,
    Letter,
    OwnWords,
    Paragraph,
    PostalAddress,
    ServiceEntry,
    Signature,
    TextSize,
    WebPage,
    lines_of,
)
from vrn_desktop.domain.letter_deny_list import refuse_never_words
from vrn_desktop.domain.letter_facts import (
    CheckInWay,
    CrisisLine,
    YoungPersonLetterFacts,
    one_line,
)
from vrn_desktop.domain.letter_service import ContactKind, LetterService, contact_kind
from vrn_desktop.domain.safe_contact import Envelope

_WAY_TEXTS = {
    CheckInWay.IN_PERSON: "way_in_person",
    CheckInWay.TEXT: "way_text",
    CheckInWay.CALL: "way_call",
    CheckInWay.POST: "way_post",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterForm:
    """How the letter is made: for whose eyes, how large, and for the post or not."""

    made_on: date
    text_size: TextSize = TextSize.STANDARD
    envelope: Envelope | None = None
    practice: bool = False


def compose_young_person_letter(
    facts: YoungPersonLetterFacts, wording: LetterWording, form: LetterForm
) -> Letter:
    """Letter (a) as a draft; `confirmed` takes the draft mark away (LT-06).

    Raises:
        LetterWordRefusedError: a never-word anywhere but in their own name and words.
    """
    blocks = (
        *_opening(facts, wording),
        *_services(facts, wording),
        *_next_steps(facts, wording),
        Signature(
            lines=(
                wording.text("signed", worker=facts.worker_first_name),
                ", ".join(part for part in (facts.project, facts.project_number) if part),
            ),
            strong=facts.project_number,
        ),
        _crisis_box(facts, wording),
    )
    _refuse_never_words(blocks)
    return Letter(
        kind=wording.kind,
        template_id=wording.id,
        template_version=wording.version,
        language=wording.language,
        direction=wording.direction,
        title=wording.text("title"),
        sender=facts.project,
        day=wording.dates.day_with_year(form.made_on),
        blocks=blocks,
        page_label=wording.texts["page_label"],
        watermark=wording.text("practice_mark" if form.practice else "draft_mark"),
        text_size=form.text_size,
        address=_address(form.envelope),
    )


def confirmed(letter: Letter, *, practice: bool = False) -> Letter:
    """The letter once the worker has confirmed it; a practice letter keeps its mark."""
    return replace(letter, is_draft=False, watermark=letter.watermark if practice else "")


def _refuse_never_words(blocks: Sequence[Block]) -> None:
    """The last look, at the finished words: nothing gets past it by another way in."""
    for block in blocks[1:]:
        if not isinstance(block, OwnWords):
            for line in lines_of(block):
                refuse_never_words(type(block).__name__, line)


def _opening(facts: YoungPersonLetterFacts, wording: LetterWording) -> tuple[Block, ...]:
    hello = (
        Heading(text=wording.text("greeting", chosen_name=facts.chosen_name), rank=1),
        Paragraph(text=wording.text("thanks", day=wording.dates.day(facts.day))),
    )
    if not facts.own_words:
        return hello
    return (
        *hello,
        Paragraph(text=wording.text("before_words")),
        OwnWords(
            words=facts.own_words,
            opening_mark=wording.text("opening_mark"),
            closing_mark=wording.text("closing_mark"),
        ),
        Paragraph(text=wording.text("after_words")),
    )


def _services(facts: YoungPersonLetterFacts, wording: LetterWording) -> tuple[Block, ...]:
    if not facts.services:
        return (Paragraph(text=wording.text("no_services")),)
    return (
        Heading(text=wording.text("services_heading")),
        *(_service(service, wording) for service in facts.services),
        Paragraph(text=wording.text("your_choice")),
    )


def _service(service: LetterService, wording: LetterWording) -> ServiceEntry:
    key = {
        ContactKind.CALL: "reach_call_free" if service.free else "reach_call",
        ContactKind.WEB: "reach_web",
        ContactKind.OTHER: "reach_other",
        ContactKind.ASK: "reach_ask",
    }[service.contact_kind]
    reach = wording.text(key, contact=service.contact)
    if service.contact_kind is ContactKind.ASK:
        check_state = ""
    elif service.checked_on is None:
        check_state = wording.text("not_checked")
    else:
        check_state = wording.text("checked", day=wording.dates.day_with_year(service.checked_on))
    return ServiceEntry(
        name=service.name,
        about=service.one_line,
        reach=Paragraph(text=reach, strong=service.contact),
        check_state=check_state,
        web_page=_web_page(service.web_page, wording),
    )


def _web_page(address: str, wording: LetterWording) -> WebPage | None:
    if not address.startswith(("https://", "http://")) or len(address.split()) != 1:
        return None
    return WebPage(address=address, description=wording.text("web_page", address=address))


def _next_steps(facts: YoungPersonLetterFacts, wording: LetterWording) -> tuple[Block, ...]:
    heading = Heading(text=wording.text("next_heading"))
    rights = Paragraph(text=wording.text("rights"))
    if facts.check_in is None:
        return heading, rights
    day = wording.dates.day(facts.check_in.day)
    way = wording.text(_WAY_TEXTS[facts.check_in.way])
    promise = Paragraph(text=wording.text("check_in", day=day, way=way), strong=day)
    return heading, promise, rights


def _crisis_box(facts: YoungPersonLetterFacts, wording: LetterWording) -> CrisisBox:
    number = wording.text("danger_number")
    danger = Paragraph(text=wording.text("danger", contact=number), strong=number)
    lines = (_crisis_line(line, wording) for line in facts.crisis_lines)
    return CrisisBox(heading=wording.text("crisis_heading"), lines=(danger, *lines))


def _crisis_line(line: CrisisLine, wording: LetterWording) -> Paragraph:
    key = "crisis_other"
    if contact_kind(line.contact) is ContactKind.CALL:
        key = "crisis_call_free" if line.free else "crisis_call"
    if line.contact in line.name.replace(",", "").split():
        # "NHS 111, choose option 2": the number is part of the name and stands once.
        return Paragraph(text=wording.text("crisis_in_name", name=line.name), strong=line.contact)
    text = wording.text(key, name=line.name, contact=line.contact)
    return Paragraph(text=text, strong=line.contact)


def _address(envelope: Envelope | None) -> PostalAddress | None:
    if envelope is None:
        return None
    return PostalAddress(
        lines=tuple(one_line(line) for line in (envelope.name, *envelope.address)),
        return_lines=tuple(one_line(line) for line in envelope.return_address),
    )
