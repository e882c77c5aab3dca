"""Turns the instrument and the answers so far into what one page shows."""

from collections.abc import Mapping

from vrn_desktop.application.ports.rows import EarlierAnswer
from vrn_desktop.domain.answer import Silence, Voice
from vrn_desktop.domain.conversation_texts import ConversationTexts
from vrn_desktop.domain.identifiers import AnswerCode, ItemId, SectionId
from vrn_desktop.domain.instrument import Instrument, Item, ItemRole
from vrn_desktop.domain.life_stage import Respondent
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.screening_path import ScreeningPath
from vrn_desktop.domain.skip_logic import AskVerdict
from vrn_desktop.presenters.conversation.conversation_state import (
    FlagView,
    IntroView,
    LeftToTrained,
    OptionView,
    QuestionView,
    ResumeView,
    StrengthView,
    SubjectView,
)
from vrn_desktop.presenters.wording import local_date

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
    wording = item.wordings[screening.respondent]
    chosen = screening.answers.code(item.id, screening.voice)
    not_asked = (
        chosen is None and screening.answers.code(item.id, Voice.WORKER) == Silence.NOT_ASKED.value
    )
    before = earlier.get(item.id) if chosen is None and not ask_again and not not_asked else None
    heavy = path.section(item.section).reminder_required
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
            *_silence_options(path.instrument, screening.respondent, chosen),
        ),
        why=item.why,
        guidance=item.practitioner,
        reminder=texts.limits_reminder if item.reminder_required else "",
        own_words=screening.own_words.get(item.id, ""),
        may_add_words=may_add_words(path, item),
        not_asked_chosen=not_asked,
        shared_before=local_date(before.given_at) if before else None,
        shared_before_text="" if before is None or heavy else _text_of(item, screening, before),
        not_asked_again=before is not None and heavy,
    )


def may_add_words(path: ScreeningPath, item: Item) -> bool:
    """Free words go with every question but those about harm (TI-09)."""
    return not path.section(item.section).reminder_required


def intro_view(
    path: ScreeningPath, section_id: SectionId, screening: Screening, texts: ConversationTexts
) -> IntroView:
    """The page before a part; the limits are said again before the heavy one (TI-14)."""
    section = path.section(section_id)
    items = (path.instrument.item(item) for item in path.items_of(section_id))
    return IntroView(
        section=section.id,
        title=section.title,
        words=section.intro or "",
        reminder=texts.limits_reminder if section.reminder_required else "",
        heavy=section.reminder_required,
        skippable=section.skippable,
        left_to_trained=tuple(
            LeftToTrained(label=item.label, guidance=item.practitioner)
            for item in items
            if path.verdict(item.id, screening) is AskVerdict.NOT_TRAINED
        ),
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


def subject_views(
    path: ScreeningPath, screening: Screening, current: SectionId | None
) -> tuple[SubjectView, ...]:
    """The parts to choose from when they want to talk about something else (TI-20)."""
    return tuple(
        SubjectView(
            section=part.id,
            title=part.title,
            current=part.id == current,
            skipped=part.id in screening.sections_skipped,
        )
        for part in path.parts_for(screening)
    )


def resume_view(path: ScreeningPath, screening: Screening) -> ResumeView:
    """The good things they said, in their own words where they gave some; nothing about harm (TI-21)."""
    strengths = []
    for item in path.instrument.items:
        code = screening.answers.code(item.id, screening.voice)
        if item.role is not ItemRole.PROTECTIVE or code is None:
            continue
        answer = dict(item.wordings[screening.respondent].options).get(code)
        if answer is not None:
            words = screening.own_words.get(item.id, "")
            strengths.append(StrengthView(label=item.label, answer=answer, own_words=words))
    return ResumeView(strengths=tuple(strengths))


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
