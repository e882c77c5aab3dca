"""Statements for letters in full: the contacts they printed and the codes of their reply slips."""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE letter ADD COLUMN recipient TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE letter ADD COLUMN service_id TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE letter ADD COLUMN reply_code TEXT DEFAULT '' NOT NULL",
    "CREATE INDEX ix_letter_reply_code ON letter (reply_code)",
    """
    CREATE TABLE letter_service (
        letter_id TEXT NOT NULL, place INTEGER NOT NULL, service_id TEXT NOT NULL,
        name TEXT NOT NULL, contact TEXT NOT NULL, PRIMARY KEY (letter_id, place),
        FOREIGN KEY(letter_id) REFERENCES letter (id)
    ) WITHOUT ROWID, STRICT
    """,
    "CREATE INDEX ix_letter_service_service_id ON letter_service (service_id)",
    """
    CREATE TABLE letter_agreement (
        letter_id TEXT NOT NULL, agrees TEXT NOT NULL, competence TEXT, shared TEXT NOT NULL,
        no_worry INTEGER NOT NULL, support_only INTEGER NOT NULL, sharing_reason TEXT NOT NULL,
        sharing_note TEXT NOT NULL, PRIMARY KEY (letter_id),
        FOREIGN KEY(letter_id) REFERENCES letter (id)
    ) WITHOUT ROWID, STRICT
    """,
)
