"""Agreement to talk, consent to refer and lawful basis: earlier records are kept, the latest holds."""

from sqlalchemy import bindparam, func, insert, select

from db.record_access import Record, RecordAccess
from db.records.agreements import AGREEMENT, CONSENT, LAWFUL_BASIS
from db.records.signposts import SIGNPOST
from db.repositories.competence_text import competence_text, competence_view
from db.repositories.written_values import (
    read_time,
    read_time_or_none,
    write_time,
    write_time_or_none,
)
from vrn_desktop.domain.agreement import (
    AgreementRoute,
    AgreementToTalk,
    LawfulBasisRecord,
    ReferralConsent,
)
from vrn_desktop.domain.identifiers import PractitionerId, ScreeningId, SignpostId
from vrn_desktop.domain.setting import LawfulBasis

_ADD_AGREEMENT = insert(AGREEMENT)
_AGREEMENT = (
    select(AGREEMENT)
    .where(AGREEMENT.c.screening_id == bindparam("of_id"))
    .order_by(AGREEMENT.c.id.desc())
    .limit(1)
)
_ADD_CONSENT = insert(CONSENT)
_CONSENTS = (
    select(CONSENT)
    .where(
        CONSENT.c.id.in_(
            select(func.max(CONSENT.c.id))
            .join(SIGNPOST, SIGNPOST.c.id == CONSENT.c.signpost_id)
            .where(SIGNPOST.c.screening_id == bindparam("of_id"))
            .group_by(CONSENT.c.signpost_id)
        )
    )
    .order_by(CONSENT.c.id)
)
_ADD_BASIS = insert(LAWFUL_BASIS)
_BASIS = (
    select(LAWFUL_BASIS)
    .where(LAWFUL_BASIS.c.screening_id == bindparam("of_id"))
    .order_by(LAWFUL_BASIS.c.id.desc())
    .limit(1)
)


class SqlAgreements:
    """Implements `Agreements` (application/ports/repositories.py)."""

    def __init__(self, access: RecordAccess) -> None:
        self._access = access

    def put_agreement(self, agreement: AgreementToTalk) -> None:
        """Keep an agreement, or that it was withdrawn."""
        self._access.write(_ADD_AGREEMENT, agreement_record(agreement))

    def agreement(self, screening_id: ScreeningId) -> AgreementToTalk | None:
        """The latest one; earlier ones are kept."""
        record = self._access.record(_AGREEMENT, {"of_id": screening_id})
        return None if record is None else to_agreement(record)

    def put_consent(self, consent: ReferralConsent) -> None:
        """Keep a consent to one referral, or that it was withdrawn."""
        self._access.write(_ADD_CONSENT, consent_record(consent))

    def consents(self, screening_id: ScreeningId) -> tuple[ReferralConsent, ...]:
        """The latest consent to each referral of a conversation."""
        return tuple(map(to_consent, self._access.records(_CONSENTS, {"of_id": screening_id})))

    def put_lawful_basis(self, record: LawfulBasisRecord) -> None:
        """Keep on which ground the record is held (DP-01)."""
        self._access.write(_ADD_BASIS, lawful_basis_record(record))

    def lawful_basis(self, screening_id: ScreeningId) -> LawfulBasisRecord | None:
        """The ground that holds now."""
        record = self._access.record(_BASIS, {"of_id": screening_id})
        return None if record is None else to_lawful_basis(record)


def agreement_record(agreement: AgreementToTalk) -> Record:
    """The row of an agreement to talk."""
    return {
        "screening_id": agreement.screening_id,
        "route": agreement.route.value,
        "agreed": int(agreement.agreed),
        "said_back": int(agreement.said_back),
        "at": write_time(agreement.at),
        "recorded_by": agreement.recorded_by,
        "carer_agreed": int(agreement.carer_agreed),
        "carer_unsafe_to_ask": int(agreement.carer_unsafe_to_ask),
        "competence": competence_text(agreement.competence),
        "withdrawn_at": write_time_or_none(agreement.withdrawn_at),
    }


def to_agreement(record: Record) -> AgreementToTalk:
    """The agreement of a row."""
    return AgreementToTalk(
        screening_id=ScreeningId(record["screening_id"]),
        route=AgreementRoute(record["route"]),
        agreed=record["agreed"] == 1,
        said_back=record["said_back"] == 1,
        at=read_time(record["at"]),
        recorded_by=PractitionerId(record["recorded_by"]),
        carer_agreed=record["carer_agreed"] == 1,
        carer_unsafe_to_ask=record["carer_unsafe_to_ask"] == 1,
        competence=competence_view(record["competence"]),
        withdrawn_at=read_time_or_none(record["withdrawn_at"]),
    )


def consent_record(consent: ReferralConsent) -> Record:
    """The row of a consent."""
    return {
        "signpost_id": consent.signpost_id,
        "given": int(consent.given),
        "at": write_time(consent.at),
        "recorded_by": consent.recorded_by,
        "competence": competence_text(consent.competence),
        "withdrawn_at": write_time_or_none(consent.withdrawn_at),
    }


def to_consent(record: Record) -> ReferralConsent:
    """The consent of a row."""
    return ReferralConsent(
        signpost_id=SignpostId(record["signpost_id"]),
        given=record["given"] == 1,
        at=read_time(record["at"]),
        recorded_by=PractitionerId(record["recorded_by"]),
        competence=competence_view(record["competence"]),
        withdrawn_at=read_time_or_none(record["withdrawn_at"]),
    )


def lawful_basis_record(record: LawfulBasisRecord) -> Record:
    """The row of a lawful basis."""
    return {
        "screening_id": record.screening_id,
        "basis": record.basis.value,
        "policy_reference": record.policy_reference,
        "at": write_time(record.at),
    }


def to_lawful_basis(record: Record) -> LawfulBasisRecord:
    """The lawful basis of a row."""
    return LawfulBasisRecord(
        screening_id=ScreeningId(record["screening_id"]),
        basis=LawfulBasis(record["basis"]),
        policy_reference=record["policy_reference"],
        at=read_time(record["at"]),
    )
