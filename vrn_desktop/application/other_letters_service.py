"""Make letters to a parent, a service or a school, and the card: each behind its gate (domain.md section 7)."""

from dataclasses import replace

from vrn_desktop.application.kept_letter_gates import changed_since
from vrn_desktop.application.letter_composition import confirmed
from vrn_desktop.application.letter_composition_others import (
    compose_parent_letter,
    compose_school_letter,
    compose_service_letter,
    compose_wallet_card,
)
from vrn_desktop.application.letter_languages import ENGLISH, LetterLanguage, letter_languages
from vrn_desktop.application.letter_parts import LetterForm
from vrn_desktop.application.letter_services_chosen import (
    ServiceOnPaper,
    accepted_entries,
    agreed_service,
    crisis_lines,
    named_services,
)
from vrn_desktop.application.other_letters import (
    OtherLetterChoices,
    OtherLetterMatter,
    shut_by,
)
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.letter_renderer import LetterRenderer
from vrn_desktop.application.ports.letter_wordings import LetterWordings
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.application.screening_service import Session
from vrn_desktop.application.service_lookup import ServiceLookup
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import LetterId, ScreeningId, ServiceId, YoungPersonId
from vrn_desktop.domain.letter import Letter, LetterKind
from vrn_desktop.domain.letter_facts import LetterSender
from vrn_desktop.domain.letter_gates import GateEvidence, LetterShutError, Reason, evidence_from
from vrn_desktop.domain.letter_gathering import (
    Asked,
    Child,
    Referral,
    card_facts,
    parent_facts,
    school_facts,
    service_facts,
)
from vrn_desktop.domain.letter_record import LetterRecord, LetterSubject, NamedService, record_of
from vrn_desktop.domain.letter_service import AgreedService
from vrn_desktop.domain.safe_contact import Envelope, SafeContact, SafeReply


class OtherLettersService:
    """Use cases of the letters that leave the two of them, and of the card."""

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

    def matter(self, screening_id: ScreeningId) -> OtherLetterMatter:
        """Everything that was agreed, and the evidence of every conversation for the gates."""
        directory = self._content.services()
        with self._session.store.read() as work:
            screening = work.screenings.get(screening_id)
            person = work.young_people.get(screening.young_person_id)
            signposts = work.signposts.of_screening(screening_id)
            lookup = ServiceLookup(content=directory, directory=work.directory)
            return OtherLetterMatter(
                screening=screening,
                person=person,
                workplace=work.workplaces.get(),
                safe_contact=work.safe_contacts.latest(person.id) or SafeContact(),
                evidence=self._evidence(work, person.id),
                accepted=accepted_entries(signposts, lookup),
                consents=work.agreements.consents(screening_id),
                lines=crisis_lines(directory, screening.age),
                made_before=work.letters.of_person(person.id),
                today=self._clock().date(),
                category_names={category.id: category.name for category in directory.categories},
            )

    def draft(self, matter: OtherLetterMatter, choices: OtherLetterChoices) -> tuple[Letter, bytes]:
        """The letter as it would be printed, marked as a draft (LT-06).

        Raises:
            LetterShutError: its gate is shut.
            DomainError: something chosen may not stand in it; says which rule.
        """
        letter, _ = self._composed(matter, choices)
        return letter, self._renderer.render(letter)

    def confirm(
        self, screening_id: ScreeningId, choices: OtherLetterChoices
    ) -> tuple[LetterRecord, Letter, bytes]:
        """The finished letter, kept in the file; the gate is looked at again with what is known now."""
        matter = self.matter(screening_id)
        draft, named = self._composed(matter, choices)
        letter = confirmed(draft)
        pdf = self._renderer.render(letter)
        record = record_of(
            letter,
            letter_id=LetterId(self._new_id()),
            young_person_id=matter.person.id,
            screening_id=screening_id,
            made_at=self._clock(),
            made_by=self._session.practitioner.id,
            subject=LetterSubject(
                named=named,
                recipient=self._recipient(matter, choices),
                service_id=choices.service_id,
                reply_code=choices.reply_code
                if choices.kind is LetterKind.SERVICE_REFERRAL
                else "",
                agreement=choices.agreement,
            ),
        )
        with self._session.store.change(Act.LETTER_SAVED, record.id) as work:
            work.letters.add(record, pdf)
        return record, letter, pdf

    def shut_now(self, record: LetterRecord) -> tuple[Reason, ...]:
        """What holds a kept letter back today, by what is known now; asked before it is printed again."""
        with self._session.store.read() as work:
            changed = changed_since(work, self._content, record, self._clock().date())
        if record.kind is LetterKind.WALLET_CARD or record.agreement is None:
            return changed
        choices = OtherLetterChoices(
            kind=record.kind, agreement=record.agreement, service_id=record.service_id
        )
        return (*shut_by(self.matter(record.screening_id), choices), *changed)

    def _evidence(self, work: UnitOfWork, person_id: YoungPersonId) -> GateEvidence:
        talks = tuple(work.screenings.get(row.id) for row in work.screenings.rows(person_id))
        escalations = tuple(
            escalation for talk in talks for escalation in work.escalations.of_screening(talk.id)
        )
        sheets = tuple(talk.answers for talk in talks)
        return evidence_from(self._content.instrument(), sheets, escalations)

    def languages(self, kind: LetterKind) -> tuple[LetterLanguage, ...]:
        """The languages this kind of letter can be made in, English first."""
        return letter_languages(self._wordings, kind)

    def _composed(
        self, matter: OtherLetterMatter, choices: OtherLetterChoices
    ) -> tuple[Letter, tuple[NamedService, ...]]:
        """The letter, and after a translation the English one for nobody's envelope."""
        letter, named = self._in_one_language(matter, choices)
        if choices.language == ENGLISH or not choices.with_english:
            return letter, named
        english, _ = self._in_one_language(matter, replace(choices, language=ENGLISH))
        return replace(letter, followed_by=replace(english, address=None)), named

    def _in_one_language(
        self, matter: OtherLetterMatter, choices: OtherLetterChoices
    ) -> tuple[Letter, tuple[NamedService, ...]]:
        asked, child = self._asked(matter, choices), _child(matter)
        wording = self._wordings.wording(choices.kind, choices.language)
        form = LetterForm(
            made_on=matter.today,
            text_size=choices.text_size,
            envelope=self._envelope(matter, choices),
        )
        match choices.kind:
            case LetterKind.PARENT_CARER:
                home = parent_facts(child, asked, _services(matter, choices))
                return compose_parent_letter(home, wording, form), named_services(home.services)
            case LetterKind.SERVICE_REFERRAL:
                referral = service_facts(child, asked, self._referral(matter, choices))
                return compose_service_letter(referral, wording, form), _recipient_as_named(
                    matter, choices.service_id
                )
            case LetterKind.SCHOOL:
                school = school_facts(child, asked, choices.support)
                return compose_school_letter(school, wording, form), ()
            case LetterKind.WALLET_CARD:
                left_out = choices.lines_left_out
                lines = tuple(line for line in matter.lines if line.contact not in left_out)
                card = card_facts(asked, lines, _services(matter, choices), choices.card)
                return compose_wallet_card(card, wording, form), named_services(card.services)
            case LetterKind.YOUNG_PERSON:
                raise DomainError("the letter to the young person is made on its own page")

    def _asked(self, matter: OtherLetterMatter, choices: OtherLetterChoices) -> Asked:
        worker = self._session.practitioner.name.split()
        return Asked(
            today=matter.today,
            contact=matter.safe_contact,
            agreement=choices.agreement,
            evidence=matter.evidence,
            sender=LetterSender(
                worker_first_name=worker[0] if worker else "",
                project=matter.workplace.setting_name,
                project_number=matter.workplace.phone,
            ),
            posted=choices.posted,
        )

    def _referral(self, matter: OtherLetterMatter, choices: OtherLetterChoices) -> Referral:
        offer = matter.offer(choices.service_id)
        if offer is None:
            raise LetterShutError(shut_by(matter, choices))
        signpost, entry = offer
        category = matter.category_names.get(entry.category, "")
        chosen = {each.service_id: each for each in choices.services}
        on_paper = chosen.get(entry.id, ServiceOnPaper(service_id=entry.id))
        return Referral(
            signpost=signpost.id,
            consent=matter.consent_for(entry.id),
            service=agreed_service(entry, category, on_paper, matter.today),
            help_wanted=category,
            own_words=choices.own_words,
            way=choices.way,
            days_to_reply=choices.days_to_reply,
            reply_code=choices.reply_code,
        )

    def _envelope(self, matter: OtherLetterMatter, choices: OtherLetterChoices) -> Envelope | None:
        """Name and address for the window; ours above it only where that was said to be safe."""
        if not choices.posted or choices.kind is LetterKind.WALLET_CARD:
            return None
        contact, place = matter.safe_contact, matter.workplace
        address = choices.address
        if choices.kind is LetterKind.PARENT_CARER:
            address = contact.write_to
        ours = (contact.who_we_are(place.setting_name), place.place)
        return Envelope(
            name=self._recipient(matter, choices),
            address=tuple(line for line in address if line.strip()),
            return_address=ours if contact.return_address_safe is SafeReply.YES else (),
        )

    def _recipient(self, matter: OtherLetterMatter, choices: OtherLetterChoices) -> str:
        match choices.kind:
            case LetterKind.PARENT_CARER:
                return matter.safe_contact.adult_at_home
            case LetterKind.SCHOOL:
                return matter.safe_contact.school_person
            case LetterKind.SERVICE_REFERRAL:
                offer = matter.offer(choices.service_id)
                return offer[1].name if offer else ""
            case LetterKind.WALLET_CARD | LetterKind.YOUNG_PERSON:
                return ""


def _child(matter: OtherLetterMatter) -> Child:
    return Child(
        chosen_name=matter.person.chosen_name,
        age=matter.person.age_on(matter.today),
        met_on=matter.screening.started_at.astimezone().date(),
        access_needs=matter.person.access_needs,
    )


def _services(matter: OtherLetterMatter, choices: OtherLetterChoices) -> tuple[AgreedService, ...]:
    """The services ticked for this letter; none by default."""
    chosen = {each.service_id: each for each in choices.services}
    return tuple(
        agreed_service(
            entry, matter.category_names.get(entry.category, ""), chosen[entry.id], matter.today
        )
        for _, entry in matter.accepted
        if entry.id in chosen
    )


def _recipient_as_named(
    matter: OtherLetterMatter, service_id: ServiceId
) -> tuple[NamedService, ...]:
    """The service a referral goes to; the letter prints no contact of its own."""
    offer = matter.offer(service_id)
    return (NamedService(service_id=service_id, name=offer[1].name),) if offer else ()
