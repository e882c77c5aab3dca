"""Choose help together: suggestions from the answers, and a yes or no to each service on its own (SP-01, TI-31)."""

from vrn_desktop.application.first_yes import AnswerToOffer
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.screening_service import ScreeningService, Session
from vrn_desktop.domain.agreement import CompetenceView, ReferralConsent
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import ScreeningId, SignpostId
from vrn_desktop.domain.local_service import ServiceDirectory, ServiceEntry
from vrn_desktop.domain.rule_evaluation import evaluate
from vrn_desktop.domain.service_matching import ServiceSuggestions, suggest_services
from vrn_desktop.domain.signposting import Signpost, SignpostState


class SignpostingService:
    """Use cases around services offered in a conversation."""

    def __init__(
        self,
        session: Session,
        screenings: ScreeningService,
        content: ContentLibrary,
        clock: Clock,
        new_id: NewId,
    ) -> None:
        self._session = session
        self._screenings = screenings
        self._content = content
        self._clock = clock
        self._new_id = new_id

    def directory(self) -> ServiceDirectory:
        """All services that can be offered, with their check state."""
        return self._content.services()

    def suggestions(self, screening_id: ScreeningId) -> ServiceSuggestions:
        """What fits the answers and the age, with the reason for each; the level only orders it (SP-01)."""
        screening = self._screenings.load(screening_id)
        instrument = self._screenings.path(screening).instrument
        outcome = evaluate(
            instrument, screening.answers, age=screening.age, short_form=screening.short_form
        )
        return suggest_services(
            self._content.services(),
            instrument,
            screening.answers,
            level=outcome.level,
            age=screening.age,
        )

    def offered(self, screening_id: ScreeningId) -> tuple[Signpost, ...]:
        """What was offered so far, and what became of it."""
        with self._session.store.read() as work:
            return work.signposts.of_screening(screening_id)

    def consents(self, screening_id: ScreeningId) -> tuple[ReferralConsent, ...]:
        """Consent to each referral, apart from the agreement to talk (CO-06)."""
        with self._session.store.read() as work:
            return work.agreements.consents(screening_id)

    def offer(
        self,
        screening_id: ScreeningId,
        entry: ServiceEntry,
        state: SignpostState,
        *,
        why: str = "",
        in_letter: bool = False,
    ) -> Signpost:
        """Record an offer and the young person's answer to it; a later answer replaces an earlier one."""
        before = {s.service_id: s for s in self.offered(screening_id)}
        earlier = before.get(entry.id)
        signpost = Signpost(
            id=earlier.id if earlier else SignpostId(self._new_id()),
            screening_id=screening_id,
            service_id=entry.id,
            service_name=entry.name,
            category=entry.category,
            state=state,
            offered_at=earlier.offered_at if earlier else self._clock(),
            why=why,
            in_letter=in_letter,
        )
        with self._session.store.change(Act.SIGNPOST_RECORDED, screening_id) as work:
            work.signposts.put(signpost)
            answer = AnswerToOffer(
                work,
                now=self._clock(),
                by=self._session.practitioner.id,
                new_id=self._new_id,
            )
            answer.keep(signpost, entry.contact or "")
        return signpost

    def consent(
        self, signpost: Signpost, *, given: bool, competence: CompetenceView | None = None
    ) -> ReferralConsent:
        """Consent to share with this one service, yes or no, with the view on competence for this decision."""
        consent = ReferralConsent(
            signpost_id=signpost.id,
            given=given,
            at=self._clock(),
            recorded_by=self._session.practitioner.id,
            competence=competence,
        )
        with self._session.store.change(Act.CONSENT_RECORDED, signpost.screening_id) as work:
            work.agreements.put_consent(consent)
        return consent
