"""Step Z5: how it is safe to be in touch, SC1 to SC8; missing means not safe (domain.md section 7)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.safe_contact import SafeContact, SafeReply
from vrn_desktop.presenters.contact_words import contact_words
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.presenter import Presenter

REPLIES = (
    (SafeReply.YES, "Yes"),
    (SafeReply.NO, "No"),
    (SafeReply.RATHER_NOT_SAY, "I'd rather not say"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeQuestion:
    """One yes-or-no question; `words_for` names the field that is asked after a yes, if any."""

    field: str
    question: str
    words_for: str = ""
    words_label: str = ""


QUESTIONS = (
    SafeQuestion(
        field="take_paper",
        question="Is it safe to take paper with you today?",
    ),
    SafeQuestion(
        field="write",
        question="Is it safe to write to you?",
        words_for="write_to",
        words_label="Where to? The address, a line each",
    ),
    SafeQuestion(
        field="opened_by_safe_people_only",
        question="Will only you, or people you trust, open it?",
        words_for="who_else_may_open",
        words_label="Who else may open it?",
    ),
    SafeQuestion(
        field="return_address_safe",
        question="Is it OK if our address is on the envelope?",
    ),
    SafeQuestion(
        field="text",
        question="Is it safe to text you?",
        words_for="phone_number",
        words_label="Which number?",
    ),
    SafeQuestion(
        field="call",
        question="Is it safe to call you?",
        words_for="when_to_ring",
        words_label="When is a good time?",
    ),
    SafeQuestion(field="leave_message", question="Can we leave a message?"),
    SafeQuestion(field="phone_checked_by_others", question="Does anyone check your phone?"),
    SafeQuestion(
        field="talk_to_adult_at_home",
        question="Is there an adult at home it is OK to talk to?",
        words_for="adult_at_home",
        words_label="Who?",
    ),
    SafeQuestion(
        field="tell_school",
        question="Is it OK to tell school or college?",
        words_for="school_person",
        words_label="Who there?",
    ),
)
WORDS = (
    ("contact_name", "What name should we use when we get in touch?"),
    ("say_we_are", "Who should we say we are?"),
    ("never_contact", "Is there anyone we must never talk to?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContactState:
    """The answers so far, and in words what they allow."""

    contact: SafeContact
    allows: tuple[str, ...]
    problem: str = ""


class SafeContactPresenter(Presenter[SafeContactState]):
    """Asked again at each contact, of which a day has one; `done` follows once the answers are on the disk."""

    def __init__(
        self, services: Services, person_id: YoungPersonId, *, done: Callable[[], None]
    ) -> None:
        self._services = services
        self._person_id = person_id
        self._done = done
        self._keeping = False
        today = services.clock().date()
        super().__init__(
            SafeContactState(contact=SafeContact(asked_on=today), allows=contact_words(None, today))
        )
        services.runner.run(
            lambda: services.letters.safe_contact(person_id),
            then=self._take,
            failed=self._refused,
        )

    def reply(self, field: str, reply: SafeReply) -> None:
        """An answer to one question."""
        self._set(field, reply)

    def write(self, field: str, words: str) -> None:
        """A name, number or address, in their words."""
        if field == "write_to":
            lines = tuple(line.strip() for line in words.splitlines() if line.strip())
            self._set(field, lines)
        else:
            self._set(field, words.strip())

    def keep(self) -> None:
        """Keep the answers of today, once."""
        if self._keeping:
            return
        self._keeping = True
        contact = self.state.contact
        self._services.runner.run(
            lambda: self._services.letters.keep_safe_contact(self._person_id, contact),
            then=lambda _: self._done(),
            failed=self._refused,
        )

    def leave_as_it_was(self) -> None:
        """Away from the questions; what was said last stays."""
        self._done()

    def _take(self, known: SafeContact | None) -> None:
        """What was said today stands; of an earlier day only names and numbers, every yes is asked again."""
        if known is None:
            return
        if known.asked_on == self.state.contact.asked_on:
            self._show(known)
            return
        kept = {
            name: getattr(known, name)
            for name in (
                "write_to",
                "who_else_may_open",
                "phone_number",
                "when_to_ring",
                "contact_name",
                "say_we_are",
                "adult_at_home",
                "never_contact",
                "school_person",
            )
        }
        self._show(replace(self.state.contact, **kept))

    def _set(self, field: str, value: object) -> None:
        self._show(replace(self.state.contact, **{field: value}))  # type: ignore[arg-type]  # fields are named by QUESTIONS and WORDS above, each with its own kind of value

    def _show(self, contact: SafeContact) -> None:
        today = self._services.clock().date()
        self.show(SafeContactState(contact=contact, allows=contact_words(contact, today)))

    def _refused(self, error: Exception) -> None:
        self._keeping = False
        self.show(replace(self.state, problem=told(error)))
