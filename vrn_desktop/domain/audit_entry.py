"""Who did what to which record and when: chained and signed, never with content (security.md 5.2)."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vrn_desktop.domain.identifiers import PractitionerId

FIRST_PREVIOUS = bytes(32)
"""What the first entry of a chain names as its predecessor."""


class Act(StrEnum):
    """Kinds of acts that are kept. The name says everything that is kept about what happened.

    The subject is the id of the record or person it was about, or nothing. Of `SIGN_IN_MISSED` it is
    the person and how often since the last sign-in ("ash 3"), of `CLOCK_JUMPED` "behind" or "ahead",
    of `COUNTS_DRAWN`, `COUNTS_LOST` and `COUNTS_WITHDRAWN` the period ("2026-Q4").
    An act of somebody who cannot open records is written down by the next one who can: "ash by ivy".
    """

    FILE_CREATED = "file_created"
    SIGNED_IN = "signed_in"
    LOCKED = "locked"
    SIGN_IN_MISSED = "sign_in_missed"
    CLOCK_JUMPED = "clock_jumped"
    PERSON_ADDED = "person_added"
    PERSON_CHANGED = "person_changed"
    PERSON_REMOVED = "person_removed"
    PASSPHRASE_CHANGED = "passphrase_changed"  # noqa: S105  the name of an act
    PASSPHRASE_RESET = "passphrase_reset"  # noqa: S105  the name of an act
    SHEET_RENEWED = "sheet_renewed"
    HELP_LINES_CHANGED = "help_lines_changed"
    WORKPLACE_CHANGED = "workplace_changed"
    YOUNG_PERSON_ADDED = "young_person_added"
    YOUNG_PERSON_CHANGED = "young_person_changed"
    YOUNG_PERSON_VIEWED = "young_person_viewed"
    SCREENING_BEGUN = "screening_begun"
    SCREENING_CHANGED = "screening_changed"
    ANSWER_RECORDED = "answer_recorded"
    ANSWER_WITHDRAWN = "answer_withdrawn"
    WORDS_RECORDED = "words_recorded"
    STEP_RECORDED = "step_recorded"
    AGREEMENT_RECORDED = "agreement_recorded"
    CONSENT_RECORDED = "consent_recorded"
    ESCALATION_CLOSED = "escalation_closed"
    LEVEL_DECIDED = "level_decided"
    LEVEL_REVIEWED = "level_reviewed"
    SIGNPOST_RECORDED = "signpost_recorded"
    SAFE_CONTACT_RECORDED = "safe_contact_recorded"
    LETTER_SAVED = "letter_saved"
    LETTER_PRINTED = "letter_printed"
    LETTER_GIVEN = "letter_given"
    LETTER_RECALLED = "letter_recalled"
    FOLLOW_UP_RECORDED = "follow_up_recorded"
    REFERRAL_RECORDED = "referral_recorded"
    GOAL_RECORDED = "goal_recorded"
    UNMET_NEED_RECORDED = "unmet_need_recorded"
    DIRECTORY_STAGED = "directory_staged"
    DIRECTORY_CHANGED = "directory_changed"
    SERVICE_CHANGED = "service_changed"
    SERVICE_CHECKED = "service_checked"
    FEEDBACK_RECORDED = "feedback_recorded"
    WORKER_CHECK_RECORDED = "worker_check_recorded"
    EQUALITY_RECORDED = "equality_recorded"
    PLACE_CONCERN_RECORDED = "place_concern_recorded"
    ADDENDUM_RECORDED = "addendum_recorded"
    COUNTS_DRAWN = "counts_drawn"
    COUNTS_LOST = "counts_lost"
    COUNTS_WITHDRAWN = "counts_withdrawn"
    ENROLMENT_CHANGED = "enrolment_changed"
    COUNTS_SENT = "counts_sent"
    COUNTS_RECEIPTED = "counts_receipted"
    RECORD_EXPORTED = "record_exported"
    BACKUP_MADE = "backup_made"
    RESTORED = "restored"
    MIGRATED = "migrated"
    KEYS_ROTATED = "keys_rotated"
    EARLIER_FILE_LET_GO = "earlier_file_let_go"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One link of the chain. `previous` and `hash` are SHA-256 digests; `signature` is Ed25519 over `hash`."""

    seq: int
    at: datetime
    who: PractitionerId
    act: Act
    subject: str
    previous: bytes
    hash: bytes
    signature: bytes


def entry_hash(
    *, seq: int, at: datetime, who: PractitionerId, act: Act, subject: str, previous: bytes
) -> bytes:
    """SHA-256 over the entry's canonical form; whoever changes a word of it breaks the chain."""
    body = json.dumps(
        [seq, at.isoformat(), who, act, subject, previous.hex()],
        ensure_ascii=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(body.encode("ascii")).digest()
