"""Reads the texts around the questions and checks them at the door."""

from vrn_desktop.content.entry_shape import PackEntry, entry_of
from vrn_desktop.content.yaml_document import PackFault, YamlDocument
from vrn_desktop.domain.conversation_texts import (
    ConversationTexts,
    GroundingExercise,
    KinderWord,
    Script,
)
from vrn_desktop.domain.equality import EqualityQuestion


class ScriptEntry(PackEntry):
    """The script S1 as it stands in the file."""

    version: str
    paragraphs: tuple[str, ...]
    assent: str


class GroundingEntry(PackEntry):
    """One grounding exercise."""

    id: str
    title: str
    words: str


class KinderWordEntry(PackEntry):
    """One blaming word and another phrase."""

    say: str
    instead: str


class EqualityQuestionEntry(PackEntry):
    """One equality question with its code list in order."""

    id: str
    question: str
    options: dict[str, str]


class EqualityEntry(PackEntry):
    """The equality page."""

    why: str
    version: str
    questions: tuple[EqualityQuestionEntry, ...]


class ConversationTextsEntry(PackEntry):
    """The whole file of texts."""

    id: str
    version: str
    language: str
    status: str
    script: ScriptEntry
    limits_reminder: str
    telling_me: tuple[str, ...]
    notes_label: str
    grounding: tuple[GroundingEntry, ...]
    fairness_prompt: str
    tell_first: str
    minutes: dict[str, str]
    kinder_words: tuple[KinderWordEntry, ...]
    equality: EqualityEntry

    def to_domain(self) -> ConversationTexts:
        """The texts as the program uses them."""
        return ConversationTexts(
            version=self.version,
            script=Script(
                version=self.script.version,
                paragraphs=self.script.paragraphs,
                assent=self.script.assent,
            ),
            limits_reminder=self.limits_reminder,
            telling_me=self.telling_me,
            notes_label=self.notes_label,
            grounding=tuple(
                GroundingExercise(id=g.id, title=g.title, words=g.words) for g in self.grounding
            ),
            fairness_prompt=self.fairness_prompt,
            tell_first=self.tell_first,
            minutes=self.minutes,
            kinder_words=tuple(KinderWord(say=k.say, instead=k.instead) for k in self.kinder_words),
            equality_why=self.equality.why,
            equality_questions=tuple(
                EqualityQuestion(id=q.id, question=q.question, options=tuple(q.options.items()))
                for q in self.equality.questions
            ),
        )


def conversation_texts_from(text: str, file_name: str) -> ConversationTexts:
    """The texts a file holds.

    Raises:
        ContentPackError: it is not a sound file of texts; says file, line and reason.
    """
    document = YamlDocument(text, file_name)
    try:
        return entry_of(ConversationTextsEntry, document).to_domain()
    except PackFault as fault:
        document.refuse(fault)
