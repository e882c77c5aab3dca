"""The first schema: people, conversations and all that belongs to them; some rows are only ever added."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE audit_entry (
        seq INTEGER NOT NULL, change INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
        act TEXT NOT NULL, subject TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL,
        signature BLOB NOT NULL, PRIMARY KEY (seq)
    ) STRICT
    """,
    """
    CREATE TABLE feedback (
        month TEXT NOT NULL, listened_to TEXT NOT NULL, in_control TEXT NOT NULL,
        count INTEGER NOT NULL, PRIMARY KEY (month, listened_to, in_control)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE file_mark (
        id INTEGER NOT NULL CHECK (id = 1), epoch INTEGER NOT NULL,
        header_generation INTEGER NOT NULL, last_reference_number INTEGER NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE kept_content (
        content_hash TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (content_hash)
    ) STRICT
    """,
    """
    CREATE TABLE worker_check (
        id INTEGER NOT NULL, practitioner_id TEXT NOT NULL, state TEXT NOT NULL,
        at TEXT NOT NULL, heavy INTEGER NOT NULL, PRIMARY KEY (id)
    ) STRICT
    """,
    "CREATE INDEX ix_worker_check_practitioner_id ON worker_check (practitioner_id)",
    """
    CREATE TABLE workplace (
        id INTEGER NOT NULL CHECK (id = 1), organisation TEXT NOT NULL,
        setting_name TEXT NOT NULL, setting_kind TEXT NOT NULL, place TEXT NOT NULL,
        lead_name TEXT NOT NULL, lead_numbers TEXT NOT NULL, phone TEXT NOT NULL,
        lawful_basis TEXT NOT NULL, policy_reference TEXT NOT NULL, PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE young_person (
        id TEXT NOT NULL, reference TEXT NOT NULL, chosen_name TEXT NOT NULL,
        age INTEGER NOT NULL, age_recorded_on TEXT NOT NULL, practitioner_id TEXT NOT NULL,
        pronouns TEXT NOT NULL, access_needs TEXT NOT NULL, language TEXT NOT NULL,
        archived INTEGER NOT NULL, PRIMARY KEY (id), UNIQUE (reference)
    ) STRICT
    """,
    """
    CREATE TABLE equality_answers (
        young_person_id TEXT NOT NULL, codes TEXT NOT NULL, PRIMARY KEY (young_person_id),
        FOREIGN KEY(young_person_id) REFERENCES young_person (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE safe_contact (
        id INTEGER NOT NULL, young_person_id TEXT NOT NULL, at TEXT NOT NULL,
        answers TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(young_person_id) REFERENCES young_person (id)
    ) STRICT
    """,
    "CREATE INDEX ix_safe_contact_young_person_id ON safe_contact (young_person_id)",
    """
    CREATE TABLE screening (
        id TEXT NOT NULL, young_person_id TEXT NOT NULL, practitioner_id TEXT NOT NULL,
        form TEXT NOT NULL, age INTEGER NOT NULL, life_stage TEXT NOT NULL,
        respondent TEXT NOT NULL, setting_kind TEXT NOT NULL, instrument_id TEXT NOT NULL,
        instrument_version TEXT NOT NULL, content_hash TEXT NOT NULL, started_at TEXT NOT NULL,
        worker_trained INTEGER NOT NULL, state TEXT NOT NULL, private INTEGER,
        steps_done TEXT NOT NULL, sections_skipped TEXT NOT NULL, items_skipped TEXT NOT NULL,
        position TEXT NOT NULL, closed_at TEXT, version INTEGER NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(young_person_id) REFERENCES young_person (id)
    ) STRICT
    """,
    "CREATE INDEX ix_screening_started_at ON screening (started_at)",
    "CREATE INDEX ix_screening_young_person_id ON screening (young_person_id, started_at, id)",
    """
    CREATE TABLE addendum (
        id INTEGER NOT NULL, screening_id TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
        "by" TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_addendum_screening_id ON addendum (screening_id)",
    """
    CREATE TABLE agreement_to_talk (
        id INTEGER NOT NULL, screening_id TEXT NOT NULL, route TEXT NOT NULL,
        agreed INTEGER NOT NULL, said_back INTEGER NOT NULL, at TEXT NOT NULL,
        recorded_by TEXT NOT NULL, carer_agreed INTEGER NOT NULL,
        carer_unsafe_to_ask INTEGER NOT NULL, competence TEXT, withdrawn_at TEXT,
        PRIMARY KEY (id), FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_agreement_to_talk_screening_id ON agreement_to_talk (screening_id)",
    """
    CREATE TABLE answer (
        screening_id TEXT NOT NULL, item TEXT NOT NULL, voice TEXT NOT NULL,
        code TEXT NOT NULL, given_at TEXT NOT NULL, PRIMARY KEY (screening_id, item, voice),
        FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE escalation (
        id TEXT NOT NULL, screening_id TEXT NOT NULL, rule_id TEXT NOT NULL,
        name TEXT NOT NULL, text TEXT NOT NULL, evidence TEXT NOT NULL,
        raised_at TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_escalation_screening_id ON escalation (screening_id)",
    """
    CREATE TABLE follow_up (
        id TEXT NOT NULL, young_person_id TEXT NOT NULL, screening_id TEXT NOT NULL,
        practitioner_id TEXT NOT NULL, kind TEXT NOT NULL, due_on TEXT NOT NULL,
        how TEXT NOT NULL, done_at TEXT, PRIMARY KEY (id),
        FOREIGN KEY(young_person_id) REFERENCES young_person (id),
        FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_follow_up_due ON follow_up (due_on) WHERE done_at IS NULL",
    "CREATE INDEX ix_follow_up_next ON follow_up (young_person_id, due_on, done_at) WHERE done_at IS NULL",
    "CREATE INDEX ix_follow_up_screening_id ON follow_up (screening_id)",
    "CREATE INDEX ix_follow_up_young_person_id ON follow_up (young_person_id)",
    """
    CREATE TABLE lawful_basis (
        id INTEGER NOT NULL, screening_id TEXT NOT NULL, basis TEXT NOT NULL,
        policy_reference TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_lawful_basis_screening_id ON lawful_basis (screening_id)",
    """
    CREATE TABLE letter (
        id TEXT NOT NULL, young_person_id TEXT NOT NULL, screening_id TEXT NOT NULL,
        kind TEXT NOT NULL, template_id TEXT NOT NULL, template_version TEXT NOT NULL,
        language TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL,
        services_named TEXT NOT NULL, text_sha256 TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(young_person_id) REFERENCES young_person (id),
        FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_letter_screening_id ON letter (screening_id)",
    "CREATE INDEX ix_letter_young_person_id ON letter (young_person_id)",
    """
    CREATE TABLE level_decision (
        id INTEGER NOT NULL, screening_id TEXT NOT NULL, outcome TEXT NOT NULL,
        wanted_level TEXT NOT NULL, final_level TEXT NOT NULL, state TEXT NOT NULL,
        decided_by TEXT NOT NULL, decided_at TEXT NOT NULL, reason TEXT NOT NULL,
        fairness_reflection TEXT NOT NULL, review TEXT, PRIMARY KEY (id),
        FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_level_decision_screening_id ON level_decision (screening_id, id, state, final_level)",
    "CREATE INDEX ix_level_decision_state ON level_decision (state)",
    """
    CREATE TABLE own_words (
        screening_id TEXT NOT NULL, "key" TEXT NOT NULL, words TEXT NOT NULL,
        PRIMARY KEY (screening_id, "key"), FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE place_concern (
        id INTEGER NOT NULL, screening_id TEXT NOT NULL, kind_of_place TEXT NOT NULL,
        time_band TEXT NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL,
        recorded_by TEXT NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_place_concern_screening_id ON place_concern (screening_id)",
    """
    CREATE TABLE signpost (
        id TEXT NOT NULL, screening_id TEXT NOT NULL, service_id TEXT NOT NULL,
        service_name TEXT NOT NULL, category TEXT NOT NULL, state TEXT NOT NULL,
        offered_at TEXT NOT NULL, why TEXT NOT NULL, in_letter INTEGER NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) STRICT
    """,
    "CREATE INDEX ix_signpost_screening_id ON signpost (screening_id)",
    """
    CREATE TABLE step_note (
        screening_id TEXT NOT NULL, step TEXT NOT NULL, notes TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (screening_id, step), FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE escalation_action (
        escalation_id TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
        who_was_told TEXT NOT NULL, what_was_done TEXT NOT NULL, outcome TEXT NOT NULL,
        young_person_told INTEGER NOT NULL, reason_not_told TEXT NOT NULL,
        PRIMARY KEY (escalation_id), FOREIGN KEY(escalation_id) REFERENCES escalation (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE letter_event (
        id INTEGER NOT NULL, letter_id TEXT NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL,
        "by" TEXT NOT NULL, channel TEXT, reading_check TEXT NOT NULL, note TEXT NOT NULL,
        PRIMARY KEY (id), FOREIGN KEY(letter_id) REFERENCES letter (id)
    ) STRICT
    """,
    "CREATE INDEX ix_letter_event_letter_id ON letter_event (letter_id)",
    """
    CREATE TABLE letter_pages (
        letter_id TEXT NOT NULL, pdf BLOB NOT NULL, PRIMARY KEY (letter_id),
        FOREIGN KEY(letter_id) REFERENCES letter (id)
    ) STRICT
    """,
    """
    CREATE TABLE referral_consent (
        id INTEGER NOT NULL, signpost_id TEXT NOT NULL, given INTEGER NOT NULL,
        at TEXT NOT NULL, recorded_by TEXT NOT NULL, competence TEXT, withdrawn_at TEXT,
        PRIMARY KEY (id), FOREIGN KEY(signpost_id) REFERENCES signpost (id)
    ) STRICT
    """,
    "CREATE INDEX ix_referral_consent_signpost_id ON referral_consent (signpost_id)",
)

ONLY_ADDED = ("audit_entry", "escalation", "escalation_action", "level_decision")
"""Tables whose rows stay as they were written (security.md 5.2, domain.md TI-06, F14)."""

AUDIT_IN_ORDER = """
    CREATE TRIGGER audit_entry_in_order BEFORE INSERT ON audit_entry
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_entry)
    BEGIN SELECT RAISE(ABORT, 'entries follow one another'); END
"""


def upgrade() -> None:
    """Make every table, and refuse changes where rows are only ever added."""
    for statement in TABLES:
        op.execute(statement)
    for table in ONLY_ADDED:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
            )
    op.execute(AUDIT_IN_ORDER)
    op.execute("INSERT INTO file_mark VALUES (1, 0, 0, 0)")
