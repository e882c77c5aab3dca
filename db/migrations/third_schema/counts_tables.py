"""Statements for counting and sending: enrolment, calendar, ledger, outbox, ways out, receipts."""

_TABLES = (
    """
    CREATE TABLE network_enrolment (
        id INTEGER NOT NULL CHECK (id = 1), site TEXT NOT NULL, starts TEXT NOT NULL,
        address TEXT NOT NULL, box BLOB NOT NULL, centre_signer BLOB NOT NULL,
        device_public BLOB NOT NULL, device_private BLOB NOT NULL, next_private BLOB,
        step TEXT NOT NULL, trusted_day TEXT NOT NULL, PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE count_week (
        screening_id TEXT NOT NULL, week TEXT NOT NULL, PRIMARY KEY (screening_id),
        FOREIGN KEY(screening_id) REFERENCES screening (id)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_count_week_week ON count_week (week)",
    """
    CREATE TABLE counted_week (
        young_person_id TEXT NOT NULL, week TEXT NOT NULL, PRIMARY KEY (young_person_id, week),
        FOREIGN KEY(young_person_id) REFERENCES young_person (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE contribution (
        number INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, period TEXT NOT NULL,
        state TEXT NOT NULL, spec TEXT NOT NULL, drawn_at TEXT NOT NULL, digest TEXT NOT NULL,
        content BLOB NOT NULL, PRIMARY KEY (number), UNIQUE (id)
    ) STRICT
    """,
    (
        "CREATE UNIQUE INDEX ix_contribution_closed_once ON contribution (kind, period) "
        "WHERE state != 'withdrawn'"
    ),
    """
    CREATE TABLE outbox (
        number INTEGER NOT NULL, sealed BLOB NOT NULL, failures INTEGER NOT NULL,
        next_try_at TEXT, PRIMARY KEY (number),
        FOREIGN KEY(number) REFERENCES contribution (number)
    ) STRICT
    """,
    """
    CREATE TABLE contribution_departure (
        id INTEGER NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, way TEXT NOT NULL,
        "by" TEXT, PRIMARY KEY (id), FOREIGN KEY(number) REFERENCES contribution (number)
    ) STRICT
    """,
    "CREATE INDEX ix_contribution_departure_number ON contribution_departure (number)",
    """
    CREATE TABLE contribution_receipt (
        id INTEGER NOT NULL, number INTEGER NOT NULL, accepted INTEGER NOT NULL,
        day TEXT NOT NULL, raw BLOB NOT NULL, at TEXT NOT NULL, PRIMARY KEY (id),
        UNIQUE (number, raw), FOREIGN KEY(number) REFERENCES contribution (number)
    ) STRICT
    """,
    """
    CREATE TABLE settled_restore (
        entry INTEGER NOT NULL, after_number INTEGER NOT NULL, PRIMARY KEY (entry)
    ) STRICT
    """,
    "CREATE INDEX ix_audit_entry_restored ON audit_entry (seq) WHERE act = 'restored'",
)

ONLY_ADDED = ("contribution", "contribution_departure", "contribution_receipt", "settled_restore")
"""What left, and what is known of it, stays as it was written."""

_REFUSED = "BEGIN SELECT RAISE(ABORT, 'rows are only added'); END"
_IN_ORDER = """
    CREATE TRIGGER contribution_in_order BEFORE INSERT ON contribution
    WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM contribution)
    BEGIN SELECT RAISE(ABORT, 'messages follow one another'); END
"""
_WEEK_ONCE = f"CREATE TRIGGER count_week_no_update BEFORE UPDATE ON count_week {_REFUSED}"
"""The week of a conversation goes only with the conversation itself."""

STATEMENTS: tuple[str, ...] = (
    *_TABLES,
    *(
        f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} {_REFUSED}"
        for table in ONLY_ADDED
        for change in ("UPDATE", "DELETE")
    ),
    _IN_ORDER,
    _WEEK_ONCE,
)
