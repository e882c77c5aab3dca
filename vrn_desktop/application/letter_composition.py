"""Putting a letter together: agreed facts in fixed wording, in the order people read it."""

from dataclasses import replace

from vrn_desktop.application.letter_parts import (
    LetterForm,
    danger_line,
    service_block,
    sheet,
    signature,
)
from vrn_desktop.application.letter_wording import LetterWording
from vrn_desktop.domain.letter import (
    Block,
    CrisisBox,
    Heading,
    Idea,
    Letter,
    OwnWords,
    Paragraph,
)
from vrn_desktop.domain.letter_facts import (
    CheckInWay,
    CrisisLine,
    LetterSender,
    YoungPersonLetterFacts,
)
from vrn_desktop.domain.letter_service import ContactKind, contact_kind

_WAY_TEXTS = {
    CheckInWay.IN_PERSON: "way_in_person",
    CheckInWay.TEXT: "way_text",
    CheckInWay.CALL: "way_call",
    CheckInWay.POST: "way_post",
}


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
        signature(_sender(facts), wording),
        _crisis_box(facts, wording),
    )
    return sheet(blocks, wording, form, sender=facts.project, names=(facts.chosen_name,))


def confirmed(letter: Letter, *, practice: bool = False) -> Letter:
    """The letter once the worker has confirmed it; a practice letter keeps its mark."""
    followed_by = letter.followed_by and confirmed(letter.followed_by, practice=practice)
    watermark = letter.watermark if practice else ""
    return replace(letter, is_draft=False, watermark=watermark, followed_by=followed_by)


def said(wording: LetterWording, key: str, *, strong: str = "", **slots: str) -> Paragraph | Idea:
    """A text as a paragraph, or beside its picture in easy read (LT-05)."""
    paragraph = Paragraph(text=wording.text(key, **slots), strong=strong)
    if key in wording.pictures:
        return Idea(picture=wording.pictures[key], lines=(paragraph,))
    return paragraph


def _opening(facts: YoungPersonLetterFacts, wording: LetterWording) -> tuple[Block, ...]:
    hello = (
        Heading(text=wording.text("greeting", chosen_name=facts.chosen_name), rank=1),
        said(wording, "thanks", day=wording.dates.day(facts.day)),
    )
    if not facts.own_words:
        return hello
    return (
        *hello,
        said(wording, "before_words"),
        OwnWords(
            words=facts.own_words,
            opening_mark=wording.text("opening_mark"),
            closing_mark=wording.text("closing_mark"),
        ),
        said(wording, "after_words"),
    )


def _services(facts: YoungPersonLetterFacts, wording: LetterWording) -> tuple[Block, ...]:
    if not facts.services:
        return (said(wording, "no_services"),)
    return (
        Heading(text=wording.text("services_heading")),
        *(service_block(service, wording) for service in facts.services),
        said(wording, "your_choice"),
    )


def _next_steps(facts: YoungPersonLetterFacts, wording: LetterWording) -> tuple[Block, ...]:
    heading = Heading(text=wording.text("next_heading"))
    rights = said(wording, "rights")
    if facts.check_in is None:
        return heading, rights
    day = wording.dates.day(facts.check_in.day)
    way = wording.text(_WAY_TEXTS[facts.check_in.way])
    promise = said(wording, "check_in", strong=day, day=day, way=way)
    return heading, promise, rights


def _crisis_box(facts: YoungPersonLetterFacts, wording: LetterWording) -> CrisisBox:
    lines = (_crisis_line(line, wording) for line in facts.crisis_lines)
    return CrisisBox(heading=wording.text("crisis_heading"), lines=(danger_line(wording), *lines))


def _crisis_line(line: CrisisLine, wording: LetterWording) -> Paragraph:
    key = "crisis_other"
    if contact_kind(line.contact) is ContactKind.CALL:
        key = "crisis_call_free" if line.free else "crisis_call"
    if line.contact in line.name.replace(",", "").split():
        # "NHS 111, choose option 2": the number is part of the name and stands once.
        return Paragraph(text=wording.text("crisis_in_name", name=line.name), strong=line.contact)
    text = wording.text(key, name=line.name, contact=line.contact)
    return Paragraph(text=text, strong=line.contact)


def _sender(facts: YoungPersonLetterFacts) -> LetterSender:
    return LetterSender(
        worker_first_name=facts.worker_first_name,
        project=facts.project,
        project_number=facts.project_number,
    )
