"""What was agreed, by whom and when: to talk, to each referral, and the lawful basis, kept apart (CO-06)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vrn_desktop.domain.identifiers import PractitionerId, ScreeningId, SignpostId
from vrn_desktop.domain.setting import LawfulBasis


class AgreementRoute(StrEnum):
    """Whose agreement a conversation needs, by age in whole years (CO-01 to CO-03)."""

    CARER_AND_ASSENT = "carer_and_assent"
    OWN_IF_COMPETENT = "own_if_competent"
    OWN = "own"


def route_for_age(age: int) -> AgreementRoute:
    """Under 11 carer and assent, 11 to 15 own view where competent, from 16 own decision."""
    if age < 11:  # noqa: PLR2004  the ages are CO-01 to CO-03's own
        return AgreementRoute.CARER_AND_ASSENT
    if age < 16:  # noqa: PLR2004
        return AgreementRoute.OWN_IF_COMPETENT
    return AgreementRoute.OWN


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceView:
    """A worker's view on Gillick competence for one decision, with date and reasons (CO-02, CO-04)."""

    understands: bool
    weighs_good_and_bad: bool
    can_explain_choice: bool
    free_from_pressure: bool
    reasons: str = ""

    def competent(self) -> bool:
        """Whether all four points were seen; otherwise a parent or carer is asked, unless unsafe."""
        return (
            self.understands
            and self.weighs_good_and_bad
            and self.can_explain_choice
            and self.free_from_pressure
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementToTalk:
    """Agreement to this conversation. `said_back` is the teach-back in their own words (TI-13)."""

    screening_id: ScreeningId
    route: AgreementRoute
    agreed: bool
    said_back: bool
    at: datetime
    recorded_by: PractitionerId
    carer_agreed: bool = False
    carer_unsafe_to_ask: bool = False
    competence: CompetenceView | None = None
    withdrawn_at: datetime | None = None

    def may_talk(self) -> bool:
        """Whether the conversation may go on by the route for this age."""
        if not self.agreed or self.withdrawn_at is not None:
            return False
        carer = self.carer_agreed or self.carer_unsafe_to_ask
        if self.route is AgreementRoute.CARER_AND_ASSENT:
            return carer
        if self.route is AgreementRoute.OWN_IF_COMPETENT:
            competent = self.competence is not None and self.competence.competent()
            return competent or carer
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralConsent:
    """Consent to one referral, separate from all others and from the agreement to talk (CO-06)."""

    signpost_id: SignpostId
    given: bool
    at: datetime
    recorded_by: PractitionerId
    competence: CompetenceView | None = None
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawfulBasisRecord:
    """On which legal ground this conversation's record is kept, set by the organisation (DP-01)."""

    screening_id: ScreeningId
    basis: LawfulBasis
    policy_reference: str
    at: datetime
