"""Make the letter together, keep it in the file, record how it reached the young person (domain.md section 7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from vrn_desktop.application.letter_composition import compose_young_person_letter, confirmed
from vrn_desktop.application.letter_composition_others import reply_slip
from vrn_desktop.application.letter_languages import ENGLISH, LetterLanguage, letter_languages
from vrn_desktop.application.letter_parts import LetterForm
from vrn_desktop.application.letter_services_chosen import (
    ServiceOnPaper,
    accepted_entries,
    agreed_service,
    crisis_lines,
    named_services,
)
from vrn_desktop.application.letters_to_print_service import LettersToPrintService
from vrn_desktop.application.other_letters_service import OtherLettersService
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.letter_renderer import LetterRenderer
from vrn_desktop.application.ports.letter_wordings import LetterWordings
from vrn_desktop.application.reply_expected import expect_reply
from vrn_desktop.application.screening_service import Session
from vrn_desktop.application.service_lookup import ServiceLookup
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import LetterId, ScreeningId, YoungPersonId
from vrn_desktop.domain.letter import Letter, LetterKind, TextSize
from vrn_desktop.domain.letter_channel import LetterChannel, require_safe_channel
from vrn_desktop.domain.letter_facts import (
    CheckIn,
    LetterSender,
    YoungPersonLetterFacts,
    letter_facts_from,
)
from vrn_desktop.domain.letter_record import (
    LetterEvent,
    LetterEventKind,
    LetterRecord,
    LetterSubject,
    ReadingCheck,
    RecallReason,
    record_of,
)
from vrn_desktop.domain.local_service import ServiceEntry
from vrn_desktop.domain.reply_code import reply_code_from
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.screening import Screening
from vrn_desktop.domain.setting import Workplace
from vrn_desktop.domain.signposting import Signpost
from vrn_desktop.domain.young_person import YoungPerson


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterChoices:
    """What is chosen on the letter page, together with the young person.

    `with_english` prints the English letter after a translation, in the same document. `reply_code` puts
    a slip at its end that they may hand to a service, or not.
    """

    own_words: str = ""
    own_words_approved: bool = False
    services: tuple[ServiceOnPaper, ...] = ()
    check_in: CheckIn | None = None
    text_size: TextSize = TextSize.STANDARD
    language: str = ENGLISH
    with_english: bool = True
    easy_read: bool = False
    posted: bool = False
    reply_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterMatter:
    """What the letter page starts from: what was agreed in the conversation so far."""

    screening: Screening
    person: YoungPerson
    workplace: Workplace
    safe_contact: SafeContact
    accepted: tuple[tuple[Signpost, ServiceEntry], ...]
    languages: tuple[LetterLanguage, ...]
    given_before: tuple[LetterRecord, ...]
    category_names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPages:
    """A letter with its printed pages, in memory only; `unprintable` are signs no font of ours has."""

    letter: Letter
    pdf: bytes = field(repr=False)
    unprintable: tuple[str, ...] = field(default=(), repr=False)


class LetterGivingService:
    """Use cases of the letter to the young person, and of every kept letter; `others` makes the other kinds."""

    def __init__(
        self,
        session: Session,
        *,
        content: ContentLibrary,
        wordings: LetterWordings,
        renderer: LetterRenderer,
        clock: Clock,
        new_id: NewId,
    ) -> None:
        self._session = session
        self._content = content
        self._wordings = wordings
        self._renderer = renderer
        self._clock = clock
        self._new_id = new_id
        self.others = OtherLettersService(
            session,
            content=content,
            wordings=wordings,
            renderer=renderer,
            clock=clock,
            new_id=new_id,
        )
        self.to_print = LettersToPrintService(
            session, clock=clock, shut_now=self.others.shut_now, note_printed=self.printed
        )

    def matter(self, screening_id: ScreeningId) -> LetterMatter:
        """Everything that was agreed and may go into a letter."""
        directory = self._content.services()
        with self._session.store.read() as work:
            screening = work.screenings.get(screening_id)
            person = work.young_people.get(screening.young_person_id)
            signposts = work.signposts.of_screening(screening_id)
            return LetterMatter(
                screening=screening,
                person=person,
                workplace=work.workplaces.get(),
                safe_contact=work.safe_contacts.latest(person.id) or SafeContact(),
                accepted=accepted_entries(
                    signposts, ServiceLookup(content=directory, directory=work.directory)
                ),
                languages=letter_languages(self._wordings, LetterKind.YOUNG_PERSON),
                given_before=work.letters.of_person(person.id),
                category_names={category.id: category.name for category in directory.categories},
            )

    def draft(self, matter: LetterMatter, choices: LetterChoices) -> LetterPages:
        """The letter as it would be printed, marked as a draft until the worker confirms it (LT-06).

        Raises:
            DomainError: something chosen may not stand in this letter; says which rule.
        """
        return self._pages(self._composed(matter, choices))

    def confirm(
        self, matter: LetterMatter, choices: LetterChoices
    ) -> tuple[LetterRecord, LetterPages]:
        """The finished letter, kept encrypted in the file; what is safe and offered is looked at again."""
        matter = self.matter(matter.screening.id)
        pages = self._pages(confirmed(self._composed(matter, choices)))
        record = record_of(
            pages.letter,
            letter_id=LetterId(self._new_id()),
            young_person_id=matter.person.id,
            screening_id=matter.screening.id,
            made_at=self._clock(),
            made_by=self._session.practitioner.id,
            subject=LetterSubject(
                named=named_services(self._facts(matter, choices).services),
                reply_code=choices.reply_code,
            ),
        )
        with self._session.store.change(Act.LETTER_SAVED, record.id) as work:
            work.letters.add(record, pages.pdf)
        return record, pages

    def printed(self, record: LetterRecord) -> LetterRecord:
        """The pages went to the printer; the record with this print is what the next print builds on."""
        return self._event(record, Act.LETTER_PRINTED, self._new_event(record.print_event))

    def copy_saved(self, record: LetterRecord) -> LetterRecord:
        """A readable copy was saved outside the file, after a warning."""
        return self._event(record, Act.RECORD_EXPORTED, self._new_event(LetterEventKind.COPY_SAVED))

    def given(
        self, record: LetterRecord, channel: LetterChannel, reading_check: ReadingCheck
    ) -> LetterRecord:
        """How the letter reached the young person.

        Raises:
            ContactNotSafeError: this way was not said to be safe.
        """
        now = self._clock()
        with self._session.store.change(Act.LETTER_GIVEN, record.id) as work:
            contact = work.safe_contacts.latest(record.young_person_id) or SafeContact()
            require_safe_channel(channel, contact, now.date(), record.kind)
            event = LetterEvent(
                kind=LetterEventKind.GIVEN,
                at=now,
                by=self._session.practitioner.id,
                channel=channel,
                reading_check=reading_check,
            )
            given = work.letters.get(record.id).with_event(event)
            work.letters.add_event(record.id, event)
            expect_reply(work, record, channel, now=now, new_id=self._new_id)
        return given

    def recalled(self, record: LetterRecord, reason: RecallReason) -> LetterRecord:
        """The letter is taken back, and from now on neither printed nor given.

        Raises:
            DomainError: it was recalled before.
        """
        event = replace(self._new_event(LetterEventKind.RECALLED), note=reason.value)
        return self._event(record, Act.LETTER_RECALLED, event)

    def new_reply_code(self) -> str:
        """A fresh code for a tear-off slip."""
        return reply_code_from(self._new_id())

    def kept(self, letter_id: LetterId) -> LetterRecord:
        """The record of one kept letter, with all that happened to it."""
        with self._session.store.read() as work:
            return work.letters.get(letter_id)

    def pages_of(self, letter_id: LetterId) -> bytes:
        """The pages of a letter kept in the file."""
        with self._session.store.read() as work:
            return work.letters.pdf(letter_id)

    def keep_safe_contact(self, person_id: YoungPersonId, contact: SafeContact) -> None:
        """The answers to SC1 to SC8 of today (missing means not safe)."""
        with self._session.store.change(Act.SAFE_CONTACT_RECORDED, person_id) as work:
            work.safe_contacts.put(person_id, contact, self._clock())

    def safe_contact(self, person_id: YoungPersonId) -> SafeContact | None:
        """What was said last about being in touch."""
        with self._session.store.read() as work:
            return work.safe_contacts.latest(person_id)

    def _composed(self, matter: LetterMatter, choices: LetterChoices) -> Letter:
        today = self._clock().date()
        envelope = None
        if choices.posted:
            contact, project = matter.safe_contact, matter.workplace
            ours = (contact.who_we_are(project.setting_name), project.place)
            envelope = contact.envelope(matter.person.chosen_name, ours)
        facts = self._facts(matter, choices)
        form = LetterForm(made_on=today, text_size=choices.text_size, envelope=envelope)

        def composed(language: str) -> Letter:
            wording = self._wordings.wording(
                LetterKind.YOUNG_PERSON, language, easy_read=choices.easy_read
            )
            return compose_young_person_letter(facts, wording, form)

        letter = composed(choices.language)
        if choices.reply_code and choices.language == ENGLISH:
            letter = self._with_slip(letter, choices.reply_code, matter.workplace.phone)
        if choices.language == ENGLISH or not choices.with_english:
            return letter
        return replace(letter, followed_by=replace(composed(ENGLISH), address=None))

    def _with_slip(self, letter: Letter, code: str, number: str) -> Letter:
        """The slip is read by a service, so its words are those of the letter to services."""
        wording = self._wordings.wording(LetterKind.SERVICE_REFERRAL, ENGLISH)
        slip = reply_slip(code, number, wording, carried=True)
        return replace(letter, blocks=(*letter.blocks, slip))

    def _facts(self, matter: LetterMatter, choices: LetterChoices) -> YoungPersonLetterFacts:
        chosen = {choice.service_id: choice for choice in choices.services}
        worker = self._session.practitioner.name.split()
        today = self._clock().date()
        return letter_facts_from(
            chosen_name=matter.person.chosen_name,
            day=matter.screening.started_at.astimezone().date(),
            today=today,
            own_words=choices.own_words,
            own_words_approved=choices.own_words_approved,
            services=tuple(
                agreed_service(
                    entry, matter.category_names.get(entry.category, ""), chosen[entry.id], today
                )
                for _, entry in matter.accepted
                if entry.id in chosen
            ),
            check_in=choices.check_in,
            safe_contact=matter.safe_contact,
            sender=LetterSender(
                worker_first_name=worker[0] if worker else "",
                project=matter.workplace.setting_name,
                project_number=matter.workplace.phone,
            ),
            crisis_lines=crisis_lines(self._content.services(), matter.screening.age),
            posted=choices.posted,
        )

    def _pages(self, letter: Letter) -> LetterPages:
        return LetterPages(
            letter=letter,
            pdf=self._renderer.render(letter),
            unprintable=self._renderer.unprintable_characters(letter),
        )

    def _new_event(self, kind: LetterEventKind) -> LetterEvent:
        return LetterEvent(kind=kind, at=self._clock(), by=self._session.practitioner.id)

    def _event(self, record: LetterRecord, act: Act, event: LetterEvent) -> LetterRecord:
        with self._session.store.change(act, record.id) as work:
            changed = work.letters.get(record.id).with_event(event)
            work.letters.add_event(record.id, event)
        return changed
