"""Statements for the service directory: sources, services in editions, their words and places."""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE directory_source (
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        address TEXT NOT NULL,
        licence TEXT NOT NULL,
        edition INTEGER NOT NULL,
        shown INTEGER NOT NULL,
        staging INTEGER NOT NULL,
        removed INTEGER NOT NULL,
        taken_over_at TEXT,
        etag TEXT NOT NULL,
        last_modified TEXT NOT NULL,
        PRIMARY KEY (id)
    ) WITHOUT ROWID, STRICT
    """,
    """
    CREATE TABLE directory_service (
        "row" INTEGER NOT NULL,
        id TEXT NOT NULL,
        source_id TEXT NOT NULL,
        first_edition INTEGER NOT NULL,
        superseded_in INTEGER,
        gone_in INTEGER,
        digest TEXT NOT NULL,
        sort_name TEXT NOT NULL,
        first_age INTEGER NOT NULL,
        last_age INTEGER NOT NULL,
        categories TEXT NOT NULL,
        area_words TEXT NOT NULL,
        language_words TEXT NOT NULL,
        access_words TEXT NOT NULL,
        is_free INTEGER NOT NULL,
        needs_referral INTEGER NOT NULL,
        workers_only INTEGER NOT NULL,
        is_active INTEGER NOT NULL,
        hours INTEGER NOT NULL,
        days INTEGER NOT NULL,
        opens INTEGER NOT NULL,
        closes INTEGER NOT NULL,
        week BLOB NOT NULL,
        points BLOB NOT NULL,
        PRIMARY KEY ("row"),
        FOREIGN KEY(source_id) REFERENCES directory_source (id)
    ) STRICT
    """,
    "CREATE INDEX ix_directory_service_id ON directory_service (id)",
    "CREATE INDEX ix_directory_service_begun ON directory_service (source_id, first_edition)",
    "CREATE INDEX ix_directory_service_ended ON directory_service (source_id, superseded_in)",
    "CREATE INDEX ix_directory_service_gone ON directory_service (source_id, gone_in)",
    "CREATE INDEX ix_directory_service_name ON directory_service (sort_name, id)",
    (
        "CREATE INDEX ix_directory_service_no_point ON directory_service (sort_name, id) "
        "WHERE length(points) = 0"
    ),
    """
    CREATE TABLE directory_words (
        "row" INTEGER NOT NULL,
        name_words TEXT NOT NULL,
        other_words TEXT NOT NULL,
        PRIMARY KEY ("row"),
        FOREIGN KEY("row") REFERENCES directory_service ("row")
    ) STRICT
    """,
    """
    CREATE TABLE directory_text (
        "row" INTEGER NOT NULL,
        record BLOB NOT NULL,
        PRIMARY KEY ("row"),
        FOREIGN KEY("row") REFERENCES directory_service ("row")
    ) STRICT
    """,
    """
    CREATE TABLE directory_raw (
        "row" INTEGER NOT NULL,
        raw BLOB NOT NULL,
        PRIMARY KEY ("row"),
        FOREIGN KEY("row") REFERENCES directory_service ("row")
    ) STRICT
    """,
    """
    CREATE TABLE directory_postcode (
        id INTEGER NOT NULL,
        "row" INTEGER NOT NULL,
        postcode TEXT NOT NULL,
        half TEXT NOT NULL,
        latitude REAL NOT NULL,
        longitude REAL NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY("row") REFERENCES directory_service ("row")
    ) STRICT
    """,
    'CREATE INDEX ix_directory_postcode_row ON directory_postcode ("row")',
    "CREATE INDEX ix_directory_postcode_half ON directory_postcode (half)",
    """
    CREATE TABLE directory_check (
        id INTEGER NOT NULL,
        service_id TEXT NOT NULL,
        checked_on TEXT NOT NULL,
        checked_by TEXT NOT NULL,
        still_right INTEGER NOT NULL,
        note TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    "CREATE INDEX ix_directory_check_service_id ON directory_check (service_id)",
    """
    CREATE TABLE directory_category (
        service_id TEXT NOT NULL,
        categories TEXT NOT NULL,
        PRIMARY KEY (service_id)
    ) WITHOUT ROWID, STRICT
    """,
    (
        "CREATE VIRTUAL TABLE directory_search USING fts5("
        "name_words, other_words, content='directory_words', content_rowid='row', "
        "tokenize='ascii', detail='column', prefix='1 2 3')"
    ),
    "INSERT INTO directory_search(directory_search, rank) VALUES('secure-delete', 1)",
    (
        "CREATE VIRTUAL TABLE directory_point USING rtree("
        "id, south, north, west, east, first_age, last_age, "
        "+days INTEGER, +opens INTEGER, +closes INTEGER)"
    ),
)
"""The words are kept folded, so that the index only has to part them at spaces (docs/adr/0013)."""
