"""Putting the letters to a parent, a service and a school together, and the card: facts in fixed wording."""

from collections.abc import Iterator

from vrn_desktop.application.letter_parts import (
    LetterForm,
    danger_box,
    questions,
    service_block,
    sheet,
    signature,
)
from vrn_desktop.application.letter_wording import LetterWording
from vrn_desktop.domain.letter import Block, Heading, Letter, OwnWords, Paragraph
from vrn_desktop.domain.letter_cut_parts import CardLine, ReplySlip, WalletCard
from vrn_desktop.domain.letter_facts_others import (
    ContactWay,
    ParentLetterFacts,
    SafeWay,
    SchoolLetterFacts,
    ServiceLetterFacts,
    WalletCardFacts,
)

_BY_WAY = {ContactWay.TEXT: "by_text", ContactWay.CALL: "by_call", ContactWay.POST: "by_post"}


def compose_parent_letter(
    facts: ParentLetterFacts, wording: LetterWording, form: LetterForm
) -> Letter:
    """Letter (b) as a draft. Without a yes to their name it says nothing about any young person."""
    blocks: tuple[Block, ...] = (
        Heading(text=wording.text("greeting", name=facts.recipient), rank=1),
        *_met(facts, wording),
        *_help_for_the_family(facts, wording),
        questions(facts.sender, wording),
        signature(facts.sender, wording),
        danger_box(wording),
    )
    return sheet(blocks, wording, form, sender=facts.sender.project)


def compose_service_letter(
    facts: ServiceLetterFacts, wording: LetterWording, form: LetterForm
) -> Letter:
    """Letter (c) as a draft, with the slip that comes back."""
    greeting = wording.text("greeting_unnamed")
    if facts.service.name:
        greeting = wording.text("greeting", service=facts.service.name)
    blocks: tuple[Block, ...] = (
        Heading(text=greeting, rank=1),
        Paragraph(text=_ground(facts, wording)),
        Heading(text=wording.text("help_heading")),
        *_help_wanted(facts, wording),
        Heading(text=wording.text("contact_heading")),
        *(Paragraph(text=text, strong=strong) for text, strong in _way(facts, wording)),
        Heading(text=wording.text("reply_heading")),
        Paragraph(text=_reply(facts, wording)),
        questions(facts.sender, wording),
        signature(facts.sender, wording),
        danger_box(wording),
        reply_slip(facts.reply_code, facts.sender.project_number, wording),
    )
    return sheet(blocks, wording, form, sender=facts.sender.project)


def compose_school_letter(
    facts: SchoolLetterFacts, wording: LetterWording, form: LetterForm
) -> Letter:
    """Letter (d) as a draft: the support agreed, and no reasons."""
    child = facts.child
    blocks: tuple[Block, ...] = (
        Heading(text=wording.text("greeting", name=facts.recipient), rank=1),
        Paragraph(text=wording.text("agreed", child=child)),
        Paragraph(text=wording.text("helps", child=child)),
        *(
            Paragraph(text=wording.text("support", what=wording.text(each.value)))
            for each in facts.support
        ),
        Paragraph(text=wording.text("no_reasons", child=child)),
        Paragraph(text=wording.text("if_worried", child=child)),
        questions(facts.sender, wording),
        signature(facts.sender, wording),
        danger_box(wording),
    )
    return sheet(blocks, wording, form, sender=facts.sender.project)


def compose_wallet_card(facts: WalletCardFacts, wording: LetterWording, form: LetterForm) -> Letter:
    """Card (e) as a draft: numbers, in the order people need them; nothing says what it is for."""
    numbers = [
        *((line.contact, line.name) for line in facts.lines),
        *((service.contact, service.name) for service in facts.services),
    ]
    lines = [CardLine(number=wording.text("danger_number"))]
    lines += [_card_line(contact, name if facts.named else "") for contact, name in numbers]
    if facts.project and facts.project_number:
        lines.append(CardLine(number=facts.project_number, name=facts.project))
    card = WalletCard(lines=tuple(lines), cut_label=wording.text("cut_label"))
    return sheet((card,), wording, form, sender="")


def _card_line(contact: str, name: str) -> CardLine:
    """A line that carries its number in its name ("NHS 111, choose option 2") says it once."""
    if contact in name.replace(",", "").split():
        return CardLine(number=name)
    return CardLine(number=contact, name=name)


def reply_slip(
    code: str, project_number: str, wording: LetterWording, *, carried: bool = False
) -> ReplySlip:
    """The slip to tear off; `carried` by the young person themselves, who may hand it over or not."""
    send = wording.text("slip_send_back")
    if project_number:
        send = wording.text("slip_send", contact=project_number)
    carry = (wording.text("slip_carry"),) if carried else ()
    return ReplySlip(
        heading=wording.text("slip_heading"),
        lines=(*carry, send, wording.text("slip_no_name")),
        choices=tuple(
            wording.text(key) for key in ("slip_can", "slip_cannot", "slip_waiting", "slip_started")
        ),
        code_label=wording.text("slip_code"),
        code=code,
        tear_label=wording.text("slip_tear"),
        strong=project_number,
    )


def _met(facts: ParentLetterFacts, wording: LetterWording) -> Iterator[Block]:
    if facts.child and facts.met_on is not None:
        day = wording.dates.day(facts.met_on)
        yield Paragraph(text=wording.text("met_on", child=facts.child, day=day))
    elif facts.child:
        yield Paragraph(text=wording.text("met", child=facts.child))
    yield Paragraph(text=wording.text("our_work"))
    if facts.child and facts.child_agrees:
        yield Paragraph(text=wording.text("happy", child=facts.child))


def _help_for_the_family(facts: ParentLetterFacts, wording: LetterWording) -> Iterator[Block]:
    yield Paragraph(text=wording.text("lots"))
    if not facts.services:
        yield Paragraph(text=wording.text("no_services"))
        return
    yield Heading(text=wording.text("services_heading"))
    for service in facts.services:
        yield service_block(service, wording)
    yield Paragraph(text=wording.text("your_choice"))


def _ground(facts: ServiceLetterFacts, wording: LetterWording) -> str:
    if facts.agreed_on is None:
        return wording.text("not_agreed", name=facts.name)
    day = wording.dates.day_with_year(facts.agreed_on)
    return wording.text("agreed", name=facts.name, day=day)


def _help_wanted(facts: ServiceLetterFacts, wording: LetterWording) -> Iterator[Block]:
    name = facts.name
    if not facts.help_wanted:
        yield Paragraph(text=wording.text("help_unnamed", name=name))
    elif facts.agreed_on is None:
        yield Paragraph(text=wording.text("help_not_agreed", help=facts.help_wanted))
    else:
        yield Paragraph(text=wording.text("help", name=name, help=facts.help_wanted))
    if facts.age is not None:
        yield Paragraph(text=wording.text("age", name=name, age=str(facts.age)))
    if facts.own_words:
        yield Paragraph(text=wording.text("before_words", name=name))
        yield OwnWords(
            words=facts.own_words,
            opening_mark=wording.text("opening_mark"),
            closing_mark=wording.text("closing_mark"),
        )
    if facts.access_needs:
        yield Paragraph(text=wording.text("access", name=name, needs=facts.access_needs))


def _way(facts: ServiceLetterFacts, wording: LetterWording) -> Iterator[tuple[str, str]]:
    way = facts.safe_way
    if way.way is ContactWay.THROUGH_US:
        yield f"{wording.text('through_us')} {wording.text('no_other_way')}", ""
        return
    yield wording.text(_BY_WAY[way.way], contact=way.contact), way.contact
    details = " ".join(_details(way, wording))
    if details:
        yield details, ""
    yield wording.text("no_other_way"), ""


def _details(way: SafeWay, wording: LetterWording) -> Iterator[str]:
    if way.use_name:
        yield wording.text("use_name", name=way.use_name)
    if way.best_time:
        yield wording.text("best_time", when=way.best_time.rstrip("."))
    if way.say_you_are:
        yield wording.text("say_you_are", who=way.say_you_are.rstrip("."))
    if way.way is ContactWay.CALL:
        yield wording.text("message_ok" if way.may_leave_message else "no_message")


def _reply(facts: ServiceLetterFacts, wording: LetterWording) -> str:
    day = wording.dates.day(facts.reply_by)
    return wording.text("reply", days=str(facts.days_to_reply), day=day)
