"""The broad heading under which a young person describes themselves: optional, and empty is fine (TI-33)."""

from types import MappingProxyType

from vrn_desktop.domain.conversation_texts import ConversationTexts
from vrn_desktop.domain.equality import ETHNIC_GROUP, EqualityAnswers
from vrn_desktop.domain.identifiers import YoungPersonId

TITLE = "Ethnic group, as they describe it"
WHY = (
    "Only if they want to say; leaving it empty is fine and changes nothing about the help they "
    "get. It is counted under these broad headings only, so that the network can check that "
    "everyone is treated fairly."
)
NOT_RECORDED = "not_recorded"


def group_choices(texts: ConversationTexts) -> tuple[tuple[str, str], ...]:
    """The headings of the question after a talk, and that nothing is recorded."""
    options = (q.options for q in texts.equality_questions if q.id == ETHNIC_GROUP)
    return (*next(options, ()), (NOT_RECORDED, "Not recorded"))


def group_of(answers: EqualityAnswers | None) -> str:
    """What they said so far."""
    return NOT_RECORDED if answers is None else answers.codes.get(ETHNIC_GROUP, NOT_RECORDED)


def with_group(
    answers: EqualityAnswers | None, person_id: YoungPersonId, group: str
) -> EqualityAnswers:
    """All they said about themselves, with this heading or without one."""
    codes = {} if answers is None else dict(answers.codes)
    codes.pop(ETHNIC_GROUP, None)
    if group != NOT_RECORDED:
        codes[ETHNIC_GROUP] = group
    return EqualityAnswers(young_person_id=person_id, codes=MappingProxyType(codes))
