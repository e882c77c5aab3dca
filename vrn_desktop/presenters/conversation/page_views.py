"""Turns the instrument and the answers so far into what one page shows."""

from collections.abc import Mapping

from vrn_desktop.application.ports.rows import EarlierAnswer
from vrn_desktop.domain.answer import Silence, Voice
from vrn_desktop.domain.conversation_texts import ConversationTexts
from vrn_desktop.domain.escalation import Escalation
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, SectionId
from vrn_desktop.domain.instrument import Instrument, Item, ItemRole
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.screening_path import ScreeningPath
from vrn_desktop.presenters.conversation.conversation_state import (
    EscalationView,
    FlagView,
    IntroView,
    OptionView,
    QuestionView,
)

FLAG_WORDS = {"none": "No", "some": "Unsure, or worried", "clear": "Yes"}
"""How the codes of a flag are shown to the worker; unsure counts (F7)."""


def question_view(
    path: ScreeningPath,
    screening: Screening,
    item: Item,
    texts: ConversationTexts,
    earlier: Mapping[ItemId, EarlierAnswer],
    *,
    ask_again: bool,
) -> QuestionView:
    """A question in the wording of the life stage's respondent."""
    instrument = path.instrument
    wording = item.wordings[screening.respondent]
    voice = screening.voice
    chosen = screening.answers.code(item.id, voice)
    heavy = path.section(item.section).reminder_required
    before = earlier.get(item.id) if chosen is None and not ask_again else None
    return QuestionView(
        item=item.id,
        section=item.section,
        question=wording.question,
        hint=wording.hint or "",
        options=(
            *(
                OptionView(code=code, text=text, chosen=code == chosen)
                for code, text in wording.options
            ),
            *_silence_options(instrument, screening.respondent, chosen),
        ),
        why=item.why,
        guidance=item.practitioner,
        reminder=texts.limits_reminder if item.reminder_required else "",
        own_words=screening.own_words.get(item.id, ""),
        may_add_words=not heavy,
        not_asked_chosen=screening.answers.code(item.id, Voice.WORKER) == Silence.NOT_ASKED.value,
        shared_before=before.given_at.date() if before else None,
        shared_before_text="" if before is None or heavy else _text_of(item, screening, before),
        question_hidden=before is not None and heavy,
    )


def intro_view(path: ScreeningPath, section_id: SectionId, texts: ConversationTexts) -> IntroView:
    """The page before a part; the limits are said again before the heavy one (TI-14)."""
    section = path.section(section_id)
    return IntroView(
        section=section.id,
        title=section.title,
        words=section.intro or "",
        reminder=texts.limits_reminder if section.reminder_required else "",
        skippable=section.skippable,
    )


def flag_views(instrument: Instrument, screening: Screening) -> tuple[FlagView, ...]:
    """All worker-only safety flags with what is marked."""
    return tuple(
        FlagView(
            item=item.id,
            label=item.label,
            guidance=item.practitioner,
            options=tuple(
                OptionView(
                    code=code,
                    text=FLAG_WORDS.get(code, code),
                    chosen=screening.answers.code(item.id, Voice.WORKER) == code,
                )
                for code in instrument.codes_for(item)
            ),
        )
        for item in instrument.items
        if item.role is ItemRole.RED_FLAG
    )


def escalation_view(
    instrument: Instrument,
    open_escalations: tuple[Escalation, ...],
    texts: ConversationTexts,
) -> EscalationView | None:
    """What must be done now about everything that stands open; None when nothing does."""
    if not open_escalations:
        return None
    ranks = instrument.rule_set.escalation_ranks
    highest = max(ranks.values())
    items = {item for escalation in open_escalations for item in escalation.evidence}
    raised = [item for item in instrument.items if item.id in items and item.do_now]
    return EscalationView(
        at_once=any(ranks[e.name] == highest for e in open_escalations),
        before_leaving=any(item.before_leaving for item in raised),
        reasons=tuple(dict.fromkeys(e.text for e in open_escalations)),
        do_now=tuple(item.do_now for item in raised),
        tell_first=texts.tell_first,
        open_count=len(open_escalations),
    )


def earlier_by_item(
    rows: tuple[EarlierAnswer, ...], screening: Screening
) -> dict[ItemId, EarlierAnswer]:
    """Earlier answers of the same voice; silence is not an answer that was shared (TI-40)."""
    voice = screening.voice
    silent = {silence.value for silence in Silence}
    return {row.item: row for row in rows if row.voice == voice and row.code not in silent}


def _silence_options(
    instrument: Instrument, respondent: Respondent, chosen: AnswerCode | None
) -> tuple[OptionView, ...]:
    return tuple(
        OptionView(
            code=AnswerCode(code),
            text=words[respondent.value],
            chosen=chosen == code,
            is_silence=True,
        )
        for code, words in instrument.silence_texts.items()
        if respondent.value in words
    )


def _text_of(item: Item, screening: Screening, before: EarlierAnswer) -> str:
    return dict(item.wordings[screening.respondent].options).get(before.code, "")
