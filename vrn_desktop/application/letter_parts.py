"""Parts that letters of every kind are made of: a service, the sheet they stand on, the last look at them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vrn_desktop.application.letter_wording import LetterWording
from vrn_desktop.domain.letter import (
    Block,
    CrisisBox,
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
from vrn_desktop.domain.letter_facts import LetterSender, one_line
from vrn_desktop.domain.letter_service import ContactKind, LetterService
from vrn_desktop.domain.safe_contact import Envelope

_SCHOOL = re.compile(
    r"\b(?:primary|secondary)\b(?= (?:(?:and|&) \w+ )?(?:school|academy|college))", re.IGNORECASE
)
"""In an address these words are the name of a school and say nothing about anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterForm:
    """How the letter is made: for whose eyes, how large, and for the post or not."""

    made_on: date
    text_size: TextSize = TextSize.STANDARD
    envelope: Envelope | None = None
    practice: bool = False


def sheet(
    blocks: Sequence[Block],
    wording: LetterWording,
    form: LetterForm,
    *,
    sender: str,
    names: Sequence[str] = (),
) -> Letter:
    """The blocks as a draft letter, after the last look at every finished word.

    `names` is their own chosen name in their own letter: it is nobody's label.

    Raises:
        LetterWordRefusedError: a never-word anywhere but in these names and in own words.
    """
    refuse_in_blocks(blocks, names)
    address = postal_address(form.envelope)
    if address is not None:
        for line in address.lines[1:] if names else address.lines:
            refuse_never_words("address", _SCHOOL.sub("", line))
    return Letter(
        kind=wording.kind,
        template_id=wording.id,
        template_version=wording.version,
        language=wording.language,
        direction=wording.direction,
        title=wording.text("title"),
        sender=sender,
        day=wording.dates.day_with_year(form.made_on) if sender else "",
        blocks=tuple(blocks),
        page_label=wording.texts["page_label"],
        watermark=wording.text("practice_mark" if form.practice else "draft_mark"),
        text_size=form.text_size,
        address=address,
        digits=wording.dates.digits,
        easy_read=wording.is_easy_read,
    )


def refuse_in_blocks(blocks: Sequence[Block], names: Sequence[str] = ()) -> None:
    """The last look, at the finished words: nothing gets past it by another way in.

    Raises:
        LetterWordRefusedError: a never-word.
    """
    for block in blocks:
        if not isinstance(block, OwnWords):
            for line in lines_of(block):
                refuse_never_words(type(block).__name__, _without(line, names))


def service_block(service: LetterService, wording: LetterWording) -> ServiceEntry:
    """One service: how to reach it, and when that was last checked (SP-03)."""
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


def danger_line(wording: LetterWording) -> Paragraph:
    """Where help is at once; on every letter (SP-04)."""
    number = wording.text("danger_number")
    return Paragraph(text=wording.text("danger", contact=number), strong=number)


def danger_box(wording: LetterWording) -> CrisisBox:
    """The box with nothing but where help is at once."""
    return CrisisBox(heading=wording.text("crisis_heading"), lines=(danger_line(wording),))


def signature(sender: LetterSender, wording: LetterWording) -> Signature:
    """Who it is from, with the number."""
    return Signature(
        lines=(
            wording.text("signed", worker=sender.worker_first_name),
            ", ".join(part for part in (sender.project, sender.project_number) if part),
        ),
        strong=sender.project_number,
    )


def questions(sender: LetterSender, wording: LetterWording) -> Paragraph:
    """Whom to ask, by number where there is one."""
    if not sender.project_number:
        return Paragraph(text=wording.text("questions_in_person"))
    text = wording.text("questions", contact=sender.project_number)
    return Paragraph(text=text, strong=sender.project_number)


def postal_address(envelope: Envelope | None) -> PostalAddress | None:
    """What stands in the window of the envelope."""
    if envelope is None:
        return None
    return PostalAddress(
        lines=tuple(one_line(line) for line in (envelope.name, *envelope.address)),
        return_lines=tuple(one_line(line) for line in envelope.return_address),
    )


def _web_page(address: str, wording: LetterWording) -> WebPage | None:
    if not address.startswith(("https://", "http://")) or len(address.split()) != 1:
        return None
    return WebPage(address=address, description=wording.text("web_page", address=address))


def _without(line: str, names: Sequence[str]) -> str:
    for name in names:
        if name:
            line = line.replace(name, "")
    return line
